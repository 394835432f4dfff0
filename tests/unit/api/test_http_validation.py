"""Validation errors in Chinese: each kind that our models can raise has its own words."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from api.requests import AskRequest
from api.validation import field_problems
from corpus.invalid import FALLBACK


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"question": None},
        {"question": " "},
        {"question": "税" * 501},
        {"question": "税", "history": 3},
        {"question": "税", "history": ["a"] * 21},
        {"question": "税", "history": [1]},
        {"question": "税", "as_of": "2024-13-01"},
        {"question": "税", "as_of": "2024-01-01T08:00:00"},
        {"question": "税", "as_of": []},
        {"question": "税", "region": 5},
        {"question": "税", "region": "市" * 33},
        {"question": "税", "extra": 1},
        "税",
    ],
)
def test_every_error_has_words_of_its_own(body: object) -> None:
    with pytest.raises(ValidationError) as raised:
        AskRequest.model_validate(body)
    for problem in field_problems(raised.value.errors()):
        assert problem.detail != FALLBACK
        assert "{" not in problem.detail


def test_an_unforeseen_error_still_names_its_field() -> None:
    (problem,) = field_problems([{"type": "new_kind", "loc": ("body", "a", 0, "b")}])
    assert (problem.field, problem.detail) == ("a[0].b", FALLBACK)
