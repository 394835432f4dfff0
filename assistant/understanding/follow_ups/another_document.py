"""The question before asked of another document: “那23年的文件呢”, “2号文里是几天”."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.understanding.asks.own_words import own_words
from assistant.understanding.documents.described import described, full_years, of_the_year
from assistant.understanding.documents.facts_asked import DOCUMENT_WORD
from assistant.understanding.follow_ups.corrections import put_right, without_document
from assistant.understanding.follow_ups.document_names import entitled, names_only_documents
from assistant.understanding.follow_ups.resolved import Resolved
from assistant.understanding.scope import surface_places, without_places
from corpus.model import PolicyMetadata
from index.addressing import Address
from index.text import simplify

Addresser = Callable[[str], Sequence[Address]]

_NUMBERED = re.compile(
    r"^[^，,。？?]{0,14}?\d+号(?:文件?|通知|令|公告)?(?:那份|文件)?(?:里面?|上面?|中)?(?:对这个|对此)?"
)
# Fewer characters besides words of asking than this are an aspect of something else.
_ASPECT = 3
_OFFICE = re.compile(r"[\u4e00-\u9fff]{2,}")


def for_another_document(
    resolved: Resolved, text: str, catalogue: Sequence[PolicyMetadata], addresser: Addresser
) -> tuple[Resolved, tuple[str, ...]]:
    """The question before, asked of the documents that ``text`` names and nothing else.

    ``resolved`` and no documents where ``text`` asks anything of its own.
    """
    plain = full_years(put_right(simplify(text)), catalogue)
    if not resolved.said:
        return resolved, ()
    bare = _unnumbered(plain, catalogue)
    if not names_only_documents(bare, catalogue):
        return _aspect_of_another(resolved, plain, addresser)
    dated = of_the_year(plain, catalogue) is not None
    if not (dated or DOCUMENT_WORD.search(plain) or addresser(plain)):
        return resolved, ()
    said = plain if DOCUMENT_WORD.search(plain) else f"{plain}文件"
    before = "".join(surface_places(resolved.text)[:1]).removesuffix("海关")
    placed = said if surface_places(said) else f"{before}{said}"
    titled = entitled(bare, catalogue)
    ids = tuple(one.policy_id for one in addresser(plain)) or (
        titled if len(titled) == 1 else described(placed, catalogue)
    )
    if not ids:
        return resolved, ()
    asked = without_places(without_document(resolved.said))
    whole = f"{plain.rstrip('？?呢 ')}：{asked}"
    return _turned(resolved, whole, topic=asked, asks=asked), ids


def _aspect_of_another(
    resolved: Resolved, plain: str, addresser: Addresser
) -> tuple[Resolved, tuple[str, ...]]:
    """An aspect of the question before, asked of a document by its number: “2号文里是几天”."""
    numbered = _NUMBERED.match(plain)
    ids = {one.policy_id for one in addresser(plain) if not (one.number or one.label)}
    rest = plain[numbered.end() :].rstrip("？?。") if numbered else ""
    if len(ids) != 1 or not rest or len(own_words(rest)) >= _ASPECT:
        return resolved, ()
    asked = without_places(without_document(resolved.said)).rstrip("？?")
    whole = f"{plain[: len(plain) - len(rest)].rstrip('？?')}：{asked}，{rest}？"
    return _turned(resolved, whole, topic=asked, asks=rest), tuple(ids)


def _turned(resolved: Resolved, text: str, *, topic: str, asks: str) -> Resolved:
    """The question before asked of another document, whatever else the turn may have meant."""
    before, said = resolved.before, resolved.said
    return Resolved(text, topic, asks, True, before=before, said=said, goes_on=True)


def _unnumbered(text: str, catalogue: Sequence[PolicyMetadata]) -> str:
    """``text`` without places and what stands before the number of a document (沪商通关)."""
    for policy in catalogue:
        office = _OFFICE.match(policy.doc_number or "")
        text = text.replace(office[0], "") if office else text
    return without_places(text)
