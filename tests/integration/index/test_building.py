from __future__ import annotations

import fcntl
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import chromadb
import numpy as np
import pytest

from index.build import build_index
from index.errors import (
    IndexAbsent,
    IndexBusy,
    IndexDamaged,
    IndexIncompatible,
    NothingToIndex,
)
from index.model import Encoder
from index.opening import open_index
from index.versions import IndexDirectory
from tests.integration.index.conftest import PairEncoder


def add_article(corpus_dir: Path, policy: str, text: str) -> None:
    path = corpus_dir / f"{policy}.txt"
    path.write_text(path.read_text("utf-8") + "\n" + text + "\n", "utf-8")


def test_a_build_reports_what_it_holds(
    corpus_dir: Path, index_dir: Path, pair_encoder: PairEncoder
) -> None:
    report = build_index(corpus_dir, index_dir, pair_encoder)
    manifest = report.manifest
    assert (manifest.policies, report.unchanged, report.skipped) == (3, False, ())
    assert manifest.passages + manifest.questions == report.embedded == pair_encoder.seen
    assert IndexDirectory(index_dir).current() == report.version
    assert sorted(path.name for path in index_dir.iterdir()) == [
        "build.lock",
        "current",
        "versions",
    ]


def test_building_twice_gives_the_same_index_and_embeds_nothing(
    corpus_dir: Path, index_dir: Path, pair_encoder: PairEncoder
) -> None:
    first = build_index(corpus_dir, index_dir, pair_encoder)
    second = build_index(corpus_dir, index_dir, pair_encoder)
    assert second.unchanged
    assert (second.version, second.embedded) == (first.version, 0)


def test_two_places_give_the_same_version_and_the_same_files(
    corpus_dir: Path, tmp_path: Path, pair_encoder: PairEncoder
) -> None:
    one = build_index(corpus_dir, tmp_path / "one", pair_encoder)
    two = build_index(corpus_dir, tmp_path / "two", pair_encoder)
    assert one.version == two.version
    for name in ("passages.npy", "passages.f32", "passages.jsonl", "questions.f32"):
        assert (one.path / name).read_bytes() == (two.path / name).read_bytes()


def test_an_unchanged_passage_is_not_embedded_again(
    corpus_dir: Path, index_dir: Path, pair_encoder: PairEncoder
) -> None:
    before = build_index(corpus_dir, index_dir, pair_encoder)
    add_article(corpus_dir, "xm", "第三条 设立服务专窗。")
    after = build_index(corpus_dir, index_dir, pair_encoder)
    assert after.version != before.version
    assert after.manifest.passages == before.manifest.passages + 1
    assert after.embedded == 1


def test_another_encoder_embeds_everything_anew(
    corpus_dir: Path, index_dir: Path, pair_encoder: PairEncoder
) -> None:
    before = build_index(corpus_dir, index_dir, pair_encoder)
    other = PairEncoder()
    other.fingerprint = "pairs-2"
    after = build_index(corpus_dir, index_dir, other)
    assert after.version != before.version
    assert after.embedded == before.embedded


def test_chroma_holds_the_same_vectors_with_dates_as_numbers(
    corpus_dir: Path, index_dir: Path, pair_encoder: PairEncoder
) -> None:
    report = build_index(corpus_dir, index_dir, pair_encoder)
    client = chromadb.PersistentClient(str(report.path / "chroma"))
    found = client.get_collection("passages", embedding_function=None).get(
        ids=["sh#第一条@0"], include=["embeddings", "metadatas"]
    )
    assert found["metadatas"] is not None
    assert found["metadatas"][0]["valid_from"] == 20240115
    vectors = np.fromfile(report.path / "passages.f32", np.float32).reshape(-1, 64)
    assert any(np.array_equal(row, np.asarray(found["embeddings"])[0]) for row in vectors)


def test_a_build_cut_short_is_taken_up_again(
    corpus_dir: Path,
    index_dir: Path,
    pair_encoder: PairEncoder,
    stopping: Callable[..., None],
) -> None:
    with pytest.raises(KeyboardInterrupt):
        build_index(corpus_dir, index_dir, pair_encoder, progress=stopping)
    assert pair_encoder.seen > 0
    with pytest.raises(IndexAbsent):
        open_index(index_dir, pair_encoder)
    report = build_index(corpus_dir, index_dir, pair_encoder)
    assert report.embedded == report.manifest.questions
    assert not (index_dir / "staging").exists()


