"""The numbers that Word itself puts before paragraphs, which stand in no paragraph's text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from corpus.parsing.numerals import to_chinese

_CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "chineseLegalSimplified",
    "ideographTraditional",
    "ideographDigital",
    "japaneseCounting",
    "japaneseDigitalTenThousand",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
)
_PRINTED: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(_CHINESE, to_chinese),
    "decimal": str,
    "decimalFullWidth": str,
    "decimalZero": "{:02}".format,
    "decimalEnclosedCircle": lambda n: chr(0x245F + n) if n <= 20 else str(n),
    "decimalEnclosedCircleChinese": lambda n: chr(0x245F + n) if n <= 20 else str(n),
    "lowerLetter": lambda n: chr(96 + (n - 1) % 26 + 1),
    "upperLetter": lambda n: chr(64 + (n - 1) % 26 + 1),
}
_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level counts: from where, in which figures, and the words around them.

    ``restarts``: it counts anew below every number of the levels above it.
    """

    start: int
    printed: str
    words: str
    restarts: bool


@dataclass(slots=True)
class Numbering:
    """The lists of one document. Mutable: it counts as paragraphs are told to it in order."""

    document: Document
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)
    _told: dict[Any, str] = field(default_factory=dict)

    def printed(self, paragraph: Paragraph) -> str:
        """The number that Word prints before ``paragraph``, or nothing."""
        if paragraph._p not in self._told:  # a merged cell is met again in every row it spans
            self._told[paragraph._p] = self._next(paragraph)
        return self._told[paragraph._p]

    def _next(self, paragraph: Paragraph) -> str:
        name, depth = _list_of(paragraph)
        number = self._find("num", "numId", name) if name not in ("", "0") else None
        if number is None:
            return ""
        abstract = _value(number, "abstractNumId")
        lists = self._find("abstractNum", "abstractNumId", abstract)
        levels = dict(_levels(lists)) if lists is not None else {}
        if depth < 0:
            depth = _depth_of_style(lists, paragraph)
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(abstract, {})
        if name not in self._begun:
            self._begun.add(name)
            counts.update(_restarts(number))
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [each for each, level in levels.items() if each > depth and level.restarts]:
            counts.pop(deeper, None)
        return _text(levels, counts, depth)

    def _find(self, tag: str, key: str, value: str) -> Any:
        found = (
            element
            for element in self._root().iterchildren(qn(f"w:{tag}"))
            if element.get(qn(f"w:{key}")) == value
        )
        return next(found, None)

    def _root(self) -> Any:
        try:
            part: Any = self.document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
            return part.element
        except KeyError:  # a paragraph may name a list that the file does not define
            return OxmlElement("w:numbering")


def _text(levels: Mapping[int, _Level], counts: Mapping[int, int], depth: int) -> str:
    if levels[depth].printed not in _PRINTED:
        return ""  # a bullet, or figures that no policy is numbered in

    def figures(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        level = levels.get(at, levels[depth])
        return _PRINTED.get(level.printed, str)(counts.get(at, level.start))

    return _PLACE.sub(figures, levels[depth].words).strip()


def _list_of(paragraph: Paragraph) -> tuple[str, int]:
    """The list a paragraph belongs to and how deep, by itself or by its style; -1 for not told."""
    for properties in _properties(paragraph):
        numbering = properties.find(qn("w:numPr")) if properties is not None else None
        if numbering is not None and (name := _value(numbering, "numId")):
            depth = _value(numbering, "ilvl")
            return name, int(depth) if depth.isdecimal() else -1
    return "", -1


def _properties(paragraph: Paragraph) -> Iterator[Any]:
    yield paragraph._p.pPr
    style: Any = paragraph.style
    while style is not None:
        yield style.element.pPr
        style = style.base_style


def _levels(lists: Any) -> Iterator[tuple[int, _Level]]:
    for level in lists.iterchildren(qn("w:lvl")):
        start = _value(level, "start")
        told = _Level(
            int(start) if start.isdecimal() else 1,
            _value(level, "numFmt"),
            _value(level, "lvlText"),
            _value(level, "lvlRestart") != "0",
        )
        yield int(level.get(qn("w:ilvl"))), told


def _depth_of_style(lists: Any, paragraph: Paragraph) -> int:
    """The level that is tied to the paragraph's style; the outermost where none is."""
    style = paragraph.style.style_id if paragraph.style is not None else ""
    for level in lists.iterchildren(qn("w:lvl")) if lists is not None else ():
        if _value(level, "pStyle") == style:
            return int(level.get(qn("w:ilvl")))
    return 0


def _restarts(number: Any) -> Iterator[tuple[int, int]]:
    """The levels that a list starts anew, and the number before their first."""
    for override in number.iterchildren(qn("w:lvlOverride")):
        start = _value(override, "startOverride")
        if start.isdecimal():
            yield int(override.get(qn("w:ilvl"))), int(start) - 1


def _value(element: Any, tag: str) -> str:
    child = element.find(qn(f"w:{tag}"))
    return "" if child is None else str(child.get(qn("w:val")) or "")
