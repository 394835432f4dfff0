"""Similar questions: read, checked against their articles, and given fresh digests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus import (
    Policy,
    check_questions,
    digest_of,
    fresh_entries,
    fresh_questions,
    questions_path,
    read_questions,
    refresh_digests,
)
from corpus.errors import MetadataError
from corpus.questions import Defect
from tests.unit.corpus.conftest import article
from tests.unit.corpus.places import POLICIES

TEXT = """# 复核：2024-05
policy: gacc-aeo-2024
articles:
  （一）:
    digest: "000000000000"
    questions:
      - 出口食品抽检能少吗
      - 化妆品抽检比例
  （二）:   # 尚未填写指纹
    questions:
      - 化妆品抽检比例？
      - ""
  第99条:
    digest: ""
    questions: [没有这一条]
"""


@pytest.fixture
def policy(policies: dict[str, Policy]) -> Policy:
    return policies["gacc-aeo-2024"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "gacc-aeo-2024.questions.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_every_defect_is_found(path: Path, policy: Policy) -> None:
    found = {(each.label, each.defect) for each in check_questions(path, policy)}
    assert ("（一）", Defect.STALE) in found
    assert ("（二）", Defect.EMPTY) in found
    assert ("（二）", Defect.DUPLICATE) in found
    assert ("（三）", Defect.MISSING) in found
    assert ("第99条", Defect.UNKNOWN) in found
    assert ("文首", Defect.MISSING) not in found


def test_a_finding_reads_as_a_sentence(path: Path, policy: Policy) -> None:
    stale = next(f for f in check_questions(path, policy) if f.defect is Defect.STALE)
    assert str(stale) == f"{path}：（一）：条款文字已变，相似问需复核"


def test_a_new_file_is_told_from_one_whose_article_changed(path: Path, policy: Policy) -> None:
    path.write_text(re.sub(r"    digest:.*\n", "", TEXT), "utf-8")
    found = {(each.label, each.defect) for each in check_questions(path, policy)}
    assert ("（一）", Defect.UNCHECKED) in found
    assert ("（一）", Defect.STALE) not in found


def test_stale_questions_are_not_used_until_they_are_reviewed(path: Path, policy: Policy) -> None:
    assert fresh_questions(path, policy) == {}
    assert refresh_digests(path, policy) == 2
    assert fresh_questions(path, policy)["（一）"] == ("出口食品抽检能少吗", "化妆品抽检比例")


def test_refreshing_keeps_comments_order_and_questions(path: Path, policy: Policy) -> None:
    refresh_digests(path, policy)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# 复核：2024-05\npolicy:")
    assert "# 尚未填写指纹" in text
    assert f'digest: "{digest_of(article(policy, "（二）"))}"' in text
    assert list(read_questions(path).articles) == ["（一）", "（二）", "第99条"]
    assert refresh_digests(path, policy) == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("policy: 另一份\narticles: {}", ["policy", "另一份", "gacc-aeo-2024"]),
        ("policy: gacc-aeo-2024\narticles:\n  甲: {question: []}", ["甲", "question"]),
        ("policy: gacc-aeo-2024\narticles:\n  甲: {questions: 一句}", ["articles.甲.questions"]),
        ("policy: gacc-aeo-2024", ["articles", "缺少"]),
        ("policy: gacc-aeo-2024\narticles:\n  甲: {}\n  甲: {}", ["第4行", "重复"]),
    ],
)
def test_a_wrong_file_names_itself_and_the_field(path: Path, text: str, words: list[str]) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MetadataError) as caught:
        read_questions(path)
    assert all(word in str(caught.value) for word in [path.name, *words]), str(caught.value)


def test_the_seed_questions_cover_every_article_once(policies: dict[str, Policy]) -> None:
    for policy in policies.values():
        found = check_questions(questions_path(POLICIES / f"{policy.id}.txt"), policy)
        assert [str(each) for each in found if each.defect is not Defect.STALE] == []


def test_what_is_asked_in_vain_is_kept_apart_and_checked_too(path: Path, policy: Policy) -> None:
    told = "      - 化妆品抽检比例\n    unsaid:\n      - 抽检一次多少钱\n      - 出口食品抽检能少吗？\n"
    path.write_text(TEXT.replace("      - 化妆品抽检比例\n", told, 1), "utf-8")
    found = check_questions(path, policy)
    assert [one.label for one in found if one.defect is Defect.DUPLICATE] == ["（一）", "（二）"]
    refresh_digests(path, policy)
    entry = fresh_entries(path, policy)["（一）"]
    assert entry.questions == ("出口食品抽检能少吗", "化妆品抽检比例")
    assert entry.unsaid == ("抽检一次多少钱", "出口食品抽检能少吗？")
    assert fresh_questions(path, policy)["（一）"] == entry.questions
