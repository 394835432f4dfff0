"""What may be shown of a sentence that fails: what of it holds by itself, or the nearest quote.

``kept`` tries the sentence without its opener, without the count of what it lists, and without a
closing remark on what is left open; each part is verified anew. ``closest_quote`` gives the
article's own words, when one of its sentences is near enough to what was to be said.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from assistant.model import Basis, Evidence, Statement
from assistant.verification import openers
from assistant.verification.fold import fold, fold_names
from assistant.verification.occurrences import bigrams
from assistant.verification.source import Segment, Source, source_of
from assistant.verification.tokens import TOKEN, without_tokens
from assistant.verification.verdict import Verdict
from assistant.verification.verify import verify
from corpus.jurisdictions import find_in
from corpus.model import NATIONWIDE

# The share of the failing sentence's bigrams that the quote must hold. Below it the sentence
# spoke of something else, and putting a quote in its place would answer another question.
LEAST_SHARE = 0.5
_LEAST_COMMON = 6
# A remark on what the article leaves open, which could not be proved.
_REMARK = re.compile(
    r"^(?:但|不过|只是)?(?:条款|政策|文件|本条|该条|其中)?(?:也|都|均|并)?(?:没有|未|并未)(?:具体|明确|单独)?[写规说提列点注给明]"
)
_COUNT = re.compile(
    r"[,，]?(?:分为?|分成|以下|下列)?(?:[一二两三四五六七八九十]{1,2}|\d{1,2})(?:个|种|类|项|条)(?:情形|情况|方面)?(?=[^,，。;；\d]{0,12}[:：])"
)
_LEADS_ON = re.compile(r"(?:的|时|后|中|下|为|由|对)$")
# 共有甲、乙: without its number the list still claims to be whole.
_TOTAL = re.compile(r"共有?|总共|只有|仅有")
# What is left must be a sentence of its own.
_SHORTEST = 10


def closest_quote(
    sentence: str,
    evidence: Iterable[Evidence],
    jurisdictions: Collection[str] | None = None,
) -> Statement | None:
    """A sentence quoted from ``evidence`` in place of ``sentence``; None when none is near.

    A sentence that names places is only replaced from articles of these places.
    """
    words = without_tokens(sentence)
    wanted = bigrams(fold_names(fold(words)))
    places = [place for place in find_in(words) if place != NATIONWIDE]
    best: tuple[int, Source, Segment] | None = None
    for one in evidence:
        if not _permitted(one, jurisdictions, places):
            continue
        source = source_of(one)
        for segment in source.segments:
            common = len(wanted & bigrams(segment.text))
            if not _is_heading(source, segment) and (best is None or common > best[0]):
                best = common, source, segment
    if best is None or best[0] < max(_LEAST_COMMON, LEAST_SHARE * len(wanted)):
        return None
    return _quoted(best[1].evidence, best[2])


def _permitted(one: Evidence, jurisdictions: Collection[str] | None, places: list[str]) -> bool:
    place = one.policy.jurisdiction
    if jurisdictions is not None and place != NATIONWIDE and place not in jurisdictions:
        return False
    return not places or place in places or any(p in find_in(one.article.text) for p in places)


def _is_heading(source: Source, segment: Segment) -> bool:
    heading = fold_names(fold(source.evidence.article.heading)).rstrip("。.")
    return segment.start == 0 and bool(heading) and segment.text.rstrip("。.") == heading


def _quoted(evidence: Evidence, segment: Segment) -> Statement:
    words = evidence.article.text[segment.start : segment.end]
    return Statement(words.rstrip("；;。") + "。", (Basis(evidence, segment.start, segment.end),))


def kept(
    sentence: str,
    tokens: Mapping[str, Evidence],
    jurisdictions: Collection[str] | None = None,
    before: str = "",
    question: str = "",
) -> Verdict | None:
    """The verdict on the longest part of ``sentence`` that holds; None when none does."""
    for part in _parts(sentence, question):
        verdict = verify(part, tokens, jurisdictions, before, question)
        if verdict.holds and len(verdict.text) >= _SHORTEST:
            return verdict
    return None


def _parts(sentence: str, question: str) -> Iterator[str]:
    opener, rest = openers.split(sentence, question)
    if opener is not None:
        yield rest
    if _COUNT.search(sentence) and not _TOTAL.search(sentence):
        yield _COUNT.sub("", sentence)
    body, mark, tail = rest.rpartition("，")
    words = TOKEN.sub("", tail)
    if mark and _REMARK.search(words) and not _LEADS_ON.search(body):
        cited = "".join(match.group() for match in TOKEN.finditer(tail))
        yield f"{body}{cited}。"
