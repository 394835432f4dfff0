"""The steps that answer without weighing: what is named is looked up and quoted."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Reason
from assistant.composing import answers, closing, documents, heads, refusals
from assistant.composing.outline import chapter_draft, in_order
from assistant.model import Draft
from assistant.state import State
from assistant.understanding import Understanding
from assistant.understanding.asks.terms import term_asked
from assistant.understanding.documents.closing_facts import BY_ARTICLES, without_closing_frame
from assistant.understanding.documents.described import particulars, plain_facts
from assistant.understanding.documents.facts import DocumentFact
from assistant.understanding.documents.head_facts import SAID
from assistant.understanding.documents.known import called
from corpus import Policy, PolicyStore
from index.addressing import Address
from index.positions import chapter_in, chapter_words
from index.text import normalise


def answer_about_documents(state: State) -> State:
    """Answer what is asked of a named document itself, from its metadata, head and last articles.

    What only its words say (who stamped it, what it carries out) is quoted from there.
    """
    understood = state.understood
    if not understood.document_facts:
        return state
    policies = [state.parts.store.policy(one) for one in understood.scope.policies]
    said = "\n".join(state.parts.shelf.catalogue.said_in(normalise(understood.text)))
    drafts = [draft for policy in policies for draft in _told(policy, understood, said)]
    if DocumentFact.ORDER in understood.document_facts:
        dates = [documents.fact(policy, DocumentFact.DATE) for policy in policies]
        drafts = [one for one in [in_order(policies, dates)] if one] or drafts
    if not drafts:
        return state
    return replace(state, draft=answers.joined(drafts))


def _told(policy: Policy, understood: Understanding, said: str) -> list[Draft]:
    """What is asked of one document; the question calls it what is ``said``."""
    text, asked = understood.text, understood.document_facts
    names = f"{called(policy.metadata)}\n{said}"
    by_articles = [one for one in asked if one in BY_ARTICLES]
    own = particulars(without_closing_frame(text) if by_articles else text, names)
    if own or len(understood.scope.policies) > 1:  # what a measure applies to is asked
        by_articles = [one for one in by_articles if one is not DocumentFact.APPLIES]
        asked = tuple(one for one in asked if one is not DocumentFact.APPLIES)
    quoted = heads.particular(policy, own, names) if asked else None
    facts = (*plain_facts(text, names), *by_articles) if quoted else asked
    told = [_fact(policy, one, text, names) for one in dict.fromkeys(facts)]
    drafts = [one for one in told if one is not None]
    if quoted and DocumentFact.ORDER not in facts:
        drafts.append(quoted)
    return drafts


def _fact(policy: Policy, asked: DocumentFact, text: str, names: str) -> Draft | None:
    """The answer to one fact; ``None`` where the question turns out to ask for something else."""
    if asked in BY_ARTICLES:
        if heads.about_articles(policy, text, names):
            return None
        return closing.told(policy, asked, text)
    if asked in SAID:
        if heads.about_articles(policy, text, names):
            return None
        found = closing.closing_fact(policy, asked) or heads.head_fact(policy, asked, text, names)
        if found is None and asked is DocumentFact.SEAL:
            return documents.fact(policy, DocumentFact.ISSUER, text)
        return found
    if asked is DocumentFact.TERM:
        return heads.term_fact(policy, term_asked(text))
    if asked is DocumentFact.CHAPTER:
        return chapter_draft(policy, chapter_in(normalise(text))) or _no_such_chapter(policy, text)
    if asked is DocumentFact.OUTLINE and heads.about_articles(policy, text, names):
        return None
    return documents.fact(policy, asked, text) if asked is not DocumentFact.ORDER else None


def _no_such_chapter(policy: Policy, text: str) -> Draft:
    return refusals.refusal(
        Reason.NO_SUCH_ARTICLE,
        title=policy.metadata.title,
        count=sum(one.is_counted for one in policy.articles),
        label=chapter_words(normalise(text)),
    )


def answer_addressed(state: State) -> State:
    """Quote the article that the question names by its number."""
    numbered = [one for one in state.understood.addresses if one.label or one.number]
    if not numbered:
        return state
    return replace(
        state, draft=answers.joined([_addressed(state.parts.store, one) for one in numbered])
    )


def _addressed(store: PolicyStore, address: Address) -> Draft:
    policy = store.policy(address.policy_id)
    wanted = address.label or address.number
    article = store.article(address.policy_id, wanted) if wanted is not None else None
    if article is None:
        return refusals.refusal(
            Reason.NO_SUCH_ARTICLE,
            title=policy.metadata.title,
            count=sum(one.is_counted for one in policy.articles),
            label=address.label or f"第{address.number}条",
        )
    return documents.whole_article(policy, article, address.item)


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
        names = called(policy.metadata)
        told = [_fact(policy, fact, understood.text, names) for fact in facts]
        drafts = [one for one in told if one is not None]
        return replace(state, draft=answers.joined(drafts)) if drafts else state
    if documents.item_of(anchor.evidence.article, understood.item or 0) is None:
        return state
    draft = documents.whole_article(policy, anchor.evidence.article, understood.item)
    return replace(state, draft=draft)
