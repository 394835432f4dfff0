"""The number a document was given, as its own head prints it, not one that its text cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.metadata.bodies import bodies_in
from corpus.metadata.dates import DATE, ENACTED
from corpus.metadata.opening import Line, Opening
from corpus.metadata.titles import Title

_HEAD_LINES, _HEAD_BELOW, _BELOW, _SHORT = 30, 10, 6, 80
_YEAR = r"\s*(?:19|20)\d{2}\s*"
_COUNT = r"[\d一二三四五六七八九十百〇]{1,6}"
# Not the document's own: 根据国办发〔2024〕4号.
_CITED = "(?!根据|按照|依据|依照|为|经|按|现将|原|贯彻|落实|参照)"
# 沪商规〔2024〕4号
_LETTERED = rf"{_CITED}[\u4e00-\u9fff]{{1,16}}[〔（(\[［【﹝]{_YEAR}年?[〕）)\]］】﹞]\s*第?\s*\d{{1,5}}\s*号"
# 海关总署 商务部公告2024年第4号, 国务院令第4号: the words before are the bodies', not a title's.
_ANNOUNCED = (
    rf"{_CITED}(?:(?!关于|[的号])[\u4e00-\u9fff、 ]){{2,80}}"
    rf"(?:(?:公告|通告|令)\s*(?:{_YEAR}年)?\s*第?\s*{_COUNT}\s*号|(?:{_YEAR}年)?第{_COUNT}号(?:公告|通告|令))"
)
_ALONE = rf"(?:公告|通告)?\s*{_YEAR}年\s*第?\s*{_COUNT}\s*号"
_NUMBER = re.compile(rf"(?<![\u4e00-\u9fff])(?:{_LETTERED}|{_ANNOUNCED})")
_BEGINS = re.compile(rf"[（(]?(?P<number>{_LETTERED}|{_ANNOUNCED})(?=$|[）)（( ]|签发人|关于|《)")
_WHOLE = re.compile(rf"[（(]?(?P<number>{_ALONE})[）)]?$")
_REST = re.compile(rf"[（(]?第\s*{_COUNT}\s*号[）)]?$")
_ENDS = re.compile(rf"[（(](?P<number>{_LETTERED}|{_ANNOUNCED}|{_ALONE})[）)]$")
_FIELD = "发?文字?号|字号|公文编号|发布文号|文件编号|文件字号|公告编号|公告号"
# A heading over the numbers of others.
_CITES = re.compile(
    r"(?:[一二三四五六七八九十]、|[（(][一二三四五六七八九十][)）])?"
    r"(?:(?:政策|法律|法规|文件|设定|办理|制定|主要)*依据|(?:相关|主要)(?:政策)?文件|附件\d*|参考(?:文件|资料))[：:]?$"
)
_LETTERHEAD = re.compile(r"(?:公告|通告|令)$")
_PROSE = re.compile(r"[。，；：]")


def doc_number_of(title: Title | None, opening: Opening) -> str | None:
    """The document's number: in its title, a field, on a line of its own or in brackets below."""
    return next((re.sub(r"\s", "", one) for one in _found(title, opening)), None)


def _found(title: Title | None, opening: Opening) -> Iterator[str]:
    if title and (match := _ENDS.search(title.spaced) or _BEGINS.match(title.spaced)):
        yield match["number"]
    if (value := opening.field(_FIELD)) and (number := _whole(value)):
        yield number
    below = title.last if title else 0
    head = opening.lines[: min(below + _HEAD_BELOW, _HEAD_LINES)]
    for at, line in enumerate(head):
        if title and title.first <= at <= title.last:
            continue
        if any(_CITES.match(one.text) for one in head[max(at - 2, 0) : at]):
            continue
        number = _on_its_own(line, head[at - 1] if at else None)
        if number or (number := _in_brackets(line) if at - below <= _BELOW else None):
            yield number
        if _CITES.match(line.text):
            head = head[:at]
            break
    for line in head:  # a line of the head that says more than the number
        text = re.sub(DATE, "。", line.spaced)
        plain = ENACTED.search(text) or not _PROSE.search(text)
        if plain and len(text) <= _SHORT and (match := _NUMBER.search(text)):
            yield match[0]


def _on_its_own(line: Line, before: Line | None) -> str | None:
    """The number with which the line begins, or which it is; its body may end the line before."""
    if match := _BEGINS.match(line.spaced):
        return match["number"]
    whole = _WHOLE.match(line.spaced)
    if whole is None and not _REST.match(line.spaced):
        return None
    if before and _LETTERHEAD.search(before.text) and bodies_in(_LETTERHEAD.sub("", before.text)):
        return before.text + line.text.strip("（()）")
    return whole["number"] if whole else None


def _in_brackets(line: Line) -> str | None:
    """The number in a note below the title: （某某办公室2025年4月8日印发，某某〔2025〕6号）."""
    if not re.match(r"[（(].*[）)]$", line.text):
        return None
    match = _NUMBER.search(re.sub(DATE, "。", line.spaced))
    return match[0] if match else None


def _whole(value: str) -> str | None:
    match = re.match(rf"{_LETTERED}|{_ANNOUNCED}|{_ALONE}", value)
    return match[0] if match else None
