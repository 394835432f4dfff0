"""What the console shows for its turns, as HTML fragments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from api.pages.document import Line, Table, article_lines
from api.pages.marking import Segment
from api.pages.rendering import render
from api.pages.reply import passages, reference
from api.ports import PolicyShelf
from assistant.answer import Answer, Citation, Outcome, Reason
from assistant.composing.rendering import policy_url
from corpus.model import Article, Span

OUTCOME_WORDS: Mapping[Outcome, str] = {
    Outcome.ANSWERED: "有依据",
    Outcome.PARTIAL: "部分有依据",
    Outcome.CLARIFICATION: "服务提示",
    Outcome.UNANSWERABLE: "没有依据",
    Outcome.REFUSED: "不予回答",
    Outcome.ERROR: "未能完成",
}
# Not found is not the same as not ruled: only the first is known, and the words say no more.
NOT_THERE = "当地没有查到"
STAGE_WORDS: Mapping[str, str] = {
    "screen": "正在读题",
    "understand": "正在理解问题",
    "search": "正在查找条款",
    "document_facts": "正在查找文件",
    "addressed": "正在查找条款",
    "enumerated": "正在查找条款",
    "explain": "正在查找词义",
    "judge": "正在核对依据",
    "compose": "正在整理答复",
    "parts": "正在分开作答",
    "from_before": "正在对照上文",
    "beneath": "正在查找条款",
    "write": "正在撰写答复",
}


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of the conversation; ``answer`` is ``None`` while it is being worked on."""

    question: str
    answer: Answer | None = None
    partial: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A cited article: its citations, and its text with their quotes marked."""

    citations: tuple[Citation, ...]
    heading: tuple[Segment, ...]
    lines: tuple[Line | Table, ...]

    @property
    def first(self) -> Citation:
        """The citation that names the article."""
        return self.citations[0]

    @property
    def url(self) -> str:
        """The article on its policy's page, with the first quote marked."""
        first = self.first
        fragment = first.url.partition("#")[2]
        return f"{policy_url(first.policy_id)}?q={first.start}-{first.end}#{fragment}"

    @property
    def clipping(self) -> str:
        """The quotes and where they stand, for the clipboard."""
        quotes = "……".join("".join(citation.quote.split()) for citation in self.citations)
        return f"“{quotes}”——{reference(self.first)}"


def answer_clipping(answer: Answer) -> str:
    """The answer and its sources as plain text, for the clipboard."""
    sources = [f"[{c.marker}] {reference(c)}" for c in answer.citations]
    return "\n".join([answer.answer, *(["依据：", *sources] if sources else [])])


def sources_of(answer: Answer, shelf: PolicyShelf) -> tuple[Source, ...]:
    """The cited articles in the order of their first marker."""
    by_article: dict[tuple[str, str], list[Citation]] = {}
    for citation in answer.citations:
        by_article.setdefault((citation.policy_id, citation.label), []).append(citation)
    return tuple(
        _source(shelf.article(policy_id, label), citations)
        for (policy_id, label), citations in by_article.items()
    )


def turn_html(turn: Turn) -> str:
    """The turn being talked about: the question, and the answer in large type."""
    return render(
        "turn.html",
        turn=turn,
        answer=turn.answer,
        badge=badge,
        stage=STAGE_WORDS.get(turn.stage, "正在查找条款"),
        passages=passages(turn.answer.answer, turn.answer.citations) if turn.answer else (),
        clipping=answer_clipping(turn.answer) if turn.answer else "",
    )


def sources_html(answer: Answer | None, shelf: PolicyShelf) -> str:
    """The cited articles beside the answer."""
    sources = sources_of(answer, shelf) if answer else ()
    return render("sources.html", sources=sources, answer=answer)


def further_html(shown: Turn, turns: Sequence[Turn]) -> str:
    """What to ask next, and the other turns, latest first, each with its way back."""
    answer = shown.answer
    others = [(n, turn) for n, turn in enumerate(turns) if turn is not shown and turn.answer]
    return render(
        "further.html",
        suggestions=answer.suggestions if answer else (),
        choosing=answer is not None and answer.outcome is Outcome.CLARIFICATION,
        earlier=others[::-1],
        badge=badge,
        gist=gist,
    )


def badge(answer: Answer) -> tuple[str, str]:
    """The words of the answer's badge and its style: the same words, the same badge.

    That only another place has the rule answers whether there is one, and leaves unanswered what
    it is: on the screen both say that nothing was found for the place asked for.
    """
    if answer.reason is Reason.OTHER_REGION and answer.outcome is not Outcome.PARTIAL:
        return NOT_THERE, Outcome.UNANSWERABLE.value
    return OUTCOME_WORDS[answer.outcome], answer.outcome.value


def gist(answer: Answer) -> str:
    """What was answered: the first line and, where that quotes nothing, the first quoted words."""
    lines = passages(answer.answer, answer.citations)
    quoting = next((line for line in lines if line.plain != line.text), None)
    shown = lines[:1] if quoting is None or quoting is lines[0] else (lines[0], quoting)
    return "".join(f"{line.place}{'：' if line.place else ''}{line.plain}" for line in shown)


def _source(article: Article | None, citations: Sequence[Citation]) -> Source:
    if article is None:
        quotes = tuple(Line((Segment(c.quote, c.marker),), is_item=False) for c in citations)
        return Source(tuple(citations), (Segment(citations[0].heading),), quotes)
    spans = {citation.marker: Span(citation.start, citation.end) for citation in citations}
    return Source(tuple(citations), *article_lines(article, spans))
