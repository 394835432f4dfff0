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

from assistant.verification.figures import figures
from assistant.verification.occurrences import bigrams
from assistant.verification.shifts import CONJUNCT, widened
from assistant.verification.source import Segment

_CLAUSE = re.compile(r"[,，;；:：。]")
_WHOM = r"(?:aeo企业|企业|aeo(?!企业)|公司|机构|人员|人才|货物|物品|特殊物品|商品|产品|事项|船舶|区(?!域)|单位|材料|项目)"
_STRONG_CONDITION = re.compile(
    r"(?<!不)(?:符合|满足|具备)[^,，。;；]{0,12}?条件(?!地)|有条件(?!地)|符合[^,，。;；]{1,12}?(?=的)"
)
_CONDITION_KEPT = re.compile(r"条件|资格|认定|达标|符合(?:相关|有关)?(?:要求|规定)")
_FIT_KEPT = re.compile(r"条件|符合|满足|具备|认定|资格|达标|要求|相关政策")
_ASKED = re.compile(r"申请|提出|要求")
_DENIAL = re.compile(r"[非不未无没]")
_VERBAL = re.compile(r"自愿|主动|首次|已|未|获得|合格|达到|经")
# What a condition hangs on, and how else it may be said.
_OF_ITS_OWN = (
    (re.compile(r"首次"), re.compile(r"首次|第一次|头一次|初次")),
    (re.compile(r"自愿|主动"), re.compile(r"自愿|主动|愿意|自行|选择|自己")),
)
_PREMISE = re.compile(r"在([^,，。;；]{3,30}?)(?:的)?前提下|以([^,，。;；]{3,30})为前提")
_REQUEST = re.compile(r"(?:依|经|应|根据)(?:aeo)?企业(?:的)?申请")
_EXAMINED = re.compile(
    r"经[^,，。;；经]{0,12}?(?:评估|审核|批准|认定|同意|核准|核实|评审|审查)(?=[,，后的]|$)"
)
# 经甲出具推荐函可直接办理: without the paper it is another rule.
_PAPER = re.compile(
    r"(?:经|凭|持)[^,，。;；]{0,16}?(?:出具|开具|核发)?(?:的)?(?P<paper>[^\W\d_]{0,2}(?:函|证明|证书|意见|报告|承诺书))(?=可|后|的?[,，]|直接|办)"
)
# 综合保税区内企业: where alone a rule holds.
_WITHIN = re.compile(
    r"^(?P<where>[^,，。;；]{2,10}?(?:区|港|口岸|园区))内(?:的)?(?=[^,，。;；]{0,4}(?:企业|公司|货物|商品))"
)
_EXCEPT = re.compile(
    r"[,，(]?(?:但)?(?P<what>[^,，。;；(]{2,20})除外|除(?P<what2>[^,，。;；]{2,24}?)(?:以|之)?外(?![^,，]{0,4}[还也])"
    r"|(?P<what3>[^,，。;；]{4,60}?)外的(?=[^商贸资国])"
)
_EXCEPT_KEPT = re.compile(r"除|例外|以外|之外|外的|不含|不包括|另有")
# The excepted thing itself, said without any of these, is said to be under the rule.
_SET_APART = re.compile(_EXCEPT_KEPT.pattern + r"|外|[不未无非免]|没有")
_EXCEPTED = 4
_RELATIVE = re.compile(
    rf"(?P<d>[^,，。;；:：]{{3,44}}?)的(?P<noun>[^\W\d_a-z的]{{0,8}}(?P<whom>{_WHOM}))"
)
_HOW_ANY = re.compile(r"^(?:更多|有关|相关|其他|该|其|上述|本|各)*$")
_LEAD_IN = re.compile(r"^.*?(?:对于?|将|为|向|给|由|凡|支持|鼓励|选择|推动|优先|引导)+")
# Conditions of relevance only, alternatives, and exceptions (these are looked for by themselves).
_TELLS = re.compile(r"外$|或|等|(?:遇到|产生|出现|涉及|提交|提供|公布|收到|负责)$")
# 申请展位的, 对企业申请展位, but not a clause that already grants something.
_LEADS = re.compile(
    r"的$|^对(?!.*(?:予以|给予|提供|实施|优先|支持|开展|加大|设置|建立|采取|进行|适用|采用|降低|增加|安排))"
)
_FOCUS = re.compile(r"^(?:聚焦|围绕|面向|以)")
GRANTS = re.compile(
    r"(?<!许)可|享受|予以|给予|提供|纳入|支持|确保|开展|适用|推动|实施|免|采用|降低|缩短|压缩|减少|优先|保持|放行"
)
_IN_GENERAL = re.compile(r"符合(?:相关|规定|上述)?条件")
# 还是得在白名单里: a condition that is itself asked about must be answered.
_ASKED_OF = re.compile(r"(?:还是|是不是|要不要|必须|需不需要|非得|得先)[^,，。;；?？]*")
_UNIVERSAL = re.compile(r"只要|凡是?|所有|任何|一律|(?:都|(?<!平)均)(?=在|是|能|可)")
# 不要提“符合条件”: what is to be left unsaid has not been said.
_UNTOLD = re.compile(r"(?:不要|别|不用|不必|不许|去掉|删掉|省略|忽略)[^,，。;；?？]*")
_ANYBODY = bigrams("aeo企业")
# A clause is drawn on when this share of its bigrams is said, and so many.
_DRAWN, _LEAST = 0.45, 3
# A condition of words is kept when this share of them is said.
_KEPT = 0.4
# One that is said in full for a rule of which less than this is said belongs to another rule.
_WHOLE, _MORE, _ASTRAY = 3, 8, 0.25


