"""Charts as inline SVG strips: they stretch with the page, and their labels stay HTML text."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from eval.statistics import Estimate

_HEIGHT = 20
# Lines of no length with round caps draw dots that stay round however the strip is stretched.
_DOT = '<line class="{css}" x1="{x:.2f}" x2="{x:.2f}" y1="{y}" y2="{y}"/>'
_BAR = '<line class="{css}" x1="{low:.2f}" x2="{high:.2f}" y1="{y}" y2="{y}"/>'


def interval_strip(own: Estimate | None, peer: Estimate | None) -> Markup:
    """One row from 0 to 100%: mean and 95% interval, ours above the peer's."""
    marks = [f'<line class="rail" x1="{x}" x2="{x}" y1="0" y2="{_HEIGHT}"/>' for x in (0, 50, 100)]
    for found, css, y in ((peer, "peer", 14), (own, "own", 7 if peer else 10)):
        if found is not None:
            low, high, mean = found.low * 100, found.high * 100, found.mean * 100
            marks.append(_BAR.format(css=f"{css} span", low=low, high=high, y=y))
            marks.append(_DOT.format(css=f"{css} dot", x=mean, y=y))
    return _svg("".join(marks), _words(own, peer))


def _words(own: Estimate | None, peer: Estimate | None) -> str:
    named = [(name, one) for name, one in (("本系统", own), ("对照", peer)) if one]
    return "；".join(
        f"{name} {one.mean:.1%}（{one.low:.1%}–{one.high:.1%}）" for name, one in named
    )


def histogram(values: Sequence[float], bins: int = 40) -> Markup:
    """How often each latency came about, from 0 to the 99th percentile, the rest in the last."""
    if not values:
        return Markup("")
    top = sorted(values)[max(int(len(values) * 0.99) - 1, 0)] or 1.0
    counts = [0] * bins
    for value in values:
        counts[min(int(value / top * bins), bins - 1)] += 1
    tallest = max(counts)
    bars = "".join(
        f'<rect class="bin" x="{at * 100 / bins + 0.2:.2f}" width="{100 / bins - 0.4:.2f}" '
        f'y="{60 - 60 * count / tallest:.2f}" height="{60 * count / tallest:.2f}"/>'
        for at, count in enumerate(counts)
        if count
    )
    return _svg(bars, f"耗时分布，0 到 {top:.0f} 毫秒", height=60)


def _svg(marks: str, title: str, height: int = _HEIGHT) -> Markup:
    # Only numbers and our own words stand in the marks and the title.
    return Markup(
        f'<svg viewBox="0 0 100 {height}" preserveAspectRatio="none" role="img" '
        f'aria-label="{title}"><title>{title}</title>{marks}</svg>'
    )
