"""Listening to a streamed reply: thoughts taken out, the rest cut into sentences."""

from __future__ import annotations

from assistant.generation.sentences import SentenceSplitter
from assistant.generation.thinking import Said, ThoughtFilter

_DECLINED = "无依据"
_LONGEST_REFUSAL = 12


class Reply:
    """Fed with the chunks of one reply; ``text`` is all that was said and not thought."""

    def __init__(self) -> None:
        self._thoughts = ThoughtFilter()
        self._splitter = SentenceSplitter()
        self.text = ""

    @property
    def declines(self) -> bool:
        """Whether the reply only says that the passages do not answer."""
        return _DECLINED in self.text and len(self.text.strip()) <= _LONGEST_REFUSAL

    def feed(self, chunk: str) -> list[str]:
        """The sentences that ``chunk`` completes."""
        return self._hear(self._thoughts.feed(chunk))

    def end(self) -> list[str]:
        """The sentences that the end of the reply completes."""
        return [*self._hear(Said(self._thoughts.flush())), *self._splitter.flush()]

    def _hear(self, said: Said) -> list[str]:
        if said.afresh:
            self._splitter.forget()
            self.text = ""
        self.text += said.text
        return self._splitter.feed(said.text)
