"""From a directory of data to the reader's weights."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch
from rich.progress import Progress
from safetensors.numpy import save_file

from index.encoder.loading import OWN_WEIGHTS as OWN_ENCODER
from index.encoder.table import fingerprint, read_folder
from index.encoder.training.material import Material
from index.encoder.training.recipe import DEFAULT as ENCODER_RECIPE
from index.encoder.training.train import read_material
from index.reader.reader import CONFIG_FILE, WEIGHTS_FILE
from index.reader.training.batches import Batches
from index.reader.training.card import write_card
from index.reader.training.loop import Loop
from index.reader.training.material import Lessons, lessons_of
from index.reader.training.model import TrainableReader
from index.reader.training.recipe import Recipe
from index.reader.words import SeenWords

RECIPE_FILE = "recipe.json"


def train(data: Path, out: Path, recipe: Recipe, progress: Progress, device: str = "cpu") -> None:
    """Trains on ``data``, with the words of the project's own encoder, and writes the folder ``out``:
    weights, their recipe and their card.

    ``device`` is torch's word for where: minutes on a graphics card (``cuda``), days on two cores.

    Raises:
        TrainingDataMissing, TrainingDataInvalid: name the file and the line.
    """
    train_on(read_material(data, ENCODER_RECIPE, progress), out, recipe, progress, device)


def train_on(
    material: Material, out: Path, recipe: Recipe, progress: Progress, device: str = "cpu"
) -> None:
    """The same on a material that was read already."""
    features, table = read_folder(OWN_ENCODER)
    words = SeenWords(features, table)
    task = progress.add_task("切分", total=None)
    lessons = lessons_of(material, words, recipe.local_share, recipe.seed)
    torch.manual_seed(recipe.seed)
    every = np.arange(features.words)
    rows, inputs = (
        torch.from_numpy(each).to(device) for each in (words.rows(every), words.inputs(every))
    )
    gains = tuple(torch.from_numpy(gain).to(device) for gain in words.gains)
    network = TrainableReader(
        inputs, recipe.numbers, recipe.heads, recipe.encoding, recipe.judging, recipe.dropout
    ).to(device)
    batches = Batches(lessons, rows, (gains[0], gains[1]), device, recipe.seed)
    progress.update(task, total=1, completed=1)
    loop = Loop(network, lessons, batches)
    for stage in recipe.stages:
        loop.run(stage, progress)
    _save(loop.average, out, recipe, lessons)


def _save(network: TrainableReader, out: Path, recipe: Recipe, lessons: Lessons) -> None:
    out.mkdir(parents=True, exist_ok=True)
    tensors = {
        name: part.float().cpu().numpy().astype(np.float16)
        for name, part in network.state_dict().items()
    }
    save_file(tensors, out / WEIGHTS_FILE)
    encoder = fingerprint(OWN_ENCODER)
    config = {"heads": recipe.heads, "encoder": encoder}
    (out / CONFIG_FILE).write_text(json.dumps(config) + "\n", encoding="utf-8")
    (out / RECIPE_FILE).write_text(recipe.model_dump_json(indent=2) + "\n", encoding="utf-8")
    size = sum(part.size for part in tensors.values())
    write_card(out, recipe, lessons, encoder, size)
