"""The metrics of an evaluation: small objects with one method, each a hand-checkable fraction."""

from __future__ import annotations

from eval.library import Library
from eval.metrics.citations import CitationF1, CitationPrecision, CitationRecall, QuoteExactness
from eval.metrics.end_to_end import (
    ArticlesDelivered,
    Completeness,
    Correct,
    FactsDelivered,
    FollowUpSuccess,
)
from eval.metrics.facts import GroundedFigures, NoForbiddenFacts, RequiredFacts
from eval.metrics.model import Evaluator, Family, Judgement
from eval.metrics.objections import Correction, NoFalseCorrection, NoFalseDenial
from eval.metrics.refusals import NoFalseRefusal, RefusalPrecision, RefusalReason, RefusalRecall
from eval.metrics.scope import RightJurisdiction, RightVersion

__all__ = ["Evaluator", "Family", "Judgement", "evaluators"]


def evaluators(library: Library) -> tuple[Evaluator, ...]:
    """Every metric, in the order in which reports show them."""
    quotes = QuoteExactness(library.source)
    forbidden, place, version = (
        NoForbiddenFacts(),
        RightJurisdiction(library),
        RightVersion(library),
    )
    correct = Correct((forbidden, quotes, place, version))
    return (
        correct,
        FactsDelivered(),
        ArticlesDelivered(),
        Completeness(),
        FollowUpSuccess(correct),
        CitationPrecision(),
        CitationRecall(),
        CitationF1(),
        quotes,
        RequiredFacts(),
        forbidden,
        GroundedFigures(library),
        Correction(),
        NoFalseCorrection(),
        NoFalseDenial(library),
        place,
        version,
        RefusalRecall(),
        RefusalPrecision(),
        RefusalReason(),
        NoFalseRefusal(),
    )
