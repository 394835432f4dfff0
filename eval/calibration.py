"""Learning how surely an article supports an answer, from questions with known articles.

A logistic regression over the features of ``assistant.support``. Each gold question gives its
candidates twice: as they are, and with the gold articles hidden (then nothing that is left
supports an answer, except what the case calls acceptable, which is left out of training).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from assistant.selection import BROAD
from assistant.service import Assistant
from assistant.support import BARE, Candidate, SupportModel, companion_features
from eval.cases import Case
from eval.leave_one_out import Blindfold

# Where nothing answers, only the likeliest count: what stands lower never gets cited.
LEFT = 5
# Less sure ones are never cited beside another.
CONSIDERED = 0.05
# The inverse of the regularisation; a dozen features and thousands of rows need little of it.
STRENGTH = 1.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """A question's candidates, and which articles are gold or acceptable: (policy, number)."""

    candidates: tuple[Candidate, ...]
    gold: frozenset[tuple[str, int]]
    acceptable: frozenset[tuple[str, int]]
    broad: bool


def weigh(assistant: Assistant, blindfold: Blindfold, cases: Iterable[Case]) -> Iterator[Weighed]:
    """What the assistant finds for each case, and what it finds with the gold articles hidden.

    Left out are the cases answered before any search (addresses, document facts, refusals by
    wording) and comparisons, which are judged side by side.
    """
    for case in cases:
        seen = _weighed(assistant, case)
        if seen is None:
            continue
        yield seen
        blindfold.hidden = frozenset(
            one.evidence.article.id for one in seen.candidates if _key(one) in seen.gold
        )
        if blindfold.hidden:
            blind = _weighed(assistant, case)
            blindfold.hidden = frozenset()
            if blind is not None:
                yield replace(blind, gold=frozenset())


def _weighed(assistant: Assistant, case: Case) -> Weighed | None:
    state = assistant.weighed(case.as_question())
    if state.draft is not None or len(state.sides) != 1:
        return None
    return Weighed(
        state.sides[0].candidates,
        case.gold_keys,
        case.acceptable_keys,
        state.understood.intent in BROAD,
    )


def strangers(path: Path, most: int = 150) -> tuple[Case, ...]:
    """Questions of other fields as cases that nothing here answers.

    ``path`` is a JSON-lines file with a ``query`` on each line; evenly spread ones are taken.
    """
    lines = path.read_text("utf-8").splitlines()
    picked = lines[:: max(1, len(lines) // most)][:most]
    return tuple(
        Case(
            id=f"{path.stem}-{number}",
            type="unanswerable",
            question=json.loads(line)["query"],
            gold=(),
            answerable=False,
        )
        for number, line in enumerate(picked)
    )


def rows(questions: Sequence[Weighed]) -> Iterator[tuple[dict[str, float], bool]]:
    """Feature rows with whether the article supports an answer."""
    for question in questions:
        shown = question.candidates if question.gold else question.candidates[:LEFT]
        for one in shown:
            if _key(one) not in question.acceptable:
                yield dict(one.features), _key(one) in question.gold


def fit(questions: Sequence[Weighed], model: SupportModel) -> SupportModel:
    """``model`` with newly learned weights; its thresholds stay."""
    seen = list(rows(questions))
    alone = _learn(seen)
    bare = _learn([({name: row[name] for name in BARE}, label) for row, label in seen])
    beside = _learn(list(_companions(questions, replace(model, weights=alone))))
    return replace(model, weights=alone, bare=bare, companion=beside)


def _companions(
    questions: Sequence[Weighed], model: SupportModel
) -> Iterator[tuple[dict[str, float], bool]]:
    """Rows for the articles beside a right best one: cited too, or not."""
    for question in questions:
        ranked = sorted(
            (replace(one, support=model.probability(one.features)) for one in question.candidates),
            key=lambda one: -one.support,
        )
        if not ranked or _key(ranked[0]) not in question.gold | question.acceptable:
            continue
        for rank, one in enumerate(ranked[1:], 1):
            if one.support >= CONSIDERED and _key(one) not in question.acceptable:
                seen = companion_features(ranked[0], one, rank=rank, broad=question.broad)
                yield seen, _key(one) in question.gold


def _key(candidate: Candidate) -> tuple[str, int]:
    return candidate.policy_id, candidate.evidence.article.number


def _learn(seen: Sequence[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """Logistic weights by feature name, the bias among them."""
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]  # heavy

    names = [name for name in seen[0][0] if name != "bias"]
    matrix = np.array([[row[name] for name in names] for row, _ in seen])
    labels = np.array([label for _, label in seen])
    learned = LogisticRegression(C=STRENGTH, max_iter=5_000).fit(matrix, labels)
    weights = {"bias": float(learned.intercept_[0])}
    weights |= dict(zip(names, map(float, learned.coef_[0]), strict=True))
    return {name: round(weight, 3) for name, weight in weights.items()}


def save(model: SupportModel, path: Path) -> None:
    """Write the model where the assistant loads it from."""
    path.write_text(json.dumps(asdict(model), indent=2) + "\n", "utf-8")
