"""The lexical side: a tantivy index over words and character pairs, field by field.

Texts are cut before they reach tantivy, which then splits at white space only. A query is the
union of its terms in every field, each field with its boost; tantivy scores with BM25.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import numpy.typing as npt
import tantivy

from index.model import Passage
from index.text import normalise
from index.vocabulary import Vocabulary
from index.words import pairs, words

ARTICLE_FIELDS = ("title", "number", "chapter", "heading", "text", "text_pairs")
QUESTION_FIELDS = ("questions", "questions_pairs")
"""The ``_pairs`` fields hold character pairs, the others words; ``text_pairs`` covers heading
and text. The similar questions of an article are searched by themselves."""

_FIELDS = (*ARTICLE_FIELDS, *QUESTION_FIELDS)
_VOCABULARY = "vocabulary.bin"
_PAIRED = frozenset(field for field in _FIELDS if field.endswith("_pairs"))
_HEAP_BYTES = 64 << 20
_ROW, _POLICY = "row", "policy"

REMEMBERED = 4096
"""Terms kept as queries: the words of one trade come again and again."""

QUESTIONS = 64
"""Questions kept as queries: one is searched for in several scopes, one after the other."""

LexicalScope = tantivy.Query


@dataclass(frozen=True, slots=True)
class Cut:
    """What a question is searched with: each term, its weight, and the fields that have it.

    ``own`` counts the different terms of the question's own words, those included that no field has.
    """

    terms: tuple[tuple[str, float, int], ...]
    own: int


@dataclass(frozen=True, slots=True)
class Found:
    """Rows and their scores, best first, for a question of so many different ``terms``."""

    rows: npt.NDArray[np.int64]
    scores: npt.NDArray[np.float32]
    terms: int = 1

    @property
    def strength(self) -> float:
        """What a term of the question brings the best row: about 2 where the question is in the
        text's own words, 0.5 where a caller speaks his own, 0 where nothing was found."""
        return float(self.scores[0]) / max(self.terms, 1) if len(self.scores) else 0.0

    def scaled(
        self, rows: npt.NDArray[np.int64], limit: int, full: float = 0.0
    ) -> npt.NDArray[np.float32]:
        """The scores of ``rows`` from 0 to 1.

        1 is the best row found, or ``full`` points if that is more. 0 is a row not found and,
        where there were more than ``limit`` to find, the last one found: what it scores, many
        others would.
        """
        scaled = np.zeros(len(rows), np.float32)
        if not len(self.rows):
            return scaled
        floor = self.scores[-1] if len(self.rows) == limit else np.float32(0)
        spread = max(self.scores[0], full) - floor
        order = np.argsort(self.rows)
        places = np.searchsorted(self.rows, rows, sorter=order)
        places = order[np.minimum(places, len(order) - 1)]
        hit = self.rows[places] == rows
        scaled[hit] = (self.scores[places[hit]] - floor) / spread if spread > 0 else 1.0
        return scaled

    def within(self, mask: npt.NDArray[np.bool_]) -> Found:
        """Those of the rows that ``mask`` lets pass."""
        inside = mask[self.rows]
        return Found(self.rows[inside], self.scores[inside], self.terms)

    @classmethod
    def nothing(cls) -> Found:
        """No rows."""
        return cls(np.zeros(0, np.int64), np.zeros(0, np.float32))


class LexicalWriter:
    """Writes a lexical index; ``close`` commits it."""

    def __init__(self, directory: Path) -> None:
        shutil.rmtree(directory, ignore_errors=True)  # left by an interrupted build
        directory.mkdir()
        self._index = tantivy.Index(_schema(), path=str(directory))
        # One thread, so that documents keep their order and a build can be repeated exactly.
        self._writer = self._index.writer(_HEAP_BYTES, 1)
        self._vocabulary = Vocabulary(_FIELDS)
        self._directory = directory

    def add(self, row: int, policy: int, passage: Passage, questions: Iterable[str]) -> None:
        """Add one passage under its row number, with its article's similar questions."""
        document = tantivy.Document()
        document.add_unsigned(_ROW, row)
        document.add_unsigned(_POLICY, policy)
        for field, text in _fields(passage, questions).items():
            terms = _terms(field, text)
            document.add_text(field, " ".join(terms))
            self._vocabulary.add(field, set(terms))
        self._writer.add_document(document)

    def close(self) -> None:
        """Commit and wait for the merges."""
        self._writer.commit()
        self._writer.wait_merging_threads()
        self._vocabulary.save(self._directory / _VOCABULARY)


