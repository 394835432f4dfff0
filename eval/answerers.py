"""Who answers the questions of a run: the assistant in this process, or a served one."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Protocol

from pydantic import ValidationError

from assistant.answer import Answer, Question
from corpus.invalid import problems_in
from eval.errors import ServiceError

_TIMEOUT_S = 120.0


class Answerer(Protocol):
    """Answers one question. ``assistant.service.Assistant`` is one."""

    def ask(self, question: Question) -> Answer:
        """The answer object; may raise, which is recorded as a failed case."""
        ...


class HttpAnswerer:
    """A served instance, asked at ``POST {base_url}/v1/ask``."""

    def __init__(self, base_url: str, api_key: str | None = None) -> None:
        self._base = base_url.rstrip("/")
        self._url = f"{self._base}/v1/ask"
        self._headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if api_key:
            self._headers["Authorization"] = f"Bearer {api_key}"

    def check(self) -> None:
        """Raise ``ServiceError`` when nobody listens there, before a whole run finds out."""
        try:
            with urllib.request.urlopen(self._base, timeout=_TIMEOUT_S):
                pass
        except urllib.error.HTTPError:
            pass  # somebody listens; what it says of this path does not matter
        except OSError as error:
            raise ServiceError(f"连不上 {self._base}：{error}") from None

    def ask(self, question: Question) -> Answer:
        """The served answer. Raises ``ServiceError`` for anything else than an answer object."""
        body = question.model_dump_json(exclude_none=True).encode()
        request = urllib.request.Request(self._url, body, self._headers, method="POST")
        try:
            with urllib.request.urlopen(request, timeout=_TIMEOUT_S) as response:
                fields = json.load(response)
        except urllib.error.HTTPError as error:
            detail = error.read().decode("utf-8", "replace")[:300]
            raise ServiceError(f"{self._url} 返回 {error.code}：{detail}") from None
        except (OSError, json.JSONDecodeError) as error:
            raise ServiceError(f"{self._url} 没有给出答案：{error}") from None
        return self._answer(fields)

    def _answer(self, fields: object) -> Answer:
        if not isinstance(fields, dict):
            raise ServiceError(f"{self._url} 返回的不是答案对象")
        known = {key: value for key, value in fields.items() if key in Answer.model_fields}
        try:
            return Answer.model_validate(known)
        except ValidationError as error:
            what = next(problems_in(error))
            raise ServiceError(f"{self._url} 的答案对象不对：{what}") from None
