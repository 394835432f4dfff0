from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.model import AlignedText, Article, Policy, PolicyMetadata, Span
from eval.bench.model import Building, Collection, Row, Topic
from eval.bench.own import by_reciprocal_rank
from eval.bench.recipe import _covered
from eval.bench.retrieval import score
from eval.bench.showing import markdown, tables, turns_markdown
from eval.bench.topics import EVERYDAY, gold_topics, lay_topics
from eval.bench.tuning import changed
from eval.bench.turns import in_turns
from eval.cases import REPORT, TUNE
from index.fusion import Weights


def test_reciprocal_ranks_add_up() -> None:
    # a: 1/61 + 1/63, b: 1/62 + 1/61, c: 1/63 + 1/62
    assert by_reciprocal_rank([["a", "b", "c"], ["b", "c", "a"]]) == ["b", "a", "c"]


class _Told:
    """A system that writes down what it is asked, as the benchmark sees it."""

    def __init__(self, name: str, heard: list[str]) -> None:
        self.name, self._heard = name, heard

    def build(self, collection: Collection, work_dir: Path) -> Building:
        raise NotImplementedError

    def open(self, collection: Collection, work_dir: Path) -> _Told:
        return self

    def rank(self, topic: Topic) -> list[str]:
        self._heard.append(f"{self.name}{topic.id}")
        return []


def test_systems_take_turns_and_none_always_goes_first(tmp_path: Path) -> None:
    heard: list[str] = []
    topics = tuple(Topic(str(number), "", frozenset({"p#1"})) for number in range(3))
    systems = [_Told(name, heard) for name in "abc"]
    turns = in_turns(systems, Collection("小", tmp_path, topics), tmp_path)
    assert heard[3:] == ["a0", "b0", "c0", "b1", "c1", "a1", "c2", "a2", "b2"]
    assert [(one.collection, one.system) for one in turns] == [
        ("小", "a"),
        ("小", "b"),
        ("小", "c"),
    ]
    assert turns[0].ratio == 1
    assert "| 小 | a |" in turns_markdown(turns)


def test_an_item_counts_once_in_a_list() -> None:
    assert by_reciprocal_rank([["a", "a", "a"], ["b", "c"]]) == ["a", "b", "c"]


def test_measures_are_those_worked_out_by_hand() -> None:
    topics = [
        Topic("1", "", frozenset({"p#1", "p#2"})),
        Topic("2", "", frozenset({"p#3"})),
    ]
    found = score(topics, {"1": ["p#1", "p#9", "p#2"], "2": ["p#8", "p#3"]})
    assert found["Recall@1"] == pytest.approx((1 / 2 + 0) / 2)
    assert found["Recall@5"] == pytest.approx(1)
    assert found["MRR@10"] == pytest.approx((1 + 1 / 2) / 2)


def test_a_question_that_found_nothing_counts_as_nothing() -> None:
    topics = [Topic("1", "", frozenset({"p#1"})), Topic("2", "", frozenset({"p#1"}))]
    assert score(topics, {"1": ["p#1"], "2": []})["Recall@100"] == pytest.approx(0.5)


def test_lay_questions_are_split_by_id_and_numbers_read(tmp_path: Path) -> None:
    path = tmp_path / "queries.jsonl"
    lines = [
        {"id": number, "query": "问", "gold": [{"file": "民法典/编.md", "article": "第一千零十条"}]}
        for number in (5, 10, 15)
    ]
    path.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    topics = lay_topics(path, 5)
    assert [topic.id for topic in topics] == ["stard-5", "stard-15"]
    assert topics[0].gold == {"编#1010"}


def test_gold_topics_are_answerable_and_stand_alone() -> None:
    topics = gold_topics(TUNE)
    assert len(topics) > 150
    assert all(topic.gold for topic in topics)


def test_everyday_topics_are_those_that_the_gold_file_notes() -> None:
    everyday = gold_topics(REPORT, EVERYDAY)
    assert len(everyday) > 80
    assert set(everyday) < set(gold_topics(REPORT))


def article(number: int, start: int, end: int) -> Article:
    return Article(
        "p", number, f"第{number}条", "", (), AlignedText(""), (), (), Span(start, end)
    )  # fmt: skip


def test_a_chunk_stands_for_the_article_that_fills_most_of_it_first() -> None:
    articles = (article(1, 0, 100), article(2, 100, 400), article(3, 400, 420))
    policy = Policy(PolicyMetadata("p", "某办法"), "字" * 420, articles)
    assert _covered(policy, 50, 410) == "p#2\np#1\np#3"


def test_one_number_changes_at_a_time() -> None:
    assert changed(Weights(), "place", 0.5).place == 0.5
    boosted = changed(Weights(), "boosts.text", 9.0)
    assert boosted.boosts == {**Weights().boosts, "text": 9.0}
    assert Weights().boosts["text"] != 9.0


def test_the_best_of_each_measure_is_marked() -> None:
    def row(system: str, recall: float) -> Row:
        names = ("Recall@1", "Recall@5", "Recall@10", "Recall@100", "MRR@10", "nDCG@10")
        return Row(
            "小", system, 3, dict.fromkeys(names, recall), 1, 2, 0.1, 10, Building(5, 1, 1, 1)
        )

    rows = [row("甲", 0.25), row("乙", 0.75)]
    shown = markdown(rows)
    assert "**0.750**" in shown
    assert "**0.250**" not in shown
    assert [table.row_count for table in tables(rows)] == [2]