class LexicalIndex:
    """A finished lexical index, read-only. Safe to share between threads.

    ``boosts`` say what a match in each field weighs.
    """

    def __init__(self, directory: Path, boosts: Mapping[str, float]) -> None:
        index = _opened(directory)
        # The index's own schema: queries go by the numbers its fields have there.
        self._schema = index.schema
        self._searcher = index.searcher()
        self._vocabulary = Vocabulary.load(directory / _VOCABULARY, _FIELDS)
        self._boosts = {
            field: (self._vocabulary.mask([field]), one) for field, one in boosts.items()
        }
        self._words = self._vocabulary.mask(set(_FIELDS) - _PAIRED)
        self._pairs = self._vocabulary.mask(_PAIRED)
        self._term = lru_cache(maxsize=REMEMBERED)(self._term_anew)
        self._query = lru_cache(maxsize=QUESTIONS)(self._query_anew)

    def __len__(self) -> int:
        return self._searcher.num_docs

    def scope(self, policies: Sequence[int]) -> LexicalScope:
        """A filter that lets only passages of these policies be found; it may be kept."""
        return tantivy.Query.const_score_query(
            tantivy.Query.term_set_query(self._schema, _POLICY, list(policies)), 0.0
        )

    def cut(self, weighted: Mapping[str, float]) -> Cut:
        """Texts with weights, cut into terms; a term of several texts has the largest weight.

        The texts are a question's own words at 1 and what else it is searched with at less.
        """
        weights: dict[tuple[str, int], float] = {}
        own: set[str] = set()
        for text, weight in weighted.items():
            for terms, fields in ((words(text), self._words), (pairs(text), self._pairs)):
                own.update(terms if weight == 1.0 else ())
                for term in terms:
                    weights[term, fields] = max(weights.get((term, fields), 0.0), weight)
        having = self._vocabulary.having
        found = ((one, weight, having(one) & fields) for (one, fields), weight in weights.items())
        return Cut(tuple(one for one in found if one[2]), len(own))

    def search(
        self,
        question: Cut,
        fields: Collection[str],
        limit: int,
        scope: LexicalScope | None = None,
    ) -> Found:
        """The best ``limit`` passages by ``fields``."""
        query = self._query(question, self._vocabulary.mask(fields))
        if scope is not None:
            must = tantivy.Occur.Must
            query = tantivy.Query.boolean_query([(must, query), (must, scope)])
        hits = self._searcher.search(query, limit, count=False).hits
        rows = self._searcher.fast_field_values(_ROW, [address for _, address in hits])
        scores = np.array([score for score, _ in hits], np.float32)
        return Found(np.array(rows, np.int64), scores, question.own)

    def _query_anew(self, question: Cut, group: int) -> tantivy.Query:
        """The union of the terms that any field of the group has."""
        term, should = self._term, tantivy.Occur.Should
        return tantivy.Query.boolean_query(
            [
                (should, term(having & group, one, weight))
                for one, weight, having in question.terms
                if having & group
            ]
        )

    def _term_anew(self, fields: int, term: str, weight: float) -> tantivy.Query:
        """One term in several fields: kept as one, it is handed over to tantivy once."""
        found = [
            tantivy.Query.boost_query(
                tantivy.Query.term_query(self._schema, field, term, "freq"), weight * boost
            )
            for field, (bit, boost) in self._boosts.items()
            if bit & fields
        ]
        if len(found) == 1:
            return found[0]
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in found])


def _opened(directory: Path) -> tantivy.Index:
    """The finished index; tantivy wants to write a lock file beside it."""
    if os.access(directory, os.W_OK):
        return _open(directory)
    # A read-only volume: links to the files stand in a folder where the lock can be written.
    # The files stay mapped when the folder is gone.
    with TemporaryDirectory(prefix="zhengwen-") as folder:
        for path in directory.iterdir():
            if path.suffix != ".lock":
                (Path(folder) / path.name).symlink_to(path.resolve())
        return _open(Path(folder))


def _open(directory: Path) -> tantivy.Index:
    index = tantivy.Index.open(str(directory))
    index.config_reader("manual")  # a finished index never changes: no thread need watch it
    return index


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field(_ROW, fast=True)
    builder.add_unsigned_field(_POLICY, indexed=True)
    for field in _FIELDS:
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _fields(passage: Passage, questions: Iterable[str]) -> dict[str, str]:
    asked = "\n".join(questions)
    return {
        "title": passage.title,
        "number": f"{passage.doc_number or ''} {passage.label}",
        "chapter": " ".join(passage.path),
        "heading": passage.heading,
        "text": passage.text,
        "questions": asked,
        "text_pairs": f"{passage.heading}\n{passage.text}",
        "questions_pairs": asked,
    }


def _terms(field: str, text: str) -> list[str]:
    plain = normalise(text)
    return pairs(plain) if field in _PAIRED else words(plain)
