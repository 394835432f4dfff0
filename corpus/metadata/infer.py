"""Metadata read off the document itself where no one has written it down.

The title is the first heading, the number the first 〔年〕号 in the head; dates stand in the
file name (``海关法(2021-04-29)``), in the lines 通过/公布/修订/施行 under the title, in the
signature, and in the sentence 本办法自…起施行，有效期…年.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from corpus import jurisdictions
from corpus.metadata.dates import DATE, first_date, read_date, years_later
from corpus.metadata.sidecar import DeclaredMetadata
from corpus.model import NATIONWIDE, PolicyMetadata
from corpus.parsing.clean import clean

_HEAD_LENGTH, _TAIL_LENGTH = 3000, 1500
_STEM_DATE = re.compile(r"[（(](\d{4}-\d{1,2}-\d{1,2})[）)]$")
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_DOC_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,16}(?:字|发|函|办|规)?[〔（(\[［【]\s*(?:19|20)\d{2}\s*[〕）)\]］】]\s*第?\s*\d{1,5}\s*号"
    r"|[\u4e00-\u9fff、]{2,24}(?:公告|令)\s*(?:20\d{2}\s*年\s*)?第\s*[\d一二三四五六七八九十百〇]{1,6}\s*号"
)
_TITLE_WORDS = re.compile(
    r"(?:办法|规定|条例|细则|措施|通知|公告|意见|方案|决定|通告|法|解释|规则|规程|规范|批复|目录|"
    r"指南|制度|计划|纲要|要点|须知|解读|问答|章程|协定|公约|准则|标准|清单|函)(?:[（(].{1,20}[）)])?$"
)
_ENACTED = re.compile(r"通过|公布|发布|修订|修正|批准|颁布|印发|制定")
_IN_FORCE = re.compile(
    rf"自?\s*(?P<date>{DATE})\s*起?\s*(?:正式)?(?:施行|实施|执行|生效)|自?(?:本)?(?:公布|发布|印发|公告)之日"
    r"起?\s*(?P<own>(?:施行|实施|执行|生效))"
)
_VALID_FOR = re.compile(
    r"有效期(?:为|至)?\s*(?:(?P<years>[一二三四五六七八九十\d]{1,2})\s*年|(?P<until>[^。，；）)]{6,16}日))"
)
_REPEALED = re.compile(
    rf"(?:本\w{{1,4}}|现)?(?:自|于)\s*({DATE})\s*(?:起)?\s*(?:废止|失效|停止执行)"
)
_ISSUER = re.compile(
    r"[\u4e00-\u9fff]{2,30}(?:人民代表大会(?:常务委员会)?|委员会|人民政府|政府办公厅|政府|海关总署|海关|总局|"
    r"管理局|监督局|税务局|财政局|商务局|口岸办|最高人民法院|最高人民检察院|国务院|[局厅部署]|专班|银行)"
)


@dataclass(frozen=True, slots=True)
class _Head:
    """The clean lines a document opens with, and its last words."""

    lines: tuple[str, ...]
    tail: str


def infer_metadata(
    policy_id: str, source: str, declared: DeclaredMetadata | None = None
) -> PolicyMetadata:
    """What ``declared`` says, and what the text says about the rest."""
    declared = declared or DeclaredMetadata()
    head = _head(source)
    title = declared.title or _title(policy_id, source, head)
    issuers = declared.issuers if declared.issuers is not None else _issuers(title, head)
    issued = declared.issued_on or _issued_on(policy_id, head)
    effective = declared.effective_on or _effective_on(head)
    return PolicyMetadata(
        id=policy_id,
        title=title,
        doc_number=declared.doc_number or _doc_number(title, head),
        issuers=issuers,
        jurisdiction=declared.jurisdiction or _jurisdiction(title, issuers),
        issued_on=issued,
        effective_on=effective,
        expires_on=declared.expires_on or _expires_on(head, effective or issued),
        repealed_on=declared.repealed_on,
        source_url=declared.source,
        aliases=declared.aliases,
    )


def _head(source: str) -> _Head:
    front = _FRONT_MATTER.match(source)
    start = front.end() if front else 0
    opening = source[start : start + _HEAD_LENGTH]
    lines = [clean(line, 0, len(line)).text.strip("# ") for line in opening.splitlines()]
    return _Head(tuple(line for line in lines if line), source[-_TAIL_LENGTH:])


def _title(policy_id: str, source: str, head: _Head) -> str:
    heading = re.search(r"^#{1,2}\s+(\S.*)$", source[:_HEAD_LENGTH], re.MULTILINE)
    if heading and _TITLE_WORDS.search(heading[1].strip("* ")):
        return clean(heading[1], 0, len(heading[1])).text.strip()
    for line in head.lines[:12]:
        if len(line) <= 80 and "。" not in line and _TITLE_WORDS.search(line):
            return line
    if heading:
        return clean(heading[1], 0, len(heading[1])).text.strip()
    first = head.lines[0] if head.lines else ""
    return first if 4 <= len(first) <= 60 and "。" not in first else _STEM_DATE.sub("", policy_id)


def _doc_number(title: str, head: _Head) -> str | None:
    for line in (title, *head.lines[:15]):
        if len(line) > 60 and line is not title:
            continue
        match = _DOC_NUMBER.search(line)
        if match:
            return re.sub(r"\s", "", match[0])
    return None


def _issued_on(policy_id: str, head: _Head) -> dt.date | None:
    if match := _STEM_DATE.search(policy_id):
        return read_date(match[1])
    enacted = [
        date
        for line in head.lines[:30]
        if _ENACTED.search(line[:80]) and (date := first_date(line[:24])) is not None
    ]
    if enacted:
        return max(enacted)
    for line in head.lines[:40]:
        if len(line) <= 30 and (date := first_date(line)) is not None:
            return date
    dates = [read_date(each) for each in re.findall(DATE, head.tail[-300:])]
    known = [date for date in dates if date is not None]
    return known[-1] if known else None


def _effective_on(head: _Head) -> dt.date | None:
    for line in head.lines[:30]:
        if len(line) <= 40 and re.search(r"(?:施行|实施|生效)[）)]?$", line):
            date = first_date(line)
            if date is not None:
                return date
    matches = [m for m in _IN_FORCE.finditer(head.tail) if m["date"]]
    return read_date(matches[-1]["date"]) if matches else None


def _expires_on(head: _Head, start: dt.date | None) -> dt.date | None:
    match = _VALID_FOR.search(head.tail) or _VALID_FOR.search("\n".join(head.lines))
    if match is None:
        return None
    if match["until"]:
        return read_date(match["until"])
    return years_later(start, match["years"]) if start else None


def _issuers(title: str, head: _Head) -> tuple[str, ...]:
    if match := re.match(r"(.{2,30}?)(?:关于|公告|令)", title):
        names = [name for name in re.split(r"[、\s]", match[1]) if _ISSUER.fullmatch(name)]
        if names:
            return tuple(names)
    for line in head.lines[:12]:
        issuer = _ISSUER.search(re.sub(DATE, "", line)) if len(line) <= 80 else None
        if issuer and _ENACTED.search(line):
            return (issuer[0],)
    return ()


def _jurisdiction(title: str, issuers: tuple[str, ...]) -> str:
    for text in (title, *issuers):
        at_start = jurisdictions.find_in(text[:14])
        if at_start and text.startswith(tuple(_spellings(at_start[0]))):
            return at_start[-1] if len(at_start) > 1 and _nested(at_start) else at_start[0]
    return NATIONWIDE


def _nested(names: tuple[str, ...]) -> bool:
    return jurisdictions.parent_of(names[1]) == names[0]


def _spellings(name: str) -> tuple[str, ...]:
    found = jurisdictions.all_jurisdictions()[name]
    return (name, *found.short_names)
