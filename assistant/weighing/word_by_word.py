"""What an article says to a question word by word, as evidence that it answers.

Known questions tell more of an article that has some. For one that nobody wrote any for, this is
what its own words can tell.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from index.encoder.kinship import AskedWords, Kin, Kinship, ToldWords

# Cosines from which a token of the text says about the same as one of the question, and from which
# it says the same. Chosen among 0.25, 0.35 and 0.5 by how often the right article of nine collections
# came first.
SIMILAR, SAME = 0.35, 0.5

MEASURES = ("kin_all", "kin_words", "kin_sentence", "kin_similar", "kin_same", "kin_back")

_NOTHING = dict.fromkeys(MEASURES, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Wordwise:
    """A question, ready to be laid beside texts."""

    kinship: Kinship
    asked: AskedWords

    def evidence(self, told: ToldWords) -> Mapping[str, float]:
        """How well the question's tokens are met, each by its nearest, by feature name; a token
        counts what it weighs.

        ``kin_all``: the mean cosine of all tokens, in the text or what stands above it;
        ``kin_words``: of words alone, in the text; ``kin_sentence``: of words, in the best single
        sentence; ``kin_similar`` and ``kin_same``: the share of all tokens that the text meets that
        nearly; ``kin_back``: the mean cosine of the tokens of the sentence that meets the question
        best, each with its nearest in the question.
        """
        if not told.sentences or not len(self.asked.weights):
            return _NOTHING
        return self._measured(self.kinship.between(self.asked, told), told.sentences)

    def _measured(self, kin: Kin, count: int) -> dict[str, float]:
        nearest, weights = kin.nearest(), self.asked.weights
        sentences = nearest[:, :count]
        text = sentences.max(axis=1)
        words = weights * self.asked.are_words
        words = words / (words.sum() or np.float32(1))
        return {
            "kin_all": float(weights @ nearest.max(axis=1)),
            "kin_words": float(words @ text),
            "kin_sentence": float((words @ sentences).max()),
            "kin_similar": float(weights[text > SIMILAR].sum()),
            "kin_same": float(weights[text > SAME].sum()),
            "kin_back": kin.answered(int((weights @ sentences).argmax())),
        }
