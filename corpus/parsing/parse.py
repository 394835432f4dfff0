"""The parser: its stages one after the other."""

from __future__ import annotations

from corpus.model import Article, Part, Policy, PolicyMetadata
from corpus.parsing.assemble import assemble
from corpus.parsing.breaks import outlined
from corpus.parsing.divide import divided
from corpus.parsing.lines import split_lines
from corpus.parsing.sections import blocks_of, layout_of


def parse_policy(source: str, metadata: PolicyMetadata) -> Policy:
    """The policy of a document's text: its articles, and the parts that tile the source."""
    articles, parts = parse_source(source, metadata.id)
    return Policy(metadata, source, articles, parts)


def parse_source(source: str, policy_id: str) -> tuple[tuple[Article, ...], tuple[Part, ...]]:
    """The articles of ``source`` in order, head first, and the parts that tile it."""
    lines, outline = outlined(source, split_lines(source))
    blocks = blocks_of(source, lines, outline)
    layout = layout_of(source, blocks, outline)
    sections = divided(source, layout.sections, outline)
    return assemble(source, policy_id, outline, layout.divided(sections))
