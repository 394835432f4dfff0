"""The recogniser's part of a build: taught where questions are, taken over where they are the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpus import load_policy
from corpus.questions import refresh_digests
from index.build import build_index
from index.encoder import load_encoder
from index.errors import IndexDamaged
from index.opening import OpenIndex, open_index
from index.reading import Stage
from index.recogniser.recogniser import CLASSES, FILE, UNHEARD
from index.similar import ENOUGH
from tests.integration.index.conftest import PairEncoder

SUBJECTS = {
    "第一条": ("出口退税", "退税"),
    "第二条": ("优先查验", "查货"),
    "第三条": ("外籍人才", "老外"),
}
LEFT_OPEN = ("打哪个电话", "收多少钱", "在几楼办", "周末开门吗")


def with_questions(corpus_dir: Path) -> None:
    """Questions enough beside two articles of the city's measures."""
    lines = ["policy: sh", "articles:"]
    for label, (name, said) in SUBJECTS.items():
        lines += [f"  {label}:", '    digest: ""', "    questions:"]
        lines += [f"      - 第{n}次问{said if n % 2 else name}怎么办" for n in range(ENOUGH)]
        lines += ["    unsaid:", *(f"      - {name}{question}" for question in LEFT_OPEN)]
    path = corpus_dir / "sh.questions.yaml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    refresh_digests(path, load_policy(corpus_dir / "sh.txt"))


def hears(opened: OpenIndex, question: str) -> dict[str, float]:
    vector = load_encoder(None).encode_queries([question])[0]
    heard = opened.searcher.hear(question, vector)
    return {label: heard.of(f"sh#{label}")[0] for label in SUBJECTS}


@pytest.fixture
def asked_dir(corpus_dir: Path) -> Path:
    with_questions(corpus_dir)
    return corpus_dir


def test_questions_teach_which_article_is_asked(asked_dir: Path, index_dir: Path) -> None:
    build_index(asked_dir, index_dir, load_encoder(None))
    opened = open_index(index_dir)
    told = hears(opened, "退税怎么办")
    assert told["第一条"] > told["第二条"] > UNHEARD
    assert opened.searcher.hear("退税", load_encoder(None).encode_queries(["退税"])[0]).of(
        "xm#第一条"
    ) == (UNHEARD, UNHEARD)


def test_without_questions_nothing_is_taught(
    corpus_dir: Path, index_dir: Path, pair_encoder: PairEncoder
) -> None:
    report = build_index(corpus_dir, index_dir, pair_encoder)
    assert not (report.path / FILE).exists()
    assert (report.path / CLASSES).read_bytes() == b"[]"


def test_another_document_does_not_teach_it_again(asked_dir: Path, index_dir: Path) -> None:
    stages: list[Stage] = []
    encoder = load_encoder(None)
    first = build_index(asked_dir, index_dir, encoder)
    network = (first.path / FILE).read_bytes()
    (asked_dir / "more.txt").write_text("补充规定\n\n第一条 企业可以预约查验。\n", "utf-8")
    second = build_index(
        asked_dir, index_dir, encoder, progress=lambda stage, *_: stages.append(stage)
    )
    assert second.version != first.version
    assert (second.path / FILE).read_bytes() == network
    assert Stage.TEACHING not in stages


def test_other_questions_teach_it_anew(asked_dir: Path, index_dir: Path) -> None:
    stages: list[Stage] = []
    encoder = load_encoder(None)
    build_index(asked_dir, index_dir, encoder)
    path = asked_dir / "sh.questions.yaml"
    path.write_text(path.read_text("utf-8").replace("查货", "开箱"), "utf-8")
    build_index(asked_dir, index_dir, encoder, progress=lambda stage, *_: stages.append(stage))
    assert Stage.TEACHING in stages


def damage(network: Path) -> None:
    """Other bytes, as many as before: what the manifest's sizes do not show."""
    whole = network.read_bytes()
    network.write_bytes(whole[:100] + b"x" * (len(whole) - 200) + whole[-100:])


def test_a_damaged_network_is_noticed_and_the_next_build_mends_it(
    asked_dir: Path, index_dir: Path
) -> None:
    encoder = load_encoder(None)
    built = build_index(asked_dir, index_dir, encoder).path
    damage(built / FILE)
    with pytest.raises(IndexDamaged):
        open_index(index_dir)
    assert not build_index(asked_dir, index_dir, encoder).unchanged
    assert hears(open_index(index_dir), "退税怎么办")["第一条"] > UNHEARD


def test_a_live_version_that_is_gone_stops_no_build(asked_dir: Path, index_dir: Path) -> None:
    built = build_index(asked_dir, index_dir, load_encoder(None)).path
    shutil.rmtree(built)
    assert build_index(asked_dir, index_dir, load_encoder(None)).path.is_dir()
