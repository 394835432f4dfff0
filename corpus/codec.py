"""Policies as compact rows: alignment as packed integers, names as JSON arrays."""

from __future__ import annotations

import datetime as dt
import json
from array import array
from collections.abc import Sequence
from typing import Any

from corpus.model import (
    AlignedText,
    Article,
    Clause,
    Part,
    PartKind,
    PolicyMetadata,
    Run,
    Span,
)

_KINDS = tuple(PartKind)
_DATES = ("issued_on", "effective_on", "expires_on", "repealed_on")


def pack_runs(runs: Sequence[Run]) -> bytes:
    """Three integers a run."""
    return array("I", [n for run in runs for n in (run.start, run.source, run.length)]).tobytes()


def unpack_runs(blob: bytes) -> tuple[Run, ...]:
    """The runs of ``pack_runs``."""
    numbers = array("I", blob)
    return tuple(map(Run, numbers[::3], numbers[1::3], numbers[2::3]))


def article_row(article: Article) -> tuple[object, ...]:
    """The article without its clauses' texts, which are slices of its body."""
    return (
        article.policy_id,
        article.number,
        article.label,
        article.heading,
        _json(article.path),
        article.body.text,
        pack_runs(article.body.runs),
        _json(
            [
                (c.label, *bounds)
                for c, bounds in zip(article.clauses, _bounds(article), strict=True)
            ]
        ),
        _json(article.responsible_units),
        article.span.start,
        article.span.end,
    )


def article_of(row: Sequence[Any]) -> Article:
    """The article of ``article_row``."""
    policy_id, number, label, heading, path, text, runs, clauses, units, start, end = row
    body = AlignedText(text, unpack_runs(runs))
    return Article(
        policy_id=policy_id,
        number=number,
        label=label,
        heading=heading,
        path=tuple(json.loads(path)),
        body=body,
        clauses=tuple(
            Clause(name, body.slice(first, last)) for name, first, last in json.loads(clauses)
        ),
        responsible_units=tuple(json.loads(units)),
        span=Span(start, end),
    )


def metadata_json(metadata: PolicyMetadata) -> str:
    """The metadata as JSON, dates as ISO strings."""
    fields = {name: getattr(metadata, name) for name in PolicyMetadata.__slots__}
    return json.dumps(fields, ensure_ascii=False, default=str)


def metadata_of(text: str) -> PolicyMetadata:
    """The metadata of ``metadata_json``."""
    fields = json.loads(text)
    for name in _DATES:
        fields[name] = dt.date.fromisoformat(fields[name]) if fields[name] else None
    for name in ("issuers", "aliases", "repeals", "speaks_of"):
        fields[name] = tuple(fields.get(name, ()))
    return PolicyMetadata(**fields)


def parts_json(parts: Sequence[Part]) -> str:
    """The parts as JSON; they tile the source, so their ends suffice."""
    return _json([(_KINDS.index(part.kind), part.span.end, part.label) for part in parts])


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of ``parts_json``."""
    parts, start = [], 0
    for kind, end, label in json.loads(text):
        parts.append(Part(_KINDS[kind], Span(start, end), label))
        start = end
    return tuple(parts)


def _bounds(article: Article) -> list[tuple[int, int]]:
    """Where each clause lies in the article's text, found by its alignment."""
    bounds, at = [], 0
    for clause in article.clauses:
        at = _start(article.body, clause, at)
        bounds.append((at, at + len(clause.body.text)))
        at += len(clause.body.text)
    return bounds


def _start(body: AlignedText, clause: Clause, at: int) -> int:
    if not clause.body.runs:
        return at
    first = clause.body.runs[0]
    for run in body.runs:
        if run.source <= first.source < run.source + run.length:
            return run.start + first.source - run.source - first.start
    raise ValueError(f"clause {clause.label!r} is not a slice of its article")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
