"""The call as the browser keeps it, so that a reload or a restarted server does not lose it."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from api.console.view import Turn
from api.requests import HISTORY_MAX

_TURNS = TypeAdapter(tuple[Turn, ...])


def kept(turns: tuple[Turn, ...]) -> str:
    """The latest turns as JSON."""
    return _TURNS.dump_json(turns[-HISTORY_MAX:]).decode()


def restored(words: str) -> tuple[Turn, ...]:
    """The turns of ``kept``; none where the words are not, or no longer, such turns."""
    try:
        return tuple(turn for turn in _TURNS.validate_json(words or "[]") if turn.answer)
    except ValidationError:
        return ()
