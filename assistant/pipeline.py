"""The pipeline: a question becomes an answer by passing these steps in this order.

A step takes the state and gives back a new one; once a step has written the draft, the later
ones let it pass. The list at the end of this file is the architecture.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from assistant import wording
from assistant.answer import Outcome, Question, Reason
from assistant.composing import answers, documents
from assistant.finding import Finder, Side
from assistant.model import Draft
from assistant.selection import select, select_listed, with_counterparts
from assistant.support import Candidate, SupportModel, log_odds
from assistant.understanding import Addresser, Understanding, understand
from assistant.understanding.documents import particulars, plain_facts
from assistant.understanding.domain import idle_words, in_domain
from assistant.understanding.intents import Intent
from assistant.understanding.parts import parts_of
from assistant.understanding.screening import MAX_QUESTION_LENGTH, screen, small_talk
from assistant.writing import ModelWriter
from corpus import PolicyStore
from corpus.model import NATIONWIDE
from index.addressing import Address


@dataclass(frozen=True, slots=True)
class Parts:
    """What the steps work with; made once, shared by all questions."""

    store: PolicyStore
    finder: Finder
    support: SupportModel
    addresser: Addresser
    clean: Callable[[str], str]
    today: Callable[[], dt.date]
    model: ModelWriter | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What is known of one question so far."""

    question: Question
    parts: Parts
    as_of: dt.date
    text: str = ""
    understanding: Understanding | None = None
    sides: tuple[Side, ...] = ()
    chosen: tuple[tuple[str, tuple[Candidate, ...]], ...] = ()
    draft: Draft | None = None

    @property
    def cited(self) -> tuple[Candidate, ...]:
        """The chosen candidates of all sides, each once."""
        by_article = {one.evidence.article.id: one for _, found in self.chosen for one in found}
        return tuple(by_article.values())

    @property
    def understood(self) -> Understanding:
        """The understanding, for the steps after ``understand_question``."""
        if self.understanding is None:
            raise RuntimeError("the question has not been understood yet")
        return self.understanding


# More would not be read; the first are the most relevant.
ENUMERATED = 12

# An article this sure is what the question means, whatever other places rule.
SURE = 0.5
# How sure it must be that another place has the rule before it is named as having it.
HAS_IT = 0.5
# By how much (in log odds) another place's article must be surer to be what was meant.
FAR_SURER = 2.5

Step = Callable[[State], State]


@dataclass(frozen=True, slots=True)
class Named:
    """A step with the name that streams and timings show."""

    name: str
    step: Step = field(repr=False)

    def __call__(self, state: State) -> State:
        """Run the step, unless the draft is written already."""
        return state if state.draft is not None else self.step(state)


def turn_away(state: State) -> State:
    """Clean the text; refuse what is empty, too long, hostile; greet a greeting."""
    text = state.parts.clean(state.question.question)
    reason = screen(text)
    if reason is not None:
        return replace(state, draft=answers.refusal(reason, limit=MAX_QUESTION_LENGTH))
    talk = small_talk(text)
    if talk is not None:
        return replace(
            state,
            draft=Draft(
                Outcome.CLARIFICATION, lead=wording.SMALL_TALK[talk], reason=Reason.OFF_TOPIC
            ),
        )
    return replace(state, text=text)


def answer_in_parts(state: State) -> State:
    """Answer several questions asked in one breath each by itself.

    Where all of them come to the same articles, or none is answered, it was one question.
    """
    parts = parts_of(state.text)
    if len(parts) == 1:
        return state
    states = [
        _run(State(_part(state.question, parts, place), state.parts, state.as_of))
        for place in range(len(parts))
    ]
    told = [one.draft for one in states if one.draft is not None]
    chosen = [one.chosen for one in states if one.chosen]
    if len({_articles(draft) for draft in told}) < 2 or not chosen:
        return state
    return replace(
        state,
        understanding=replace(states[0].understood, text=state.text, is_follow_up=False),
        chosen=tuple(side for sides in chosen for side in sides),
        draft=answers.in_parts(parts, told),
    )


def _part(question: Question, parts: Sequence[str], place: int) -> Question:
    history = question.history if place == 0 else ()
    return question.model_copy(update={"question": parts[place], "history": history})


