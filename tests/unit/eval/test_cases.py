"""Gold files: what is read, and how a mistake in one is reported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.cases import REPORT, TUNE, dump_case, load_cases
from eval.errors import GoldError
from tests.unit.eval.making import case

GOOD = {
    "id": "a",
    "type": "fact",
    "question": "几天？",
    "gold": [{"policy": "sh-aeo-2024", "article": 15}],
    "answerable": True,
}


def written(path: Path, *lines: object) -> Path:
    texts = (one if isinstance(one, str) else json.dumps(one) for one in lines)
    path.write_text("\n".join(texts), "utf-8")
    return path


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ({**GOOD, "must_inclde": []}, "不认识的字段 must_inclde"),
        ({**GOOD, "gold": [{"policy": "x", "artcle": 1}]}, "不认识的字段 gold.0.artcle"),
        ({**GOOD, "gold": [{"policy": "x", "article": -1}]}, "字段 gold.0.article"),
        ({key: value for key, value in GOOD.items() if key != "answerable"}, "缺少字段 answerable"),
        ("{", "不是合法的 JSON"),
        ({**GOOD, "must_include": ["2天"]}, "字段 must_include.0"),
    ],
)
def test_a_mistake_is_named_by_file_line_and_key(tmp_path, broken, said) -> None:
    file = written(tmp_path / "gold.jsonl", GOOD, "", broken)
    with pytest.raises(GoldError) as error:
        load_cases(file)
    assert f"{file} 第 3 行" in str(error.value)
    assert said in str(error.value)


def test_a_missing_an_empty_and_a_foreign_file_are_reported(tmp_path) -> None:
    with pytest.raises(GoldError, match="找不到"):
        load_cases(tmp_path / "none.jsonl")
    with pytest.raises(GoldError, match="没有一条"):
        load_cases(written(tmp_path / "empty.jsonl", "", " "))
    (tmp_path / "gbk.jsonl").write_bytes("几天".encode("gbk"))
    with pytest.raises(GoldError, match="UTF-8"):
        load_cases(tmp_path / "gbk.jsonl")


def test_line_separators_inside_a_question_do_not_cut_a_line(tmp_path) -> None:
    text = json.dumps({**GOOD, "question": "几\u2028天"}, ensure_ascii=False)
    (only,) = load_cases(written(tmp_path / "gold.jsonl", text))
    assert only.question == "几\u2028天"


def test_a_case_survives_being_written_and_read(tmp_path) -> None:
    whole = case(history=("先前",), region="上海", note="记", must_not_include=("3天",))
    (again,) = load_cases(written(tmp_path / "gold.jsonl", dump_case(whole)))
    assert again == whole


def test_what_is_acceptable_never_overrides_gold() -> None:
    both = case(acceptable=case().gold)
    assert both.acceptable_keys == frozenset()


def test_the_assistant_sees_the_question_and_nothing_of_the_gold() -> None:
    asked = case(region="上海", history=("先前",)).as_question()
    assert set(asked.model_dump(exclude_defaults=True)) == {"id", "question", "region", "history"}


@pytest.mark.parametrize("path", [TUNE, REPORT])
def test_the_committed_files_cover_every_type(path: Path) -> None:
    from eval.cases import TYPES

    assert {one.type for one in load_cases(path)} == set(TYPES)
