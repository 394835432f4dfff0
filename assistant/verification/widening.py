"""A rule made wider without losing a condition: whom it is for, half a premise, an order of acts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.verification.occurrences import bigrams
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
    import rjieba  # its dictionary loads on import, 0.2 s

    return all(word in _SAME or tag in _NARROWING for word, tag in rjieba.tag(words))