def _articles(draft: Draft) -> frozenset[str]:
    """The articles that a draft rests on."""
    statements = [one for section in draft.sections for one in section.statements]
    return frozenset(basis.evidence.article.id for one in statements for basis in one.bases)


def understand_question(state: State) -> State:
    """Make the question self-contained and tell what it wants, of whom, as of when."""
    history = [state.parts.clean(turn) for turn in state.question.history]
    understanding = _understood(state, state.text, history)
    if understanding.is_follow_up and state.parts.model is not None:
        rephrased = state.parts.model.rephrase(state.text, history)
        if rephrased:
            understanding = replace(_understood(state, rephrased, []), is_follow_up=True)
    return replace(state, understanding=understanding)


def _understood(state: State, text: str, history: Sequence[str]) -> Understanding:
    return understand(
        text,
        history,
        state.question.region,
        state.as_of,
        state.parts.store.metadata(),
        state.parts.addresser,
    )


def answer_about_documents(state: State) -> State:
    """Answer what is asked of a named document itself, from its metadata and head.

    What only the words of the head say (who stamped it, what it carries out) is quoted from there.
    """
    understood = state.understood
    if not understood.document_facts:
        return state
    drafts = []
    for policy in map(state.parts.store.policy, understood.scope.policies):
        said = documents.particular(policy, particulars(understood.text))
        facts = plain_facts(understood.text) if said else understood.document_facts
        drafts += [documents.fact(policy, one) for one in facts]
        drafts += [said] if said else []
    if not drafts:
        return state
    return replace(state, draft=_joined(drafts))


def answer_addressed(state: State) -> State:
    """Quote the article that the question names by its number."""
    numbered = [one for one in state.understood.addresses if one.label or one.number]
    if not numbered:
        return state
    return replace(state, draft=_joined([_addressed(state.parts.store, one) for one in numbered]))


def _addressed(store: PolicyStore, address: Address) -> Draft:
    policy = store.policy(address.policy_id)
    wanted = address.label or address.number
    article = store.article(address.policy_id, wanted) if wanted is not None else None
    if article is None:
        return answers.refusal(
            Reason.NO_SUCH_ARTICLE,
            title=policy.metadata.title,
            count=sum(one.number > 0 for one in policy.articles),
            label=address.label or f"第{address.number}条",
        )
    return documents.whole_article(policy, article, address.item)


def _joined(drafts: Sequence[Draft]) -> Draft:
    """The answered drafts as one; the first draft where none is answered."""
    answered = [draft for draft in drafts if draft.outcome is Outcome.ANSWERED]
    if len(answered) < 2:
        return (answered or list(drafts))[0]
    return Draft(Outcome.ANSWERED, tuple(part for draft in answered for part in draft.sections))


def answer_from_before(state: State) -> State:
    """Answer what is asked of a document or a list that is meant without being named."""
    understood, store = state.understood, state.parts.store
    facts = understood.document_facts if understood.is_follow_up else ()
    if not (facts or understood.item):
        return state
    anchor = state.parts.finder.surest(understood)
    if anchor is None:
        return state
    policy = store.policy(anchor.policy_id)
    if facts:
        drafts = [documents.fact(policy, fact) for fact in facts]
        return replace(state, draft=_joined(drafts))
    if documents.item_of(anchor.evidence.article, understood.item or 0) is None:
        return state
    draft = documents.whole_article(policy, anchor.evidence.article, understood.item)
    return replace(state, draft=draft)


def search(state: State) -> State:
    """Find candidate articles, each side of a comparison by itself."""
    understood = state.understood
    if state.parts.finder.unheard_of(idle_words(understood.text)):
        return replace(state, draft=answers.refusal(Reason.OFF_TOPIC))
    apart = understood.scope.places > 1
    return replace(state, sides=state.parts.finder.sides(understood, apart=apart))


def judge(state: State) -> State:
    """Choose what the answer rests on; refuse when nothing supports one."""
    understood = state.understood
    enumerated = state.parts.finder.all_of(understood, state.sides[0].candidates)
    if enumerated:
        return replace(state, chosen=(("", enumerated[:ENUMERATED]),))
    chosen = with_counterparts(
        [(side.place, _selected(state, side.candidates)) for side in state.sides],
        [side.candidates for side in state.sides],
        state.parts.support,
    )
    if understood.outsider and any(found for _, found in chosen):
        return _for_outsiders(state, chosen)
    if len(chosen) == 1 and chosen[0][1]:
        better = _better_elsewhere(state, chosen[0][1][0])
        if better:
            place = "、".join(understood.scope.jurisdictions)
            return replace(state, draft=answers.only_elsewhere(understood, place, better))
    if any(found for _, found in chosen):
        return replace(state, chosen=chosen)
    return replace(state, draft=_unsupported(state))


