"""Which article a question is asked of, as all known questions together tell it.

The nearest known questions vote, each by itself. The network has weighed all of them against each
other: it knows which words tell one article from the next, and what an article answers from what
it leaves open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import orjson

from index.model import Vector
from index.recogniser.network import Network

FILE, CLASSES = "recogniser.npz", "recogniser.json"

UNHEARD = -15.0
"""What speaks for an article without questions of a kind: less than for any that has some."""


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """How one question sounds: what speaks for every article, by ``Article.id``."""

    scores: Vector
    places: Mapping[str, tuple[int | None, int | None]]

    def of(self, article_id: str) -> tuple[float, float]:
        """What speaks for its being answered by the article, and for its being left open there."""
        said, unsaid = self.places.get(article_id, (None, None))
        return self._score(said), self._score(unsaid)

    def _score(self, place: int | None) -> float:
        return UNHEARD if place is None else float(self.scores[place])


@dataclass(frozen=True, slots=True, eq=False)
class Recogniser:
    """Hears of which article a question is asked. Safe to share between threads.

    ``network`` is ``None`` where no article has questions enough. ``places`` gives the classes of
    each article: of the questions that it answers, and of those that it leaves open.
    """

    network: Network | None
    places: Mapping[str, tuple[int | None, int | None]]

    def hear(self, text: str, vector: Vector) -> Heard:
        """How a question sounds: ``text`` in normal form, ``vector`` its unit vector as a query.

        What speaks for a class is counted from what speaks for the average one.
        """
        if self.network is None:
            return Heard(np.zeros(0, np.float32), {})
        scores = self.network.scores(text, vector)
        return Heard(scores - scores.mean(), self.places)

    @classmethod
    def open(cls, directory: Path, dimensions: int) -> Recogniser:
        """The recogniser of a version, for vectors of that many ``dimensions``.

        Raises ``ValueError`` or ``OSError`` for damaged files.
        """
        classes: Sequence[tuple[str, bool]] = orjson.loads((directory / CLASSES).read_bytes())
        if not classes:
            return cls(None, {})
        place = {(article, bool(answered)): at for at, (article, answered) in enumerate(classes)}
        articles = {article for article, _ in classes}
        places = {one: (place.get((one, True)), place.get((one, False))) for one in articles}
        network = Network.load(directory / FILE)
        found = (len(network.out), network.meaning.shape[-1])
        if found != (wanted := (len(classes), dimensions)):
            raise ValueError(f"{FILE}：应为 {wanted} 类与维，实为 {found}")
        return cls(network, places)
