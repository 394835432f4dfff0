"""Learning how surely an article supports an answer, from questions with known articles.

Logistic regressions over the features of ``assistant.weighing.features`` judge each article by itself; boosted
trees then judge whether the surest one answers. Each gold question gives its candidates twice: as they
are, and with the gold articles hidden (then nothing that is left supports an answer, except what the
case calls acceptable, which is left out of training).

The trees, whether the surest article really answers, and the thresholds are learned from
what models of the other folds say, as they will meet questions that they were not learned from.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

import numpy as np

from assistant.judging.selection import BROAD, listed_subject
from assistant.searching.finder import SCORED
from assistant.service import Assistant
from assistant.weighing.support import (
    BARE,
    OF_THE_SUREST,
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
# One in so many questions on unprepared documents teaches what prepared articles answer. Of 1,200
# questions to prepared ones 0.879 came out right with all of the others, 0.888 with a half drawn by chance,
# 0.883 with the half taken here and with a quarter; of 260 on unprepared documents 0.754, 0.754, 0.750, 0.750.
ONE_STRANGER_IN = 2


@dataclass(frozen=True, slots=True)
class Weighed:
    """A question's candidates, and which articles are gold or acceptable: (policy, number).

    ``case_id`` keeps a question and its blind twin in one fold; ``subject`` is what a list is
    asked of, empty for other questions; ``unprepared`` when it is asked of documents without
    similar questions, which stand beside prepared ones.
    """

    case_id: str

    candidates: tuple[Candidate, ...]
    gold: frozenset[tuple[str, int]]
    acceptable: frozenset[tuple[str, int]]
    broad: bool
    subject: str
    unprepared: bool = False


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


def fit(
    questions: Sequence[Weighed],
    single: Iterable[Weighed],
    model: SupportModel,
    false_refusals: float,
    bare_false_refusals: float,
) -> SupportModel:
    """``model`` learned anew from ``questions``, each with its blind twin.

    The thresholds are where those shares of the questions that are answered rightly would be
    refused, of prepared documents and of bare ones; those for citing beside another and for
    lists stay.

    ``single`` are questions as they are (no blind twins) whose gold is one article, though another
    place may have the same measure: they tell only of that article whether it answers, and where
    there is no gold that none does.
    """
    learned = _judges(questions, model)
    ranked = list(_out_of_fold(questions, model))
    alone = (_ranked(one, learned) for one in single if one.candidates)
    more = list(_answers((one for one in alone if not one.gold or _is_right(one)), asked=True))
    prepared = [one for one in questions if not one.unprepared]
    settled = replace(
        _with_trees(ranked, learned, more),
        companion=learn(list(_companions(prepared, learned))),
        listed=learn(list(_listed(prepared, learned))),
    )
    sure = list(_sure(ranked, settled, more))
    asked, bare = ([told for told, is_asked in sure if is_asked is kind] for kind in (True, False))
    return replace(
        settled,
        answer_from=_quantile(asked, false_refusals, settled.answer_from),
        bare_from=_quantile(bare, bare_false_refusals, settled.bare_from),
    )


def _quantile(values: Sequence[float], share: float, otherwise: float) -> float:
    return round(float(np.quantile(values, share)), 3) if values else otherwise


def _judges(questions: Sequence[Weighed], model: SupportModel) -> SupportModel:
    """``model`` with what judges an article by itself learned from ``questions``."""
    asked = list(_rows(_teaching_prepared(questions), asked=True))
    bare = list(_rows(questions, asked=False))
    return replace(
        model,
        weights=learn(asked) if asked else model.weights,
        bare=learn(bare) if bare else model.bare,
    )


def _teaching_prepared(questions: Iterable[Weighed]) -> Iterator[Weighed]:
    """Those that tell what prepared articles answer: not all of those on other documents."""
    for one in questions:
        if not one.unprepared or crc32(one.case_id.encode()) % ONE_STRANGER_IN == 0:
            yield one


def _rows(questions: Iterable[Weighed], *, asked: bool) -> Iterator[Row]:
    """Feature rows of the articles with or without questions: do they support an answer?"""
    for question in questions:
        alike = [one for one in question.candidates if one.asked is asked]
        for one in alike[: _shown(question, asked)]:
            if _key(one) not in question.acceptable:
                yield _features(one.features, asked=asked), _key(one) in question.gold


def _shown(question: Weighed, asked: bool) -> int | None:
    if not asked:
        return None
    return SCORED if question.gold else LEFT


def _features(features: Mapping[str, float], *, asked: bool) -> dict[str, float]:
    names = BARE if not asked else [name for name in features if name not in OF_THE_SUREST]
    return {name: features[name] for name in names}


def _with_trees(
    ranked: Sequence[Weighed], model: SupportModel, more: Sequence[Row]
) -> SupportModel:
    """``model`` with the trees that judge the surest article, ``more`` rows for the prepared ones."""
    asked = [*_answers(_teaching_prepared(ranked), asked=True), *more]
    bare = list(_answers(ranked, asked=False))
    return replace(
        model,
        answer=grow(asked) if asked else model.answer,
        bare_answer=grow(bare) if bare else model.bare_answer,
    )


def _out_of_fold(questions: Sequence[Weighed], model: SupportModel) -> Iterator[Weighed]:
    """Every question, its candidates ranked by a model that was not learned from it."""
    for kept, others in _folds(questions):
        other = _judges(others, model)
        yield from (_ranked(one, other) for one in kept if one.candidates)


def _sure(
    ranked: Sequence[Weighed], model: SupportModel, more: Sequence[Row]
) -> Iterator[tuple[float, bool]]:
    """How sure trees that were not grown from it are of each right answer, and whether it has questions."""
    for kept, others in _folds(ranked):
        other = _with_trees(others, model, more)
        for one in kept:
            if _is_right(one):
                yield other.sureness(one.candidates), one.candidates[0].asked


def _folds(questions: Sequence[Weighed]) -> Iterator[tuple[list[Weighed], list[Weighed]]]:
    """Each fold with all the others; a question and its blind twin are in one."""
    order = {case_id: place for place, case_id in enumerate(sorted({q.case_id for q in questions}))}
    for fold in range(FOLDS):
        kept = [one for one in questions if order[one.case_id] % FOLDS == fold]
        yield kept, [one for one in questions if order[one.case_id] % FOLDS != fold]


def _ranked(question: Weighed, model: SupportModel) -> Weighed:
    judged = (
        replace(one, support=model.probability(one.features, asked=one.asked))
        for one in question.candidates
    )
    return replace(question, candidates=tuple(sorted(judged, key=lambda one: -one.support)))


def _answers(ranked: Iterable[Weighed], *, asked: bool) -> Iterator[Row]:
    """Rows for the questions whose surest article has questions, or has none: does it answer?"""
    for question in ranked:
        best = question.candidates[0]
        if best.asked is asked and _key(best) not in question.acceptable - question.gold:
            seen = answer_features(question.candidates)
            if not asked:
                seen = {name: seen[name] for name in (*BARE, "best", "second")}
            yield seen, _key(best) in question.gold


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
        if not (question.subject and question.gold and question.candidates):
            continue
        best, *others = _ranked(question, model).candidates
        for rank, one in enumerate(others, 1):
            if _key(one) not in question.acceptable - question.gold:
                seen = list_features(best, one, rank=rank, subject=question.subject)
                yield seen, _key(one) in question.gold


def _key(candidate: Candidate) -> tuple[str, int]:
    return candidate.policy_id, candidate.evidence.article.number
