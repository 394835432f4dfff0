"""What of a failing sentence may be shown: the sentence without the words that failed.

Only what stands as a whole sentence is offered, and it is verified again as if it had been
written so. A clause that holds a rule back is never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from assistant.model import Evidence
from assistant.verification import openers
from assistant.verification.tokens import TOKEN
from assistant.verification.verdict import Verdict
from assistant.verification.verify import verify

_HOLDS_BACK = re.compile(
    r"但|除|前提|须|需|应当|仅|只|限于|如|若|原则|条件|以外|之外|后方|例外|不得|不予|不适用|不包括"
)
_COUNT = re.compile(r"[,，]?(?:共|分为?|分成|以下|下列)?(?:[一二两三四五六七八九十]{1,2}|\d{1,2})(?:个|种|类|项|条)(?:情形|情况|方面)?(?=[^,，。;；\d]{0,12}[:：])")
_LEADS_ON = re.compile(r"(?:的|时|后|中|下|为|由|对)$")
# What is left must be a sentence of its own.
_SHORTEST = 10


def kept(
    sentence: str,
    tokens: Mapping[str, Evidence],
    jurisdictions: Collection[str] | None = None,
    before: str = "",
    question: str = "",
) -> Verdict | None:
    """The verdict on the longest part of ``sentence`` that holds; None when none does."""
    for part in _parts(sentence):
        verdict = verify(part, tokens, jurisdictions, before, question)
        if verdict.holds and len(verdict.text) >= _SHORTEST:
            return verdict
    return None


def _parts(sentence: str) -> Iterator[str]:
    opener, rest = openers.split(sentence)
    if opener is not None:
        yield rest
    if _COUNT.search(sentence):
        yield _COUNT.sub("", sentence)
    body, mark, tail = rest.rpartition("，")
    words = TOKEN.sub("", tail)
    if mark and not _HOLDS_BACK.search(words) and not _LEADS_ON.search(body):
        cited = "".join(match.group() for match in TOKEN.finditer(tail))
        yield f"{body}{cited}。"
