"""``zhengwen ask``: one question at the terminal."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from assistant.answer import Answer, Outcome, Question
from cli.options import assistant_for

_COLOURS = {
    Outcome.ANSWERED: "green",
    Outcome.PARTIAL: "yellow",
    Outcome.CLARIFICATION: "yellow",
}


def ask(
    question: Annotated[str, typer.Argument(help="要问的问题")],
    as_json: Annotated[bool, typer.Option("--json", help="输出完整的答案对象（JSON）")] = False,
    region: Annotated[str | None, typer.Option(help="适用地区，如 上海")] = None,
    history: Annotated[
        list[str] | None, typer.Option(help="先前的提问，按先后，可重复给出")
    ] = None,
    as_of: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="以哪一天为准")
    ] = None,
    index: Annotated[Path | None, typer.Option(help="索引目录")] = None,
) -> None:
    """回答一个问题，并给出条款原文。"""
    answer = assistant_for(index).ask(
        Question(
            question=question,
            history=tuple(history or ()),
            region=region,
            as_of=as_of.date() if as_of else None,
        )
    )
    if as_json:
        sys.stdout.write(answer.model_dump_json(indent=2) + "\n")
    else:
        show(answer, Console())


def show(answer: Answer, console: Console) -> None:
    """Print the answer, then each citation with its verbatim words."""
    console.print(Text(answer.answer, style=_COLOURS.get(answer.outcome, "red")))
    for citation in answer.citations:
        number = f"（{citation.doc_number}）" if citation.doc_number else ""
        console.print()
        console.print(
            Text(
                f"[{citation.marker}] 《{citation.title}》{number}{citation.label} {citation.heading}",
                "bold",
            )
        )
        console.print(Text("    " + " ".join(citation.quote.split()), "dim"))
    if answer.suggestions:
        console.print()
        console.print(Text("相关条款：", "bold"))
        for suggestion in answer.suggestions:
            console.print(
                f"  · 《{suggestion.title}》{suggestion.label} {suggestion.heading}", markup=False
            )
    if answer.handoff:
        phone = f"，电话 {answer.handoff.phone}" if answer.handoff.phone else ""
        console.print(Text(f"可咨询：{answer.handoff.department}{phone}", "cyan"))
