"""How a document opens and ends: the clean lines in which its title and its dates stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from corpus.metadata.dates import DATE
from corpus.parsing.clean import clean

_OPENING_LENGTH, _ENDING_LENGTH = 3000, 1500
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_MARKUP = re.compile(r"^(#{1,6})\s+(?=\S)")
_YEAR = r"\s*(?:19|20)\d{2}\s*"
_DOC_NUMBER = re.compile(
    rf"[\u4e00-\u9fff]{{1,16}}[〔（(\[［【]{_YEAR}[〕）)\]］】]\s*第?\s*\d{{1,5}}\s*号"
    rf"|[\u4e00-\u9fff、 ]{{2,30}}(?:公告|令)(?:{_YEAR}年)?\s*第?\s*[\d一二三四五六七八九十百〇]{{1,6}}\s*号"
)
_KINDS = (
    "办法|规定|条例|细则|措施|通知|公告|意见|方案|决定|通告|法|法典|解释|规则|规程|规范|批复|目录|指南|"
    "制度|计划|纲要|要点|须知|解读|问答|章程|协定|公约|准则|基准|标准|清单|函|修正案|安排|决议|指引|攻略"
)
_TITLE_END = re.compile(rf"(?:{_KINDS})(?:[（(].{{1,30}}[）)])*$")
_PUBLISHES = re.compile(
    r"(?:制定|修订|修改|起草)了?《([^《》]{4,60})》[^。《》]{0,30}?(?:现[予将]|予以)[^。]{0,6}(?:公布|发布|公告|印发)"
)
_SUBJECT = re.compile(r"号[（(](关于[^（()）]{4,60}的(?:公告|通告|通知|命令))[）)]$")
_BRINGS_OUT = re.compile(r"(?:印发|发布|公布)《([^《》]{6,60})》的(?:通知|公告|通告|决定|函)$")
_NO_HEADLINE = re.compile(
    r"[。；：:;]|^[（(]?[一二三四五六七八九十\d]+[)）、.．]|^第[一二三四五六七八九十]+[章节条]"
    r"|(?:局|委|委员会|政府|厅|部|办|办公室|海关|署|院|会|组|指挥部|发布|网|报|社)$"
)
_HEADLINE = (6, 60)
_FIRST_LINES = 15
_LONGEST_TITLE = 90
_REPOSTED = re.compile(r"^[（(【\[](?:转载|转发|公告|通知|原文)[）)】\]]\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """A clean line; ``depth`` counts the ``#`` signs it had."""

    text: str
    depth: int


@dataclass(frozen=True, slots=True)
class Opening:
    """The lines a document opens with, and its last words."""

    lines: tuple[Line, ...]
    ending: str

    @property
    def closing_lines(self) -> list[str]:
        """The clean lines of the last words, where a signature stands."""
        lines = (_line(raw).text for raw in self.ending.splitlines())
        return [line for line in lines if line]

    @property
    def short_lines(self) -> list[str]:
        """The lines among the first thirty that can hold a date or a number, but no paragraph."""
        return [line.text for line in self.lines[:30] if len(line.text) <= 80]


def opening_of(source: str) -> Opening:
    """The opening of ``source``, front matter left out."""
    front = _FRONT_MATTER.match(source)
    start = front.end() if front else 0
    lines = (_line(raw) for raw in source[start : start + _OPENING_LENGTH].splitlines())
    return Opening(tuple(line for line in lines if line.text), source[-_ENDING_LENGTH:])


def _line(raw: str) -> Line:
    markup = _MARKUP.match(raw.strip())
    text = clean(raw, 0, len(raw)).text.strip("# \t\u3000")
    return Line(text, len(markup[1]) if markup else 0)


def title_of(opening: Opening) -> str | None:
    """The title: the first heading that reads like one, else the first such line."""
    candidates = [line for line in opening.lines[:_FIRST_LINES] if _is_title(line.text)]
    headed = [line for line in candidates if 0 < line.depth <= 2]
    other = [
        line for line in opening.lines[:_FIRST_LINES] if line.depth == 1 and len(line.text) >= 6
    ]
    chosen = next(iter(headed or other or candidates), None)
    if chosen is None:
        return None
    return _REPOSTED.sub("", chosen.text) + _book(opening, chosen)


def published_in(opening: Opening) -> str | None:
    """What an announcement without a title is of: （关于…的公告）, 制定了《…办法》，现予公布."""
    for line in opening.lines[:_FIRST_LINES]:
        if match := _SUBJECT.search(line.text) or _PUBLISHES.search(line.text):
            return match[1]
    return None


def headline_of(opening: Opening) -> str | None:
    """The first line, where it stands over the text as the headline of a page or a news item does:
    short, no sentence, no salutation, no number or date alone, and followed by longer words."""
    if len(opening.lines) < 2:
        return None
    first, *rest = (line.text for line in opening.lines)
    follows = any(len(line) > len(first) for line in rest)
    plain = re.sub(DATE, "", _DOC_NUMBER.sub("", first))
    reads = _HEADLINE[0] <= len(plain) <= _HEADLINE[1] and not _NO_HEADLINE.search(first)
    return _REPOSTED.sub("", first) if reads and follows else None


def within(title: str) -> str:
    """What a notice brings out (关于印发《…措施》的通知), which is what people call it; else ``title``."""
    match = _BRINGS_OUT.search(title)
    return match[1] if match else title


def _book(opening: Opening, title: Line) -> str:
    """The second line of a title that names one book of a code (民法典 / 物权编)."""
    at = opening.lines.index(title) + 1
    following = opening.lines[at] if at < len(opening.lines) else None
    is_book = following is not None and following.depth == title.depth == 1
    return (
        following.text if is_book and following and re.search("编$|附则$", following.text) else ""
    )


def _is_title(text: str) -> bool:
    return 4 <= len(text) <= _LONGEST_TITLE and "。" not in text and bool(_TITLE_END.search(text))


def doc_number_of(title: str, opening: Opening) -> str | None:
    """The first document number in the title or on a line of its own."""
    lines = opening.short_lines
    broken = [one + other for one, other in pairwise(lines) if re.search("[令告]$", one)]
    for text in (title, *broken, *lines):
        match = _DOC_NUMBER.search(re.sub(DATE, "。", text))
        if match:
            return re.sub(r"\s", "", match[0])
    return None
