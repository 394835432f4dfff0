"""What a reference comes to in one document: the chapter it names, and the article's number there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import rjieba

from corpus.chapters import Chapter, Contents
from index.references import Reference
from index.text import normalise

_TOLD, _SAID = 2, 4
"""So many characters of a chapter's title must be said: those that do not name its document as
well, and all of them."""

# Between a chapter's title and the article in it; all of it kind words of chapters.
_CLASS = re.compile(
    r"(?:[的里中下之内这那一个,，:：\s“”\"]|大?(?:部分|板块|版块|块|章节|章|节|类别|类|方面)|措施|里面|里头|下面|当中|其中)+\Z"
)
_SIGNS = re.compile(r"[\W_]")


@dataclass(frozen=True, slots=True)
class Titled:
    """A chapter that is named by its title: where its words begin."""

    start: int
    policy_id: str
    chapter: Chapter


def numbers_of(reference: Reference, contents: Contents) -> tuple[int, ...]:
    """The numbers of the articles that the reference means; empty where there is no such place.

    A number beside a chapter is the article's own where the chapter has it (第三章第20条), else
    it counts within the chapter (第三章第二条).
    """
    chapter, said = None, reference.chapter
    if said is not None:
        chapter = chapter_at(said.steps, contents)
        if chapter is None and said.words:
            return ()
    return numbers_in(reference, contents, chapter)


def numbers_in(
    reference: Reference, contents: Contents, chapter: Chapter | None
) -> tuple[int, ...]:
    """The numbers that the reference means within ``chapter``, or within the whole document."""
    articles = chapter.articles if chapter else contents.articles
    if reference.positions:
        return _at(articles, reference.positions)
    if chapter is None or any(number in articles for number in reference.numbers):
        return reference.numbers
    return _at(articles, reference.numbers) or reference.numbers


def _at(articles: Sequence[int], positions: Sequence[int]) -> tuple[int, ...]:
    """The articles at these places, counted from 1, or from the end where negative."""
    size = len(articles)
    places = (one - 1 if one > 0 else size + one for one in positions)
    return tuple(articles[place] for place in places if 0 <= place < size)


def chapter_at(steps: Sequence[int], contents: Contents) -> Chapter | None:
    """The chapter that the steps lead to, from the level where the document divides, or the top."""
    for level in (contents.divisions, contents.at(1)):
        chapter = None
        for step in steps:
            chapter = _numbered(step, contents.within(chapter) if chapter else level)
            if chapter is None:
                break
        else:
            return chapter
    return None


def _numbered(step: int, level: Sequence[Chapter]) -> Chapter | None:
    """The chapter of this number, or at this place where the titles bear no numbers."""
    if step < 0:
        return level[step] if -step <= len(level) else None
    if any(one.number for one in level):
        return next((one for one in level if one.number == step), None)
    return level[step - 1] if 0 < step <= len(level) else None


def titled_before(
    said: str, chapters: Sequence[tuple[str, Chapter]], names: str
) -> tuple[Titled, ...]:
    """The chapters from whose titles the last words of ``said`` are taken, read backwards.

    ``names`` hold the words of the documents' own names: they tell no chapter from another.
    """
    tail = _CLASS.search(said)
    stop = tail.start() if tail else len(said)
    matching = [(policy, one, _tight(one.name)) for policy, one in chapters]
    start, place, told, words = stop, stop, 0, ""
    for word in reversed(rjieba.cut(said[:stop])):
        place -= len(word)
        letters = _SIGNS.sub("", word)
        narrower = [one for one in matching if _says(one[2], letters)]
        if not narrower:
            break
        matching, start = narrower, place
        told += 0 if letters in names else len(letters)
        words = letters + words
    if told < _TOLD or len(words) < _SAID:
        return ()
    literal = [one for one in matching if words in one[2]]
    return tuple(Titled(start, policy, chapter) for policy, chapter, _ in literal or matching)


def _says(title: str, word: str) -> bool:
    """Whether the title has the word, or both halves of a long one (降低成本)."""
    middle = len(word) // 2
    return word in title or (middle > 1 and word[:middle] in title and word[middle:] in title)


def _tight(title: str) -> str:
    return _SIGNS.sub("", normalise(title))
