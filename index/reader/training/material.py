"""What the reader is trained on, as arrays: texts in parts, questions, which text answers which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.encoder.clauses import cut
from index.encoder.features import Ids
from index.encoder.training.material import Asked, Material
from index.reader.parts import LONGEST_HEAD, LONGEST_PART, LONGEST_QUESTION, parts_of
from index.reader.words import SeenWords

SOURCES = ("rewritten", "reading", "consultation", "lay", "written", "hotline", "similar")
"""The sources of answered questions; those asked in vain are ``unsaid`` and one of these."""
VAIN = "unsaid "

_FRIENDS = 6
_BLOCK = 64
_OF_FILES = ("national", "local", "customs")
_CHUNK = 20_000

Words = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Texts in parts; text ``i`` has the parts ``first[i]:first[i + 1]``.

    Attributes:
        parts: words of every part (parts × LONGEST_PART, 0 where there is none).
        heads: words of what stands above (heads × LONGEST_HEAD).
        owner: the text of every part.
        head: the head of every text.
        group_start, group_end: the texts of the group that a text belongs to.
    """

    parts: Words
    heads: Words
    owner: Ids
    first: Ids
    head: Ids
    group_start: Ids
    group_end: Ids


@dataclass(frozen=True, slots=True, eq=False)
class Lessons:
    """Questions beside texts.

    Attributes:
        questions: words of every question (questions × LONGEST_QUESTION).
        friends: the texts that answer it (questions × 6, -1 where there is none).
        sources: by name, rows of question and text; of what is asked in vain, the text that it is
            asked around.
        hotline: the texts of all documents that hotline questions are about.
    """

    texts: Texts
    questions: Words
    friends: Ids
    sources: Mapping[str, Ids]
    hotline: Ids


def lessons_of(material: Material, words: SeenWords, local_share: float, seed: int) -> Lessons:
    """The material in the words that the reader sees."""
    kept = _kept(material, local_share, seed)
    texts = _texts(material, kept, words)
    number = {old: new for new, old in enumerate(kept)}
    answered = {name: material.asked.get(name, []) for name in SOURCES}
    vain = {f"{VAIN}{name}": asked for name, asked in material.in_vain.items()}
    asked = [(name, one) for name, every in (answered | vain).items() for one in every]
    rows: dict[str, list[tuple[int, int]]] = {name: [] for name in answered | vain}
    for at, (name, one) in enumerate(asked):
        rows[name] += [(at, number[text]) for text in one.answers[:4] if text in number]
    friends = [
        () if name.startswith(VAIN) else tuple(number[a] for a in one.answers if a in number)
        for name, one in asked
    ]
    return Lessons(
        texts,
        _padded(_words(words, [one.question for _, one in asked]), LONGEST_QUESTION),
        _padded([np.array(row, dtype=np.int64) for row in friends], _FRIENDS, nothing=-1).astype(
            np.int64
        ),
        {name: np.array(pairs, dtype=np.int64) for name, pairs in rows.items() if pairs},
        np.array([number[text] for text in _of_hotline(material, kept)], dtype=np.int64),
    )


def _kept(material: Material, local_share: float, seed: int) -> list[int]:
    """The texts to read: a share of the files of local laws, everything else."""
    asked = _files(material, material.asked.get("hotline", []))
    local = sorted({text.place[0] for text in material.texts if text.kind == "local"} - asked)
    order = np.random.default_rng(seed).permutation(len(local))
    left = {local[at] for at in order[round(local_share * len(local)) :]}
    return [at for at, text in enumerate(material.texts) if text.place[0] not in left]


def _files(material: Material, asked: Sequence[Asked]) -> set[str]:
    return {material.texts[answer].place[0] for one in asked for answer in one.answers}


def _of_hotline(material: Material, kept: Sequence[int]) -> list[int]:
    files = _files(material, material.asked.get("hotline", []))
    return [at for at in kept if material.texts[at].place[0] in files]


def _texts(material: Material, kept: Sequence[int], seen: SeenWords) -> Texts:
    texts = [material.texts[at] for at in kept]
    clauses = [cut(text.body) for text in texts]
    words = iter(_words(seen, [clause for each in clauses for clause in each]))
    parts = [parts_of([next(words) for _ in each]) for each in clauses]
    counts = np.array([len(each) for each in parts], dtype=np.int64)
    heads = sorted({text.head for text in texts})
    place = {head: at for at, head in enumerate(heads)}
    start, end = _groups([_group(text.kind, text.place[0], at) for at, text in enumerate(texts)])
    return Texts(
        _padded([part for each in parts for part in each], LONGEST_PART),
        _padded(_words(seen, heads), LONGEST_HEAD),
        np.repeat(np.arange(len(texts)), counts),
        np.concatenate([[0], np.cumsum(counts)]),
        np.array([place[text.head] for text in texts], dtype=np.int64),
        start,
        end,
    )


def _group(kind: str, file: str, at: int) -> str:
    """Articles of one file are told from each other; all policies together; others in blocks."""
    if kind in _OF_FILES:
        return file
    return kind if kind == "policy" else f"{kind} {at // _BLOCK}"


def _groups(names: Sequence[str]) -> tuple[Ids, Ids]:
    """For every text where its group begins and ends; a group stands together."""
    _, first, inverse, counts = np.unique(
        np.array(names), return_index=True, return_inverse=True, return_counts=True
    )
    start = first[inverse]
    return start, start + counts[inverse]


def _words(seen: SeenWords, texts: Sequence[str]) -> list[Ids]:
    """The words of every text, some thousand texts at a time."""
    chunks = (texts[start : start + _CHUNK] for start in range(0, len(texts), _CHUNK))
    return [ids for chunk in chunks for ids in seen.of(chunk)]


def _padded(rows: Sequence[Ids], length: int, nothing: int = 0) -> Words:
    out = np.full((len(rows), length), nothing, dtype=np.int32)
    for at, row in enumerate(rows):
        out[at, : len(row)] = row[:length]
    return out
