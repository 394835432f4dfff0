"""Whole chapters: “降低通关成本类有几条”, “第二大块有哪些”, “资金支持那一章”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.enumerating.remainder import pieces
from assistant.enumerating.shelf import Entry, fold
from corpus.parsing.numerals import to_int
from index.words import pairs

_NUMBERING = re.compile(
    r"^\s*(?:[（(]?(?P<n>[一二三四五六七八九十百\d]+)[）)、.．]|第(?P<m>.{1,6}?)(?:[编章节]|部分))\s*"
)
_KIND = re.compile(r"(?:类)?(?:的)?(?:措施|任务|工作|事项|政策|要求)$|^进一步|[。.：:]$")
_PART = r"(?:大?部分|大?块|大?章|节|大?类|大?项|大?板块|编|大点|大条|大方面|个?方面|大题|篇|组|段)"
_ORDINAL = re.compile(
    rf"第\s*(?P<n>[一二三四五六七八九十\d]{{1,3}})\s*(?:个)?{_PART}(?!条|措施第)"
    rf"|(?P<last>最后)(?:那|这)?(?:一)?(?:个)?{_PART}"
)
_STRUCTURE = re.compile(
    rf"(?:[那这]一?个?|整|一)(?:大)?(?:章|节|块|部分|类|板块|栏|篇|段)|{_PART}|(?:底下|下面|下头|名下|项下|里头|里面|标题|栏目|之下|下边)|[类章节]"
)
# Shares of character pairs: of a title that the question has, of a subject that the title has.
NAMED = 0.8
LIKE = 0.8
# Without a word for a chapter, most of the subject must be the title.
OWN = 0.5


@dataclass(frozen=True, slots=True)
class Title:
    """A chapter: where it stands, its number, its words without numbering."""

    policy_id: str
    path: tuple[str, ...]
    number: int | None
    words: str

    def holds(self, entry: Entry) -> bool:
        """Whether the article stands in the chapter."""
        return entry.policy_id == self.policy_id and entry.path[: len(self.path)] == self.path


def chapter(rest: str, entries: Sequence[Entry]) -> list[Entry]:
    """The articles of the chapter that the question names, in the order of print.

    ``rest`` is the question without what tells the documents.
    """
    titles = list(_titles(entries))
    named = _by_words(rest, titles)
    if not named:
        named = _by_number(rest, titles)
    return [one for one in entries if any(title.holds(one) for title in named)]


def _by_words(rest: str, titles: Sequence[Title]) -> list[Title]:
    plain = _STRUCTURE.sub(" ", _ORDINAL.sub(" ", rest))
    subject = "".join(term for group in pieces(plain, whole=True) for term in group)
    asked, short = set(pairs(fold(rest))), set(pairs(subject))
    structural = bool(_STRUCTURE.search(rest) or _ORDINAL.search(rest))
    scored = [(_likeness(title, asked, short, structural), title) for title in titles]
    best = max((score for score, _ in scored), default=0.0)
    if best <= 0.0:
        return []
    return [title for score, title in scored if score == best]


def _likeness(title: Title, asked: set[str], short: set[str], structural: bool) -> float:
    wanted = set(pairs(title.words))
    if len(wanted) < 3:
        return 0.0
    named = len(wanted & asked) / len(wanted)
    if named >= NAMED and (structural or len(wanted & short) >= OWN * len(short)):
        return 1.0 + named
    like = len(wanted & short) / len(short) if len(short) >= 2 else 0.0
    return like if structural and like >= LIKE else 0.0


def _by_number(rest: str, titles: Sequence[Title]) -> list[Title]:
    """The chapter of that number, of the one document asked about."""
    match = _ORDINAL.search(rest)
    if match is None or len({title.policy_id for title in titles}) != 1:
        return []
    level = _level(titles)
    if match["last"]:
        return level[-1:]
    number = _number(match["n"])
    return [title for title in level if title.number == number]


def _level(titles: Sequence[Title]) -> list[Title]:
    """The titles of the highest level that tells articles apart."""
    for depth in range(1, 5):
        level = [title for title in titles if len(title.path) == depth]
        if len(level) > 1:
            return level
    return []


def _titles(entries: Sequence[Entry]) -> Iterator[Title]:
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for entry in entries:
        for depth in range(1, len(entry.path) + 1):
            path = entry.path[:depth]
            if (entry.policy_id, path) not in seen:
                seen.add((entry.policy_id, path))
                yield _title(entry.policy_id, path)


def _title(policy_id: str, path: tuple[str, ...]) -> Title:
    said = _NUMBERING.match(path[-1])
    number = said and (said["n"] or said["m"])
    words = _KIND.sub("", _KIND.sub("", _NUMBERING.sub("", path[-1])))
    return Title(policy_id, path, _number(number), fold(words))


def _number(said: str | None) -> int | None:
    try:
        return to_int(said) if said else None
    except (ValueError, KeyError):
        return None
