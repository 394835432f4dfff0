"""What the reader makes of articles, as evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.weighing.readings import MEASURES, READ, UNREAD, Readings
from corpus import Policy, load_policy
from index.encoder import load_encoder
from index.passages import passages_of
from index.reader import reader_by

RULES = """测试市停车管理办法

第一条 住宅小区的业主可以申请夜间错时停车，每月收费一百二十元。

第二条 停车场应当配建充电桩，数量不少于车位总数的百分之十。

第三条 违反规定占用消防通道停车的，由公安机关处五百元罚款。
"""


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    path = Path(tmp_path_factory.mktemp("rules")) / "parking.txt"
    path.write_text(RULES, "utf-8")
    return load_policy(path)


@pytest.fixture(scope="module")
def readings(policy: Policy) -> Readings:
    by_label = {article.label: article for article in policy.articles}
    return Readings(reader_by(load_encoder()), lambda _, label: (policy.metadata, by_label[label]))


def numbered(policy: Policy) -> list[str]:
    return [article.label for article in policy.articles if article.number]


def evidence(readings: Readings, policy: Policy, question: str) -> dict[str, dict[str, float]]:
    found = [
        next(passages_of(policy.metadata, article)) for article in policy.articles if article.number
    ]
    return dict(zip(numbered(policy), readings.evidence(question, found), strict=True))


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("晚上把车停小区里一个月要掏多少钱", "第一条"),
        ("停车场得装几个充电的", "第二条"),
        ("车堵了消防通道要罚多少", "第三条"),
    ],
)
def test_the_article_that_says_it_is_read_as_the_one(
    readings: Readings, policy: Policy, question: str, label: str
) -> None:
    read = evidence(readings, policy, question)
    assert max(read, key=lambda one: read[one]["read_first"]) == label
    assert read[label]["read_first_behind"] == 0
    assert all(one["read_first_behind"] <= 0 for one in read.values())


def test_what_no_article_says_is_less_stated_than_what_one_says(
    readings: Readings, policy: Policy
) -> None:
    said = evidence(readings, policy, "占了消防通道停车罚多少钱")
    unsaid = evidence(readings, policy, "占消防通道的罚单到哪个网站交")
    assert max(one["read_stated"] for one in said.values()) > max(
        one["read_stated"] for one in unsaid.values()
    )


def test_only_the_first_are_read_and_the_others_count_as_silent(
    readings: Readings, policy: Policy
) -> None:
    article = next(one for one in policy.articles if one.number)
    passage = next(passages_of(policy.metadata, article))
    read = readings.evidence("停车多少钱", [passage] * (READ + 2))
    assert len(read) == READ + 2
    assert read[READ]["read_stated"] == UNREAD.stated < read[0]["read_stated"]
    assert set(read[0]) == set(MEASURES)
    assert readings.evidence("停车多少钱", []) == []