@dataclass(frozen=True, slots=True)
class Limit:
    """A condition, the clauses that it governs, and what keeps it: a pattern, or its own bigrams.

    ``named``: it counts only when the sentence names whom it is said of.
    """

    words: str
    governed: tuple[frozenset[str], ...]
    pattern: re.Pattern[str] | None = None
    own: frozenset[str] = frozenset()
    named: str = ""
    of_lead: bool = False
    phrase: frozenset[str] = frozenset()
    alternatives: tuple[frozenset[str], ...] = ()

    def drawn_on(self, said: frozenset[str]) -> bool:
        """Whether a sentence of the bigrams ``said`` says what the condition governs."""
        return any(
            len(said & clause) >= max(_LEAST, _DRAWN * len(clause)) for clause in self.governed
        )

    def astray(self, said: frozenset[str], elsewhere: frozenset[str]) -> bool:
        """Whether the condition is said in full, nothing of what it governs, but another rule."""
        whole = len(self.own) >= _WHOLE and self.own <= said
        whole = whole and len((said - self.phrase) & elsewhere) >= _MORE
        return (
            whole
            and bool(self.governed)
            and all(len(said & one) < _ASTRAY * len(one) for one in self.governed)
        )

    def kept(self, known: str, pairs: frozenset[str]) -> bool:
        """Whether the condition is said in ``known``, whose bigrams are ``pairs``."""
        if self.pattern is not None:
            return self.pattern.search(known) is not None
        if _IN_GENERAL.search(known):
            return True
        if any(pair[0] in "非不未无" for pair in self.own) and not _DENIAL.search(known):
            return False
        if len(self.own & pairs) > _KEPT * len(self.own):
            return True
        return any(2 * len(one & pairs) > len(one) for one in self.alternatives)


def lost(text: str, segments: tuple[Segment, ...], before: str, question: str) -> Iterator[str]:
    """The conditions that the folded ``text`` leaves out of what it draws from ``segments``."""
    said = bigrams(text)
    question = _UNTOLD.sub("", _ASKED_OF.sub("", question))
    known = f"{text}\n{before}\n{question}"
    mine = bigrams(f"{text}\n{before}")
    pairs = bigrams(known)
    grants = GRANTS.search(text) is not None or _of_all(text)
    for segment in segments:
        for limit in _limits(segment.text):
            if limit.of_lead and len(segments) < 2 and (before or not _VERBAL.search(limit.words)):
                continue
            if limit.named not in text or not (limit.named or grants):
                continue
            heard = f"{text}\n{before}" if limit.of_lead else known
            dropped = limit.drawn_on(said) and not limit.kept(
                heard, mine if limit.of_lead else pairs
            )
            if dropped or (limit.named and limit.astray(said, _elsewhere(segment, segments))):
                yield limit.words
        yield from widened(text, known, segment.text)
        yield from _included(text, said, segment.text)


def _of_all(text: str) -> bool:
    """Whether a time is promised to all: 只要是企业，都在2个工作日内."""
    return bool(_UNIVERSAL.search(text)) and any(figure.is_time for figure in figures(text))


def _included(text: str, said: frozenset[str], source: str) -> Iterator[str]:
    """What the source excepts and the sentence speaks of without setting it apart."""
    if _SET_APART.search(text):
        return
    for match in _EXCEPT.finditer(source):
        words = match["what"] or match["what2"] or match["what3"] or ""
        if len(bigrams(words) & said) >= _EXCEPTED:
            yield match.group()


