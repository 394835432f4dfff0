"""From a directory of data to a folder of weights: the whole recipe, repeatable by its seed."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from rich.progress import Progress

from index.encoder.features import Features
from index.encoder.static import StaticEncoder
from index.encoder.training.card import Trained, write_card
from index.encoder.training.documents import Documents, bags_of, documents_of
from index.encoder.training.evaluate import Figures, measure
from index.encoder.training.laws import add_laws, add_policies, unpacked_laws
from index.encoder.training.lay import add_rewritten
from index.encoder.training.loop import Training, run_stage
from index.encoder.training.material import Asked, Material
from index.encoder.training.model import TrainableTable
from index.encoder.training.negatives import CorpusNegatives
from index.encoder.training.pairs import Cloze, Headings, Questions, Source
from index.encoder.training.questions import (
    add_customs,
    add_lay_questions,
    add_pairs,
    add_similar_questions,
    add_written_questions,
    places_of,
)
from index.encoder.training.recipe import Recipe
from index.encoder.training.vocabulary import features_of

LAWS = ("national", "policy", "local")
SEARCHED = ("national", "policy")
ASIDE = ("encyclopedia", "customs", "answer")

_POLICIES = Path(__file__).parents[3] / "corpus" / "policies"
_PASSAGE_CHARACTERS = 400


def train(
    data: Path, out: Path, recipe: Recipe, progress: Progress, device: str = "cpu"
) -> Trained:
    """Trains on ``data``, writes the folder ``out`` and measures what it holds.

    ``device`` is torch's word for where: an hour on two cores (``cpu``), minutes on a graphics
    card (``cuda``); rounding differs between them, the recall does not.

    Raises:
        TrainingDataMissing, TrainingDataInvalid: name the file and the line.
    """
    material = read_material(data, recipe, progress)
    encoder = train_on(material, out, recipe, progress, device)
    task = progress.add_task("评测", total=None)
    tuning, report = measured(encoder, material)
    progress.update(task, total=1, completed=1)
    trained = Trained(encoder.fingerprint, tuning, report)
    write_card(out, recipe, material, trained)
    return trained


def read_material(data: Path, recipe: Recipe, progress: Progress) -> Material:
    """Everything in the data directory and in the project that the recipe trains on."""
    material = Material()
    with tempfile.TemporaryDirectory() as work:
        add_laws(material, unpacked_laws(data, Path(work)), progress)
    add_policies(material, _POLICIES)
    places = places_of(material)
    add_written_questions(material, places)
    add_similar_questions(material, _POLICIES, places)
    add_lay_questions(material, data / "stard" / "queries.train.jsonl", places)
    add_pairs(material, data / "pairs" / "pairs.jsonl")
    add_customs(material, data / "customs")
    add_rewritten(material, recipe.rewritten, recipe.seed)
    return material


def train_on(
    material: Material, out: Path, recipe: Recipe, progress: Progress, device: str = "cpu"
) -> StaticEncoder:
    """Vocabulary, tokens, stages; the weights as they are read back from ``out``."""
    # Imported here: it leads to sentence-transformers and torch.
    from index.encoder.module import write_modules

    task = progress.add_task("词表与切分", total=None)
    features = features_of(material, recipe.words, recipe.bigrams)
    documents = documents_of(features, [(text.head, text.body) for text in material.texts])
    counts = np.bincount(documents.clauses.ids, minlength=len(features)).astype(np.float32)
    table = TrainableTable(counts, recipe.dimensions, recipe.seed, device=device)
    training = Training(
        sources=sources_of(material, documents, features),
        negatives=negatives_of(material, documents, recipe.negatives),
        rng=np.random.default_rng(recipe.seed),
    )
    progress.update(task, total=1, completed=1)
    for stage in recipe.stages:
        table = run_stage(table, stage, training, progress)
    out.mkdir(parents=True, exist_ok=True)
    features.save(out)
    table.table().save(out)
    write_modules(out)
    return StaticEncoder.load(out)


def sources_of(
    material: Material, documents: Documents, features: Features
) -> Mapping[str, Source]:
    """Every source of training pairs by its name in the recipe."""
    laws = np.array(material.of_kind(*LAWS), dtype=np.int64)
    aside = np.array(material.of_kind(*ASIDE), dtype=np.int64)
    sources: dict[str, Source] = {
        "cloze": Cloze(documents, laws),
        "headings": Headings(documents, laws),
        "side cloze": Cloze(documents, aside, kept=0.0),
    }
    for name, asked in material.asked.items():
        rows = [(i, a, len(one.answers)) for i, one in enumerate(asked) for a in one.answers]
        queries = bags_of(features, [one.question for one in asked])
        sources[name] = Questions(documents, queries, rows)
    return sources


def negatives_of(material: Material, documents: Documents, size: int) -> CorpusNegatives:
    """All national articles, the project's own, and those of the regulations that the hotline
    questions are about; the last two in every sample, so that a question learns to tell its
    article from the others of the same document."""
    always = sorted({*material.of_kind("policy"), *siblings_of(material, "hotline")})
    searched = sorted({*material.of_kind(*SEARCHED), *always})
    return CorpusNegatives(
        documents,
        np.array(searched, dtype=np.int64),
        always=np.array(always, dtype=np.int64),
        friends=friends_of(material),
        size=size,
    )


def siblings_of(material: Material, source: str) -> list[int]:
    """Every article of the documents that answer a question of ``source``."""
    asked = material.asked.get(source, [])
    files = {material.texts[answer].place[0] for one in asked for answer in one.answers}
    return [i for i, text in enumerate(material.texts) if text.place[0] in files]


def friends_of(material: Material) -> dict[int, set[int]]:
    """For every text that answers a training question, all that answer one together with it."""
    friends: dict[int, set[int]] = {}
    for asked in material.asked.values():
        for one in asked:
            for answer in one.answers:
                friends.setdefault(answer, set()).update(one.answers)
    return friends


def measured(encoder: StaticEncoder, material: Material) -> tuple[Figures, Figures]:
    """Recall over all national articles: for the tuning choices, and to report."""
    laws = material.of_kind("national")
    parts: list[str] = []
    owners: list[int] = []
    for number in laws:
        text = material.texts[number]
        for start in range(0, max(len(text.body), 1), _PASSAGE_CHARACTERS):
            parts.append(f"{text.head}\n{text.body[start : start + _PASSAGE_CHARACTERS]}")
            owners.append(number)
    vectors, rows = encoder.encode_passages(parts), np.array(owners, dtype=np.int64)

    def figures(questions: list[Asked]) -> Figures:
        return measure(encoder, questions, vectors, rows)

    return figures(material.tuning), figures(material.report)
