"""Templates turned into HTML; everything that is not ours is escaped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.pages.reply import words_html
from corpus.model import Status

HERE = Path(__file__).resolve().parent
STATIC_DIR = HERE / "static"

STATUS_WORDS: Mapping[str, str] = {
    Status.IN_FORCE: "现行有效",
    Status.NOT_YET_IN_FORCE: "尚未施行",
    Status.EXPIRED: "已过有效期",
    Status.REPEALED: "已废止",
}


def date_words(day: dt.date | None) -> str:
    """2024年1月15日, or nothing."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def status_words(status: str) -> str:
    """现行有效, 已废止 …"""
    return STATUS_WORDS[status]


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        date_words=date_words, status_words=status_words, words_html=words_html
    )
    return environment


ENVIRONMENT = _environment()


def render(template: str, /, **values: object) -> str:
    """The template as text."""
    return ENVIRONMENT.get_template(template).render(**values)


def page(
    template: str,
    /,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **values: object,
) -> HTMLResponse:
    """The template as a response."""
    return HTMLResponse(render(template, **values), status, dict(headers or {}))
