"""Answer text laid out for reading aloud: the words large, where they stand above them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from assistant.answer import Citation

# A number with what it counts: the figures of a measure. Dates (2024年1月15日), article numbers
# (第15条) and document numbers (〔2024〕4号) name things and are left alone.
FIGURE = re.compile(
    r"(?P<date>\d{4}\s?年|\d{1,2}\s?月(?:\d{1,2}\s?日)?)"
    r"|(?<![\d.第〔\[（(])(?P<figure>\d[\d,，]*(?:\.\d+)?\s?"
    r"(?:[%％‰]|[个万亿千百]{0,2}(?:工作日|元|美元|小时|分钟|个月|年|周|天|日|倍|家|人|次|成)|个)"
    r"(?:以?内|以上|以下)?)"
)
MARKER = re.compile(r"\[(\d{1,3})\]")
PLACE = re.compile(r"【([^】]{1,12})】")
UNITS = re.compile(r"责任单位：([^。]+)。$")


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of an answer: its words, and where it says so, the source they stand in."""

    text: str
    citation: Citation | None = None
    place: str = ""
    units: str = ""

    @property
    def words(self) -> Markup:
        """The words as HTML, markers linked."""
        return words_html(self.text)

    @property
    def plain(self) -> str:
        """The words without markers."""
        return MARKER.sub("", self.text)


def passages(text: str, citations: Sequence[Citation]) -> tuple[Passage, ...]:
    """The lines of an answer, each told apart from the source it is quoted from."""
    sources = {opening: one for one in citations for opening in _openings(one)}
    return tuple(_passage(line, sources) for line in text.splitlines() if line.strip())


def reference(citation: Citation) -> str:
    """《文件名》（文号）第N条, the way an article is named to a caller."""
    number = f"（{citation.doc_number}）" if citation.doc_number else ""
    return f"《{citation.title}》{number}{citation.label}"


def words_html(text: str) -> Markup:
    """Words with their figures set off and ``[1]`` as links to the sources beside them."""
    marked = FIGURE.sub(_set_off, str(escape(text)))
    # What came from outside has been escaped above; the rest is ours.
    return Markup(
        MARKER.sub(
            r'<a class="marker" href="#source-\1" data-marker="\1" aria-label="依据\1">\1</a>',
            marked,
        )
    )


def _openings(citation: Citation) -> tuple[str, str]:
    """How a line that quotes ``citation`` begins, without and with the article's heading."""
    name = reference(citation)
    return f"{name}：", f"{name}（{citation.heading}）："


def _set_off(found: re.Match[str]) -> str:
    return found[0] if found["date"] else f'<b class="figure">{found[0]}</b>'


def _passage(line: str, sources: Mapping[str, Citation]) -> Passage:
    place = PLACE.match(line)
    rest = line[place.end() :] if place else line
    source = next((name for name in sources if rest.startswith(name)), None)
    if source is None:
        return Passage(line)
    rest = rest.removeprefix(source)
    units = UNITS.search(rest)
    return Passage(
        rest[: units.start()] if units else rest,
        sources[source],
        place[1] if place else "",
        units[1] if units else "",
    )
