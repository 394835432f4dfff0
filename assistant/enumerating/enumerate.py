"""Reads a question as one for a list that the documents' structure gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.enumerating.asking import ABOUT, ARTICLES, MENTION, ONE, OTHER, PLACED, lists
from assistant.enumerating.chapters import chapter
from assistant.enumerating.documents import within
from assistant.enumerating.kinds import kinds_asked, stating
from assistant.enumerating.money import TOPIC, asks_for_money, asks_for_the_sum, giving
from assistant.enumerating.remainder import pieces, quoted
from assistant.enumerating.shelf import REMEMBERED, Entry, Shelf, fold
from assistant.enumerating.terms import Groups, Names, naming, narrowed
from assistant.enumerating.units import duties
from assistant.understanding.asks.intents import asks_for_list, compares
from assistant.understanding.figures.wanted import Wanted
from assistant.understanding.model import Understanding
from index.text import normalise

# “不管哪个市”: that it makes no difference is no question of its own.
_WHEREVER = re.compile(r"(?:不管|不论|无论|不分|甭管)[^，,。；;]{0,8}")
# Where a word stands, or how each side puts it, is no question for all that gives money.
_OTHER_WAY = re.compile(rf"{MENTION.pattern}|怎么|如何|咋")
# A longer list is no answer to read out; the question is then weighed like others.
LONGEST = 60
# So many articles name a term that is listed without being asked for as one; quoted, fewer do.
SEVERAL, PLAINLY = 3, 2
# “降成本的四条” counts a chapter as often as it names an article of it.
_TOLD = re.compile(r"^(?!.*第).*(?<![\d哪])[二两三四五六七八九十]+[条项招]")
_COUNT = re.compile(r"(?<![第\d])(\d{1,4})\s*条")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """The articles of a list, in the order of print.

    ``topic`` are the words to quote around, ``wants`` the figure. ``open`` when others may belong
    to the list too: articles may speak of a subject in other words than the question.
    Of those few are meant where the question is ``literal``, for what names its subject.
    ``sums`` when it is asked how much money all of them come to.
    """

    entries: tuple[Entry, ...]
    topic: str = ""
    wants: Wanted | None = None
    open: bool = False
    literal: bool = False
    sums: bool = False


def enumerated(understanding: Understanding, shelf: Shelf, also: Names) -> Enumeration | None:
    """The list that the question asks for; ``None`` where structure gives none.

    ``also`` tells what else a term is called.
    """
    text = normalise(understanding.text)
    if not lists(text):
        return _sum(understanding, text, shelf)
    addressed = _addressed(understanding, text, shelf)
    if addressed and not _TOLD.search(text):
        return None
    where = within(understanding, shelf)
    if where is None or len(where.policies) > REMEMBERED:
        return None
    entries = shelf.of(where.policies)
    rest = _WHEREVER.sub(" ", where.rest)
    if addressed:
        return _of(chapter(rest, entries))
    if ONE.search(rest):
        return None
    if asks_for_the_sum(rest):
        return _by_money(entries, sums=True)
    if OTHER.search(rest) or compares(rest):
        return _by_kind(rest, entries, also)
    found = (
        _of([] if PLACED.search(rest) else chapter(rest, entries))
        or _by_unit(text, rest, entries, shelf, also)
        or _by_kind(rest, entries, also)
        or (_by_money(entries) if asks_for_money(rest) and not _OTHER_WAY.search(rest) else None)
        or _by_term(rest, entries, also)
    )
    return found if found is not None and len(found.entries) <= LONGEST else None


def _addressed(understanding: Understanding, text: str, shelf: Shelf) -> bool:
    """Whether articles are named by their numbers; “那25条” may count those of a document."""
    numbered = {one.policy_id for one in understanding.addresses if one.number or one.label}
    counts = set(map(int, _COUNT.findall(text)))
    return any(len(shelf.of([one])) not in counts for one in numbered)


def _by_unit(
    text: str, rest: str, entries: Sequence[Entry], shelf: Shelf, also: Names
) -> Enumeration | None:
    had = duties(text, rest, entries)
    if had is None:
        return None
    found = narrowed(had.entries, _telling(pieces(had.rest), had.entries, shelf), also)
    return _of(had.entries if found is None else found)


def _telling(groups: Groups, entries: Sequence[Entry], shelf: Shelf) -> Groups:
    """``groups`` without those that the titles of the documents of ``entries`` have: 口岸措施."""
    of = {one.policy_id for one in entries}
    titles = [fold(one.title) for one in shelf.metadata if one.id in of]
    return [
        group
        for group in groups
        if not all(any(term in title for term in group) for title in titles)
    ]


def _by_kind(rest: str, entries: Sequence[Entry], also: Names) -> Enumeration | None:
    asked = kinds_asked(rest)
    if asked is None:
        return None
    wanted, left = asked
    having = stating(entries, wanted)
    found = narrowed(having, pieces(left), also)
    return _of(having if found is None else found, wanted[0])


def _sum(understanding: Understanding, text: str, shelf: Shelf) -> Enumeration | None:
    """What gives money, where a question that lists nothing asks how much that is: “能拿多少钱”."""
    where = within(understanding, shelf) if asks_for_the_sum(text) else None
    return _by_money(shelf.of(where.policies), sums=True) if where else None


def _by_money(entries: Sequence[Entry], *, sums: bool = False) -> Enumeration | None:
    found = giving(entries)
    return Enumeration(tuple(found), topic=TOPIC, sums=sums) if found else None


def _of(entries: Sequence[Entry], wants: Wanted | None = None) -> Enumeration | None:
    return Enumeration(tuple(entries), wants=wants) if entries else None


def _by_term(rest: str, entries: Sequence[Entry], also: Names) -> Enumeration | None:
    mentioned = MENTION.search(rest)
    literal = quoted(rest)
    about = (literal,) if literal else pieces(rest)
    found = naming(entries, about, also) if about else []
    asked = mentioned or ARTICLES.search(rest) or ABOUT.search(rest)
    # “搞了哪些试点”: nothing but a term, which several articles name.
    alone = len(pieces(rest)) == 1 and bool(literal or asks_for_list(rest))
    if not found or not (asked or (alone and len(found) >= (PLAINLY if literal else SEVERAL))):
        return None
    topic = " ".join(term for group in about for term in group)
    return Enumeration(tuple(found), topic=topic, open=not literal, literal=bool(mentioned))
