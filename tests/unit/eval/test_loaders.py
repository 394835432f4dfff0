"""Other people's question sets become cases of ours."""

from __future__ import annotations

import json

import pytest

from corpus import load_policy
from eval.errors import GoldError
from eval.loaders import convert_squad, load_stard

PASSAGE = "海关于1685年设立四处。\n一、江海关在上海。\n二、粤海关在广州。"


def written(path, data: object):
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return path


def test_stard_articles_are_found_by_their_printed_number(tmp_path) -> None:
    lines = [
        {
            "id": 7,
            "query": "离婚要户口本吗？",
            "gold": [
                {"file": "民法典/婚姻家庭.md", "article": "第一千零七十六条"},
                {"file": "刑法/刑法(2023-12-29).md", "article": "第一百二十条之一"},
                {"file": "刑法/刑法(2023-12-29).md", "article": "第一百二十条"},
            ],
            "answer": "…",
        }
    ]
    path = tmp_path / "stard.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    (case,) = load_stard(path)
    assert [str(ref) for ref in case.gold] == ["婚姻家庭#1076", "刑法(2023-12-29)#120"]
    assert case.answerable


@pytest.mark.parametrize(
    "line",
    ["{", '{"id": 1}', '{"id": 1, "query": "x", "gold": [{"file": "a", "article": "附则"}]}'],
)
def test_a_broken_stard_line_is_named(tmp_path, line) -> None:
    path = tmp_path / "stard.jsonl"
    path.write_text(line, "utf-8")
    with pytest.raises(GoldError, match="第 1 行"):
        load_stard(path)


SQUAD = {
    "data": [
        {
            "title": "海关 史",
            "paragraphs": [
                {
                    "context": PASSAGE,
                    "qas": [
                        {"id": "q1", "question": "粤海关在哪？", "answers": [{"text": "广州", "answer_start": 28}]},
                        {"id": "q2", "question": "谁设的？", "answers": [], "is_impossible": True},
                        {"id": "q3", "question": "?", "answers": [{"text": "上海。二、粤", "answer_start": 19}]},
                    ],
                }
            ],
        }
    ]
}  # fmt: skip
CMRC = [
    {
        "context_id": "TRIAL_1",
        "context_text": PASSAGE,
        "qas": [
            {"query_id": "TRIAL_1_Q1", "query_text": "粤海关在哪？", "answers": ["广州", "广州"]}
        ],
    }
]


@pytest.mark.parametrize(("data", "ids"), [(SQUAD, ["q1", "q2"]), (CMRC, ["TRIAL_1_Q1"])])
def test_a_passage_becomes_a_document_and_the_answers_article_is_the_gold(
    tmp_path, data, ids
) -> None:
    cases = convert_squad(written(tmp_path / "set.json", data), tmp_path / "corpus")
    assert [case.id for case in cases] == ids, "an answer across two articles is left out"
    (ref,) = cases[0].gold
    policy = load_policy(tmp_path / "corpus" / f"{ref.policy}.txt")
    (article,) = [one for one in policy.articles if one.number == ref.article]
    assert "粤海关在广州" in article.text
    assert cases[0].must_include == (("广州",),)
    assert [case.answerable for case in cases] == [True, False][: len(ids)]


@pytest.mark.parametrize("data", [{}, [1], {"data": [{}]}])
def test_another_format_is_an_error(tmp_path, data) -> None:
    with pytest.raises(GoldError, match="不是 SQuAD"):
        convert_squad(written(tmp_path / "set.json", data), tmp_path / "corpus")
