"""Articles that a question asks for all at once: those of a chapter, those that name a term."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.support import Candidate
from assistant.understanding.intents import Intent
from assistant.understanding.model import Understanding
from corpus.model import Article
from index.text import normalise
from index.words import pairs

_QUOTED = re.compile(r"[“\"「『‘']([^”\"」』’']{2,20})[”\"」』’']")
_MENTION = re.compile("提到|提及|写了|写到|涉及|出现|包含|含有|讲到|说到")
_NUMBERING = re.compile(
    r"^[（(]?[一二三四五六七八九十百\d]+[）)、.．]|^第.{1,6}[章节编]|[。.：:\s]"
)
_KIND = re.compile(r"(?:类)?(?:措施|任务|工作|事项|政策)$|^进一步")
# The share of a chapter title's character pairs that the question must name.
NAMED = 0.8


def term_of(understanding: Understanding) -> str | None:
    """The literal term whose articles are asked for, if the question is of that kind."""
    text = understanding.topic
    quoted = _QUOTED.search(text)
    if understanding.intent is not Intent.LIST or quoted is None or not _MENTION.search(text):
        return None
    return quoted[1]


def naming(candidates: Sequence[Candidate], term: str) -> list[Candidate]:
    """The candidates whose own words contain ``term``, in their order."""
    wanted = re.sub(r"\W", "", normalise(term))
    return [
        one
        for one in candidates
        if wanted in re.sub(r"\W", "", normalise(one.evidence.article.text))
    ]


def chapter_of(understanding: Understanding, candidates: Sequence[Candidate]) -> Article | None:
    """An article of the chapter that a listing question names, if it names one."""
    if understanding.intent is not Intent.LIST:
        return None
    asked = set(pairs(normalise(understanding.topic)))
    articles = (one.evidence.article for one in candidates)
    return next((one for one in articles if one.path and _named(one.path[-1], asked)), None)


def _named(title: str, asked: set[str]) -> bool:
    wanted = set(pairs(normalise(_KIND.sub("", _NUMBERING.sub("", title)))))
    return len(wanted) >= 3 and len(wanted & asked) >= NAMED * len(wanted)
