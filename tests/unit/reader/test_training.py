"""Training the reader: its parts by hand-worked cases, and a whole small run."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from rich.progress import Progress
from safetensors.numpy import load_file

from index.encoder.errors import RecipeInvalid
from index.encoder.features import Features
from index.encoder.loading import OWN_WEIGHTS as OWN_ENCODER
from index.encoder.table import StaticTable, read_folder
from index.encoder.training.material import Asked, Material, Text
from index.reader.parts import LONGEST_HEAD, LONGEST_PART, Kind, parts_of
from index.reader.reader import OWN_WEIGHTS, WEIGHTS_FILE, Reader
from index.reader.training.batches import Batches
from index.reader.training.material import Lessons, lessons_of
from index.reader.training.model import TrainableReader
from index.reader.training.recipe import DEFAULT, Recipe, Stage, read_recipe
from index.reader.training.train import train_on
from index.reader.words import SeenWords

RULES = (
    "业主可以申请夜间错时停车，每月收费一百二十元。",
    "停车场应当配建充电桩，数量不少于车位总数的百分之十。",
    "违反规定占用消防通道停车的，由公安机关处五百元罚款。",
    "残疾人专用车位不得占用，占用的责令改正。",
    "停车收费标准由市发展改革部门制定并公布。",
)
STAGE = Stage(
    name="小",
    steps=3,
    rate=1e-3,
    negatives=3,
    nearest=4,
    mix={"hotline": 1, "unsaid hotline": 1},
    questions=4,
    others=4,
)
TINY = Recipe(numbers=32, heads=2, encoding=1, judging=2, stages=(STAGE,))


@pytest.fixture(scope="module")
def words() -> tuple[Features, StaticTable]:
    return read_folder(OWN_ENCODER)


def material() -> Material:
    """Five articles of one regulation, a question to each, and two asked in vain."""
    found = Material()
    for number, rule in enumerate(RULES, start=1):
        found.add(Text("local", ("停车办法.md", f"第{number}条"), "停车办法", rule))
    for answer, question in enumerate(("停一晚多少钱", "要装几个充电的", "堵消防通道罚多少")):
        found.ask("hotline", question, [answer])
    found.ask("hotline", "占了别人的专用位怎么办", [3, 2])
    found.ask_in_vain("hotline", "罚单去哪个网站交", 2)
    found.ask_in_vain("hotline", "充电多少钱一度", 1)
    return found


def batches_of(lessons: Lessons, words: tuple[Features, StaticTable]) -> Batches:
    seen = SeenWords(*words)
    rows = torch.from_numpy(seen.rows(np.arange(words[0].words)))
    gains = [torch.from_numpy(gain) for gain in seen.gains]
    return Batches(lessons, rows, (gains[0], gains[1]), "cpu", seed=0)


def test_parts_hold_whole_clauses_and_not_too_many_words() -> None:
    clauses = [np.full(50, at) for at in range(1, 6)]
    parts = parts_of(clauses)
    assert [len(part) for part in parts] == [100, 100, 50]
    assert [sorted(set(part.tolist())) for part in parts] == [[1, 2], [3, 4], [5]]
    assert [len(part) for part in parts_of([np.ones(300, dtype=np.int64)])] == [LONGEST_PART]
    assert [len(part) for part in parts_of([])] == [0]


def test_what_is_asked_in_vain_has_no_friends(words: tuple[Features, StaticTable]) -> None:
    lessons = lessons_of(material(), SeenWords(*words), local_share=0.0, seed=0)
    vain = lessons.sources["unsaid hotline"]
    assert vain[:, 1].tolist() == [2, 1]
    assert (lessons.friends[vain[:, 0]] == -1).all()
    assert lessons.sources["hotline"][:, 1].tolist() == [0, 1, 2, 3, 2]
    assert lessons.friends[3].tolist()[:2] == [3, 2]


def test_the_files_of_hotline_questions_are_always_read(
    words: tuple[Features, StaticTable],
) -> None:
    some = material()
    some.add(Text("local", ("别的.md", "第一条"), "别的", "别的规定。"))
    assert len(lessons_of(some, SeenWords(*words), local_share=0.0, seed=0).texts.head) == len(
        RULES
    )
    assert (
        len(lessons_of(some, SeenWords(*words), local_share=1.0, seed=0).texts.head)
        == len(RULES) + 1
    )


def test_a_question_never_competes_with_what_answers_it(
    words: tuple[Features, StaticTable],
) -> None:
    lessons = lessons_of(material(), SeenWords(*words), local_share=0.0, seed=0)
    batches = batches_of(lessons, words)
    for _ in range(20):
        batch = batches.draw(STAGE)
        texts = batches.owner[batch.parts[batch.choices]]
        rivals = batch.there.clone()
        rivals[:, 0] = False
        answers = (texts[..., None] == batches.friends[batch.questions][:, None, :]).any(-1)
        assert not (answers & rivals).any()
        assert answers[~batch.vain, 0].all()
        assert not answers[batch.vain].any()
        assert batch.vain.any()
        assert rivals.any(1).all()


def test_a_small_run_writes_weights_that_are_read(
    words: tuple[Features, StaticTable], tmp_path: Path
) -> None:
    with Progress(disable=True) as progress:
        train_on(material(), tmp_path, TINY, progress)
    reader = Reader.load(*words, tmp_path)
    articles = [reader.article("停车办法", rule) for rule in RULES]
    read = reader.read(reader.question("停一晚多少钱"), articles)
    assert len(read) == len(RULES)
    assert np.isfinite(read).all()
    assert read_recipe(tmp_path / "recipe.json") == TINY
    card = (tmp_path / "README.md").read_text("utf-8")
    assert "{{" not in card
    assert '{"hotline": 4, "unsaid hotline": 2}' in card
    assert_numpy_and_torch_agree(tmp_path, TINY, words, "停一晚多少钱")


def torch_network(
    folder: Path, recipe: Recipe, words: tuple[Features, StaticTable]
) -> TrainableReader:
    inputs = torch.from_numpy(SeenWords(*words).inputs(np.arange(words[0].words)))
    sizes = (recipe.numbers, recipe.heads, recipe.encoding, recipe.judging)
    network = TrainableReader(inputs, *sizes, recipe.dropout)
    kept = load_file(folder / WEIGHTS_FILE)
    network.load_state_dict({name: torch.from_numpy(part).float() for name, part in kept.items()})
    return network.eval()


def assert_numpy_and_torch_agree(
    folder: Path, recipe: Recipe, words: tuple[Features, StaticTable], question: str
) -> None:
    reader, network = Reader.load(*words, folder), torch_network(folder, recipe, words)
    head, part, asked = (
        torch.from_numpy(found) for found in SeenWords(*words).of(["停车办法", RULES[0], question])
    )
    passage = torch.zeros((1, LONGEST_HEAD + LONGEST_PART), dtype=torch.long)
    passage[0, : len(head)] = head
    passage[0, LONGEST_HEAD : LONGEST_HEAD + len(part)] = part
    kinds = torch.tensor([[Kind.HEAD] * LONGEST_HEAD + [Kind.BODY] * LONGEST_PART])
    with torch.no_grad():
        states = network.encode(passage, kinds)
        kind = torch.full_like(asked[None], Kind.QUESTION)
        verdict = network.encode(asked[None], kind, verdict=True)
        expected = [float(one) for one in network.judge(verdict, states)]
    read = reader.read(reader.question(question), [reader.article("停车办法", RULES[0])])[0]
    assert read == pytest.approx(expected, abs=2e-2)


@pytest.mark.parametrize("question", ["晚上停小区里一个月要掏多少钱", "罚单去哪个网站交"])
def test_numpy_and_torch_read_alike(words: tuple[Features, StaticTable], question: str) -> None:
    recipe = read_recipe(OWN_WEIGHTS / "recipe.json")
    assert recipe == DEFAULT
    assert_numpy_and_torch_agree(OWN_WEIGHTS, recipe, words, question)


@pytest.mark.parametrize(("question", "text"), [("？", RULES[0]), ("停一晚多少钱", ""), ("", "")])
def test_a_text_without_words_is_read_too(
    words: tuple[Features, StaticTable], question: str, text: str
) -> None:
    reader = Reader.load(*words)
    read = reader.read(reader.question(question), [reader.article("", text)])
    assert np.isfinite(read).all()
    assert reader.read(reader.question(question), []) == []


def test_a_wrong_recipe_names_the_field(tmp_path: Path) -> None:
    path = tmp_path / "recipe.json"
    path.write_text('{"numbers": "many"}', "utf-8")
    with pytest.raises(RecipeInvalid, match="numbers"):
        read_recipe(path)


def test_a_text_is_asked_in_vain_beside_those_answered() -> None:
    assert material().in_vain["hotline"][0] == Asked("罚单去哪个网站交", (2,))
