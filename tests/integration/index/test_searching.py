from __future__ import annotations

import asyncio
import datetime as dt
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from index.model import Filter, Searcher
from index.opening import OpenIndex
from index.retriever import PolicyRetriever


def found(opened: OpenIndex, question: str, where: Filter | None = None, k: int = 5) -> list[str]:
    return [hit.passage.article_id for hit in opened.searcher.search(question, k, where)]


def place(name: str, as_of: dt.date | None = None) -> Filter:
    return Filter(frozenset({name}), as_of)


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("上海出口退税几个工作日", "sh#第一条"),
        ("厦门出口退税几个工作日", "xm#第一条"),
        ("開箱的時候我們不去人行不行", "sh#第二条"),
        ("货先走，税攒到月底一次交行吗", "xm#第二条"),
        ("老外上班的证管几年", "sh#第三条"),
        ("xiamen chukou tuishui", "xm#第一条"),
        ("work permit validity", "sh#第三条"),
        ("汇总证税", "xm#第二条"),
    ],
)
def test_the_right_article_comes_first(opened: OpenIndex, question: str, article: str) -> None:
    assert found(opened, question)[0] == article


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("沪商发〔2024〕4号第二条", "sh#第二条"),
        ("4号文第3条", "sh#第三条"),
        ("厦门那个措施第二条", "xm#第二条"),
        ("进出口管理条例第一条", "rules#第一条"),
    ],
)
def test_an_addressed_article_comes_first(opened: OpenIndex, question: str, article: str) -> None:
    assert found(opened, question)[0] == article


def test_articles_without_similar_questions_are_found_beside_those_that_have_some(
    opened: OpenIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.similar.ENOUGH", 1)
    question = "税退回来要等几天"
    assert found(opened, question, k=1) == ["sh#第一条"]
    hits = opened.searcher.search(question, 1, bare=2)
    assert next(hit.passage.article_id for hit in hits) == "sh#第一条"
    assert [hit.question is None for hit in hits] == [False, True, True]
    assert "xm#第一条" in [hit.passage.article_id for hit in hits]


def test_an_article_comes_once_and_scores_fall(opened: OpenIndex) -> None:
    hits = opened.searcher.search("企业出口退税", 100)
    ids = [hit.passage.article_id for hit in hits]
    assert len(set(ids)) == len(ids)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_place_lets_through_its_own_and_the_national_rules(opened: OpenIndex) -> None:
    ids = found(opened, "出口退税", place("厦门市"), k=20)
    assert {one.split("#")[0] for one in ids} == {"xm", "rules"}


def test_a_day_lets_through_what_was_in_force(opened: OpenIndex) -> None:
    then = found(opened, "出口退税", Filter(as_of=dt.date(2005, 1, 1)), k=20)
    now = found(opened, "出口退税", Filter(as_of=dt.date(2026, 1, 1)), k=20)
    assert {one.split("#")[0] for one in then} == {"rules"}
    assert {one.split("#")[0] for one in now} == {"sh", "xm"}


def test_an_address_does_not_break_a_filter(opened: OpenIndex) -> None:
    assert "xm#第二条" not in found(opened, "厦门那个措施第二条", place("上海市"), k=20)


def test_a_filter_that_lets_nothing_through_finds_nothing(opened: OpenIndex) -> None:
    assert found(opened, "出口退税", Filter(policy_ids=frozenset({"nobody"}))) == []


@pytest.mark.parametrize("question", ["", "   ", "？！", "😀", "\u200b", "a" * 3000, "税" * 3000])
def test_odd_questions_do_no_harm(opened: OpenIndex, question: str) -> None:
    assert len(opened.searcher.search(question, 3)) <= 3


def test_a_hit_tells_what_each_side_said(opened: OpenIndex) -> None:
    (hit,) = opened.searcher.search("上海的税退回来要等几天", 1)
    assert hit.question == "税退回来要等几天"
    assert set(hit.scores) == {"dense", "lexical", "questions"}
    assert hit.scores["questions"] > hit.scores["dense"]
    article = opened.store.article(hit.passage.policy_id, hit.passage.label)
    assert article is not None
    start = hit.passage.start
    assert article.text[start : start + len(hit.passage.text)] == hit.passage.text


def test_the_head_is_found_for_what_only_it_says(opened: OpenIndex) -> None:
    assert found(opened, "上海市支持企业若干措施的文号是多少")[0] == "sh#文首"


def test_the_words_and_questions_of_articles_can_be_read_back(opened: OpenIndex) -> None:
    beside = opened.searcher.questions_of("sh", 1, "第一条")
    assert beside.texts == ("税退回来要等几天",)
    assert beside.vectors.shape[0] == 1
    assert opened.searcher.questions_of("nobody", 1, "第一条").texts == ()
    assert len(list(opened.searcher.sample(3))) == 3


def test_many_threads_find_the_same(opened: OpenIndex) -> None:
    questions = ["上海出口退税", "优先查验", "汇总征税", "外籍人才"] * 10
    alone = [found(opened, question) for question in questions]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda question: found(opened, question), questions)) == alone


def test_the_retriever_gives_the_searchers_hits_sync_and_async(opened: OpenIndex) -> None:
    retriever = PolicyRetriever(searcher=opened.searcher, k=2, where=place("上海市"))
    documents = retriever.invoke("出口退税")
    assert documents == asyncio.run(retriever.ainvoke("出口退税"))
    assert [f"{one.metadata['policy_id']}#{one.metadata['label']}" for one in documents] == found(
        opened, "出口退税", place("上海市"), k=2
    )


def test_the_searcher_fits_the_port(opened: OpenIndex) -> None:
    assert isinstance(opened.searcher, Searcher)


READING_ONLY = """
import os, sys
from pathlib import Path
from tempfile import TemporaryDirectory
from index.opening import open_index
open_index(Path(sys.argv[1]))  # loads what lies where only this user may read
if os.getuid() == 0:
    os.setuid(65534)
assert not os.access(sys.argv[1], os.W_OK)
opened = open_index(Path(sys.argv[1]))
print(opened.searcher.search("上海出口退税", 1)[0].passage.article_id)
"""


def test_an_index_that_may_only_be_read_can_be_searched(small_index: Path) -> None:
    with TemporaryDirectory() as folder:  # pytest's own folders are closed to other users
        copy = Path(folder) / "index"
        shutil.copytree(small_index, copy)
        for path in (Path(folder), copy, *copy.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        ran = subprocess.run(
            [sys.executable, "-c", READING_ONLY, str(copy)],
            capture_output=True,
            text=True,
            check=False,
        )
        for path in (Path(folder), copy, *copy.rglob("*")):
            path.chmod(0o755)
    assert ran.stdout.strip() == "sh#第一条", ran.stderr


HEAVY = ("torch", "chromadb", "langchain_core", "sentence_transformers")
OPENING = """
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from index.opening import open_index
open_index(Path(sys.argv[1])).searcher.search("出口退税")
print([name for name in sys.argv[2:] if name in sys.modules])
"""


def test_opening_and_searching_need_none_of_the_heavy_libraries(small_index: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", OPENING, str(small_index), *HEAVY],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "[]"
