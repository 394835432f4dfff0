"""What a component is measured on, and what is measured of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wiring import build_assistant
from eval.cases import Case
from eval.library import Library
from index.encoder import load_encoder
from index.model import Encoder
from index.opening import OpenIndex, open_index


@dataclass(frozen=True, slots=True)
class Check:
    """One figure: the mean of ``count`` values, and the cases or places where it fell short."""

    label: str
    value: float
    count: int
    misses: tuple[str, ...] = ()


def share(label: str, outcomes: Iterable[tuple[bool, str]]) -> Check:
    """The share of outcomes that are right; what each wrong one is called is a miss."""
    found = list(outcomes)
    right = sum(ok for ok, _ in found)
    value = right / len(found) if found else 1.0
    return Check(label, value, len(found), tuple(name for ok, name in found if not ok))


class Material:
    """The policies and the cases; the index and the assistant only where a component wants them."""

    def __init__(self, settings: Settings, library: Library, cases: Sequence[Case]) -> None:
        self._settings = settings
        self.library = library
        self.cases = cases

    @property
    def corpus(self) -> Path:
        """The folder of the policies, with their known questions beside them."""
        return self._settings.corpus_dir

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder that the settings name."""
        key = self._settings.encoder_api_key
        return load_encoder(
            self._settings.encoder,
            self._settings.encoder_query_prompt,
            key.get_secret_value() if key else None,
        )

    @cached_property
    def index(self) -> OpenIndex:
        """The live index."""
        return open_index(self._settings.index_dir, self.encoder)

    @cached_property
    def assistant(self) -> Assistant:
        """The assistant over it."""
        return build_assistant(self._settings)
