"""The responsible units that a measure names in a bracket of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.model import AlignedText, Span
from corpus.parsing.clean import cut

_ROLE = r"(?:责任|牵头|主办|配合|协办|负责|实施|承办|主责|落实|参与|参加)(?:单位|部门)"
_NAMED = re.compile(rf"[（(【\[]\s*{_ROLE}[：:]")
_NAMED_LINE = re.compile(rf"{_ROLE}[：:]")
_ROLE_NAME = re.compile(rf"^(?:{_ROLE}|牵头|配合)[：:]")
# “…等按职责分工负责”, “…牵头”: what the units do, not part of a name.
_DUTY = re.compile(
    r"(?:等(?:有关)?(?:单位|部门)?)?(?:按照?(?:各自)?职责(?:分工)?)?(?:分别|共同|依职责)?"
    r"(?:牵头负责|负责落实|负责|牵头|配合|参与|参加)?$"
)
_UNIT_END = re.compile(
    r"(?:局|委|办|关|署|部|厅|院|会|所|站|处|区|市|县|政府|集团|公司|银行|总部|中心|专班|单位|部门|"
    r"分局|支局|分行|管委会|口岸|物流|机场|港口|协会|保)(?:[（(].{1,20}[）)])?等?$"
)
_OPEN, _CLOSE = "（([【", "）)]】"


def take_units(
    paragraphs: Sequence[AlignedText], bare: bool
) -> tuple[list[AlignedText], tuple[str, ...]]:
    """The paragraphs without their unit brackets (some then empty), and the units in order.

    ``bare``: also take a bracket without “责任单位：” at the very end of the last paragraph.
    """
    kept: list[AlignedText] = []
    units: list[str] = []
    for index, paragraph in enumerate(paragraphs):
        brackets = named_brackets(paragraph.text)
        if bare and not brackets and index == len(paragraphs) - 1:
            brackets = bare_brackets(paragraph.text)
        for bracket in brackets:
            units += unit_names(paragraph.text[bracket.start : bracket.end])
        kept.append(cut(paragraph, brackets) if brackets else paragraph)
    return kept, tuple(dict.fromkeys(units))


def named_brackets(text: str) -> list[Span]:
    """The brackets that open with 责任单位： or its like, or a whole paragraph that does."""
    if "单位" not in text and "部门" not in text:
        return []
    if _NAMED_LINE.match(text):
        return [Span(0, len(text))]
    spans: list[Span] = []
    for match in _NAMED.finditer(text):
        end = _closing(text, match.start())
        if end is not None and (not spans or match.start() >= spans[-1].end):
            spans.append(Span(match.start(), end))
    return spans


def bare_brackets(text: str) -> list[Span]:
    """The bracket at the very end, after a full stop, if it lists units and nothing else."""
    if not text or text[-1] not in _CLOSE:
        return []
    depth = 0
    for start in reversed(range(len(text))):
        depth += (text[start] in _CLOSE) - (text[start] in _OPEN)
        if depth == 0:
            break
    else:
        return []
    if start > 0 and text[start - 1] not in "。；！\n":
        return []
    names = unit_names(text[start:])
    likely = sum(bool(_UNIT_END.search(name)) for name in names)
    return [Span(start, len(text))] if names and 2 * likely >= len(names) else []


def unit_names(bracket: str) -> list[str]:
    """The names inside a bracket; a bracket within a name belongs to it."""
    inner = bracket[1:-1] if bracket[:1] in tuple(_OPEN) else bracket
    names = []
    for piece in _split(inner):
        name = _ROLE_NAME.sub("", piece.strip(" \n。"))
        name = _DUTY.sub("", name).removesuffix("等").strip()
        if name:
            names.append(name)
    return names


def _split(text: str) -> list[str]:
    pieces, depth, start = [], 0, 0
    for at, char in enumerate(text):
        depth += (char in _OPEN) - (char in _CLOSE)
        if depth == 0 and char in "、，,；;\n":
            pieces.append(text[start:at])
            start = at + 1
    return [*pieces, text[start:]]


def _closing(text: str, start: int) -> int | None:
    """The end of the bracket opened at ``start``; brackets of either width close each other."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] in _OPEN) - (text[at] in _CLOSE)
        if depth == 0:
            return at + 1
    return None
