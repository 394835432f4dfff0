"""Templates turned into HTML; everything that is not ours is escaped."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from corpus.model import Status

HERE = Path(__file__).resolve().parent
STATIC_DIR = HERE / "static"

STATUS_WORDS: Mapping[str, str] = {
    Status.IN_FORCE: "现行有效",
    Status.NOT_YET_IN_FORCE: "尚未施行",
    Status.EXPIRED: "已过有效期",
    Status.REPEALED: "已废止",
}

# A number with what it counts: the figures of a measure. Years (2024年), article numbers (第15条)
# and document numbers (〔2024〕4号) name things and are left alone.
FIGURE = re.compile(
    r"(?<![\d.第〔\[（(])(?!(?:19|20)\d\d\s?年)"
    r"\d[\d,，]*(?:\.\d+)?\s?"
    r"(?:[%％‰]|[个万亿千百]{0,2}(?:工作日|元|美元|小时|分钟|个月|月|年|周|天|日|倍|家|人|次|成)|个)"
    r"(?:以?内|以上|以下)?"
)
MARKER = re.compile(r"\[(\d{1,3})\]")


def date_words(day: dt.date | None) -> str:
    """2024年1月15日, or nothing."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def status_words(status: str) -> str:
    """现行有效, 已废止 …"""
    return STATUS_WORDS[status]


def answer_html(text: str) -> Markup:
    """Answer text with figures set off and ``[1]`` as links to the sources beside it."""
    marked = FIGURE.sub(lambda found: f'<b class="figure">{found[0]}</b>', str(escape(text)))
    linked = MARKER.sub(
        r'<a class="marker" href="#source-\1" data-marker="\1" aria-label="依据\1">\1</a>', marked
    )
    paragraphs = (line for line in linked.splitlines() if line.strip())
    # Every piece of the caller's or the documents' text has been escaped above.
    return Markup("".join(f"<p>{line}</p>" for line in paragraphs))


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        date_words=date_words, status_words=status_words, answer_html=answer_html
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
