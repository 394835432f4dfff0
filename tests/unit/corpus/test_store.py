"""The store gives back exactly what was written, quickly, and to many threads."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus import Policy, PolicyStore
from corpus.errors import CorpusError


@pytest.fixture
def store(policies: dict[str, Policy], tmp_path: Path) -> PolicyStore:
    path = tmp_path / "政策 库.sqlite"
    PolicyStore.write(path, policies.values())
    return PolicyStore.open(path)


def test_policies_come_back_equal_and_in_order(
    store: PolicyStore, policies: dict[str, Policy]
) -> None:
    assert [metadata.id for metadata in store.metadata()] == list(policies)
    for policy in policies.values():
        assert store.policy(policy.id) == policy
        assert store.source(policy.id) == policy.source
        assert store.articles(policy.id) == policy.articles


def test_articles_by_label_and_by_number(store: PolicyStore) -> None:
    by_number = store.article("gacc-aeo-2024", 7)
    assert by_number is not None
    assert by_number == store.article("gacc-aeo-2024", "（七）")
    assert store.article("gacc-aeo-2024", 0) == store.article("gacc-aeo-2024", "文首")


def test_what_is_not_there(store: PolicyStore) -> None:
    assert store.article("sh-aeo-2024", "第26条") is None
    assert store.article("nowhere", 1) is None
    assert store.articles("nowhere") == ()
    with pytest.raises(KeyError):
        store.policy("nowhere")
    with pytest.raises(KeyError):
        store.source("nowhere")


def test_many_threads_read_at_once(store: PolicyStore, policies: dict[str, Policy]) -> None:
    wanted = [(p.id, a.label) for p in policies.values() for a in p.articles] * 5
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda key: store.article(*key), wanted))
    assert [(a.policy_id, a.label) for a in found if a] == wanted


def test_readers_cannot_write(store: PolicyStore) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        store._connection.execute("DELETE FROM article")


def test_two_policies_of_one_id_are_refused(policies: dict[str, Policy], tmp_path: Path) -> None:
    policy = policies["sh-aeo-2024"]
    path = tmp_path / "store.sqlite"
    with pytest.raises(CorpusError, match="相同"):
        PolicyStore.write(path, [policy, policy])
    assert not path.exists()


def test_absent_foreign_and_outdated_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="不存在"):
        PolicyStore.open(tmp_path / "none.sqlite")
    foreign = tmp_path / "foreign.sqlite"
    foreign.write_text("不是数据库" * 500, encoding="utf-8")
    with pytest.raises(CorpusError, match="不是政策库"):
        PolicyStore.open(foreign)
    outdated = tmp_path / "outdated.sqlite"
    sqlite3.connect(outdated).execute("PRAGMA user_version = 99")
    with pytest.raises(CorpusError, match="99"):
        PolicyStore.open(outdated)
