"""Synonyms, short names, everyday words and English for the official terms: ``lexicon.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import IndexError_
from index.text import normalise

LEXICON = Path(__file__).with_name("lexicon.yaml")

_GAP = "…"
_LONGEST_GAP = 6
_LATIN_EDGE = r"[0-9a-z]"
_SYNONYMS = 3
"""Of a group of synonyms the first so many are searched with; the rest are only understood."""


class LexiconInvalid(IndexError_):
    """The lexicon file is not as it must be; names the field."""


class _Sections(BaseModel):
    """The file as it is written; see its head for what the sections mean."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    same: tuple[tuple[str, ...], ...] = ()
    said: dict[str, tuple[str, ...]] = {}
    english: dict[str, tuple[str, ...]] = {}
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    pattern: re.Pattern[str]
    terms: tuple[str, ...]


class Lexicon:
    """What the words of a question mean in official terms. Safe to share.

    ``latin`` are the Latin words that official terms have themselves (aeo, rcep).
    """

    def __init__(self, sections: _Sections) -> None:
        same = [
            (word, [other for other in group if other != word][:_SYNONYMS])
            for group in sections.same
            for word in group
        ]
        said = [(phrase, [term]) for term, phrases in sections.said.items() for phrase in phrases]
        english = [
            (phrase, [term]) for term, phrases in sections.english.items() for phrase in phrases
        ]
        self._same = _entries(same)
        self._said = _entries(said)
        self.latin = frozenset(re.findall("[a-z]+", normalise(" ".join(sum(sections.same, ())))))
        self._english = _entries([*english, *((word, [""]) for word in sections.silent)])

    @classmethod
    def load(cls, path: Path = LEXICON) -> Lexicon:
        """The lexicon of a file. Raises ``LexiconInvalid``."""
        try:
            return cls(_Sections.model_validate(yaml.safe_load(path.read_text("utf-8"))))
        except (OSError, yaml.YAMLError) as error:
            raise LexiconInvalid(f"词典 {path} 无法读取：{error}") from None
        except ValidationError as error:
            where = ".".join(map(str, error.errors()[0]["loc"]))
            raise LexiconInvalid(
                f"词典 {path} 的 {where} 应是文字的列表，见文件开头的说明"
            ) from None

    def synonyms(self, plain: str) -> tuple[str, ...]:
        """Other names for what ``plain`` (normalised) names, without those it has itself."""
        return tuple(_found(self._same, plain))

    def meant(self, plain: str) -> tuple[str, ...]:
        """Official terms for what ``plain`` says in everyday words."""
        return tuple(_found(self._said, plain))

    def in_chinese(self, plain: str) -> str:
        """``plain`` with the English it knows put into Chinese."""
        for entry in self._english if re.search("[a-z]{2}", plain) else ():
            plain = entry.pattern.sub(f" {entry.terms[0]} " if entry.terms[0] else " ", plain)
        return " ".join(plain.split())


def _entries(pairs: Iterable[tuple[str, Iterable[str]]]) -> tuple[_Entry, ...]:
    """The phrases with all their terms, the longest first: 高级认证企业 is not also 高级认证."""
    merged: dict[str, list[str]] = {}
    for phrase, terms in pairs:
        plain = _GAP.join(map(normalise, phrase.split(_GAP)))
        merged.setdefault(plain, []).extend(map(normalise, terms))
    return tuple(
        _Entry(_pattern(phrase), tuple(dict.fromkeys(merged[phrase])))
        for phrase in sorted(merged, key=len, reverse=True)
    )


def _pattern(phrase: str) -> re.Pattern[str]:
    body = rf".{{0,{_LONGEST_GAP}}}".join(map(re.escape, phrase.split(_GAP)))
    before = rf"(?<!{_LATIN_EDGE})" if re.match(_LATIN_EDGE, phrase[0]) else ""
    after = rf"(?!{_LATIN_EDGE})" if re.match(_LATIN_EDGE, phrase[-1]) else ""
    return re.compile(before + body + after)


def _found(entries: Iterable[_Entry], plain: str) -> Iterator[str]:
    """The terms of the phrases in ``plain``; a phrase inside a longer one does not count."""
    taken: list[tuple[int, int]] = []
    given: set[str] = set()
    for entry in entries:
        for match in entry.pattern.finditer(plain):
            start, end = match.span()
            if any(first <= start and end <= last for first, last in taken):
                continue
            taken.append((start, end))
            for term in entry.terms:
                if term not in given and term not in plain:
                    given.add(term)
                    yield term
