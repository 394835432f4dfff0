"""Clean text from stretches of the source, every character aligned with where it stood."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.model import AlignedText, Run, Span

# Characters beside which a space is only layout: CJK, kana, full-width marks, Chinese quotes.
_WIDE = "\u2018-\u201f\u2026\u2014\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
_BLANK = r"[\s\u3000\u00a0]"
_NOISE = re.compile(
    r"\*{2,}|__+|<!--.*?-->|</?(?:br|b|strong|u|em|font|span|p|div)\b[^>]{0,80}>"
    r"|\\(?=[\\*_#.+()\[\]~`>|!{}-])"
    r"|[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]"
    r"|[\U000e0000-\U000e007f]"
    rf"|(?<=[{_WIDE}])(?:\*\*)?{_BLANK}+|{_BLANK}+(?=(?:\*\*)?[{_WIDE}])"
    rf"|(?P<gap>{_BLANK}+)"
)


class Weaver:
    """Puts clean text together from stretches of one source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._length = 0

    def stretch(self, start: int, end: int) -> None:
        """Append ``source[start:end]`` without markup and layout spaces."""
        at = start
        for match in _NOISE.finditer(self._source, start, end):
            self._copy(at, match.start())
            at = match.end()
            if match["gap"] is not None:
                self._gap(match.start())
        self._copy(at, end)

    def newline(self, after: int, before: int) -> None:
        """Append one line break, the source's own where ``source[after:before]`` has one."""
        at = self._source.find("\n", after, before)
        if at >= 0:
            self._copy(at, at + 1)
        else:
            self._insert("\n")

    def text(self) -> AlignedText:
        """What was put together so far."""
        return AlignedText("".join(self._pieces), tuple(self._runs))

    def _gap(self, start: int) -> None:
        if self._source[start] == " ":
            self._copy(start, start + 1)
        else:
            self._insert(" ")

    def _insert(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _copy(self, start: int, end: int) -> None:
        if start >= end:
            return
        if self._runs:
            last = self._runs[-1]
            if last.start + last.length == self._length and last.source + last.length == start:
                self._runs[-1] = Run(last.start, last.source, last.length + end - start)
                self._insert(self._source[start:end])
                return
        self._runs.append(Run(self._length, start, end - start))
        self._insert(self._source[start:end])


def clean(source: str, start: int, end: int) -> AlignedText:
    """``source[start:end]`` without markup and layout spaces."""
    weaver = Weaver(source)
    weaver.stretch(start, end)
    return weaver.text()


def cut(text: AlignedText, ranges: Sequence[Span]) -> AlignedText:
    """``text`` without ``ranges``, given in order as offsets of ``text``."""
    kept, at = [], 0
    for hole in ranges:
        kept.append(text.slice(at, hole.start))
        at = hole.end
    kept.append(text.slice(at, len(text.text)))
    return concatenate(kept)


def concatenate(texts: Sequence[AlignedText]) -> AlignedText:
    """The texts one after the other."""
    runs: list[Run] = []
    length = 0
    for text in texts:
        runs += [Run(run.start + length, run.source, run.length) for run in text.runs]
        length += len(text.text)
    return AlignedText("".join(text.text for text in texts), tuple(runs))
