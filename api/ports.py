"""What the web needs from the rooms below: an assistant, and the policies it answers from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from assistant.answer import Answer, Question, StreamEvent
from assistant.settings import Settings
from corpus.model import Article, Policy, PolicyMetadata


class PolicyShelf(Protocol):
    """The policies of one index version; safe to read from many threads."""

    def metadata(self) -> Sequence[PolicyMetadata]:
        """Every policy's metadata, in the store's order."""
        ...

    def policy(self, policy_id: str, /) -> Policy:
        """The whole policy; raises ``CorpusError`` for an id that is not there."""
        ...

    def articles(self, policy_id: str, /) -> Sequence[Article]:
        """Every article of one policy, in order, the head first."""
        ...

    def article(self, policy_id: str, label_or_number: str | int, /) -> Article | None:
        """One article by printed label or by number."""
        ...


class Assistant(Protocol):
    """Answers questions; safe to call from many threads."""

    @property
    def store(self) -> PolicyShelf:
        """The policies that answers cite."""
        ...

    @property
    def index_version(self) -> str:
        """The version of the index that is open."""
        ...

    def ask(self, question: Question, /) -> Answer:
        """The whole answer; raises ``AssistantError`` for a question that cannot be taken."""
        ...

    def stream(self, question: Question, /) -> Iterator[StreamEvent]:
        """The answer as it comes about; the last event is the answer object."""
        ...


AssistantFactory = Callable[[Settings], Assistant]
