from __future__ import annotations

import hashlib

import pytest
from langchain_core.prompts import ChatPromptTemplate

from prompts import load


@pytest.mark.parametrize(
    ("name", "variables"),
    [("compose", {"passages", "question"}), ("rephrase", {"history", "question"})],
)
def test_a_prompt_asks_for_exactly_what_the_chain_gives(name: str, variables: set[str]) -> None:
    prompt = load(name)
    template = ChatPromptTemplate.from_messages([("system", prompt.system), ("human", prompt.user)])
    assert set(template.input_variables) == variables


@pytest.mark.parametrize("name", ["compose", "rephrase"])
def test_the_version_names_the_prompt_its_number_and_its_text(name: str) -> None:
    prompt = load(name)
    label, number, digest = prompt.version.split("-")
    body = f"# system\n{prompt.system}\n\n# user\n{prompt.user}\n"
    assert label == name
    assert number.isdigit()
    assert digest == hashlib.sha256(body.encode()).hexdigest()[:8]


def test_a_prompt_is_read_once() -> None:
    assert load("compose") is load("compose")


def test_an_unknown_prompt_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load("no-such-prompt")
