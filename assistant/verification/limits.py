"""Conditions and exceptions that a rule has and a sentence leaves out: a rule made too wide.

Each condition of a clause (符合条件的, 首次…合格的, 除…外, 在…前提下, 依企业申请) is looked for in the
sentence when the sentence draws on the clause that the condition governs. What was said in the
sentence before, or asked, need not be said again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.verification.occurrences import bigrams
from assistant.verification.source import Segment

_CLAUSE = re.compile(r"[,，;；:：。]")
_WHOM = r"(?:aeo企业|企业|aeo(?!企业)|公司|机构|人员|人才|货物|物品|特殊物品|商品|产品|事项|船舶|区(?!域)|单位|材料|项目)"
_STRONG_CONDITION = re.compile(
    r"(?:符合|满足|具备)[^,，。;；]{0,12}?条件(?!地)|有条件(?!地)|符合[^,，。;；]{1,12}?(?=的)"
)
_CONDITION_KEPT = re.compile(r"条件|符合|满足|具备|认定|资格|达标|要求")
_PREMISE = re.compile(r"在([^,，。;；]{3,30}?)(?:的)?前提下|以([^,，。;；]{3,30})为前提")
_REQUEST = re.compile(r"(?:依|经|应|根据)(?:aeo)?企业(?:的)?申请")
_EXCEPT = re.compile(
    r"[,，(]?(?:但)?(?P<what>[^,，。;；(]{2,20})除外|除(?P<what2>[^,，。;；]{2,24}?)(?:以|之)?外(?![^,，]{0,4}[还也])"
    r"|(?P<what3>[^,，。;；]{4,60}?)外的(?=[^商贸资国])"
)
_EXCEPT_KEPT = re.compile(r"除|例外|以外|之外|外的|不含|不包括|另有")
_RELATIVE = re.compile(rf"(?P<d>[^,，。;；:：]{{3,44}}?)的(?={_WHOM})")
_HOW_ANY = re.compile(r"^(?:更多|有关|相关|其他|该|其|上述|本|各)*$")
_LEAD_IN = re.compile(r"^.*?(?:对于?|将|为|向|给|由|凡|支持|鼓励|选择|推动|优先|引导)")
_CONJUNCT = re.compile(r"和|且|并(?!无)|、|以及|及(?!时|其)|或")
# A clause is drawn on when this share of its bigrams is said, and so many.
_DRAWN, _LEAST = 0.45, 3
# A condition of words is kept when this share of them is said.
_KEPT = 0.4


@dataclass(frozen=True, slots=True)
class Limit:
    """A condition, the words that it governs, and what keeps it: a pattern, or its own bigrams."""

    words: str
    governed: frozenset[str]
    pattern: re.Pattern[str] | None = None
    own: frozenset[str] = frozenset()
    named: str = ""  # only when the sentence names this


def lost(text: str, segments: tuple[Segment, ...], context: str) -> Iterator[str]:
    """The conditions that the folded ``text`` leaves out of what it draws from ``segments``."""
    said = bigrams(text)
    known = text + "\n" + context
    pairs = bigrams(known)
    for segment in segments:
        for limit in _limits(segment.text):
            shared = len(said & limit.governed)
            if shared < max(_LEAST, _DRAWN * len(limit.governed)):
                continue
            if limit.named and limit.named not in text:
                continue
            if not _kept(limit, known, pairs):
                yield limit.words
        if _anybody(text, known, segment.text):
            yield "aeo企业"


def _kept(limit: Limit, known: str, pairs: frozenset[str]) -> bool:
    if limit.pattern is not None:
        return limit.pattern.search(known) is not None
    return len(limit.own & pairs) >= _KEPT * len(limit.own)


def _anybody(text: str, known: str, source: str) -> bool:
    """Whether a company is spoken of where the source speaks of certified ones alone."""
    if "aeo" not in source or re.search(r"aeo|高级|认证", known):
        return False
    company = re.search(r"(?<!上下游)(?<![a-z])企业|公司", text)
    return company is not None and len(re.findall(r"(?<!aeo)企业", source)) == 0


@lru_cache(maxsize=2048)
def _limits(source: str) -> tuple[Limit, ...]:
    clauses = [clause for clause in _CLAUSE.split(source) if clause]
    return tuple(limit for i in range(len(clauses)) for limit in _of_clause(clauses, i))


def _of_clause(clauses: list[str], i: int) -> Iterator[Limit]:
    clause = clauses[i]
    following = clauses[i + 1] if i + 1 < len(clauses) else ""
    for match in _STRONG_CONDITION.finditer(clause):
        governed = _governed(clause, following, match.start(), match.end())
        yield Limit(match.group(), governed, _CONDITION_KEPT)
    for match in _PREMISE.finditer(clause):
        own = bigrams(match.group(1) or match.group(2))
        governed = _governed(clause, following, match.start(), match.end())
        yield Limit(match.group(), governed, own=own)
    for match in _REQUEST.finditer(clause):
        governed = _governed(clause, following, match.start(), match.end())
        yield Limit(match.group(), governed, re.compile("申请|提出|要求"))
    for match in _EXCEPT.finditer(clause):
        rest = clause[: match.start()] + clause[match.end() :]
        governed = rest if len(rest) > 4 else (clauses[i - 1] if i and "除外" in clause else following)
        yield Limit(match.group(), bigrams(governed), _EXCEPT_KEPT)
    yield from _relatives(clause, following)


def _governed(clause: str, following: str, start: int, end: int) -> frozenset[str]:
    """What a condition at ``start:end`` governs: the rest of its clause, or what that leads to."""
    rest = clause[end:].lstrip("的")
    if len(rest) < 6 or clause.endswith(("的", "时", "下")):
        rest += "," + following
    return bigrams(rest)


def _relatives(clause: str, following: str) -> Iterator[Limit]:
    """Clauses before a noun that say which companies or goods are meant, member by member."""
    for match in _RELATIVE.finditer(clause):
        condition = _LEAD_IN.sub("", match["d"])
        if _HOW_ANY.match(condition) or _STRONG_CONDITION.search(condition) or "外" == condition[-1:]:
            continue
        governed = _governed(clause, following, match.start(), match.end())
        members = [part for part in _CONJUNCT.split(condition) if len(part) > 2]
        noun = re.match(_WHOM, clause[match.end() :])
        for member in members:
            others = bigrams("\n".join(part for part in members if part != member))
            own = bigrams(member) - others
            if len(own) > 1:
                yield Limit(member, governed, own=own, named=noun.group() if noun else "")
