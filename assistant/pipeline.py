"""The pipeline: a question becomes an answer by passing these steps in this order.

A step takes the state and gives back a new one; once a step has written the draft, the later
ones are left out. The list at the end of this file is the architecture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from assistant.answer import Outcome, Reason
from assistant.composing import answers, comparing, documents, refusals, wording
from assistant.conversation.heard import hear, read_for_noun, read_with_before, turn_to_noun
from assistant.conversation.read_alone import read_alone, turned_to
from assistant.differing.answer import answer_difference
from assistant.judging.beneath_heads import beneath_heads
from assistant.judging.judge import judge
from assistant.judging.lists import answer_enumerated
from assistant.judging.twins import twins
from assistant.judging.unstated import left_open, spoken_of, unstated
from assistant.looking_up.definitions import explain_term
from assistant.looking_up.named import answer_about_documents, answer_addressed, answer_from_before
from assistant.model import Draft
from assistant.state import State
from assistant.understanding import Understanding, understand
from assistant.understanding.asks.demands import sides
from assistant.understanding.asks.intents import Intent
from assistant.understanding.domain import idle_words
from assistant.understanding.follow_ups.courtesies import only_chats
from assistant.understanding.follow_ups.dropped_aspects import without_last_aspect
from assistant.understanding.follow_ups.leave_taking import without_thanks
from assistant.understanding.parts import joined_parts_of, parts_of
from assistant.understanding.screening import MAX_QUESTION_LENGTH, screen, small_talk
from assistant.understanding.wishes import wishes_of
from assistant.weighing.support import Candidate

Step = Callable[[State], State]


@dataclass(frozen=True, slots=True)
class Stage:
    """One or several steps, under the name that streams and timings show."""

    name: str
    steps: tuple[Step, ...] = field(repr=False)

    def __call__(self, state: State) -> State:
        """Run the steps up to the one that writes the draft."""
        for step in self.steps:
            if state.draft is not None:
                break
            state = step(state)
        return state


def turn_away(state: State) -> State:
    """Clean the text; refuse what is empty, too long, hostile; greet a greeting."""
    text = state.parts.clean(state.question.question)
    reason = screen(text)
    if reason is not None:
        return replace(state, draft=refusals.refusal(reason, limit=MAX_QUESTION_LENGTH))
    talk = small_talk(text) or ("chat" if state.question.history and only_chats(text) else None)
    if talk is not None:
        return replace(
            state,
            draft=Draft(
                Outcome.CLARIFICATION,
                lead=wording.SMALL_TALK[talk],
                reason=Reason.OFF_TOPIC,
                handoff=wording.TALK_HANDOFFS.get(talk),
            ),
        )
    return replace(state, text=without_thanks(text))


def answer_in_parts(state: State) -> State:
    """Answer several questions asked in one breath each by itself.

    Where all of them come to the same articles, or none is answered, it was one question. So it was
    where only a comma joins them and the first has no answer, or the second none but of the same articles.
    """
    parts = parts_of(state.text)
    joined = len(parts) == 1
    parts = joined_parts_of(state.text) if joined else parts
    if len(parts) == 1:
        return state
    states = [_asked(state, parts, 0)]
    if joined and not _is_answered(states[0]):
        return state  # one question: its second half need not be searched for
    states += [_asked(state, parts, place) for place in range(1, len(parts))]
    told = [_beside_another(one.draft) for one in states if one.draft is not None]
    chosen = any(one.chosen for one in states)
    if joined and not _rest_apart(told):
        return state
    if len({_articles(draft) for draft in told}) < 2 or not chosen:
        return state
    return _in_parts(state, parts, states, told)


def answer_wishes(state: State) -> State:
    """Answer two things wished for in one sentence each by itself, where each has its own answer.

    Where the sentence as a whole comes to all of that too, it was one question.
    """
    wishes = wishes_of(state.text)
    if len(wishes) < 2:
        return state
    states = [_asked(state, wishes, place) for place in range(len(wishes))]
    told = [one.draft for one in states if one.draft is not None and _is_answered(one)]
    if len(told) < len(wishes) or not _rest_apart(told):
        return state
    whole = _run(state, tuple(one for one in PIPELINE if one.name not in (SCREEN, PARTS)))
    every = frozenset[str]().union(*map(_articles, told))
    if whole.draft is not None and _articles(whole.draft) >= every:
        return whole
    return _in_parts(state, wishes, states, told)


def _in_parts(
    state: State, parts: Sequence[str], states: Sequence[State], told: Sequence[Draft]
) -> State:
    """``state`` with what was ``told`` to each of ``parts``, whose own states are ``states``."""
    return replace(
        state,
        understanding=replace(states[0].understood, text=state.text, is_follow_up=False),
        chosen=tuple(side for one in states for side in one.chosen),
        draft=answers.in_parts(parts, told),
    )


def _beside_another(draft: Draft) -> Draft:
    """A part that alone would be off topic: beside a question on the trade it has no basis."""
    return refusals.refusal(Reason.NO_BASIS) if draft.reason is Reason.OFF_TOPIC else draft


def _is_answered(state: State) -> bool:
    return state.draft is not None and state.draft.outcome is Outcome.ANSWERED


def _rest_apart(drafts: Sequence[Draft]) -> bool:
    """Whether no article is what two of the drafts rest on."""
    rests = [_articles(draft) for draft in drafts]
    return sum(map(len, rests)) == len(frozenset[str]().union(*rests))


def _asked(state: State, parts: Sequence[str], place: int) -> State:
    """The state after one part was asked by itself; only the first goes on about the call before."""
    history = state.question.history if place == 0 else ()
    question = state.question.model_copy(update={"question": parts[place], "history": history})
    return _run(State(question, state.parts, state.as_of))


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
    return replace(state, understanding=understanding, as_of=understanding.as_of)


def _understood(state: State, text: str, history: Sequence[str]) -> Understanding:
    return understand(
        text,
        history,
        state.question.region,
        state.as_of,
        state.parts.store.metadata(),
        state.parts.addresser,
    )


def refuse_unheard_of(state: State) -> State:
    """Refuse what has a word of idle talk that no document has."""
    if state.parts.finder.unheard_of(idle_words(state.understood.text)):
        return replace(state, draft=refusals.refusal(Reason.OFF_TOPIC))
    return state


def search(state: State) -> State:
    """Find candidate articles, each side of a comparison by itself."""
    return replace(state, sides=state.parts.finder.sides(state.understood))


def decide(state: State) -> State:
    """Judge; and again of what was spoken of before, where the last turn has no basis either.

    “哪个部门管呢” after a question for a telephone number asks of the matter, not of the number.
    """
    judged = judge(state)
    if judged.draft is None or judged.draft.reason is not Reason.NO_BASIS:
        return judged
    history = without_last_aspect(state.question.history)
    # What holds for others is no answer for those who are not accredited, but who is in charge is.
    if history is None or (
        state.understood.outsider and state.understood.intent is not Intent.UNIT
    ):
        return judged
    question = state.question.model_copy(update={"history": history})
    again = _run(State(question, state.parts, state.as_of))
    return again if _is_answered(again) and again.understood.is_follow_up else judged


def compose(state: State) -> State:
    """Write the draft from the chosen articles' own words."""
    understood = state.understood
    if len(state.chosen) > 1:
        return replace(state, draft=comparing.comparison(understood, state.chosen))
    ((_, chosen),) = state.chosen
    missing = unstated(understood, chosen)
    if missing in sides.WHATS:
        return replace(state, draft=refusals.not_for(missing, chosen[0], understood))
    if missing is not None:
        best = _speaking(state, chosen)
        return _stated_elsewhere(state) or replace(
            state,
            draft=refusals.not_specified(
                missing, best, *twins(understood, best, [one for one in chosen if one is not best])
            ),
        )
    if understood.rest and len(chosen) == 1:  # the rest of one measure is in all of it
        (only,) = chosen
        policy = state.parts.store.policy(only.policy_id)
        return replace(state, draft=documents.whole_article(policy, only.evidence.article))
    draft, open_ = answers.in_intent(understood, chosen), left_open(understood, chosen)
    return replace(state, draft=refusals.but_for(open_, chosen[0], draft) if open_ else draft)


