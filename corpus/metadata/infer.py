"""Metadata read off the document itself where no one has written it down."""

from __future__ import annotations

from pathlib import Path

from corpus.counties import spoken_of
from corpus.metadata.issuers import issuers_of
from corpus.metadata.numbers import doc_number_of
from corpus.metadata.opening import opening_of
from corpus.metadata.places import place_told
from corpus.metadata.ruling import jurisdiction_of, ruled_by
from corpus.metadata.sidecar import DeclaredMetadata
from corpus.metadata.titles import Title, headline_of, published_in, title_in, within
from corpus.metadata.validity import effective_on, expires_on, issued_on, repeals, strip_date
from corpus.model import NATIONWIDE, PolicyMetadata
from corpus.parsing.slips import mended

_NEAREST_FOLDERS = 4


def infer_metadata(
    path: Path, source: str, declared: DeclaredMetadata | None = None
) -> PolicyMetadata:
    """What ``declared`` says, and for the rest what the text and the file's name and folder say."""
    said = declared or DeclaredMetadata()
    source = mended(source)
    opening = opening_of(source)
    found = Title(said.title, said.title, 0, -1) if said.title else title_in(opening)
    named = found.text if found else None
    headline = headline_of(opening)
    stands = found or (Title(headline, headline, 0, 0) if headline else None)
    doc_number = said.doc_number or doc_number_of(stands, opening)
    formal = named or published_in(opening)
    title = formal or doc_number or strip_date(path.stem)
    issuers = issuers_of(stands, doc_number, opening) if said.issuers is None else said.issuers
    issued = said.issued_on or issued_on(path.stem, opening)
    effective = said.effective_on or effective_on(issued, opening)
    folders = path.parent.parts[-_NEAREST_FOLDERS:]
    ruled = said.jurisdiction or ruled_by(title, issuers, folders)
    place = ruled or place_told(named, opening, source) or jurisdiction_of(title, issuers, folders)
    certain = said.jurisdiction is not None or ruled not in (None, NATIONWIDE)
    return PolicyMetadata(
        id=path.stem,
        title=said.title or within(formal or headline or title),
        doc_number=doc_number,
        issuers=issuers,
        jurisdiction=place,
        issued_on=issued,
        effective_on=effective,
        expires_on=said.expires_on or expires_on(effective or issued, opening),
        repealed_on=said.repealed_on,
        source_url=said.source,
        aliases=said.aliases,
        repeals=repeals(opening),
        speaks_of=() if certain else spoken_of(source),
    )