def _elsewhere(segment: Segment, segments: tuple[Segment, ...]) -> frozenset[str]:
    """The bigrams that only the other sentences have."""
    others = frozenset(pair for one in segments if one is not segment for pair in bigrams(one.text))
    return others - bigrams(segment.text)


@lru_cache(maxsize=2048)
def _limits(source: str) -> tuple[Limit, ...]:
    clauses = [clause for clause in _CLAUSE.split(source) if clause]
    return tuple(limit for i in range(len(clauses)) for limit in _of_clause(clauses, i))


def _of_clause(clauses: list[str], i: int) -> Iterator[Limit]:
    clause, following = clauses[i], clauses[i + 1 :]
    for match in _STRONG_CONDITION.finditer(clause):
        kept = _CONDITION_KEPT if "条件" in match.group() else _FIT_KEPT
        yield Limit(match.group(), _governed(clause, following, match.end()), kept)
    for match in _PREMISE.finditer(clause):
        own = bigrams(match.group(1) or match.group(2))
        yield Limit(match.group(), _governed(clause, following, match.end()), own=own)
    for match in _REQUEST.finditer(clause):
        yield Limit(match.group(), _governed(clause, following, match.end()), _ASKED)
    for match in _PAPER.finditer(clause):
        paper = re.compile(re.escape(match["paper"][-2:]))
        yield Limit(match.group(), _governed(clause, following, match.end()), paper)
    within = _WITHIN.search(clause)
    if within is not None:
        where = re.compile(re.escape(within["where"][-3:]))
        ruled = tuple(bigrams(one) - _ANYBODY for one in (clause[within.end() :], *following))
        yield Limit(within.group(), ruled, where)
    for match in _EXAMINED.finditer(clause):
        kept = re.compile(r"审|评|核|同意|批准|认定")
        whose = bigrams(clause[: match.start()])  # who examines is named, the examination not
        yield Limit(match.group(), (whose,), kept, of_lead=True)
    for match in _EXCEPT.finditer(clause):
        rest = clause[: match.start()] + clause[match.end() :]
        if len(rest) <= 4:
            rest = clauses[i - 1] if i and "除外" in clause else "".join(following[:1])
        noun = re.match(rf"[^\W\d_a-z的]{{0,6}}{_WHOM}", clause[match.end() :])
        named = noun.group()[-2:] if noun and match["what3"] else ""
        yield Limit(match.group(), (bigrams(rest),), _EXCEPT_KEPT, named=named)
    if _LEADS.search(clause) and len(clause) > 5 and following:
        own = bigrams(_LEAD_IN.sub("", clause)) - _ANYBODY
        second = i > 0 and clauses[i - 1].endswith("的")
        joined = second or re.match(r"且|并且|同时", clause) is not None
        governed = _governed(clause, following, len(clause))
        pattern = _CONDITION_KEPT if "条件" in clause else None
        yield Limit(clause, governed, pattern, own, of_lead=not joined)
        for once, kept in _OF_ITS_OWN:
            if once.search(clause):
                yield Limit(clause, governed, kept)
    if not (i and "、" in clause and _FOCUS.search(clauses[i - 1])):
        yield from _relatives(clause, following)  # 聚焦甲,乙、丙的企业: a list of whom it is for


def _governed(clause: str, following: list[str], end: int) -> tuple[frozenset[str], ...]:
    """The clauses that a condition ending at ``end`` governs."""
    rest = clause[end:].lstrip("的")
    if len(rest) >= 6 and not clause.endswith(("的", "时", "下")):
        return (bigrams(rest) - _ANYBODY,)
    return tuple(bigrams(one) - _ANYBODY for one in following if len(one) > 4)


def _relatives(clause: str, following: list[str]) -> Iterator[Limit]:
    """Clauses before a noun that say which companies or goods are meant, member by member."""
    if _FOCUS.search(clause):
        return
    for match in _RELATIVE.finditer(re.sub(r"\([^()]*\)?", "", clause)):
        condition = _LEAD_IN.sub("", match["d"])
        if (
            len(condition.removeprefix("aeo")) < 4
            or _HOW_ANY.match(condition)
            or _STRONG_CONDITION.search(condition)
            or _TELLS.search(condition)
        ):
            continue
        governed = _governed(clause, following, match.end("noun"))
        phrase = bigrams(match.group())
        members = [part for part in CONJUNCT.split(condition) if len(part) > 2]
        for member in members:
            others = bigrams("\n".join(part for part in members if part != member))
            own = bigrams(member) - others
            either = tuple(bigrams(one) for one in member.split("、")) if "、" in member else ()
            if len(own) > 1:
                yield Limit(
                    member,
                    governed,
                    own=own,
                    named=match["whom"],
                    phrase=phrase,
                    alternatives=either,
                )
