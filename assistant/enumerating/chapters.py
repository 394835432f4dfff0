"""Whole chapters: “降低通关成本类有几条”, “第二大块有哪些”, “资金支持那一章”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.enumerating.remainder import pieces
from assistant.enumerating.shelf import Entry, fold
from assistant.understanding.domain import without_accreditation
from corpus.chapters import Chapter, Contents, contents_of
from corpus.parsing.numerals import to_int
from index.text import leaves_out
from index.words import pairs

_KIND = re.compile(r"(?:类)?(?:的)?(?:措施|任务|工作|事项|政策|要求)$|^进一步|[。.：:]$")
# What is done to anything; the chapter is called without it: “保障机制” is 健全AEO保障机制.
_DONE = re.compile(r"^(?:健全|完善|优化|强化|加快|加大|加强|提升|深化|推进|建立|做好|落实)+")
_PART = r"(?:大?部分|大?块|大?章|节|大?类|大?项|大?板块|编|大点|大条|大方面|个?方面|大题|篇|组|段)"
_ORDINAL = re.compile(
    rf"第\s*(?P<n>[一二三四五六七八九十\d]{{1,3}})\s*(?:个)?{_PART}(?!条|措施第)"
    rf"|(?P<last>最后)(?:那|这)?(?:一)?(?:个)?{_PART}"
)
_STRUCTURE = re.compile(
    rf"(?:[那这]一?个?|整|一)(?:大)?(?:章|节|块|部分|类|板块|栏|篇|段)|{_PART}|(?:底下|下面|下头|名下|项下|里头|里面|标题|栏目|之下|下边)|[类章节]"
)
_NATION = re.compile(r"(?:海关)?总署|国家")
_COUNTED = re.compile(r"(?<![第\d哪])(?P<n>[二两三四五六七八九十]+|\d{1,2})[条项招](?:措施)?")
# Shares of character pairs: of a title that the question has, of a subject that the title has.
NAMED = 0.8
LIKE = 0.8
# Without a word for a chapter, most of the subject must be the title.
OWN = 0.5
# A title with words left out: how much of it must be left, and how many characters.
SHORTENED, NEARLY, FEWEST = 0.4, 0.7, 4
# So many are enough where the number of articles is told too.
BARELY = 3


@dataclass(frozen=True, slots=True)
class Title:
    """A chapter of one policy, and the words of its title that tell it."""

    policy_id: str
    chapter: Chapter

    @property
    def words(self) -> str:
        """The title, folded, without its number and what any chapter is called."""
        return fold(_KIND.sub("", _KIND.sub("", self.chapter.name)))

    @property
    def core(self) -> str:
        """The words without those for what is done, and for whom everything here is."""
        return fold(without_accreditation(_DONE.sub("", self.words)))

    def holds(self, entry: Entry) -> bool:
        """Whether the article stands in the chapter."""
        path = self.chapter.path
        return entry.policy_id == self.policy_id and entry.path[: len(path)] == path


def chapter(rest: str, entries: Sequence[Entry]) -> list[Entry]:
    """The articles of the chapter that the question names, in the order of print.

    ``rest`` is the question without what tells the documents.
    """
    contents = _contents(entries)
    titles = [Title(policy, one) for policy, told in contents.items() for one in told.chapters]
    named = (
        _by_words(rest, titles) or _by_number(rest, contents) or _by_count(rest, titles, entries)
    )
    return [one for one in entries if any(title.holds(one) for title in named)]


def _by_words(rest: str, titles: Sequence[Title]) -> list[Title]:
    plain = _STRUCTURE.sub(" ", _ORDINAL.sub(" ", rest))
    subject = "".join(term for group in pieces(plain, whole=True) for term in group)
    asked, short = set(pairs(fold(rest))), set(pairs(subject))
    structural = bool(_STRUCTURE.search(rest) or _ORDINAL.search(rest))
    scored = [
        (
            max(_likeness(title, asked, short, structural), _left_out(title, subject, structural)),
            title,
        )
        for title in titles
    ]
    best = max((score for score, _ in scored), default=0.0)
    if best <= 0.0:
        return []
    return [title for score, title in scored if score == best]


def _by_count(rest: str, titles: Sequence[Title], entries: Sequence[Entry]) -> list[Title]:
    """The chapter with as many articles as are spoken of and what is left of its title: “降成本的四条”."""
    match = _COUNTED.search(rest)
    if match is None:
        return []
    plain = _NATION.sub(" ", _COUNTED.sub(" ", rest))
    subject = "".join(term for group in pieces(plain, whole=True) for term in group)
    said = _number(match["n"])
    return [
        one
        for one in titles
        if len(subject) >= BARELY
        and leaves_out(subject, one.words)
        and sum(map(one.holds, entries)) == said
    ]


def _likeness(title: Title, asked: set[str], short: set[str], structural: bool) -> float:
    wanted = set(pairs(title.words))
    if len(wanted) < 3:
        return 0.0
    named = len(wanted & asked) / len(wanted)
    if named >= NAMED and (structural or len(wanted & short) >= OWN * len(short)):
        return 1.0 + named
    like = len(wanted & short) / len(short) if len(short) >= 2 else 0.0
    return like if structural and like >= LIKE else 0.0


def _left_out(title: Title, subject: str, structural: bool) -> float:
    """The share of the title that ``subject`` is, when it is the title with words left out.

    “降低进出口成本” is 降低企业进出口成本; without a word for a chapter it must be most of the title.
    """
    enough = SHORTENED if structural else NEARLY
    share = len(subject) / max(len(title.core), 1)
    if len(subject) < FEWEST or share < enough or not leaves_out(subject, title.words):
        return 0.0
    return min(share, 1.0)


def _by_number(rest: str, contents: Mapping[str, Contents]) -> list[Title]:
    """The chapter of that number, of the one document asked about."""
    match = _ORDINAL.search(rest)
    divided = [policy for policy, told in contents.items() if told.chapters]
    if match is None or len(divided) != 1:
        return []
    (policy,) = divided
    level = contents[policy].divisions
    if len(level) < 2:
        return []
    number = _number(match["n"])
    found = level[-1:] if match["last"] else [one for one in level if one.number == number]
    return [Title(policy, one) for one in found]


def _contents(entries: Iterable[Entry]) -> dict[str, Contents]:
    """How each of the policies is divided."""
    of: dict[str, list[Entry]] = {}
    for entry in entries:
        of.setdefault(entry.policy_id, []).append(entry)
    return {
        policy: contents_of((one.number, one.path) for one in own) for policy, own in of.items()
    }


def _number(said: str | None) -> int | None:
    try:
        return to_int(said) if said else None
    except (ValueError, KeyError):
        return None
