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

from assistant.verification.vocabulary import GLUE, SYNONYMS

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
    fixed = [""] * len(text)
    for start, end in answered:
        fixed[start:end] = "f" * (end - start)
    edges = _edges(text)
    words = _speakable(texts)
    return Tiling(text, _lay(text, texts, fixed, edges, words))


@dataclass(frozen=True, slots=True)
class _State:
    """The best way to have covered the text up to a position."""

    cost: tuple[int, int]
    marks: str
    loose: bool  # the last tile is of the source and ended inside a word


def _lay(
    text: str,
    pools: tuple[str, ...],
    fixed: list[str],
    edges: frozenset[int],
    words: frozenset[str],
) -> str:
    best: list[dict[bool, _State]] = [{} for _ in range(len(text) + 1)]
    best[0][False] = _State((0, 0), "", False)
    for i in range(len(text)):
        for state in tuple(best[i].values()):
            for end, mark in _tiles(text, i, pools, fixed, edges, words, state):
                _offer(best[end], _step(state, end - i, mark, end in edges or end == len(text)))
    finals = best[len(text)].values()
    return min(finals, key=lambda state: state.cost).marks


def _step(state: _State, length: int, mark: str, at_edge: bool) -> _State:
    leftover = length if mark == "x" else 0
    source = length if mark == "s" else 0
    cost = (state.cost[0] + leftover, state.cost[1] + source * 4 + 1)
    marks = state.marks + mark.upper() + mark * (length - 1)
    return _State(cost, marks, mark == "s" and not at_edge)


def _offer(states: dict[bool, _State], state: _State) -> None:
    known = states.get(state.loose)
    if known is None or state.cost < known.cost:
        states[state.loose] = state


def _tiles(
    text: str,
    i: int,
    pools: tuple[str, ...],
    fixed: list[str],
    edges: frozenset[int],
    words: frozenset[str],
    state: _State,
) -> list[tuple[int, str]]:
    """Every tile that may start at ``i``: (end, mark)."""
    if fixed[i]:
        end = i
        while end < len(text) and fixed[end]:
            end += 1
        return [(end, "f")]
    if _MARK.match(text[i]):
        return [(i + 1, "-")]
    found = [(i + 1, "x")]
    for end in range(i + 1, min(len(text), i + _GLUE_LONGEST) + 1):
        if text[i:end] in GLUE:
            found.append((end, "g"))
    found += [(i + len(w), "s") for w in words if text.startswith(w, i)]
    if not state.loose and (i in edges or not state.marks or state.marks[-1] in "gfGF-"):
        found += [(end, "s") for end in _source_ends(text, i, pools, fixed)]
    return found


def _source_ends(text: str, i: int, pools: tuple[str, ...], fixed: list[str]) -> list[int]:
    """The ends of all stretches from ``i`` that stand in a pool."""
    latin = _LATIN.match(text, i)
    if latin and latin.group() not in _latin(pools):
        return []
    shortest = len(latin.group()) if latin else 2
    ends = []
    for end in range(i + shortest, min(len(text), i + _LONGEST) + 1):
        if any(fixed[i:end]) or not any(text[i:end] in pool for pool in pools):
            break
        ends.append(end)
    return ends


@lru_cache(maxsize=256)
def _latin(pools: tuple[str, ...]) -> frozenset[str]:
    """The Latin words of the pools, whole."""
    return frozenset(word for pool in pools for word in _LATIN.findall(pool))


@lru_cache(maxsize=256)
def _speakable(pools: tuple[str, ...]) -> frozenset[str]:
    """The synonyms of words that the pools hold."""
    return frozenset(
        word
        for group in SYNONYMS
        if any(member in pool for member in group for pool in pools)
        for word in group
    )


@lru_cache(maxsize=1024)
def _edges(text: str) -> frozenset[int]:
    """Where words begin and end."""
    import rjieba  # its dictionary loads on import, 0.2 s

    found, position = {0}, 0
    for word in rjieba.cut(text):
        position += len(word)
        found.add(position)
    return frozenset(found)
