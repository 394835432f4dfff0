"""What a run looks like: at the console, as JSON, and as one self-contained HTML page."""
