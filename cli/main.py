"""The ``zhengwen`` command: one module of this room per subcommand.

Heavy libraries are imported by the commands when they run, never when this module loads,
so that ``zhengwen --help`` answers at once.
"""

from __future__ import annotations

import typer
from rich.console import Console

from cli.ask import ask
from cli.batch import batch
from cli.bench import app as bench
from cli.encoder import app as encoder
from cli.eval import app as evaluation
from cli.index import index
from cli.questions import app as questions
from cli.search import search
from cli.serve import serve
from corpus.errors import ZhengwenError

app = typer.Typer(
    name="zhengwen",
    help="政问：海关与跨境贸易政策问答助手，逐条引用原文。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(ask)
app.command()(batch)
app.command()(serve)
app.command()(index)
app.command()(search)
app.add_typer(questions, name="questions")
app.add_typer(evaluation, name="eval")
app.add_typer(bench, name="bench")
app.add_typer(encoder, name="encoder")


def main() -> None:
    """Run the command line; an error a user can mend is one Chinese line and exit code 1."""
    try:
        app()
    except ZhengwenError as error:
        Console(stderr=True).print(f"[bold red]错误：[/]{error}", highlight=False, soft_wrap=True)
        raise SystemExit(1) from None
