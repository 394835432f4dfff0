"""Small shifts that leave every word standing: a rule made wider, some made all, one kind another.

Each word of such a sentence is in the source; only what stands beside it there is missing.

``faults``: some become all, an act, a kind of company, a receiver or a zone becomes another, and
what is waived loses its last noun. ``widened``: a premise loses a member, a noun its adjective, or
certified companies become any. ``afterwards``: a measure becomes the condition of another.
``qualifies`` tells words that narrow what follows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import rjieba

from assistant.verification.occurrences import bigrams
from assistant.verification.vocabulary import GLUE
from corpus.jurisdictions import find_in

_AFTER = re.compile(r"(?:^|[,，;；])(?P<what>[^,，。;；]{4,40}?)(?:之|以)?后[,，]")
_COMPANY = re.compile(r"(?<![a-z])企业|公司")
# 在甲及乙的基础上: whoever names one of them names both.
_BASIS = re.compile(r"在(?P<members>[^,，。;；]{3,30}?)(?:的)?(?:基础上|前提下|条件下|情况下)")
_NOUN = re.compile(
    r"(?<![a-z])(?P<before>[^\W\d_]{2})(?=(?P<noun>(?!的)[^\W\d_]{0,4}(?:企业|人员|人才|产品|货物|物品)))"
)
_SAME = ("相同", "同一", "首次", "新", "aeo")
_NARROWING = ("a", "an", "ag", "b", "n", "nz", "vn", "eng")
# What may be skipped before a noun without making a rule wider.
_SKIPPABLE = re.compile(r"条件|措施|[()的和与及或等]|有关|相关|进一步|积极|优先|其")
CONJUNCT = re.compile(r"和|且|并(?!无)|以及|及(?!时|其)")
_EVERY = re.compile(r"(?:各个?|每个|所有|全部|全体|一切|任何)(?P<noun>[^\W\d_]{2})")
_SOME = r"(?:部分|个别|有的|少数|有条件的|指定的?|选定的?|相关)"
# Trades by which firms are told apart.
_KIND = re.compile(
    r"(?P<kind>报关|物流|运输|生产|加工|贸易|外贸|仓储|货代|代理|制造|科技|研发|检验|保险|金融|快递|电商|民营|国有|科研|航运|船舶|银行)"
    r"(?:型)?(?P<who>企业|公司|机构|人员|单位)"
)
_HOW = re.compile(r"(?P<how>自行|自主(?!品牌)|联合|共同|协同)(?P<act>[^\W\d_的和与、]{2})")
_REACH = 60
_SENT = re.compile(
    r"(?:推送|报送|移送|反馈|抄送|上报|转送|通报|发送|传送|提交)(?:信息)?(?:至|给|到)(?P<whom>[^,，。;；、再并]{3,12})"
)
_CLAUSE = re.compile(r"[,，。;；:：\n]")
_ONE_OF = re.compile(r"(?:符合|满足|具备|达到)[^,，。;；]{0,8}?(?:之一|任意?一[项个条])")
_ZONE = re.compile(r"保税区|试验区|保税港区|物流园区|加工区|合作区|开发区|监管区|示范区")
_WAIVES = re.compile(r"免除|免于|免缴|免收|减免|取消|停止|暂停|退还")


def widened(text: str, known: str, source: str) -> Iterator[str]:
    """What a sentence of the ``source`` says of fewer than the folded ``text`` does."""
    yield from _half_premise(text, known, source)
    yield from _narrower(text, source)
    if _anybody(text, known, source):
        yield "aeo企业"


def afterwards(text: str, source: str) -> Iterator[str]:
    """Measures that the sentence makes the condition of another (甲后，乙) and the source does not."""
    for match in _AFTER.finditer(text):
        end = re.escape(match["what"][-2:])
        if re.search(r"申请|提出", match["what"]):
            continue
        if not re.search(
            rf"{end}[^,，。;；]{{0,8}}(?:的|后|时)|(?:经|凭)[^,，。;；]{{0,24}}{end}", source
        ):
            yield match.group()


def _anybody(text: str, known: str, source: str) -> bool:
    """Whether a company is spoken of where the source speaks of certified ones alone."""
    if "aeo" not in source or re.search(r"aeo|高级|认证", known):
        return False
    return bool(_COMPANY.search(text)) and not re.search(r"(?<!aeo)企业", source)


def _half_premise(text: str, known: str, source: str) -> Iterator[str]:
    """The members of a premise that the sentence leaves out while it names another."""
    said = bigrams(known)
    for match in _BASIS.finditer(source):
        members = [one for one in CONJUNCT.split(match["members"]) if len(one) > 2]
        held = [bool(bigrams(one) & said) for one in members]
        if _BASIS.search(text) and any(held):
            yield from (one for one, kept in zip(members, held, strict=True) if not kept)


def _narrower(text: str, source: str) -> Iterator[str]:
    """Adjectives before a noun that the sentence skips: 聘雇(紧缺急需)留学回国人员."""
    for match in _NOUN.finditer(text):
        before, noun = match["before"], match["noun"]
        if before + noun in source or before not in source or noun not in source:
            continue
        for there in re.finditer(rf"{before}(?P<skipped>[^\W\d_]{{2,6}}){noun}", source):
            skipped = there["skipped"]
            if not _SKIPPABLE.search(skipped) and not find_in(skipped) and qualifies(skipped):
                yield skipped + noun


def qualifies(words: str) -> bool:
    """Whether the words are adjectives or nouns, which narrow what follows them."""
    return all(word in _SAME or tag in _NARROWING for word, tag in rjieba.tag(words))


def faults(text: str, source: str) -> Iterator[str]:
    """The words of the folded ``text`` that have shifted from those of the folded ``source``."""
    yield from _all_for_some(text, source)
    if "同时" in source and "之一" not in source:
        yield from (match.group() for match in _ONE_OF.finditer(text))
    yield from _other_acts(text, source)
    yield from _other_kinds(text, source)
    yield from _other_receivers(text, source)
    yield from _beheaded(text, source)
    yield from _other_zones(text, source)


def _all_for_some(text: str, source: str) -> Iterator[str]:
    """各海关 where only 部分海关 are meant."""
    for match in _EVERY.finditer(text):
        noun = match["noun"]
        some = re.search(rf"{_SOME}{noun}", source)
        if some and not re.search(rf"(?:各个?|每个|所有|全部|全体|一切|任何){noun}", source):
            yield match.group()


def _other_acts(text: str, source: str) -> Iterator[str]:
    """自行检验 for 自行委托检验: done alone or together, when the nearest segment has another act so done."""
    said = bigrams(text)
    nearest = max(source.split("\n"), key=lambda segment: len(said & bigrams(segment)))
    acts = {(match["how"], match["act"]) for match in _HOW.finditer(nearest)}
    for match in _HOW.finditer(text):
        how, act = match["how"], match["act"]
        if any(one == how for one, _ in acts) and (how, act) not in acts and act in nearest:
            yield match.group()


def _other_kinds(text: str, source: str) -> Iterator[str]:
    """报关企业 where the source has 报关 and 企业, but no such company."""
    for match in _KIND.finditer(text):
        kind, who = match["kind"], match["who"]
        if match.group() in source:
            continue
        if kind not in source or who not in source:
            continue  # no word of the source at all: judged as words
        near = rf"{kind}[^,，。;；:：]{{0,{_REACH}}}{who}"
        if not re.search(near, source):
            yield match.group()


def _other_receivers(text: str, source: str) -> Iterator[str]:
    """What is sent to one whom the source does not name as a receiver."""
    known = [match["whom"][:3] for match in _SENT.finditer(source)]
    for match in _SENT.finditer(text):
        whom = match["whom"][:3]
        if known and whom in source and whom not in known:
            yield match.group()


def _beheaded(text: str, source: str) -> Iterator[str]:
    """免除税款 for 免除税款担保: the last noun of what is waived, on which all hangs, is left out."""
    for clause in _CLAUSE.split(text):
        waived = _WAIVES.search(clause)
        tail = re.sub(r"[等的]$", "", clause)[-4:]
        if waived is None or waived.end() > len(clause) - 4 or tail not in source:
            continue
        if re.search(r"[会被将由可应]", clause[waived.end() :]):
            continue  # the clause goes on to something else
        heads = {source[m.end() : m.end() + 2] for m in re.finditer(re.escape(tail), source)}
        if all(re.fullmatch(r"[^\W\d_]{2}", head) and head not in GLUE for head in heads):
            yield tail


def _other_zones(text: str, source: str) -> Iterator[str]:
    """保税区 for 综合保税区: a zone without the word that tells its kind everywhere in the source."""
    for match in _ZONE.finditer(text):
        zone = match.group()
        told = {source[max(0, m.start() - 2) : m.start()] for m in re.finditer(zone, source)}
        kind = next(iter(told)) if len(told) == 1 else ""
        if (
            re.fullmatch(r"[一-龥]{2}", kind)
            and kind not in GLUE
            and not text[: match.start()].endswith(kind)
        ):
            yield zone
