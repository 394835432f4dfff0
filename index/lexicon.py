"""Synonyms, short names, everyday words and English for the official terms: ``lexicon.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import IndexError_
from corpus.invalid import refused
from index.text import normalise

LEXICON = Path(__file__).with_name("lexicon.yaml")

_GAP = "…"
_LONGEST_GAP = 6
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


class _Phrases:
    """Phrases with the terms they bring. Plain ones are looked up, the rest are patterns."""

    def __init__(self, pairs: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._terms: dict[str, list[str]] = {}
        for phrase, terms in pairs:
            plain = _GAP.join(map(normalise, phrase.split(_GAP)))
            self._terms.setdefault(plain, []).extend(map(normalise, terms))
        self._patterns = [(phrase, _pattern(phrase)) for phrase in self._terms if _GAP in phrase]
        self._beginning: dict[str, list[str]] = {}
        for phrase in self._terms:
            if phrase and _GAP not in phrase:
                self._beginning.setdefault(phrase[0], []).append(phrase)

    def __contains__(self, phrase: str) -> bool:
        return phrase in self._terms

    def terms(self, phrase: str) -> list[str]:
        """What a phrase brings."""
        return self._terms[phrase]

    def found(self, plain: str) -> list[tuple[int, int, str]]:
        """Where phrases stand, the longest first; one inside a longer one does not count."""
        every = [*self._literal(plain), *self._patterned(plain)]
        every.sort(key=lambda one: (one[0] - one[1], one[0]))
        kept: list[tuple[int, int, str]] = []
        for start, end, phrase in every:
            if not any(first <= start and end <= last for first, last, _ in kept):
                kept.append((start, end, phrase))
        return kept

    def _literal(self, plain: str) -> Iterator[tuple[int, int, str]]:
        for start, character in enumerate(plain):
            for phrase in self._beginning.get(character, ()):
                end = start + len(phrase)
                if plain.startswith(phrase, start) and _whole(plain, start, end):
                    yield start, end, phrase

    def _patterned(self, plain: str) -> Iterator[tuple[int, int, str]]:
        for phrase, pattern in self._patterns:
            for match in pattern.finditer(plain):
                yield *match.span(), phrase


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
        self._same = _Phrases(same)
        self._said = _Phrases(said)
        self.latin = frozenset(re.findall("[a-z]+", normalise(" ".join(sum(sections.same, ())))))
        self._english = _Phrases([*english, *((word, [""]) for word in sections.silent)])

    @classmethod
    def load(cls, path: Path = LEXICON) -> Lexicon:
        """The lexicon of a file. Raises ``LexiconInvalid``."""
        try:
            return cls(_Sections.model_validate(yaml.safe_load(path.read_text("utf-8"))))
        except OSError as error:
            raise LexiconInvalid(f"词典 {path} 无法读取：{refused(error)}") from None
        except yaml.YAMLError as error:
            raise LexiconInvalid(f"词典 {path} 不是有效的 YAML：{error}") from None
        except ValidationError as error:
            where = ".".join(map(str, error.errors()[0]["loc"]))
            raise LexiconInvalid(
                f"词典 {path} 的 {where} 应是文字的列表，见文件开头的说明"
            ) from None

    def synonyms(self, plain: str) -> tuple[str, ...]:
        """Other names for what ``plain`` (normalised) names, without those it has itself."""
        return _brought(self._same, plain)

    def names(self, plain: str) -> tuple[str, ...]:
        """Other names for what all of ``plain`` (normalised) names; none where it is no name."""
        return tuple(self._same.terms(plain)) if plain in self._same else ()

    def meant(self, plain: str) -> tuple[str, ...]:
        """Official terms for what ``plain`` says in everyday words."""
        return _brought(self._said, plain)

    def in_chinese(self, plain: str) -> str:
        """``plain`` with the English it knows put into Chinese."""
        if not re.search("[a-z]{2}", plain):
            return plain
        taken = len(plain)
        for start, end, phrase in sorted(self._english.found(plain), reverse=True):
            if end <= taken:
                plain = f"{plain[:start]} {self._english.terms(phrase)[0]} {plain[end:]}"
                taken = start
        return " ".join(plain.split())


def _brought(phrases: _Phrases, plain: str) -> tuple[str, ...]:
    terms = (term for _, _, phrase in phrases.found(plain) for term in phrases.terms(phrase))
    return tuple(term for term in dict.fromkeys(terms) if term not in plain)


def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(rf".{{0,{_LONGEST_GAP}}}".join(map(re.escape, phrase.split(_GAP))))


def _whole(plain: str, start: int, end: int) -> bool:
    """Whether ``plain[start:end]`` cuts no Latin word or number in two."""
    before, after = plain[start - 1 : start], plain[end : end + 1]
    return not (_latin(before) and _latin(plain[start])) and not (
        _latin(after) and _latin(plain[end - 1])
    )


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