def _speaking(state: State, chosen: Sequence[Candidate]) -> Candidate:
    found = [one for side in state.sides for one in side.candidates]
    return spoken_of(state.understood, chosen, found)


def _stated_elsewhere(state: State) -> State | None:
    """The answer of the measure that a follow-up's own words find, where that states what is asked."""
    turned = turned_to(state)
    judged = judge(turned) if turned else None
    if judged is None or judged.draft is not None or len(judged.chosen) > 1:
        return None
    ((_, chosen),) = judged.chosen
    return compose(judged) if unstated(judged.understood, chosen) is None else None


SCREEN, PARTS, ENUMERATED, JUDGE = "screen", "parts", "enumerated", "judge"

PIPELINE: tuple[Stage, ...] = (
    Stage(SCREEN, (turn_away,)),
    Stage(PARTS, (answer_in_parts, answer_wishes)),
    Stage("understand", (understand_question,)),
    Stage(ENUMERATED, (answer_difference, answer_enumerated)),
    Stage("addressed", (answer_addressed,)),
    Stage("document_facts", (answer_about_documents,)),
    Stage("from_before", (answer_from_before,)),
    Stage(
        "search",
        (
            refuse_unheard_of,
            hear,
            turn_to_noun,
            search,
            read_with_before,
            read_alone,
            read_for_noun,
        ),
    ),
    Stage("explain", (explain_term,)),
    Stage(JUDGE, (decide,)),
    Stage("beneath", (beneath_heads,)),
    Stage("compose", (compose,)),
)


def _run(state: State, stages: Sequence[Stage] | None = None) -> State:
    """``state`` after ``stages``, the whole pipeline unless told."""
    for stage in PIPELINE if stages is None else stages:
        state = stage(state)
    return state
