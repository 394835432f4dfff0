"""The steps that answer without weighing: what is named is looked up and quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Outcome, Reason
from assistant.composing import answers, documents, heads
from assistant.composing.outline import chapter_draft, in_order
from assistant.model import Draft
from assistant.state import State
from assistant.understanding.asked_of_documents import term_asked
from assistant.understanding.documents import particulars, plain_facts
from assistant.understanding.facts import DocumentFact
from assistant.understanding.heads import SAID
from corpus import Policy, PolicyStore
from index.addressing import Address
from index.positions import chapter_in, chapter_words
from index.text import normalise


def answer_about_documents(state: State) -> State:
    """Answer what is asked of a named document itself, from its metadata and head.

    What only the words of the head say (who stamped it, what it carries out) is quoted from there.
    """
    understood = state.understood
    if not understood.document_facts:
        return state
    policies = [state.parts.store.policy(one) for one in understood.scope.policies]
    text, drafts = understood.text, list[Draft]()
    for policy in policies:
        said = heads.particular(policy, particulars(text))
        facts = plain_facts(text) if said else understood.document_facts
        told = [_fact(policy, one, text) for one in facts]
        drafts += [one for one in told if one is not None]
        drafts += [said] if said and DocumentFact.ORDER not in facts else []
    if DocumentFact.ORDER in understood.document_facts:
        dates = [documents.fact(policy, DocumentFact.DATE) for policy in policies]
        drafts = [one for one in [in_order(policies, dates)] if one] or drafts
    if not drafts:
        return state
    return replace(state, draft=_joined(drafts))


def _fact(policy: Policy, asked: DocumentFact, text: str) -> Draft | None:
    """The answer to one fact; ``None`` where the question turns out to ask for something else."""
    if asked in SAID:
        said = heads.head_fact(policy, asked, text)
        if said is None and asked is DocumentFact.SEAL and not heads.about_articles(policy, text):
            return documents.fact(policy, DocumentFact.ISSUER, text)
        return said
    if asked is DocumentFact.TERM:
        return heads.term_fact(policy, term_asked(text))
    if asked is DocumentFact.CHAPTER:
        return chapter_draft(policy, chapter_in(normalise(text))) or _no_such_chapter(policy, text)
    if asked is DocumentFact.OUTLINE and heads.about_articles(policy, text):
        return None
    return documents.fact(policy, asked, text) if asked is not DocumentFact.ORDER else None


def _no_such_chapter(policy: Policy, text: str) -> Draft:
    return answers.refusal(
        Reason.NO_SUCH_ARTICLE,
        title=policy.metadata.title,
        count=sum(one.number > 0 for one in policy.articles),
        label=chapter_words(normalise(text)),
    )


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
    finder = state.parts.finder
    anchor = (finder.heard(understood) if facts else None) or finder.surest(understood)
    if anchor is None:
        return state
    policy = store.policy(anchor.policy_id)
    if facts:
        told = [_fact(policy, fact, understood.text) for fact in facts]
        drafts = [one for one in told if one is not None]
        return replace(state, draft=_joined(drafts)) if drafts else state
    if documents.item_of(anchor.evidence.article, understood.item or 0) is None:
        return state
    draft = documents.whole_article(policy, anchor.evidence.article, understood.item)
    return replace(state, draft=draft)
