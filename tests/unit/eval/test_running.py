"""Runs: failures are data, an interrupted run goes on where it stopped."""

from __future__ import annotations

import pytest
from rich.console import Console

from assistant.answer import Answer, Question
from eval import evaluation
from eval.errors import RunError
from eval.results import Record, RunFolder
from tests.unit.eval.making import answer, case

QUIET = Console(quiet=True)
CASES = tuple(case(id=f"c{number}", question=f"第{number}问？") for number in range(4))


class Counting:
    """Answers everything but what is in ``breaks``, and remembers whom it was asked."""

    def __init__(self, breaks: set[str] | None = None) -> None:
        self.breaks = breaks or set()
        self.asked: list[str] = []

    def ask(self, question: Question) -> Answer:
        self.asked.append(str(question.id))
        if question.id in self.breaks:
            raise ValueError("坏了")
        return answer("2个工作日", id=question.id)


def started(path) -> RunFolder:
    return evaluation.start(path / "run", answerer="t", gold=path / "gold.jsonl", cases=CASES)


def test_a_failure_is_recorded_and_the_rest_goes_on(tmp_path, library) -> None:
    done = evaluation.finish(started(tmp_path), CASES, Counting({"c1"}), library, QUIET)
    failed = {one.case.id: one.record.error for one in done.scores.cases if one.record.error}
    assert failed == {"c1": "ValueError: 坏了"}
    broken = next(one for one in done.scores.cases if one.case.id == "c1")
    assert broken.value("correct") == 0
    assert "运行失败：ValueError: 坏了" in broken.why


def test_a_resumed_run_asks_only_what_is_missing_or_failed(tmp_path, library) -> None:
    folder = started(tmp_path)
    evaluation.finish(folder, CASES[:2], Counting({"c1"}), library, QUIET)
    again = Counting()
    resumed = evaluation.resume(folder.path, CASES)
    done = evaluation.finish(resumed, CASES, again, library, QUIET)
    assert again.asked == ["c1", "c2", "c3"]
    assert all(one.record.error is None for one in done.scores.cases)
    assert done.info.finished is not None


def test_a_record_torn_by_an_interruption_is_asked_again(tmp_path, library) -> None:
    folder = started(tmp_path)
    evaluation.finish(folder, CASES, Counting(), library, QUIET)
    results = folder.path / "results.jsonl"
    results.write_text(results.read_text("utf-8")[:-20], "utf-8")
    again = Counting()
    evaluation.finish(folder, CASES, again, library, QUIET)
    assert again.asked == ["c3"]


def test_appending_after_a_torn_record_loses_nothing(tmp_path, library) -> None:
    folder = started(tmp_path)
    evaluation.finish(folder, CASES[:3], Counting(), library, QUIET)
    results = folder.path / "results.jsonl"
    results.write_text(results.read_text("utf-8")[:-20], "utf-8")
    evaluation.finish(folder, CASES, Counting(), library, QUIET)
    assert set(folder.records()) == {"c0", "c1", "c2", "c3"}


def test_a_record_damaged_elsewhere_is_an_error_that_names_the_line(tmp_path) -> None:
    folder = started(tmp_path)
    for number in range(3):
        folder.append(Record(case_id=f"c{number}", error="x"))
    lines = (folder.path / "results.jsonl").read_text("utf-8").splitlines()
    (folder.path / "results.jsonl").write_text(f"{lines[0]}\n{{\n{lines[2]}\n", "utf-8")
    with pytest.raises(RunError, match="第 2 行"):
        folder.records()


def test_a_run_is_not_resumed_with_other_questions_or_another_index(tmp_path) -> None:
    folder = started(tmp_path)
    with pytest.raises(RunError, match="另一份标准问答"):
        evaluation.resume(folder.path, CASES[:2])
    folder.write_info(folder.info().model_copy(update={"index_version": "one"}))
    with pytest.raises(RunError, match="索引 one"):
        evaluation.resume(folder.path, CASES, "two")


def test_a_run_is_never_overwritten_and_a_foreign_folder_is_no_run(tmp_path) -> None:
    started(tmp_path)
    with pytest.raises(RunError, match="--resume"):
        started(tmp_path)
    with pytest.raises(RunError, match=r"缺少 run\.json"):
        RunFolder(tmp_path).info()


def test_a_run_reads_the_same_after_its_gold_file_is_gone(tmp_path, library) -> None:
    folder = started(tmp_path)
    done = evaluation.finish(folder, CASES, Counting(), library, QUIET)
    assert evaluation.read(folder.path, library).scores.values("correct") == done.scores.values(
        "correct"
    )


def test_a_broken_metric_is_data_too(library) -> None:
    from eval.metrics import Family
    from eval.scoring import score

    class Broken:
        name, label, family = "broken", "坏", Family.CONTENT

        def judge(self, case, record):
            raise ZeroDivisionError("零")

    scores = score(CASES, {}, [Broken()])
    assert scores.cases[0].broken == {"broken": "ZeroDivisionError: 零"}
    assert scores.estimate("broken") is None