def test_a_bad_file_is_skipped_and_listed(
    corpus_dir: Path, index_dir: Path, pair_encoder: PairEncoder
) -> None:
    (corpus_dir / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    (corpus_dir / "bad.txt").write_text("第一条 某事。", "utf-8")
    (corpus_dir / "bad.yaml").write_text("jurisdiction: 火星\n", "utf-8")
    report = build_index(corpus_dir, index_dir, pair_encoder)
    assert {Path(file.path).name for file in report.skipped} == {"broken.pdf", "bad.txt"}
    assert report.manifest.skipped == report.skipped
    assert report.manifest.policies == 3


def test_questions_of_a_changed_article_are_left_out_and_listed(
    corpus_dir: Path, index_dir: Path, pair_encoder: PairEncoder
) -> None:
    before = build_index(corpus_dir, index_dir, pair_encoder)
    path = corpus_dir / "sh.txt"
    path.write_text(path.read_text("utf-8").replace("2个工作日", "5个工作日"), "utf-8")
    after = build_index(corpus_dir, index_dir, pair_encoder)
    assert [file.reason for file in after.stale if "第一条" in file.reason]
    assert after.manifest.questions == before.manifest.questions - 1


def test_an_empty_directory_gives_no_index(
    tmp_path: Path, index_dir: Path, pair_encoder: PairEncoder
) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToIndex, match="没有可以建立索引的政策文件"):
        build_index(tmp_path / "empty", index_dir, pair_encoder)


def test_a_directory_of_bad_files_names_them(
    tmp_path: Path, index_dir: Path, pair_encoder: PairEncoder
) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "broken.docx").write_bytes(b"PK broken")
    (bad / "~$lock.docx").write_bytes(b"lock")
    with pytest.raises(NothingToIndex, match=r"1 个文件都无法读取：\n.*broken\.docx：文件已损坏"):
        build_index(bad, index_dir, pair_encoder)


def test_what_goes_with_no_document_is_listed(
    corpus_dir: Path, index_dir: Path, pair_encoder: PairEncoder
) -> None:
    (corpus_dir / "ghost.questions.yaml").write_text("policy: ghost\narticles: {}\n", "utf-8")
    (corpus_dir / "orphan.yaml").write_text("title: 某\n", "utf-8")
    report = build_index(corpus_dir, index_dir, pair_encoder)
    assert [Path(file.path).name for file in report.skipped] == ["orphan.yaml"]
    assert [Path(file.path).name for file in report.stale] == ["ghost.questions.yaml"]
    assert str(report.skipped[0]).count("orphan.yaml") == 1


