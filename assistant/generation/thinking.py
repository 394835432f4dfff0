"""Taking out what reasoning models think aloud: <think>…</think>, also cut across chunks."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OPEN = re.compile(r"<(think|thinking|reasoning|thought)>", re.IGNORECASE)
_CLOSE = re.compile(r"</(?:think|thinking|reasoning|thought)>", re.IGNORECASE)
_LONGEST_TAG = len("</reasoning>")


@dataclass(frozen=True, slots=True)
class Said:
    """Text that is no thought. ``afresh`` means that all text before it was one after all.

    Some models send only the closing tag; what came before it is then thought too.
    """

    text: str
    afresh: bool = False


class ThoughtFilter:
    """Fed with chunks of a stream, gives back what the model says and not what it thinks."""

    def __init__(self) -> None:
        self._held = ""
        self._thinking = False

    def feed(self, chunk: str) -> Said:
        """What ``chunk`` adds to the answer; the beginning of a tag is held back."""
        self._held += chunk
        said: list[str] = []
        afresh = False
        while True:
            if self._thinking:
                match = _CLOSE.search(self._held)
                if match is None:
                    self._held = self._held[-_LONGEST_TAG:]
                    return Said("".join(said), afresh)
                self._thinking, self._held = False, self._held[match.end() :]
                continue
            opening, closing = _OPEN.search(self._held), _CLOSE.search(self._held)
            if closing and (opening is None or closing.start() < opening.start()):
                said, afresh = [], True
                self._held = self._held[closing.end() :]
            elif opening:
                said.append(self._held[: opening.start()])
                self._thinking, self._held = True, self._held[opening.end() :]
            else:
                keep = _unfinished_tag(self._held)
                said.append(self._held[: len(self._held) - keep])
                self._held = self._held[len(self._held) - keep :]
                return Said("".join(said), afresh)

    def flush(self) -> str:
        """What is left when the stream has ended; an unfinished thought says nothing."""
        held, self._held = self._held, ""
        return "" if self._thinking else held


def _unfinished_tag(text: str) -> int:
    """How many last characters may be the beginning of a tag."""
    start = text.rfind("<", max(0, len(text) - _LONGEST_TAG))
    if start < 0 or not re.fullmatch(r"</?[a-zA-Z]*", text[start:]):
        return 0
    return len(text) - start
