"""Stage 3: which markers stand in sequence, and what lies under what.

A marker counts only where the numbering has come to it: 第十六条 after 第十五条, or a 1 that
begins a list. One pass keeps a stack of the open numberings, outermost first, and for numberings
that were closed the last number, since measures may count on through the sections above them
(一、（一）…（六） 二、（七）…).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.parsing.markers import Kind, Marker

# How many numbers may be missing (an OCR slip, a repealed article) before a numbering is lost.
_LARGEST_GAP = 3


@dataclass(slots=True)
class Node:
    """A marker in sequence. ``parent`` is an index into the outline, -1 at the top.

    ``continued``: the numbering went on from under another parent.
    """

    marker: Marker
    parent: int
    continued: bool = False


def build_outline(source: str, markers: Sequence[Marker]) -> list[Node]:
    """The markers that stand in sequence, in order, each under its parent."""
    return _Outliner(source, markers).run()


class _Outliner:
    def __init__(self, source: str, markers: Sequence[Marker]) -> None:
        self._source = source
        self._markers = markers
        self._nodes: list[Node] = []
        self._stack: list[int] = []
        self._last: dict[Kind, Marker] = {}
        self._later: dict[tuple[Kind, int], list[int]] = defaultdict(list)
        self._places: dict[Kind, list[int]] = defaultdict(list)
        for position, marker in enumerate(markers):
            self._later[marker.kind, marker.number].append(position)
            self._places[marker.kind].append(position)

    def run(self) -> list[Node]:
        for position, marker in enumerate(self._markers):
            self._take(position, marker)
        return self._nodes

    def _take(self, position: int, marker: Marker) -> None:
        """Open ``marker`` where a numbering has come to it; pass it over otherwise."""
        depth = self._advanced(position, marker)
        if depth is not None:
            self._open(marker, depth)
        elif marker.number == 1 and marker.sub == 0:
            self._open(marker, self._begin(position, marker))
        elif self._continues(position, marker):
            self._open(marker, self._under(marker), continued=True)
        elif self._starts_excerpt(position, marker):
            self._open(marker, self._under(marker))

    def _advanced(self, position: int, marker: Marker) -> int | None:
        """The stack depth at which an open numbering comes to ``marker``, innermost first."""
        bridged = ended = None
        for depth in reversed(range(len(self._stack))):
            last = self._at(depth)
            if last.kind is Kind.ARTICLE and not marker.kind.ranked and not marker.titled:
                break  # a statute's article holds its items; only a title leads out of it
            if last.kind is not marker.kind or not self._follows(position, last, marker):
                continue
            if marker.number > last.number + 1:
                bridged = depth if bridged is None else bridged
            elif self._closed(last, marker):
                ended = depth if ended is None else ended
            else:
                return depth
        return bridged if ended is None else ended

    def _closed(self, last: Marker, marker: Marker) -> bool:
        """Whether the list of ``last`` ended: its items end in ；, the last one in a full stop."""
        listed = last.number > 1 and self._mark_before(last) in "；;"
        return listed and self._mark_before(marker) == "。"

    def _mark_before(self, marker: Marker) -> str:
        at = marker.start - 1
        while at >= 0 and (self._source[at].isspace() or self._source[at] in "*#>"):
            at -= 1
        return self._source[at] if at >= 0 else " "

    def _begin(self, position: int, marker: Marker) -> int:
        """The depth at which a numbering that starts anew with ``marker`` is opened."""
        for depth in reversed(range(len(self._stack))):
            last = self._at(depth)
            if last.kind is Kind.ARTICLE and not marker.kind.ranked:
                break  # a list inside a statute's article
            if last.kind is marker.kind:
                if marker.kind.ranked or not self._resumes(position, last):
                    return depth
                break
        return self._under(marker)

    def _under(self, marker: Marker) -> int:
        """The depth below every open numbering that may contain ``marker``."""
        if not marker.kind.ranked:
            return len(self._stack)
        depth = len(self._stack)
        for position in reversed(range(len(self._stack))):
            kind = self._at(position).kind
            if kind.ranked and kind < marker.kind:
                break
            if kind.ranked or marker.kind is not Kind.ARTICLE or self._inside_article(position):
                depth = position
        return depth

    def _inside_article(self, depth: int) -> bool:
        return any(self._at(above).kind is Kind.ARTICLE for above in range(depth))

    def _continues(self, position: int, marker: Marker) -> bool:
        last = self._last.get(marker.kind)
        return last is not None and self._follows(position, last, marker)

    def _starts_excerpt(self, position: int, marker: Marker) -> bool:
        """Whether a statute's numbering begins here, though not at 1: one book of a code."""
        if not marker.kind.ranked or marker.kind in self._last or marker.weak:
            return False
        return marker.spaced and self._next(position, marker.kind, marker.number + 1) is not None

    def _follows(self, position: int, last: Marker, marker: Marker) -> bool:
        """Whether ``marker`` is next after ``last``, or next but for a few missing ones."""
        if marker.number == last.number:
            return marker.sub == last.sub + 1
        if marker.sub > 1 or (marker.weak and marker.number != last.number + 1):
            return False
        missing = marker.number - last.number - 1
        if missing == 0:
            return True
        return 0 < missing <= _LARGEST_GAP and self._bridges(position, last, marker)

    def _bridges(self, position: int, last: Marker, marker: Marker) -> bool:
        """Whether the numbering goes on from ``marker`` and the missing numbers never come."""
        following = self._next(position, marker.kind, marker.number + 1)
        if following is None:
            return False
        for number in range(last.number + 1, marker.number):
            late = self._next(position, marker.kind, number)
            if late is not None and late < following:
                return False
        return True

    def _resumes(self, position: int, outer: Marker) -> bool:
        """Whether the numbering of ``outer`` goes on after the list that begins here."""
        inner = self._markers[position]
        for place in self._places[outer.kind][bisect_right(self._places[outer.kind], position) :]:
            marker = self._markers[place]
            resumed = marker.number == outer.number + 1
            if marker.number != inner.number + 1 or (resumed and self._closed(inner, marker)):
                return resumed
            inner = marker
        return False

    def _next(self, position: int, kind: Kind, number: int) -> int | None:
        places = self._later.get((kind, number), ())
        at = bisect_right(places, position)
        return places[at] if at < len(places) else None

    def _open(self, marker: Marker, depth: int, continued: bool = False) -> None:
        del self._stack[depth:]
        parent = self._stack[-1] if self._stack else -1
        self._stack.append(len(self._nodes))
        self._nodes.append(Node(marker, parent, continued))
        self._last[marker.kind] = marker

    def _at(self, depth: int) -> Marker:
        return self._nodes[self._stack[depth]].marker
