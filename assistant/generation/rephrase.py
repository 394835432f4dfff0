"""Checking a rephrased question: it may only say what the caller's turns say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.generation.hygiene import as_material, clean_question
from assistant.verification.figures import figures
from assistant.verification.fold import fold, fold_names
from assistant.verification.occurrences import bigrams
from corpus.jurisdictions import find_in

LONGEST_REPHRASE_S = 6.0
LONGEST_QUESTION = 200
# The share of the rephrased question's bigrams that the turns hold; asking words make the rest.
LEAST_SHARE = 0.6
_TURNS = 6
_LATIN = re.compile(r"[a-z][a-z0-9]*")
_NUMBER = re.compile(r"\(?\d{4}\)?(?:年)?第?\d+号|\d+号文?")
_WRAPPED = re.compile(r"^[\"“「]|[\"”」]$|^(?:改写后的问题|改写后|改写|问题)[:：]\s*")


def shown_history(history: Sequence[str]) -> str:
    """The last turns as material, one line each."""
    return "\n".join(as_material(clean_question(turn)) for turn in history[-_TURNS:])


def accepted(reply: str, question: str, history: Sequence[str]) -> str | None:
    """``reply`` as a question when it holds nothing foreign and loses nothing; None otherwise."""
    lines = [line for line in reply.strip().splitlines() if line.strip()]
    if len(lines) != 1:
        return None
    text = clean_question(lines[0])
    while (shorter := _WRAPPED.sub("", text)) != text:
        text = shorter.strip()
    if not 2 <= len(text) <= LONGEST_QUESTION:
        return None
    turns = "\n".join((*history[-_TURNS:], question))
    return text if _faithful(text, question, turns) else None


def _faithful(text: str, question: str, turns: str) -> bool:
    new, old, known = (fold_names(fold(words)) for words in (text, question, turns))
    return (
        _figures(old) <= _figures(new) <= _figures(known)
        and set(find_in(question)) <= set(find_in(text)) <= set(find_in(turns))
        and set(_NUMBER.findall(new)) <= set(_NUMBER.findall(known))
        and set(_LATIN.findall(new)) <= set(_LATIN.findall(known))
        and len(bigrams(new) & bigrams(known)) >= LEAST_SHARE * len(bigrams(new))
    )


def _figures(text: str) -> set[tuple[str, str]]:
    return {figure.key for figure in figures(text)}
