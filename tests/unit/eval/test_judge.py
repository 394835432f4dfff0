"""The judge model: its marks, and what happens when it gives none."""

from __future__ import annotations

import pytest
from langchain_core.language_models import FakeListChatModel

from assistant.settings import Settings
from eval.errors import RunError
from eval.metrics.judge import JudgedByModel, judge_for
from eval.scoring import score
from tests.unit.eval.making import answer, case, record, refusal

GIVEN = record(answer("2个工作日"))


def judging(library, *replies: str) -> JudgedByModel:
    return JudgedByModel(FakeListChatModel(responses=list(replies)), library)


@pytest.mark.parametrize(
    ("reply", "value"),
    [
        ("对\n与条款一致。", 1),
        ("部分\n少了一项", 0.5),
        ("错", 0),
        ("“对”。", 1),
        ("**错**\n数字不对", 0),
    ],
)
def test_marks(library, reply, value) -> None:
    assert judging(library, reply).judge(case(), GIVEN).value == value


def test_the_reason_of_a_lower_mark_is_kept(library) -> None:
    assert (
        judging(library, "错\n应为2个工作日").judge(case(), GIVEN).why
        == "模型评卷：错，应为2个工作日"
    )


@pytest.mark.parametrize("reply", ["", "我认为很好", "对不起，无法判断", "错误的数字"])
def test_a_reply_without_a_mark_is_a_failure_of_the_metric_and_of_nothing_else(
    library, reply
) -> None:
    scores = score([case()], {"c1": GIVEN}, [judging(library, reply)])
    assert "没有分数" in scores.cases[0].broken["judged_by_model"]


def test_refusals_are_not_judged(library) -> None:
    assert judging(library, "对").judge(case(), record(refusal())) is None


def test_without_a_model_there_is_no_judge(library) -> None:
    with pytest.raises(RunError, match="model_base_url"):
        judge_for(Settings(model_base_url=None), library)
