"""What the encoder is trained on, as plain texts: documents, questions that lead to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Text:
    """A text that can answer.

    ``kind`` is ``national``, ``local`` (laws), ``policy`` (the project's own), ``customs``,
    ``encyclopedia`` or ``answer``; ``place`` names it: the file's path and the label.
    """

    kind: str
    place: tuple[str, str]
    head: str
    body: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the numbers of the texts that answer it."""

    question: str
    answers: tuple[int, ...]


@dataclass(slots=True)
class Material:
    """All texts, the questions to train on by their source, and those only to measure on.

    Sources: ``lay`` (lay legal questions), ``answers`` (their answers, leading to the same
    articles), ``replies`` (question to answer), ``consultation``, ``reading``, ``titles``,
    ``similar``, ``written``, ``hotline`` (questions written for this project). ``in_vain`` are
    questions that nothing answers, with the text that each is asked around: ``similar``, ``hotline``;
    the encoder learns nothing from them, the reader does.
    """

    texts: list[Text] = field(default_factory=list)
    asked: dict[str, list[Asked]] = field(default_factory=dict)
    in_vain: dict[str, list[Asked]] = field(default_factory=dict)
    tuning: list[Asked] = field(default_factory=list)
    report: list[Asked] = field(default_factory=list)

    def add(self, text: Text) -> int:
        """Keeps ``text`` and gives its number."""
        self.texts.append(text)
        return len(self.texts) - 1

    def ask(self, source: str, question: str, answers: Sequence[int]) -> None:
        """Keeps a question to train on; one that leads nowhere is left out."""
        if question.strip() and answers:
            self.asked.setdefault(source, []).append(Asked(question, tuple(answers)))

    def ask_in_vain(self, source: str, question: str, around: int) -> None:
        """Keeps a question that nothing answers."""
        self.in_vain.setdefault(source, []).append(Asked(question, (around,)))

    def of_kind(self, *kinds: str) -> list[int]:
        """The numbers of the texts of these kinds."""
        return [i for i, text in enumerate(self.texts) if text.kind in kinds]
