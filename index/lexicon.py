"""Synonyms, short names, everyday words and English for the official terms: ``lexicon.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from corpus.errors import IndexError_
from index.text import normalise

LEXICON = Path(__file__).with_name("lexicon.yaml")

_GAP = "…"
_LONGEST_GAP = 6
_LATIN_EDGE = r"[0-9a-z]"


class LexiconInvalid(IndexError_):
    """The lexicon file is not as it must be; names the section."""


@dataclass(frozen=True, slots=True)
class _Entry:
    pattern: re.Pattern[str]
    terms: tuple[str, ...]


class Lexicon:
    """Finds the official terms for what a question says. Safe to share."""

    def __init__(self, entries: Iterable[tuple[str, Iterable[str]]]) -> None:
        merged: dict[str, list[str]] = {}
        for phrase, terms in entries:
            merged.setdefault(normalise(phrase), []).extend(map(normalise, terms))
        # Longest first: 高级认证企业 is not also 高级认证.
        self._entries = tuple(
            _Entry(_pattern(phrase), tuple(dict.fromkeys(merged[phrase])))
            for phrase in sorted(merged, key=len, reverse=True)
        )

    @classmethod
    def load(cls, path: Path = LEXICON) -> Lexicon:
        """The lexicon of a file. Raises ``LexiconInvalid``."""
        try:
            sections = yaml.safe_load(path.read_text("utf-8"))
        except (OSError, yaml.YAMLError) as error:
            raise LexiconInvalid(f"词典 {path} 无法读取：{error}") from None
        return cls([*_groups(path, sections), *_pointers(path, sections)])

    def terms(self, plain: str) -> tuple[str, ...]:
        """The official terms behind the words of ``plain`` (normalised), without those it has."""
        taken: list[tuple[int, int]] = []
        found: list[str] = []
        for entry in self._entries:
            for match in entry.pattern.finditer(plain):
                start, end = match.span()
                if not any(first <= start and end <= last for first, last in taken):
                    taken.append((start, end))
                    found += entry.terms
        return tuple(term for term in dict.fromkeys(found) if term not in plain)


def _pattern(phrase: str) -> re.Pattern[str]:
    body = rf".{{0,{_LONGEST_GAP}}}".join(map(re.escape, phrase.split(_GAP)))
    before = rf"(?<!{_LATIN_EDGE})" if re.match(_LATIN_EDGE, phrase[0]) else ""
    after = rf"(?!{_LATIN_EDGE})" if re.match(_LATIN_EDGE, phrase[-1]) else ""
    return re.compile(before + body + after)


def _groups(path: Path, sections: object) -> list[tuple[str, list[str]]]:
    groups = sections.get("same", []) if isinstance(sections, Mapping) else None
    if not isinstance(groups, list):
        raise LexiconInvalid(f"词典 {path} 的 same 应是列表，每项是一组近义词")
    entries = []
    for group in groups:
        _check(path, "same", group)
        entries += [(word, [other for other in group if other != word]) for word in group]
    return entries


def _pointers(path: Path, sections: object) -> list[tuple[str, list[str]]]:
    entries = []
    for name in ("said", "english"):
        section = sections.get(name, {}) if isinstance(sections, Mapping) else None
        if not isinstance(section, Mapping):
            raise LexiconInvalid(f"词典 {path} 的 {name} 应是“正式用语: [说法, …]”")
        for term, phrases in section.items():
            _check(path, f"{name} 的 {term}", phrases)
            entries += [(phrase, [term]) for phrase in phrases]
    return entries


def _check(path: Path, where: str, values: object) -> None:
    if not isinstance(values, list) or not all(isinstance(v, str) and v for v in values):
        raise LexiconInvalid(f"词典 {path} 的 {where} 应是非空文字的列表，实为 {values!r}")
