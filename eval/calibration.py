"""Learning how surely an article supports an answer, from questions with known articles.

Logistic regressions over the features of ``assistant.evidence`` judge each article by itself; boosted
trees then judge whether the surest one answers. Each gold question gives its candidates twice: as they are, and with the gold articles hidden (then nothing that is left
supports an answer, except what the case calls acceptable, which is left out of training).

The second model, whether the surest article really answers, and both thresholds are learned from
what models of the other folds say, as they will meet questions that they were not learned from.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant.finding import SCORED
from assistant.selection import BROAD, listed_subject
from assistant.service import Assistant
from assistant.support import (
    BARE,
    Candidate,
    SupportModel,
    answer_features,
    companion_features,
    list_features,
)
from eval.cases import Case
from eval.learning import Row, grow, learn
from eval.leave_one_out import Blindfold

# Where nothing answers, only the likeliest count: what stands lower never gets cited.
LEFT = 5
# Less sure ones are never cited beside another.
CONSIDERED = 0.05
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Weighed:
    """A question's candidates, and which articles are gold or acceptable: (policy, number).

    ``case_id`` keeps a question and its blind twin in one fold; ``subject`` is what a list is
    asked of, empty for other questions.
    """

    case_id: str

    candidates: tuple[Candidate, ...]
    gold: frozenset[tuple[str, int]]
    acceptable: frozenset[tuple[str, int]]
    broad: bool
    subject: str


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
        case.id,
        state.sides[0].candidates,
        case.gold_keys,
        case.acceptable_keys,
        state.understood.intent in BROAD,
        listed_subject(state.understood),
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


def rows(questions: Sequence[Weighed]) -> Iterator[Row]:
    """Feature rows with whether the article supports an answer."""
    for question in questions:
        shown = question.candidates[:SCORED] if question.gold else question.candidates[:LEFT]
        for one in shown:
            if _key(one) not in question.acceptable:
                yield dict(one.features), _key(one) in question.gold


def fit(
    questions: Sequence[Weighed],
    model: SupportModel,
    false_refusals: float,
    single: Iterable[Weighed] = (),
) -> SupportModel:
    """``model`` learned anew.

    The thresholds are where ``false_refusals`` of the questions that are answered rightly would
    be refused; the one for citing beside another stays.

    ``single`` are questions as they are (no blind twins) whose gold is one article, though another
    place may have the same measure: they tell only of that article whether it answers, and where
    there is no gold that none does.
    """
    learned = replace(model, weights=learn(list(rows(questions))))
    ranked = list(_out_of_fold(questions, model))
    alone = (_ranked(one, learned) for one in single if one.candidates)
    more = list(_answers(one for one in alone if not one.gold or _is_right(one)))
    answer = grow([*_answers(ranked), *more])
    beside = learn(list(_companions(questions, learned)))
    listed = learn(list(_listed(questions, learned)))
    settled = replace(learned, answer=answer, companion=beside, listed=listed)
    least = float(np.quantile(list(_sure(ranked, settled, more)), false_refusals))
    return replace(settled, answer_from=round(least, 3))


def fit_bare(questions: Sequence[Weighed], model: SupportModel, precision: float) -> SupportModel:
    """``model`` with the weights for articles without similar questions learned anew.

    ``questions`` are asked of documents that nobody wrote any for. The threshold is the lowest
    from which the surest article is right in ``precision`` of the answers to the questions as
    they are (without their blind twins), by models of the other folds.
    """
    seen = [question for question in map(_bare, questions) if question.candidates]
    learned = replace(model, bare=learn(list(_bare_rows(seen))))
    whole = list({one.case_id: one for one in reversed(seen)}.values())
    surest = sorted(
        ((one.support, right) for one, right in _surest_bare(whole, seen, model)), reverse=True
    )
    rights = np.cumsum([right for _, right in surest]) / np.arange(1, len(surest) + 1)
    enough = np.flatnonzero(rights >= precision)
    least = surest[int(enough[-1])][0] if len(enough) else 1.0
    return replace(learned, bare_from=round(float(least), 3))


def _bare(question: Weighed) -> Weighed:
    bare = tuple(one for one in question.candidates if not one.asked)
    return replace(question, candidates=bare)


def _bare_rows(questions: Iterable[Weighed]) -> Iterator[Row]:
    for question in questions:
        for one in question.candidates:
            if _key(one) not in question.acceptable:
                yield {name: one.features[name] for name in BARE}, _key(one) in question.gold


def _surest_bare(
    questions: Sequence[Weighed], learned_from: Sequence[Weighed], model: SupportModel
) -> Iterator[tuple[Candidate, bool]]:
    """The surest article of each question by a model not learned from it, and whether it is right."""
    for fold in range(FOLDS):
        kept = {one.case_id for place, one in enumerate(questions) if place % FOLDS == fold}
        others = [one for one in learned_from if one.case_id not in kept]
        other = replace(model, bare=learn(list(_bare_rows(others))))
        for question in questions[fold::FOLDS]:
            judged = (
                replace(one, support=other.probability(one.features, asked=False))
                for one in question.candidates
            )
            surest = max(judged, key=lambda one: one.support)
            if _key(surest) not in question.acceptable - question.gold:
                yield surest, _key(surest) in question.gold


def _out_of_fold(questions: Sequence[Weighed], model: SupportModel) -> Iterator[Weighed]:
    """Every question, its candidates ranked by a model that was not learned from it."""
    for kept, others in _folds(questions):
        other = replace(model, weights=learn(list(rows(others))))
        yield from (_ranked(one, other) for one in kept if one.candidates)


def _sure(ranked: Sequence[Weighed], model: SupportModel, more: Sequence[Row]) -> Iterator[float]:
    """How sure trees that were not grown from it are of each right answer."""
    for kept, others in _folds(ranked):
        other = replace(model, answer=grow([*_answers(others), *more]))
        yield from (other.sureness(one.candidates) for one in kept if _is_right(one))


def _folds(questions: Sequence[Weighed]) -> Iterator[tuple[list[Weighed], list[Weighed]]]:
    """Each fold with all the others; a question and its blind twin are in one."""
    order = {case_id: place for place, case_id in enumerate(sorted({q.case_id for q in questions}))}
    for fold in range(FOLDS):
        kept = [one for one in questions if order[one.case_id] % FOLDS == fold]
        yield kept, [one for one in questions if order[one.case_id] % FOLDS != fold]


def _ranked(question: Weighed, model: SupportModel) -> Weighed:
    judged = (replace(one, support=model.probability(one.features)) for one in question.candidates)
    return replace(question, candidates=tuple(sorted(judged, key=lambda one: -one.support)))


def _answers(ranked: Iterable[Weighed]) -> Iterator[Row]:
    """Rows for the surest article of each question: does it answer?"""
    for question in ranked:
        best = _key(question.candidates[0])
        if best not in question.acceptable or best in question.gold:
            yield answer_features(question.candidates), best in question.gold


def _is_right(question: Weighed) -> bool:
    return _key(question.candidates[0]) in question.gold


def _companions(questions: Sequence[Weighed], model: SupportModel) -> Iterator[Row]:
    """Rows for the articles beside a right best one: cited too, or not."""
    for question in questions:
        ranked = _ranked(question, model).candidates
        if not ranked or _key(ranked[0]) not in question.gold | question.acceptable:
            continue
        for rank, one in enumerate(ranked[1:], 1):
            if one.support >= CONSIDERED and _key(one) not in question.acceptable:
                seen = companion_features(ranked[0], one, rank=rank, broad=question.broad)
                yield seen, _key(one) in question.gold


def _listed(questions: Sequence[Weighed], model: SupportModel) -> Iterator[Row]:
    """Rows for the articles under the best one of questions that list: on the list, or not."""
    for question in questions:
        if not question.subject or not question.gold:
            continue
        best, *others = _ranked(question, model).candidates
        for rank, one in enumerate(others, 1):
            if _key(one) not in question.acceptable - question.gold:
                seen = list_features(best, one, rank=rank, subject=question.subject)
                yield seen, _key(one) in question.gold


def _key(candidate: Candidate) -> tuple[str, int]:
    return candidate.policy_id, candidate.evidence.article.number
