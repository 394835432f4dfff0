"""From text to token ids: words, single characters where no word fits, and character bigrams.

Words come from a ``tokenizers`` Unigram model, which cuts a text into tokens that do not
overlap. Callers and laws cut the same phrase differently, so every pair of neighbouring
characters counts as a further token; a ``tokenizers`` model cannot emit those.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer

TOKENIZER_FILE = "tokenizer.json"
BIGRAMS_FILE = "bigrams.txt"

Ids = npt.NDArray[np.int64]

_RUNS = re.compile(r"\w+")
_PUNCTUATION = re.compile(r"^[\W_]+$")
_FEW = 4


def fold(text: str) -> str:
    """Full-width forms to half-width, capitals to small letters; the tokenizer does the same."""
    return unicodedata.normalize("NFKC", text).lower()


class Features:
    """The tokens of a static encoder: ``words`` first, then ``bigrams``, numbered from 0.

    Args:
        tokenizer: a Unigram model whose id 0 is the unknown token.
        bigrams: pairs of characters, most frequent first.
    """

    def __init__(self, tokenizer: Tokenizer, bigrams: Sequence[str]) -> None:
        self.tokenizer = tokenizer
        self.bigrams = list(bigrams)
        self.words = tokenizer.get_vocab_size()
        self._bigram_ids = {pair: self.words + i for i, pair in enumerate(self.bigrams)}
        self._silent = {
            i for token, i in tokenizer.get_vocab().items() if i == 0 or _PUNCTUATION.match(token)
        }

    def __len__(self) -> int:
        return self.words + len(self.bigrams)

    def ids(self, texts: Sequence[str]) -> list[Ids]:
        """The token ids of every text; none for an empty text or one of punctuation alone."""
        return [
            np.array(self._words(encoding.ids) + self._pairs(text), dtype=np.int64)
            for encoding, text in zip(self._cut(texts), texts, strict=True)
        ]

    def save(self, folder: Path) -> None:
        """Writes the tokenizer and the bigrams into ``folder``."""
        self.tokenizer.save(str(folder / TOKENIZER_FILE), pretty=False)
        (folder / BIGRAMS_FILE).write_text("\n".join(self.bigrams) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Features:
        """Reads what ``save`` wrote."""
        bigrams = (folder / BIGRAMS_FILE).read_text(encoding="utf-8").split("\n")
        return cls(
            Tokenizer.from_file(str(folder / TOKENIZER_FILE)), [pair for pair in bigrams if pair]
        )

    def _cut(self, texts: Sequence[str]) -> list[Encoding]:
        if len(texts) <= _FEW:  # waking the tokenizer's threads would cost more than the work
            return [self.tokenizer.encode(text, add_special_tokens=False) for text in texts]
        return self.tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)

    def _words(self, ids: list[int]) -> list[int]:
        return [i for i in ids if i not in self._silent]

    def _pairs(self, text: str) -> list[int]:
        lookup = self._bigram_ids
        pairs = (run[i : i + 2] for run in _RUNS.findall(fold(text)) for i in range(len(run) - 1))
        return [lookup[pair] for pair in pairs if pair in lookup]
