"""What a question demands besides figures, and whether words state anything of the kind.

The expected answer type of classical question answering: who asks which materials to bring is not
answered by an article that speaks of none, however near its subject. Only what can be told from
the words of asking is listed here; the words of no policy are.
"""

from __future__ import annotations

from assistant.understanding.asks.clauses import all_asked, asked, asks_whether, clauses
from assistant.understanding.asks.demands import (
    access,
    classes,
    consequences,
    costs,
    measures,
    names,
    people,
    places,
    sides,
    standards,
    steps,
)
from assistant.understanding.asks.demands.model import Demand

_KINDS = (
    *costs.KINDS,
    *consequences.KINDS,
    *access.KINDS,
    *standards.KINDS,
    *people.KINDS,
    *steps.KINDS,
)

# More clauses than this tell a story.
STORY = 2

__all__ = ["Demand", "demands_of"]


def demands_of(text: str) -> tuple[Demand, ...]:
    """All that ``text`` demands, as far as can be told from its words."""
    words = asked(text)
    # After a story, a plain “行不行” may mean any of it.
    kinds = () if asks_whether(words) and len(clauses(text)) > STORY else _KINDS
    found = [
        places.own_case(text),
        places.demand_of(all_asked(text)),
        names.demand_of(words),
        classes.demand_of(words),
        measures.demand_of(words),
        *sides.demands_of(text),
        *(kind.of(words) for kind in kinds),
    ]
    return tuple(one for one in found if one is not None)
