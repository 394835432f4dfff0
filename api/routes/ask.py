"""Questions and answers, at once or as a stream of events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, ConfigDict

from api.answering import note, safe_stream
from api.openapi import PROBLEM_RESPONSES, STREAM_EXAMPLE
from api.requests import AskRequest, question_of
from api.services import ReadyAssistant
from assistant.answer import Answer, Question, StreamEvent

router = APIRouter(prefix="/v1", tags=["问答"])

ERRORS: dict[int | str, dict[str, Any]] = {
    **PROBLEM_RESPONSES[413],
    **PROBLEM_RESPONSES[422],
    **PROBLEM_RESPONSES[503],
}


class Words(BaseModel):
    """The data of a ``stage`` or ``delta`` event."""

    model_config = ConfigDict(frozen=True)

    text: str


def asked(body: AskRequest, assistant: ReadyAssistant) -> Question:
    """The checked question; everything that can be refused is refused before a stream begins."""
    return question_of(body, assistant)


Asked = Annotated[Question, Depends(asked)]


@router.post(
    "/ask",
    summary="提问",
    description="只依据已收录的政策文件作答，逐条引用原文；文件没有规定的，如实说明并给出下一步。",
    responses=ERRORS,
)
def ask(question: Asked, assistant: ReadyAssistant) -> Answer:
    """One question, one answer object."""
    answer = assistant.ask(question)
    note(answer)
    return answer


@router.post(
    "/ask/stream",
    summary="提问（流式）",
    description="以 SSE 返回：`stage`（进行到哪一步）、`delta`（已核对的文字，依次拼接）、"
    "`answer`（完整答复，总是最后一个事件；中途出错时其 outcome 为 error）。",
    response_class=EventSourceResponse,
    responses={**ERRORS, 200: STREAM_EXAMPLE},
)
def ask_stream(question: Asked, assistant: ReadyAssistant) -> Iterator[ServerSentEvent]:
    """The same answer as it comes about, as server-sent events."""
    for event in safe_stream(assistant, question):
        yield on_the_wire(event)


def on_the_wire(event: StreamEvent) -> ServerSentEvent:
    """``stage`` and ``delta`` carry ``{"text": …}``, ``answer`` the answer object itself."""
    data = event.answer if event.answer is not None else Words(text=event.text)
    return ServerSentEvent(event=event.event, data=data)
