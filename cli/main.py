"""The ``zhengwen`` command: one module of this room per subcommand.

A subcommand's module is imported when it is called: a server that starts waits for no import
of the evaluation, and an evaluation for none of the server.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from rich.console import Console
from typer.core import TyperGroup
from typer.exceptions import TyperException

from cli.usage import words_of
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
    "reader": "cli.reader:app",
}


class OnDemand(TyperGroup):
    """A group that imports the module of a subcommand when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """The names, in the order in which they are shown."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """The subcommand of that name, ``None`` without one."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        found = getattr(import_module(module), attribute)
        if isinstance(found, typer.Typer):
            command: Any = typer.main.get_group(found)
        else:
            single = typer.Typer(add_completion=False)
            single.command(cmd_name)(found)
            command = typer.main.get_command(single)
        command.name = cmd_name
        return command


app = typer.Typer(
    name="zhengwen",
    cls=OnDemand,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def zhengwen() -> None:
    """政问：海关与跨境贸易政策问答助手，逐条引用原文。"""


def main() -> None:
    """Run the command line; an error a user can mend is one Chinese line.

    Exit codes: 1 for what went wrong, 2 for a command line that cannot be understood.
    """
    try:
        raise SystemExit(app(standalone_mode=False))
    except ZhengwenError as error:
        _say(str(error))
        raise SystemExit(1) from None
    except TyperException as error:
        # No arguments at all where some are needed: the help has been shown.
        if type(error).__name__ != "NoArgsIsHelpError":
            _say(f"{words_of(error)}（用法见 --help）")
        raise SystemExit(error.exit_code) from None
    except typer.Abort:
        _say("已中止")
        raise SystemExit(1) from None


def _say(words: str) -> None:
    console = Console(stderr=True)
    console.print("[bold red]错误：[/]", end="")
    console.print(words, markup=False, highlight=False, soft_wrap=True)
