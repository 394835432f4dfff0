"""Source tokens in a model's text: [A1], 【A1】, ［A1，A2］.

Anything in such brackets that is not a list of tokens ([1], [来源]) is no token, and a sentence
that holds one names a source nobody gave it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_OPEN, _CLOSE = r"[\[【［〖]", r"[\]】］〗]"
_ONE = r"[AaＡａ]\s*[0-9０-９]{1,3}"
TOKEN = re.compile(rf"{_OPEN}\s*{_ONE}(?:\s*[,，、;；/和\s]\s*{_ONE})*\s*{_CLOSE}")
_GROUP = re.compile(rf"{TOKEN.pattern}(?:[\s,，、]*{TOKEN.pattern})*")
_STRANGER = re.compile(
    rf"{_OPEN}\s*(?:\d{{1,3}}|[A-Za-z]{{1,3}}[-_]?\d*|来源\w*|出处\w*|资料\w*|\^\w*|注\w*|source\w*)\s*{_CLOSE}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence and the tokens set after it."""

    text: str
    tokens: tuple[str, ...]


def pieces(sentence: str) -> tuple[Piece, ...]:
    """The sentence cut after each group of tokens; words after the last group belong to it."""
    cut: list[Piece] = []
    position = 0
    for match in _GROUP.finditer(sentence):
        text = sentence[position : match.start()]
        names = tuple(dict.fromkeys(_name(one) for one in re.findall(_ONE, match.group())))
        if not _says_something(text) and cut:
            cut[-1] = Piece(cut[-1].text + text, tuple(dict.fromkeys(cut[-1].tokens + names)))
        else:
            cut.append(Piece(text, names))
        position = match.end()
    rest = sentence[position:]
    if cut and rest:
        last = cut.pop()
        if _says_something(rest):
            cut += [last, Piece(rest, last.tokens)]
        else:
            cut.append(Piece(last.text + rest, last.tokens))
    return tuple(cut)


def strangers(sentence: str) -> tuple[str, ...]:
    """What stands in token brackets and is no token."""
    return tuple(_STRANGER.findall(TOKEN.sub("", sentence)))


def without_tokens(sentence: str) -> str:
    """The sentence as a reader sees it."""
    return TOKEN.sub("", sentence)


def _name(token: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", token)).upper()


def _says_something(text: str) -> bool:
    return bool(re.search(r"\w", text))
