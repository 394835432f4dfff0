"""A judge model as one more metric. Off by default: its marks vary with the model and the day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.settings import Settings
from eval.cases import Case
from eval.errors import RunError
from eval.library import Library
from eval.metrics.model import Family, Judgement
from eval.results import Record

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

PROMPT = Path(__file__).with_name("judge.md")
MARKS = {"对": 1.0, "部分": 0.5, "错": 0.0}
_MARK = re.compile(rf"^\W*({'|'.join(MARKS)})(?![一-龥])\W*(.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class JudgedByModel:
    """1, ½ or 0 as a model marks the given answer against the gold articles."""

    model: BaseChatModel
    library: Library
    name: str = "judged_by_model"
    label: str = "模型评卷"
    family: Family = Family.CONTENT

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """See the class. Raises ``RunError`` for a reply without a mark."""
        if record.given is None or not case.gold:
            return None
        prompt = PROMPT.read_text("utf-8").format(
            question="\n".join((*case.history, case.question)),
            articles="\n\n".join(self.library.text(ref.key) for ref in case.gold),
            answer=record.given.answer,
        )
        reply = self.model.invoke(prompt).text.strip()
        match = _MARK.match(reply)
        if match is None:
            raise RunError(f"评卷模型的回复没有分数：{reply[:60]}")
        value = MARKS[match[1]]
        why = " ".join(match[2].split())
        return Judgement(value, f"模型评卷：{match[1]}，{why}" if value < 1 else "")


def judge_for(settings: Settings, library: Library) -> JudgedByModel:
    """The judge over the settings' model. Raises ``RunError`` when there is none."""
    if settings.model_base_url is None:
        raise RunError("没有设置大模型（model_base_url），不能用模型评卷")
    # Imported here: two seconds of start-up that only a judged run needs.
    from langchain_openai import ChatOpenAI

    model = ChatOpenAI(
        base_url=settings.model_base_url,
        model=settings.model_name,
        api_key=settings.model_api_key,
        timeout=settings.model_timeout_s,
        temperature=0,
    )
    return JudgedByModel(model, library)