def _for_outsiders(
    state: State, chosen: Sequence[tuple[str, tuple[Candidate, ...]]]
) -> State:
    """What holds for enterprises that are not accredited, or that nothing does."""
    open_to_all = [
        (side.place, _selected(state, [one for one in side.candidates if not one.for_accredited]))
        for side in state.sides
    ]
    if any(found for _, found in open_to_all):
        return replace(state, chosen=tuple((place, tuple(found)) for place, found in open_to_all))
    best = next(found[0] for _, found in chosen if found)
    return replace(state, draft=answers.accredited_only(best))


def _selected(state: State, candidates: Sequence[Candidate]) -> list[Candidate]:
    if state.understood.lists:
        return select_listed(state.understood, candidates, state.parts.support)
    one_side = len(state.sides) > 1
    return select(state.understood, candidates, state.parts.support, one_side=one_side)


def _better_elsewhere(state: State, best: Candidate) -> list[Candidate]:
    """What another place rules, where that is what the question means far more surely."""
    understood, finder = state.understood, state.parts.finder
    if not understood.scope.jurisdictions or understood.scope.policies or best.support >= SURE:
        return []
    others = select(understood, finder.anywhere(understood), state.parts.support)
    inside = (*understood.scope.jurisdictions, NATIONWIDE)
    if not others or others[0].evidence.policy.jurisdiction in inside:
        return []
    lead = log_odds(others[0].support) - log_odds(best.support)
    return [one for one in others if one.evidence.policy.jurisdiction not in inside] * (
        lead >= FAR_SURER
    )


def _unsupported(state: State) -> Draft:
    """Why nothing supports an answer here: another place has it, another time had it, or nobody."""
    understood, finder = state.understood, state.parts.finder
    scope = understood.scope
    related = [one.evidence for side in state.sides for one in side.candidates[:3]]
    if not scope.is_open:
        others = select(understood, finder.anywhere(understood), state.parts.support)
        place = "、".join((*scope.elsewhere, *scope.jurisdictions)) or NATIONWIDE
        if scope.elsewhere and not scope.jurisdictions:
            related = [one.evidence for one in others] or related
            return answers.refusal(Reason.OTHER_REGION, related, place=place)
        if others and others[0].support >= HAS_IT:
            return answers.only_elsewhere(understood, place, others)
    if select(understood, finder.at_any_time(understood), state.parts.support):
        return answers.refusal(Reason.EXPIRED, related, as_of=f"{state.as_of:%Y年%-m月%-d日}")
    return answers.referred(_no_support_reason(understood), related, finder.referral(understood))


def _no_support_reason(understood: Understanding) -> Reason:
    """Off topic when the words have nothing of the trade; otherwise the documents are silent."""
    return Reason.NO_BASIS if in_domain(understood.text) else Reason.OFF_TOPIC


def compose(state: State) -> State:
    """Write the draft from the chosen articles' own words."""
    understood = state.understood
    if len(state.chosen) > 1:
        return replace(state, draft=answers.comparison(state.chosen))
    ((_, chosen),) = state.chosen
    wants = understood.wants
    figure_asked = understood.intent is Intent.FIGURE
    if wants and figure_asked and not any(answers.names_figure(one, wants) for one in chosen):
        return replace(state, draft=answers.not_specified(wants.kind, chosen[0]))
    return replace(state, draft=answers.in_intent(understood, chosen))


JUDGE = "judge"

PIPELINE: tuple[Named, ...] = (
    Named("screen", turn_away),
    Named("parts", answer_in_parts),
    Named("understand", understand_question),
    Named("document_facts", answer_about_documents),
    Named("addressed", answer_addressed),
    Named("from_before", answer_from_before),
    Named("search", search),
    Named(JUDGE, judge),
    Named("compose", compose),
)


def _run(state: State) -> State:
    """``state`` after the whole pipeline."""
    for step in PIPELINE:
        state = step(state)
    return state
