"""The benchmark over the small collection: every system builds, opens, ranks and is scored."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.bench.laws import cut, unpacked
from eval.bench.model import Collection, Topic
from eval.bench.process import apart, peak_mib
from eval.bench.recipe import RecipeSystem
from eval.bench.retrieval import SYSTEMS, System, measure
from eval.bench.showing import chart
from index.model import Filter
from index.opening import OpenIndex
from tests.integration.index.conftest import write_corpus

TOPICS = (
    Topic("1", "上海出口退税几个工作日", frozenset({"sh#1"}), Filter(frozenset({"上海市"}))),
    Topic("2", "按月汇总缴纳税款", frozenset({"xm#2"})),
)


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    return Collection("小", write_corpus(tmp_path_factory.mktemp("bench") / "corpus"), TOPICS)


@pytest.fixture(scope="module")
def work_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("work")


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.name)
def test_a_system_is_measured(system: System, collection: Collection, work_dir: Path) -> None:
    building = system.build(collection, work_dir)
    row = measure(system, collection, work_dir, building)
    assert row.measures["Recall@100"] == 1
    assert row.measures["Recall@10"] == 1
    assert 0 < row.p50_ms <= row.p95_ms
    assert building.articles > 6
    assert system.build(collection, work_dir) == building


def test_the_recipe_keeps_to_the_place_asked_for(collection: Collection, work_dir: Path) -> None:
    system = RecipeSystem("", ensemble=True)
    system.build(collection, work_dir)
    ranked = system.open(collection, work_dir).rank(TOPICS[0])
    assert not [one for one in ranked if one.startswith("xm#")]


def test_the_chart_is_drawn(collection: Collection, work_dir: Path, tmp_path: Path) -> None:
    building = SYSTEMS[0].build(collection, work_dir)
    chart([measure(SYSTEMS[0], collection, work_dir, building)], tmp_path / "chart.svg")
    assert (tmp_path / "chart.svg").read_text("utf-8").rstrip().endswith("</svg>")


def test_a_smaller_collection_has_the_wanted_policies(
    opened: OpenIndex, collection: Collection, tmp_path: Path
) -> None:
    part = cut(collection.corpus_dir, opened.store, ["xm"], 1, tmp_path / "part")
    assert [path.name for path in part.iterdir()] == ["xm.txt"]


def test_a_folder_of_laws_is_taken_as_it_is(tmp_path: Path) -> None:
    assert unpacked(tmp_path, tmp_path / "nowhere") == tmp_path


def test_a_process_of_its_own_gives_its_result_back() -> None:
    assert apart(peak_mib) > 0
