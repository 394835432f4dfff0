"""Errors for people: the same problem as a page with a way on."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import Response

from api.pages.rendering import page
from api.problems import Problem


def error_page(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """The problem as a page."""
    return page("error.html", status=problem.status, headers=headers, problem=problem)
