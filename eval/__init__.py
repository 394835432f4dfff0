"""The evaluation harness: gold cases, metrics without a judge model, runs, reports, floors."""
