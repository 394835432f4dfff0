"""The console's conversation: what each action of the agent changes on the screen."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from api.answering import safe_stream
from api.console.view import Turn, further_html, sources_html, turn_html
from api.ports import Assistant
from api.requests import HISTORY_MAX, QUESTION_MAX
from assistant.answer import Question

EVERYWHERE = "全部地区"
# Redrawing costs a round trip to the browser: not for every few words.
REDRAW_S = 0.15


@dataclass(frozen=True, slots=True)
class Screen:
    """What the page shows, and the conversation so far."""

    current: str
    sources: str
    further: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """One for all sessions: the conversations themselves travel in and out."""

    assistant: Assistant

    def ask(self, question: str, region: str, turns: tuple[Turn, ...]) -> Iterator[Screen]:
        """Ask within the conversation; the screens as the answer comes about."""
        words = question.strip()[:QUESTION_MAX]
        turn = Turn(words)
        yield self._screen(turn, turns)
        drawn = time.perf_counter()
        asked = Question(
            question=words,
            history=tuple(earlier.question for earlier in turns)[-HISTORY_MAX:],
            region=None if region == EVERYWHERE else region,
        )
        for event in safe_stream(self.assistant, asked):
            if event.answer is not None:
                done = replace(turn, answer=event.answer)
                yield self._screen(done, (*turns, done))
            else:
                is_stage = event.event == "stage"
                turn = replace(
                    turn,
                    stage=event.text if is_stage else turn.stage,
                    partial=turn.partial if is_stage else turn.partial + event.text,
                )
                if time.perf_counter() - drawn > REDRAW_S:
                    yield self._screen(turn, turns)
                    drawn = time.perf_counter()

    def show(self, number: int, turns: tuple[Turn, ...]) -> Screen:
        """Bring an earlier turn back with its sources."""
        return self._screen(turns[number], turns)

    def _screen(self, shown: Turn, turns: tuple[Turn, ...]) -> Screen:
        return Screen(
            turn_html(shown),
            sources_html(shown.answer, self.assistant.store),
            further_html(shown, turns),
            turns,
        )
