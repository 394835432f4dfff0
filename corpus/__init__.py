"""The policies themselves: reading, parsing, metadata, validity, and their store."""

from corpus import jurisdictions
from corpus.load import ReadFailure, load_policy, read_corpus, without_document
from corpus.metadata import with_successions
from corpus.model import (
    HEAD_LABEL,
    NATIONWIDE,
    AlignedText,
    Article,
    Clause,
    Part,
    PartKind,
    Policy,
    PolicyMetadata,
    Run,
    Span,
    Status,
)
from corpus.parsing import parse_policy
from corpus.questions import (
    SimilarQuestions,
    check_questions,
    digest_of,
    fresh_entries,
    fresh_questions,
    questions_path,
    read_questions,
    refresh_digests,
)
from corpus.store import PolicyStore

__all__ = [
    "HEAD_LABEL",
    "NATIONWIDE",
    "AlignedText",
    "Article",
    "Clause",
    "Part",
    "PartKind",
    "Policy",
    "PolicyMetadata",
    "PolicyStore",
    "ReadFailure",
    "Run",
    "SimilarQuestions",
    "Span",
    "Status",
    "check_questions",
    "digest_of",
    "fresh_entries",
    "fresh_questions",
    "jurisdictions",
    "load_policy",
    "parse_policy",
    "questions_path",
    "read_corpus",
    "read_questions",
    "refresh_digests",
    "with_successions",
    "without_document",
]
