"""What a run leaves behind: one record per case, and what the run was."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.answer import Answer, Outcome
from corpus.invalid import problems_in
from eval.cases import Case, dump_case, load_cases
from eval.errors import RunError

# Outcomes that give the caller no answer. A partial answer is an answer.
ABSTAINING = frozenset({Outcome.UNANSWERABLE, Outcome.REFUSED, Outcome.CLARIFICATION})


class Record(BaseModel):
    """One case's answer, or why there is none; ``wall_ms`` is measured around the call."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    case_id: str
    answer: Answer | None = None
    error: str | None = None
    wall_ms: float = 0.0

    @property
    def failed(self) -> bool:
        """Whether the answering itself broke."""
        return self.answer is None or self.answer.outcome is Outcome.ERROR

    @property
    def abstained(self) -> bool:
        """Whether no answer was given, on purpose."""
        return self.answer is not None and self.answer.outcome in ABSTAINING

    @property
    def given(self) -> Answer | None:
        """The answer, where one was given."""
        return None if self.failed or self.abstained else self.answer

    @property
    def cited(self) -> frozenset[tuple[str, int]]:
        """The articles cited."""
        citations = self.answer.citations if self.answer else ()
        return frozenset((one.policy_id, one.article) for one in citations)


class RunInfo(BaseModel):
    """What was run on what: enough to tell whether two runs may be compared."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    answerer: str
    gold: str
    gold_digest: str
    cases: int
    started: dt.datetime
    finished: dt.datetime | None = None
    index_version: str | None = None
    settings: dict[str, str] = {}

    @property
    def seconds(self) -> float | None:
        """How long the run took."""
        return (self.finished - self.started).total_seconds() if self.finished else None


def digest(cases: Iterable[Case]) -> str:
    """A short digest of the cases, their order apart."""
    lines = sorted(case.model_dump_json() for case in cases)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


class RunFolder:
    """A directory with ``run.json``, ``cases.jsonl`` and ``results.jsonl``.

    The cases are kept beside the answers, so that a run can be read and compared whatever
    becomes of the gold file; records are appended one by one.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def _records(self) -> Path:
        return self.path / "results.jsonl"

    @property
    def _info(self) -> Path:
        return self.path / "run.json"

    def write_cases(self, cases: Iterable[Case]) -> None:
        """Keep the cases of the run."""
        self.path.mkdir(parents=True, exist_ok=True)
        (self.path / "cases.jsonl").write_text(
            "".join(f"{dump_case(one)}\n" for one in cases), "utf-8"
        )

    def cases(self) -> tuple[Case, ...]:
        """The cases of the run. Raises ``GoldError`` when they are missing."""
        return load_cases(self.path / "cases.jsonl")

    def write_info(self, info: RunInfo) -> None:
        """Record what the run is."""
        self.path.mkdir(parents=True, exist_ok=True)
        self._info.write_text(info.model_dump_json(indent=2), "utf-8")

    def info(self) -> RunInfo:
        """What the run is. Raises ``RunError`` when the directory holds none."""
        try:
            return RunInfo.model_validate_json(self._info.read_text("utf-8"))
        except FileNotFoundError:
            raise RunError(f"{self.path} 不是一次评测的目录：缺少 run.json") from None
        except ValidationError as error:
            raise RunError(f"{self._info} 已损坏：{next(problems_in(error))}") from None

    def append(self, record: Record) -> None:
        """Add one record; it is on disk when this returns."""
        with self._records.open("a", encoding="utf-8") as file:
            file.write(record.model_dump_json() + "\n")

    def drop_torn_line(self) -> None:
        """Cut off what an interruption left of a last record, before new ones are added."""
        if self._records.is_file():
            kept = self._records.read_bytes()
            self._records.write_bytes(kept[: kept.rfind(b"\n") + 1])

    def records(self) -> dict[str, Record]:
        """The last record of each case; a line torn by an interruption is passed over."""
        found = {record.case_id: record for record in self._read()}
        if not found and not self._info.is_file():
            raise RunError(f"{self.path} 里没有评测记录")
        return found

    def _read(self) -> Iterator[Record]:
        if not self._records.is_file():
            return
        lines = self._records.read_text("utf-8").split("\n")
        for number, line in enumerate(lines, 1):
            try:
                if line.strip():
                    yield Record.model_validate(json.loads(line))
            except json.JSONDecodeError:
                if number < len(lines):
                    raise RunError(f"{self._records} 第 {number} 行不是合法的 JSON") from None
            except ValidationError as error:
                what = next(problems_in(error))
                raise RunError(f"{self._records} 第 {number} 行 {what}") from None
