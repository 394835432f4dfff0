"""Whether every word of a sentence is accounted for.

A clause is laid with tiles: stretches of the source, words of the closed vocabulary, and spans
that another check answers for (figures, negations). What no tile covers is the leftover; a
sentence may have none. Tiles of the source meet at word boundaries, so that 市商务局 cannot be
pieced together from 市商务委 and 税务局.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import rjieba

from assistant.verification.vocabulary import GLUE, IMPLIED, SYNONYMS

_LONGEST = 24
_GLUE_LONGEST = max(map(len, GLUE))
_MARK = re.compile(r"[^\w]|_")
_LATIN = re.compile(r"[a-z][a-z0-9.]*")


@dataclass(frozen=True, slots=True)
class Tiling:
    """How a clause is covered: one letter per character.

    ``s`` source, ``g`` vocabulary, ``f`` answered for elsewhere, ``x`` leftover, ``-`` punctuation;
    a tile's first letter is a capital.
    """

    text: str
    marks: str

    @property
    def leftover(self) -> tuple[str, ...]:
        """The stretches that nothing accounts for."""
        return tuple(self.text[m.start() : m.end()] for m in re.finditer("[Xx]+", self.marks))

    @property
    def content(self) -> int:
        """How many characters the source itself supplies, figures included."""
        return sum(mark in "sfSF" for mark in self.marks)

    @property
    def borrowed(self) -> tuple[str, ...]:
        """The tiles that come from the source."""
        return tuple(self.text[m.start() : m.end()] for m in re.finditer("Ss*", self.marks))


def tile(text: str, pools: Iterable[str], answered: Iterable[tuple[int, int]] = ()) -> Tiling:
    """The tiling of the folded ``text`` with the least leftover, vocabulary before source."""
    texts = tuple(pools)
    elsewhere: dict[int, set[int]] = {}
    for start, end in answered:
        elsewhere.setdefault(start, set()).add(end)
    return Tiling(text, _lay(_Ground(text, texts, elsewhere, _edges(text), _speakable(texts))))


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is laid: the text, where tiles may come from, and where words begin and end."""

    text: str
    pools: tuple[str, ...]
    elsewhere: dict[int, set[int]]
    edges: frozenset[int]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _State:
    """The best way to have covered the text up to a position."""

    cost: tuple[int, int]
    marks: str
    loose: bool  # the last tile is of the source and ended inside a word


def _lay(ground: _Ground) -> str:
    length = len(ground.text)
    best: list[dict[bool, _State]] = [{} for _ in range(length + 1)]
    best[0][False] = _State((0, 0), "", False)
    for i in range(length):
        for state in tuple(best[i].values()):
            for end, mark in _tiles(ground, i, state):
                step = _step(state, end - i, mark, end in ground.edges or end == length)
                known = best[end].get(step.loose)
                if known is None or step.cost < known.cost:
                    best[end][step.loose] = step
    return min(best[length].values(), key=lambda state: state.cost).marks


def _step(state: _State, length: int, mark: str, at_edge: bool) -> _State:
    leftover = length if mark == "x" else 0
    source = length if mark == "s" else 0
    cost = (state.cost[0] + leftover, state.cost[1] + source * 4 + 1)
    marks = state.marks + mark.upper() + mark * (length - 1)
    return _State(cost, marks, mark == "s" and not at_edge)


def _tiles(ground: _Ground, i: int, state: _State) -> list[tuple[int, str]]:
    """Every tile that may start at ``i``: (end, mark)."""
    text = ground.text
    found = [(end, "f") for end in ground.elsewhere.get(i, ())]
    if _MARK.match(text[i]):
        return [*found, (i + 1, "-")]
    found.append((i + 1, "x"))
    broken = state.loose and i in _insides(text)
    longest = 0 if broken else _GLUE_LONGEST  # 提供优 of 优惠 and 先 make no 优先
    for end in range(i + 1, min(len(text), i + longest) + 1):
        if text[i:end] in GLUE:
            found.append((end, "g"))
    found += [(i + len(word), "s") for word in ground.words if text.startswith(word, i)]
    if not state.loose and (i in ground.edges or state.marks[-1:] in tuple("gfGF-")):
        found += [(end, "s") for end in _source_ends(ground, i)]
    return found


def _source_ends(ground: _Ground, i: int) -> list[int]:
    """The ends of all stretches from ``i`` that stand in a pool."""
    text = ground.text
    latin = _LATIN.match(text, i)
    if latin and latin.group() not in _latin(ground.pools):
        return []
    shortest = len(latin.group()) if latin else 2
    ends = []
    for end in range(i + shortest, min(len(text), i + _LONGEST) + 1):
        if not any(text[i:end] in pool for pool in ground.pools):
            break
        ends.append(end)
    return ends


@lru_cache(maxsize=256)
def _latin(pools: tuple[str, ...]) -> frozenset[str]:
    """The Latin words of the pools, whole."""
    return frozenset(word for pool in pools for word in _LATIN.findall(pool))


@lru_cache(maxsize=256)
def _speakable(pools: tuple[str, ...]) -> frozenset[str]:
    """The synonyms of words that the pools hold, and what these words imply."""
    held = "\n".join(pools)
    alike = [group for group in SYNONYMS if any(member in held for member in group)]
    implied = [group for group in IMPLIED if group[0] in held]
    return frozenset(word for group in alike + implied for word in group)


@lru_cache(maxsize=1024)
def _edges(text: str) -> frozenset[int]:
    """Where words begin and end."""
    found, position = {0}, 0
    for word in rjieba.cut(text):
        position += len(word)
        found.add(position)
    return frozenset(found)


@lru_cache(maxsize=1024)
def _insides(text: str) -> frozenset[int]:
    """Places within words of the dictionary."""
    found, position = set[int](), 0
    for word in rjieba.cut(text, hmm=False):
        found.update(range(position + 1, position + len(word)))
        position += len(word)
    return frozenset(found)