def test_a_second_builder_is_turned_away(
    corpus_dir: Path, index_dir: Path, pair_encoder: PairEncoder
) -> None:
    index_dir.mkdir()
    with (index_dir / "build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(IndexBusy, match="另一个进程"):
            build_index(corpus_dir, index_dir, pair_encoder)


def test_old_versions_are_pruned_but_never_one_in_use(
    corpus_dir: Path, index_dir: Path, pair_encoder: PairEncoder
) -> None:
    first = build_index(corpus_dir, index_dir, pair_encoder)
    reading = open_index(index_dir, pair_encoder)
    for number in (3, 4, 5):
        add_article(corpus_dir, "xm", f"第{'〇一二三四五'[number]}条 又一条措施。")
        last = build_index(corpus_dir, index_dir, pair_encoder)
    kept = {path.name for path in (index_dir / "versions").iterdir()}
    assert {first.version, last.version} <= kept
    assert len(kept) == 3
    assert reading.version == first.version
    assert reading.searcher.search("出口退税", 1)


def test_going_back_to_an_earlier_corpus_makes_its_version_live_again(
    corpus_dir: Path, index_dir: Path, pair_encoder: PairEncoder
) -> None:
    text = (corpus_dir / "xm.txt").read_text("utf-8")
    first = build_index(corpus_dir, index_dir, pair_encoder)
    add_article(corpus_dir, "xm", "第三条 设立服务专窗。")
    build_index(corpus_dir, index_dir, pair_encoder)
    (corpus_dir / "xm.txt").write_text(text, "utf-8")
    back = build_index(corpus_dir, index_dir, pair_encoder)
    assert (back.version, back.unchanged) == (first.version, True)
    assert open_index(index_dir, pair_encoder).version == first.version


def test_an_absent_index_says_what_to_run(index_dir: Path, pair_encoder: PairEncoder) -> None:
    with pytest.raises(IndexAbsent, match="zhengwen index"):
        open_index(index_dir, pair_encoder)


@pytest.fixture
def built(corpus_dir: Path, index_dir: Path, pair_encoder: PairEncoder) -> Path:
    return build_index(corpus_dir, index_dir, pair_encoder).path


def test_another_encoder_is_refused_by_name(built: Path, index_dir: Path) -> None:
    other = PairEncoder()
    other.fingerprint = "other"
    with pytest.raises(IndexIncompatible, match="编码器 pairs"):
        open_index(index_dir, other)


def test_another_schema_is_refused(built: Path, index_dir: Path, pair_encoder: PairEncoder) -> None:
    manifest = json.loads((built / "manifest.json").read_text("utf-8"))
    (built / "manifest.json").write_text(json.dumps(manifest | {"schema_version": 0}), "utf-8")
    with pytest.raises(IndexIncompatible, match="格式版本是 0"):
        open_index(index_dir, pair_encoder)


@pytest.mark.parametrize("name", ["passages.f32", "passages.jsonl", "policies.sqlite"])
def test_a_file_cut_short_is_noticed(
    built: Path, index_dir: Path, pair_encoder: PairEncoder, name: str
) -> None:
    path = built / name
    path.write_bytes(path.read_bytes()[:-7])
    with pytest.raises(IndexDamaged, match=name):
        open_index(index_dir, pair_encoder)


def test_a_missing_lexical_index_is_noticed(
    built: Path, index_dir: Path, pair_encoder: PairEncoder
) -> None:
    shutil.rmtree(built / "lexical")
    with pytest.raises(IndexDamaged):
        open_index(index_dir, pair_encoder)


def test_a_broken_manifest_is_noticed(
    built: Path, index_dir: Path, pair_encoder: PairEncoder
) -> None:
    (built / "manifest.json").write_text("{", "utf-8")
    with pytest.raises(IndexDamaged, match=r"manifest\.json"):
        open_index(index_dir, pair_encoder)


@pytest.mark.parametrize("name", ["manifest.json", "lexical", "policies.sqlite"])
def test_a_damaged_version_is_built_again(
    built: Path, corpus_dir: Path, index_dir: Path, pair_encoder: PairEncoder, name: str
) -> None:
    path = built / name
    if path.is_dir():
        shutil.rmtree(path)
    else:  # the same size, so that only opening shows it
        path.write_bytes(b"?" * path.stat().st_size)
    report = build_index(corpus_dir, index_dir, pair_encoder)
    assert (report.path, report.unchanged) == (built, False)
    assert open_index(index_dir, pair_encoder).searcher.search("出口退税", 1)


def test_what_is_asked_in_vain_is_indexed_beside_its_article(
    corpus_dir: Path, index_dir: Path, encoder: Encoder
) -> None:
    questions = corpus_dir / "sh.questions.yaml"
    asked = "      - 税退回来要等几天\n"
    questions.write_text(
        questions.read_text("utf-8").replace(
            asked, f"{asked}    unsaid:\n      - 退税要交哪些材料\n"
        ),
        "utf-8",
    )
    build_index(corpus_dir, index_dir, encoder)
    searcher = open_index(index_dir, encoder).searcher
    assert searcher.unsaid_of("sh", 1, "第一条").texts == ("退税要交哪些材料",)
    assert searcher.unsaid_of("sh", 2, "第二条").texts == ()
    assert "退税要交哪些材料" not in searcher.questions_of("sh", 1, "第一条").texts
