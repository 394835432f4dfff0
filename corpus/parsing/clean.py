"""Clean text from stretches of the source, every character aligned with where it stood."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.model import AlignedText, Run, Span
from corpus.parsing.slips import slips_in

# Characters beside which a space is only layout: CJK, kana, full-width marks, Chinese quotes.
_WIDE = re.compile(
    "[\u2018-\u201f\u2026\u2014\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
)
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f"
_CONTROL = r"\x00-\x08\x0e-\x1f\x7f"
# One character that may begin noise, then what it takes for noise: the first class lets the
# regular expression engine skip quickly over the text between.
_NOISE = re.compile(
    rf"[\s*_<\\{_INVISIBLE}{_CONTROL}](?:"
    r"(?<=\*)\*+"
    r"|(?<=_)_+"
    r"|(?<=<)(?:!--.*?-->|/?(?:br|b|strong|u|em|font|span|p|div)\b[^>]{0,80}>)"
    r"|(?<=\\)(?=[\\*_#.+()\[\]~`>|!{}-])"
    rf"|(?<=[{_INVISIBLE}{_CONTROL}])"
    r"|(?P<blank>(?<=\s)\s*))"
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
            if match["blank"] is not None and self._parts_words(at, end):
                self._gap(match.start())
        self._copy(at, end)

    def joint(self, resumed: int) -> None:
        """Go on at ``resumed`` after a line's end; Latin words on both sides need a space."""
        if self._parts_words(resumed, len(self._source)):
            self._insert(" ")

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

    def _parts_words(self, end: int, limit: int) -> bool:
        """Whether a blank stands between two Latin words or figures; markup is looked past."""
        while end < limit and self._source[end] == "*":
            end += 1
        if end >= limit or not self._pieces or self._pieces[-1][-1] in " \n":
            return False
        return not _WIDE.match(self._source, end) and not _WIDE.match(self._pieces[-1][-1])

    def _gap(self, start: int) -> None:
        if self._source[start] == " ":
            self._copy(start, start + 1)
        else:
            self._insert(" ")

    def _insert(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _copy(self, start: int, end: int) -> None:
        """Append the source's own characters, letters that stand for figures put right."""
        for at, figure in slips_in(self._source, start, end):
            self._run(start, at)
            self._insert(figure)
            start = at + 1
        self._run(start, end)

    def _run(self, start: int, end: int) -> None:
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
    if start >= end:
        return AlignedText("")
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
