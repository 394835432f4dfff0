"""What a question demands besides figures, and whether words state anything of the kind.

The expected answer type of classical question answering: who asks which materials to bring is not
answered by an article that speaks of none, however near its subject. Only what can be told from
the words of asking is listed here; the words of no policy are.
"""

from __future__ import annotations

import re

from assistant.understanding.asks.clauses import all_asked, asked, asks_whether, clauses
from assistant.understanding.asks.demands import (
    access,
    classes,
    confirmed,
    consequences,
    costs,
    details,
    hours,
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
    *details.KINDS,
)

# Whether it costs anything, in a clause of its own.
_PAYS = re.compile(
    r"^(?:那|这个?|也|还|企业|我们?)*(?:是不是|会不会|要不要|收不收|用不用)?(?:要|收|交|付|花)?(?:钱|费|收费|付费|免费)(?:的)?(?:吗|么|伐|不)?$"
)
# More clauses than this tell a story.
STORY = 2

__all__ = ["Demand", "demands_of"]


def demands_of(text: str) -> tuple[Demand, ...]:
    """All that ``text`` demands, as far as can be told from its words."""
    words = asked(text)
    # After a story, a plain “行不行” may mean any of it; what has its own words does not.
    told = asks_whether(words) and len(clauses(text)) > STORY
    kinds = ((costs.KINDS[0],) if _PAYS.search(clauses(words)[-1]) else ()) if told else _KINDS
    found = [
        places.own_case(text),
        places.demand_of(all_asked(text)),
        names.demand_of(words),
        classes.demand_of(words, text),
        measures.demand_of(words),
        *sides.demands_of(text),
        details.range_asked(words),
        details.others_asked(words),
        details.paper_asked(words),
        details.way_asked(words),
        details.deposit_asked(words),
        confirmed.demand_of(text),
        hours.demand_of(words),
        places.where_asked(text),
        *(kind.of(words) for kind in kinds),
    ]
    return tuple(one for one in found if one is not None)
