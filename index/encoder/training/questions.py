"""The questions of the data directory and of the project, each tied to the texts that answer it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from corpus import load_policy
from corpus.parsing.numerals import to_int
from corpus.questions import fresh_entries, questions_path
from index.encoder.errors import TrainingDataInvalid, TrainingDataMissing
from index.encoder.training.laws import plain_label
from index.encoder.training.material import Asked, Material, Text

HELD_OUT = 5
"""Lay questions whose id divides by this are never trained on: those that divide by ten are for
tuning choices, the others for the figures that are reported."""

_CHUNK = 250
_LONGEST_CUSTOMS_TEXT = 8000
_LONGEST_READING = 1000
_ARTICLE = re.compile(
    r"^.*?第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?\s*", re.S
)
_PLAIN_ARTICLE = re.compile(r"第([零〇一二三四五六七八九十百千]+)条")
_SIGNS = re.compile(r"[\s，。、；：,.;:]")

Places = Mapping[tuple[str, str], int]


def places_of(material: Material) -> dict[tuple[str, str], int]:
    """Where every text stands: file (or policy) and label, to its number."""
    return {text.place: i for i, text in enumerate(material.texts)}


def add_lay_questions(material: Material, path: Path, places: Places) -> None:
    """Lay legal questions, their answers as further questions and as further texts."""
    for row in _rows(path):
        golds = [(gold["file"], plain_label(gold["article"])) for gold in row["gold"]]
        answers = tuple(sorted({places[gold] for gold in golds if gold in places}))
        if row["id"] % HELD_OUT == 0:
            kept = material.tuning if row["id"] % (2 * HELD_OUT) == 0 else material.report
            kept.append(Asked(row["query"], answers))
            continue
        material.ask("lay", row["query"], answers)
        if isinstance(row["answer"], str) and len(row["answer"]) > 5:
            material.ask("answers", row["answer"], answers)
            text = Text("answer", ("answer", str(row["id"])), "", row["answer"])
            material.ask("replies", row["query"], [material.add(text)])


def add_pairs(material: Material, path: Path) -> None:
    """Consultations lead to the article they quote, reading questions to their paragraph."""
    quoted = _by_opening(material)
    paragraphs: dict[str, int] = {}
    for row in _rows(path):
        passage = row["passage"]
        if row["source"].startswith("lawyer"):
            number = quoted.get(_opening(_ARTICLE.sub("", passage)))
            material.ask("consultation", row["query"], [] if number is None else [number])
            continue
        if passage not in paragraphs:
            place = (row["source"], str(len(paragraphs)))
            text = Text("encyclopedia", place, "", passage[:_LONGEST_READING])
            paragraphs[passage] = material.add(text)
        material.ask("reading", row["query"], [paragraphs[passage]])


def add_customs(material: Material, folder: Path) -> None:
    """Texts of the customs administration in parts; the title leads to every part."""
    for path in sorted(folder.glob("*.jsonl")):
        for row in _rows(path):
            text = row["text"][:_LONGEST_CUSTOMS_TEXT]
            for start in range(0, len(text), _CHUNK):
                part = Text("customs", (row["id"], str(start)), "", text[start : start + _CHUNK])
                material.ask("titles", row["title"], [material.add(part)])


def add_similar_questions(material: Material, folder: Path, places: Places) -> None:
    """The similar questions kept beside the project's own policies."""
    for document in sorted(folder.glob("*.txt")):
        path = questions_path(document)
        if not path.is_file():
            continue
        policy = load_policy(document)
        for label, entry in fresh_entries(path, policy).items():
            place = places[policy.id, plain_label(label)]
            for question in entry.questions:
                material.ask("similar", question, [place])
            for question in entry.unsaid:
                material.ask_in_vain("similar", question, place)


def add_written_questions(material: Material, places: Places) -> None:
    """Lay questions written for this project, kept beside this module: on laws, and on what
    callers ask a hotline of (regulations of cities, customs, housing, vehicles, insurance); and
    what they ask of the hotline in vain."""
    for source, name in (("written", "lay_questions"), ("hotline", "hotline_questions")):
        for question, answer in _written(f"{name}.txt", places):
            material.ask(source, question, [answer])
    for question, around in _written("hotline_unsaid.txt", places):
        material.ask_in_vain("hotline", question, around)


def _written(name: str, places: Places) -> Iterator[tuple[str, int]]:
    """Every question of the file ``name``, with the text that it stands beside."""
    path = Path(str(files("index.encoder.training") / "data" / name))
    numbers = {(file, _number(label)): i for (file, label), i in places.items()}
    law = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("@ "):
            law = f"{line[2:].strip()}.md"
        elif line and not line.startswith("#"):
            article, _, questions = line.partition(" ")
            text = numbers.get((law, int(article)))
            if text is None:
                raise TrainingDataInvalid(path, number, f"{law} 里没有第{article}条")
            yield from ((question, text) for question in questions.split("；"))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        raise TrainingDataMissing(path)
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                yield json.loads(line)
            except ValueError as error:
                raise TrainingDataInvalid(path, number, "不是 JSON") from error


def _number(label: str) -> int:
    """The number of 第三十条; -1 for 文首, 第五章 or 第三十条之一."""
    match = _PLAIN_ARTICLE.fullmatch(label)
    return to_int(match[1]) if match else -1


def _opening(text: str) -> str:
    return _SIGNS.sub("", text)[:60]


def _by_opening(material: Material) -> dict[str, int]:
    laws = material.of_kind("national")
    return {_opening(material.texts[i].body): i for i in laws}
