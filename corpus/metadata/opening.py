"""How a document opens and ends: the clean lines in which its title, its number and dates stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from corpus.parsing.clean import clean

_OPENING_LENGTH, _ENDING_LENGTH = 3000, 1500
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_MARKUP = re.compile(r"^(#{1,6})\s+(?=\S)")
# 发文字号：, 【文  号】; several stand on one line of a web page.
_LABEL = re.compile(
    r"(?:^|(?<=\s)|(?<=[】\]|｜]))(?:[【\[](?P<boxed>[\u4e00-\u9fff \u3000]{2,8})[】\]][：:]?"
    r"|[-·]?(?P<plain>[\u4e00-\u9fff](?:[ \u3000]*[\u4e00-\u9fff]){1,5})[ \u3000]*[：:])\s*"
)
# Where a page stands and what to do with it: 首页 > 政务公开, 字号：大 中 小 打印.
_FURNITURE = re.compile(
    r"(?:您?(?:现在|当前)?的?位置：?)?[^>＞»。]{1,12}(?:[>＞»][^>＞»。]{1,16})+$"
    r"|[【\[]?(?:字号|字体|打印|关闭|分享)[：:】\]\[【大中小 　打印本页分享到]*$"
)
# A word spread over the line: 公 告, 太 原 海 关.
_SPREAD = re.compile(r"(?<![^ ])[\u4e00-\u9fff](?: [\u4e00-\u9fff])+(?![^ ])")
_FIELD_LINES, _SHORT = 30, 80


@dataclass(frozen=True, slots=True)
class Line:
    """A clean line; ``depth`` counts the ``#`` signs it had.

    ``spaced`` is the same line with its blanks, which part the bodies that stand side by side;
    ``apart`` says that an empty line stands before it.
    """

    text: str
    depth: int
    spaced: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """The lines a document opens with, and its last words."""

    lines: tuple[Line, ...]
    ending: str

    @property
    def closing(self) -> tuple[Line, ...]:
        """The clean lines of the last words, where a signature stands."""
        return tuple(_lines(self.ending))

    @property
    def short_lines(self) -> list[str]:
        """The lines among the first thirty that can hold a date or a number, but no paragraph."""
        return [line.text for line in self.lines[:_FIELD_LINES] if len(line.text) <= _SHORT]

    def field(self, names: str) -> str | None:
        """What a field beside the text says (发文机关：…); ``names`` are alternatives of a regex."""
        lines = self.lines[:_FIELD_LINES]
        for line, below in zip_longest(lines, lines[1:]):
            for name, value in fields_in(line):
                if re.fullmatch(names, name) and (value := value or _alone(below)):
                    return value
        return None


def opening_of(source: str) -> Opening:
    """The opening of ``source``, front matter left out."""
    front = _FRONT_MATTER.match(source)
    start = front.end() if front else 0
    lines = _lines(source[start : start + _OPENING_LENGTH])
    read = tuple(line for line in lines if not _FURNITURE.match(line.text))
    return Opening(_close(read), source[-_ENDING_LENGTH:])


def _close(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines; where an empty line follows every one, none tells anything."""
    if all(line.apart for line in lines[1:]):
        return tuple(replace(line, apart=False) for line in lines)
    return lines


def fields_in(line: Line) -> list[tuple[str, str]]:
    """The fields of a line with their values: ``发文字号：… 成文日期：…``."""
    if line.text.startswith("|"):  # a row of a table: | 发文机关 | … |
        cells = [cell.strip() for cell in line.spaced.strip("|").split("|")]
        return [(re.sub(r"[\s：:]", "", name), value) for name, value in pairwise(cells)]
    found = list(_LABEL.finditer(line.spaced))
    ends = [match.start() for match in found][1:] + [len(line.spaced)] * bool(found)
    return [
        (
            re.sub(r"\s", "", match["boxed"] or match["plain"]),
            line.spaced[match.end() : end].strip(" |｜"),
        )
        for match, end in zip(found, ends, strict=True)
    ]


def _alone(below: Line | None) -> str:
    """The line below a field's name, where the value stands there."""
    return below.spaced if below and not fields_in(below) and len(below.text) <= _SHORT // 2 else ""


def _lines(text: str) -> Iterator[Line]:
    apart = False
    for raw in text.splitlines():
        line = _line(raw, apart)
        if line.text:
            yield line
        apart = not line.text


def _line(raw: str, apart: bool) -> Line:
    markup = _MARKUP.match(raw.strip())
    text = clean(raw, 0, len(raw)).text.strip("# \t\u3000")
    spaced = re.sub(r"[\s\u3000]+", " ", raw.replace("*", "")).strip("# ")
    spaced = _SPREAD.sub(lambda word: word[0].replace(" ", ""), spaced)
    return Line(text, len(markup[1]) if markup else 0, spaced, apart)
