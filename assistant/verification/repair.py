"""What of a failing sentence may be shown: the sentence without the words that failed.

An opener, a count or a remark on what is left open may go; a clause that rules something never
does. What is left is verified again as if it had been written so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from assistant.model import Evidence
from assistant.verification import openers
from assistant.verification.tokens import TOKEN
from assistant.verification.verdict import Verdict
from assistant.verification.verify import verify

# A remark on what the article leaves open, which could not be proved.
_REMARK = re.compile(
    r"^(?:但|不过|只是)?(?:条款|政策|文件|本条|该条|其中)?(?:也|都|均|并)?(?:没有|未|并未)(?:具体|明确|单独)?[写规说提列点注给明]"
)
_COUNT = re.compile(
    r"[,，]?(?:共|分为?|分成|以下|下列)?(?:[一二两三四五六七八九十]{1,2}|\d{1,2})(?:个|种|类|项|条)(?:情形|情况|方面)?(?=[^,，。;；\d]{0,12}[:：])"
)
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
    for part in _parts(sentence, question):
        verdict = verify(part, tokens, jurisdictions, before, question)
        if verdict.holds and len(verdict.text) >= _SHORTEST:
            return verdict
    return None


def _parts(sentence: str, question: str) -> Iterator[str]:
    opener, rest = openers.split(sentence, question)
    if opener is not None:
        yield rest
    if _COUNT.search(sentence):
        yield _COUNT.sub("", sentence)
    body, mark, tail = rest.rpartition("，")
    words = TOKEN.sub("", tail)
    if mark and _REMARK.search(words) and not _LEADS_ON.search(body):
        cited = "".join(match.group() for match in TOKEN.finditer(tail))
        yield f"{body}{cited}。"
