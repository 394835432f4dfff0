"""Replies of a model, sentence by sentence: what is kept of honest ones, what is stopped of faulty ones."""

from __future__ import annotations

import pytest

from eval.components.replies import Reply, _kept, _read, _stopped
from eval.errors import GoldError
from tests.unit.verification.made import article

EVIDENCE = {"p#第15条": article("正常出口退税平均办理时间在2个工作日内。承保规模不低于500亿美元。")}
ASKED = {"id": "r1", "question": "退税几天", "articles": ("p#第15条",)}


def test_each_sentence_of_an_honest_reply_counts() -> None:
    said = "出口退税平均办理时间在2个工作日内[A1]。承保规模达到900亿美元[A1]。"
    outcomes = list(_kept(Reply(**ASKED, reply=said), EVIDENCE))
    assert [kept for kept, _ in outcomes] == [True, False]


@pytest.mark.parametrize(
    ("sentence", "stopped"),
    [
        ("出口退税平均办理时间在9个工作日内[A1]。", True),
        ("企业办理正常出口退税，平均办理时间在2个工作日内[A1]。", False),
    ],
)
def test_a_faulty_sentence_is_stopped_or_shown(sentence: str, stopped: bool) -> None:
    one = Reply(**ASKED, sentence=sentence, fault="figure", why="9")
    assert _stopped(one, EVIDENCE)[0] is stopped


def test_a_broken_line_is_named(tmp_path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "x"}\n', "utf-8")
    with pytest.raises(GoldError, match=r"bad\.jsonl 第 1 行"):
        list(_read(path))
