"""Stage 4: which of the numbered things are the articles.

1. Where 第X条 runs, the 条 are the articles.
2. Otherwise the deepest numbering that counts on through the sections above it
   (一、（一）1.…6.（二）7.…): official measures are cited by such a number.
3. Otherwise the outermost numbering; but where most of its items are titles, and most of the
   text stands in measures of their own below them, these are the articles, and so on down.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from corpus.parsing.markers import Kind
from corpus.parsing.outline import Node

# Sections that open a policy and order nothing: they belong to its head.
_GENERAL = re.compile(
    r"\s*(?:总体要求|总体思路|指导思想|基本原则|(?:总体|主要|工作|发展)目标|目的(?:和|与)?意义|背景)"
)
# A bare title is short and says nothing after its own full stop.
_LONGEST_TITLE = 60
# Below this a section is easier to read and to cite as a whole.
_SHORTEST_PART = 300
# Items that are shorter on average are the entries of a list.
_SHORTEST_MEASURE = 50


def article_nodes(
    source: str, outline: Sequence[Node], ends: Sequence[int], depths: Sequence[int]
) -> set[int]:
    """The indices of the nodes that are articles.

    ``ends[i]`` is where node i's line ends, ``depths[i]`` how many ``#`` it has.
    """
    kind = _statute_kind(outline) or _running_kind(outline)
    if kind is not None:
        return _outermost(outline, {i for i, n in enumerate(outline) if n.marker.kind is kind})
    return _leaves(source, outline, ends, depths)


def is_title(source: str, start: int, end: int) -> bool:
    """Whether a numbered line is only a title: short, and one sentence at most."""
    text = source[start:end].strip("* \t\u3000")
    return len(text) <= _LONGEST_TITLE and not any(mark in text[:-1] for mark in "。；：;")


def _statute_kind(outline: Sequence[Node]) -> Kind | None:
    numbers = [n.marker.number for n in outline if n.marker.kind is Kind.ARTICLE]
    return Kind.ARTICLE if len(numbers) >= 2 else None


def _running_kind(outline: Sequence[Node]) -> Kind | None:
    """The deepest kind that counts on from parent to parent more often than it starts anew."""
    continued = Counter(n.marker.kind for n in outline if n.continued)
    begun = Counter(
        n.marker.kind for n in outline if n.marker.number == 1 and not _nested(outline, n)
    )
    running = [
        kind
        for kind, times in continued.items()
        if kind > Kind.ARTICLE and times >= max(begun[kind], 1)
    ]
    return max(running, key=lambda kind: _depth(outline, kind), default=None)


def _nested(outline: Sequence[Node], node: Node) -> bool:
    """Whether the node lies in a list inside an item numbered in the same way."""
    above = node.parent
    while above >= 0 and outline[above].marker.kind is not node.marker.kind:
        above = outline[above].parent
    return above >= 0


def _depth(outline: Sequence[Node], kind: Kind) -> int:
    """How deep the first item of ``kind`` lies."""
    index = next(i for i, node in enumerate(outline) if node.marker.kind is kind)
    depth = 0
    while (index := outline[index].parent) >= 0:
        depth += 1
    return depth


def _outermost(outline: Sequence[Node], chosen: set[int]) -> set[int]:
    """``chosen`` without what lies inside another chosen node."""
    return {i for i in chosen if not _inside(outline, i, chosen)}


def _inside(outline: Sequence[Node], index: int, chosen: set[int]) -> bool:
    while (index := outline[index].parent) >= 0:
        if index in chosen:
            return True
    return False


def _leaves(
    source: str, outline: Sequence[Node], ends: Sequence[int], depths: Sequence[int]
) -> set[int]:
    children: dict[int, list[int]] = defaultdict(list)
    for index, node in enumerate(outline):
        children[node.parent].append(index)
    chosen: set[int] = set()
    groups = [children[-1]]
    while groups:
        group = groups.pop()
        titled = [i for i in group if _has_title(source, outline, ends, i)]
        parts = [i for i in titled if _holds_measures(source, outline, ends, children[i])]
        if 2 * len(titled) < len(group) or not _outweigh(source, outline, parts, group):
            parts = [
                i
                for i in group
                if (outline[i].marker.kind.ranked and children[i])
                or _has_headings(depths, i, children[i])
            ]
        groups += [children[index] for index in parts]
        rest = set(group) - set(parts)
        chosen |= {i for i in rest if not (parts and _is_general(source, outline, ends, i))}
    return chosen


def _has_headings(depths: Sequence[int], index: int, below: Sequence[int]) -> bool:
    """Whether a heading has numbered headings right below it: the author made it a chapter."""
    return bool(depths[index] and below) and all(depths[i] > depths[index] for i in below)


def _outweigh(
    source: str, outline: Sequence[Node], parts: Sequence[int], group: Sequence[int]
) -> bool:
    """Whether the parts are long enough to divide and hold most of their group's text."""
    lengths = {index: _length(source, outline, index) for index in group}
    inside = sum(lengths[index] for index in parts)
    return inside >= _SHORTEST_PART * len(parts) and 2 * inside >= sum(lengths.values())


def _length(source: str, outline: Sequence[Node], index: int) -> int:
    """The characters from a node to the next one that does not lie inside it."""
    inside = {index}
    for following in range(index + 1, len(outline)):
        if outline[following].parent not in inside:
            return outline[following].marker.start - outline[index].marker.start
        inside.add(following)
    return len(source) - outline[index].marker.start


def _has_title(source: str, outline: Sequence[Node], ends: Sequence[int], index: int) -> bool:
    """Whether the node's line is a title over further text, not a list's introduction."""
    node, end = outline[index], ends[index]
    if node.marker.kind.ranked:
        return True
    if not is_title(source, node.marker.end, end) or source[end - 1] in "：:；;，,":
        return False
    following = outline[index + 1].marker.start if index + 1 < len(outline) else len(source)
    own = bool(source[end:following].strip("# *\n\t\u3000"))
    return own or (index + 1 < len(outline) and outline[index + 1].parent == index)


def _holds_measures(
    source: str, outline: Sequence[Node], ends: Sequence[int], below: Sequence[int]
) -> bool:
    """Whether the items below a title speak for themselves; those of a list are short or end in ；."""
    if len(below) < 2:
        return False
    listed = sum(source[ends[index] - 1] in "；;，," for index in below)
    length = sum(_length(source, outline, index) for index in below)
    return 2 * listed < len(below) and length >= _SHORTEST_MEASURE * len(below)


def _is_general(source: str, outline: Sequence[Node], ends: Sequence[int], index: int) -> bool:
    return bool(_GENERAL.match(source, outline[index].marker.end, ends[index]))
