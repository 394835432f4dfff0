"""Letters that text recognition read for figures: 2O24年, l0万元, 3O日.

A letter counts as a figure only in a number: beside a figure, no other letter near, and what is
counted or a closing bracket after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_FIGURES = str.maketrans("OoＯlI", "00011")
_SLIP = re.compile(
    r"(?<![A-Za-z0-9Ｏ])(?=[\dlIOoＯ]*\d)(?=\d*[lIOoＯ])[\dlI][\dlIOoＯ]*(?![A-Za-z])"
    r"(?=[ \u3000]{0,2}[年月日号条款项万亿千百元天周个家户次份倍岁%％〕）)\]】至—]|[ \u3000]{0,2}小时|[ \u3000]{0,2}分钟"
    r"|[ \u3000]{0,2}工作日)"
)
# How far beyond a stretch of text what is counted may stand.
_SIGHT = 5


def slips_in(source: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where in ``source[start:end]`` a letter stands for a figure, and the figure."""
    for match in _SLIP.finditer(source, start, min(end + _SIGHT, len(source))):
        for at in range(match.start(), min(match.end(), end)):
            if not source[at].isdigit():
                yield at, source[at].translate(_FIGURES)


def mended(text: str) -> str:
    """``text``, as long as before, with its figures in figures."""
    return _SLIP.sub(lambda match: match[0].translate(_FIGURES), text)
