"""Drafts made of quotes, one function for each way a question is answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Outcome
from assistant.composing import wording
from assistant.composing.claims import correction, unwritten
from assistant.composing.quoting import (
    BUDGET,
    WHOLE_ARTICLE,
    choose,
    sets_conditions,
    statements,
)
from assistant.model import Draft, Section, Statement
from assistant.understanding.asks.intents import Intent
from assistant.understanding.figures.wanted import Wanted
from assistant.understanding.model import Understanding
from assistant.weighing.support import Candidate
from corpus.model import NATIONWIDE, Article, PolicyMetadata

LIST_BUDGET = 120
# All articles of a list together; a short list can quote more of each.
WHOLE_LIST, LIST_MOST = 2_400, 320


def source_name(policy: PolicyMetadata, label: str = "") -> str:
    """How a source is read out: 《title》（number）第N条."""
    number = f"（{policy.doc_number}）" if policy.doc_number else ""
    return f"《{policy.title}》{number}{label}"


def article_name(article: Article) -> str:
    """How an article is read out: 第15条（加大出口退税等政策支持力度）."""
    return f"{article.label}（{article.heading}）" if article.heading else article.label


def place_of(policy: PolicyMetadata) -> str:
    """Whose rule it is, for a label in front of a quote."""
    return "全国" if policy.jurisdiction == NATIONWIDE else policy.jurisdiction


def unit_note(article: Article) -> str:
    """The line that names the responsible units, empty when the article names none."""
    if not article.responsible_units:
        return ""
    return wording.UNIT_LINE.format(units="、".join(article.responsible_units))


def quoted(
    candidate: Candidate,
    *,
    budget: int = BUDGET,
    complete: bool = False,
    whole: int = WHOLE_ARTICLE,
    onward: bool = False,
) -> tuple[Statement, ...]:
    """The answering words of one article; ``onward`` reads on where nobody wrote its questions."""
    onward = onward and not candidate.asked
    told = candidate.sentences
    chosen = choose(told, budget=budget, complete=complete, whole=whole, onward=onward)
    return statements(candidate.evidence, chosen)


def section(
    candidate: Candidate,
    *,
    budget: int = BUDGET,
    labelled: bool = False,
    label: str = "",
    complete: bool = False,
    whole: int = WHOLE_ARTICLE,
    onward: bool = False,
) -> Section:
    """One article as a section: where it stands, its answering words, its responsible unit."""
    evidence = candidate.evidence
    label = label or (place_of(evidence.policy) if labelled else "")
    label = f"【{label}】" if label else ""
    title = f"{label}{source_name(evidence.policy, article_name(evidence.article))}："
    words = quoted(candidate, budget=budget, complete=complete, whole=whole, onward=onward)
    return Section(words, title, unit_note(evidence.article))


def direct(understanding: Understanding, chosen: Sequence[Candidate]) -> Draft:
    """The answer to a question about one measure: the best article first, its parallels after."""
    places = {candidate.evidence.policy.jurisdiction for candidate in chosen}
    whole = understanding.intent in (Intent.CONDITIONS, Intent.LIST, Intent.GENERAL)
    of_figure = understanding.wants is not None and understanding.asks_figure
    sections = tuple(
        section(
            one,
            labelled=len(places) > 1,
            complete=whole or (not of_figure and sets_conditions(one.sentences)),
            onward=whole and not of_figure,
        )
        for one in chosen
    )
    if not understanding.claims:
        return Draft(Outcome.ANSWERED, sections)
    said = [one for each in chosen for one in quoted(each)]
    return Draft(Outcome.ANSWERED, sections, lead=correction(understanding.claims, said))


def listing(chosen: Sequence[Candidate]) -> Draft:
    """Every relevant measure, grouped by document in the order of relevance."""
    by_policy: dict[str, list[Candidate]] = {}
    for candidate in chosen:
        by_policy.setdefault(candidate.evidence.policy.id, []).append(candidate)
    share = WHOLE_LIST // max(len(chosen), 1)
    budget = max(LIST_BUDGET, min(LIST_MOST, share))
    sections = [
        section(candidate, budget=budget, whole=budget, onward=True)
        for group in by_policy.values()
        for candidate in sorted(group, key=lambda one: one.evidence.article.span)
    ]
    return Draft(Outcome.ANSWERED, tuple(sections))


def units(chosen: Sequence[Candidate]) -> Draft:
    """Who is responsible, first; then the measure they are responsible for."""
    sections = []
    for candidate in chosen:
        evidence = candidate.evidence
        name = source_name(evidence.policy, evidence.article.label)
        named = evidence.article.responsible_units
        issuers = f"（{'、'.join(evidence.policy.issuers)}）" if evidence.policy.issuers else ""
        line = (
            wording.UNIT_LEAD.format(label=name, units="、".join(named))
            if named
            else wording.NO_UNIT.format(label=name, issuers=issuers)
        )
        sections.append(Section(quoted(candidate, budget=LIST_BUDGET), f"{line}{wording.EXCERPT}"))
    return Draft(Outcome.ANSWERED, tuple(sections))


def in_parts(questions: Sequence[str], drafts: Sequence[Draft]) -> Draft:
    """The answers to several questions one after the other; what has none is said at the end."""
    pairs = list(zip(questions, drafts, strict=True))
    answered = [draft for _, draft in pairs if draft.outcome in _GIVEN]
    sections = tuple(
        replace(part, title=f"{draft.lead}{part.title}" if place == 0 else part.title)
        for draft in answered
        for place, part in enumerate(draft.sections)
    )
    missing = [(question, draft) for question, draft in pairs if draft.outcome not in _GIVEN]
    notes = [draft.tail for draft in answered if draft.tail]
    notes += [
        wording.PART_MISSING.format(part=question, why=draft.lead) for question, draft in missing
    ]
    open_ = [draft for _, draft in missing] + [
        draft for draft in answered if draft.outcome is Outcome.PARTIAL
    ]
    if not open_:
        return Draft(Outcome.ANSWERED, sections, tail="\n".join(notes))
    refused = open_[0]
    return Draft(
        Outcome.PARTIAL,
        sections,
        tail="\n".join(notes),
        reason=refused.reason,
        handoff=refused.handoff,
    )


_GIVEN = frozenset({Outcome.ANSWERED, Outcome.PARTIAL})


def names_figure(candidate: Candidate, wants: Wanted) -> bool:
    """Whether the words that would be quoted state a figure of the kind wanted."""
    return any(wants.stated_in(statement.text) for statement in quoted(candidate))


def answers_figure(candidate: Candidate, wants: Wanted) -> bool:
    """Whether the words that would be quoted answer with such a figure, or in words."""
    return any(wants.answered_in(statement.text) for statement in quoted(candidate))


def in_intent(understanding: Understanding, chosen: Sequence[Candidate]) -> Draft:
    """The draft in the form the question asks for; what it asserts and no article writes is named."""
    draft = _in_form(understanding, chosen)
    if draft.lead or not understanding.asserted:
        return draft
    cited = [one.evidence for one in chosen]
    return replace(draft, lead=unwritten(understanding.asserted, cited))


def _in_form(understanding: Understanding, chosen: Sequence[Candidate]) -> Draft:
    if understanding.intent is Intent.UNIT:
        return units(chosen)
    if understanding.intent in (Intent.LIST, Intent.TOPIC) and len(chosen) > 1:
        return listing(chosen)
    return direct(understanding, chosen)


def joined(drafts: Sequence[Draft]) -> Draft:
    """The answered drafts as one; the first draft where none is answered."""
    answered = [draft for draft in drafts if draft.outcome is Outcome.ANSWERED]
    if len(answered) < 2:
        return (answered or list(drafts))[0]
    return Draft(Outcome.ANSWERED, tuple(part for draft in answered for part in draft.sections))
