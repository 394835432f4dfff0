"""The ``zhengwen`` command: one module of this room per subcommand.

A subcommand's module is imported when it is called: a server that starts waits for no import
of the evaluation, and an evaluation for none of the server.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from rich.console import Console
from typer.core import TyperGroup

from corpus.errors import ZhengwenError

COMMANDS = {
    "ask": "cli.ask:ask",
    "batch": "cli.batch:batch",
    "serve": "cli.serve:serve",
    "index": "cli.index:index",
    "search": "cli.search:search",
    "questions": "cli.questions:app",
    "eval": "cli.eval:app",
    "bench": "cli.bench:app",
    "encoder": "cli.encoder:app",
}


class OnDemand(Mapping[str, Any]):
    """The subcommands by name; asking for one imports its module."""

    def __getitem__(self, name: str) -> Any:
        module, _, attribute = COMMANDS[name].partition(":")
        found = getattr(import_module(module), attribute)
        if not isinstance(found, typer.Typer):
            single = typer.Typer(add_completion=False)
            single.command(name)(found)
            found = single
        command = typer.main.get_command(found)
        command.name = name
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class OnDemandGroup(TyperGroup):
    """A group whose subcommands are ``OnDemand``."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = OnDemand()  # type: ignore[assignment]  # nothing is ever added to it


app = typer.Typer(
    name="zhengwen",
    cls=OnDemandGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def zhengwen() -> None:
    """政问：海关与跨境贸易政策问答助手，逐条引用原文。"""


def main() -> None:
    """Run the command line; an error a user can mend is one Chinese line and exit code 1."""
    try:
        app()
    except ZhengwenError as error:
        Console(stderr=True).print(f"[bold red]错误：[/]{error}", highlight=False, soft_wrap=True)
        raise SystemExit(1) from None
