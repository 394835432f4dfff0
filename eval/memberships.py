"""Learning which articles a list gathers, from questions for lists with known articles.

One logistic regression over the features of ``assistant.gathering.evidence``: a row for every article
that was found within the documents asked about, but for those that may be cited or not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from assistant.enumerating import enumerated
from assistant.judging.lists import weighed_among
from assistant.service import Assistant
from assistant.understanding.asks.intents import Intent
from assistant.understanding.asks.lists import asks_for_measures
from assistant.understanding.model import Understanding
from eval.cases import Case
from eval.learning import Row, learn

# The inverse of the regularisation: few questions, and features that say nearly the same.
STRENGTH = 0.03
# The type of the cases that ask for lists.
LIST = "list"


def rows(assistant: Assistant, cases: Iterable[Case]) -> Iterator[Row]:
    """What tells of each article found for each case that lists, and whether it belongs."""
    for case in cases:
        yield from _rows(assistant, case)


def fit(seen: Iterable[Row]) -> dict[str, float]:
    """Logistic weights by feature name."""
    return learn(list(seen), strength=STRENGTH)


def save(weights: Mapping[str, float], path: Path) -> None:
    """Write the weights where the assistant loads them from."""
    path.write_text(json.dumps(weights, indent=2) + "\n", "utf-8")


def _rows(assistant: Assistant, case: Case) -> Iterator[Row]:
    state = assistant.understood(case.as_question())
    if state.draft is not None or not _applies(case, state.understood):
        return
    understood, parts = state.understood, state.parts
    found = enumerated(understood, parts.shelf, parts.finder.names)
    if found is not None and not found.open:
        return
    intent = understood.intent if understood.intent is Intent.TOPIC else Intent.LIST
    reading = replace(understood, lists=True, intent=intent)
    here = weighed_among(reading, parts.finder.sides(reading))
    for member in parts.gatherer.weigh(reading, here):
        article = (member.candidate.policy_id, member.candidate.evidence.article.number)
        if article not in case.acceptable_keys - case.gold_keys:
            yield member.features, article in case.gold_keys


def _applies(case: Case, understood: Understanding) -> bool:
    """Whether the case asks for measures on a subject; one measure is a list of one."""
    if case.type == LIST:
        return True
    if not understood.lists or understood.intent is Intent.TOPIC or understood.scope.elsewhere:
        return False
    if not case.answerable:
        return asks_for_measures(understood.text)
    one_place = understood.scope.places < 2
    return one_place and bool(case.gold) and all(number for _, number in case.gold_keys)
