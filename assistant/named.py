"""The steps that answer without weighing: what is named is looked up and quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Outcome, Reason
from assistant.composing import answers, comparing, documents
from assistant.model import Draft
from assistant.state import State
from assistant.understanding.documents import particulars, plain_facts
from assistant.understanding.intents import DocumentFact
from corpus import PolicyStore
from index.addressing import Address


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
    draft = _joined(drafts)
    if understood.document_facts == (DocumentFact.DATE,):
        dated = [state.parts.store.policy(one).metadata for one in understood.scope.policies]
        draft = replace(draft, lead=draft.lead or comparing.earliest(dated))
    return replace(state, draft=draft)


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
