"""Every error that the project raises on purpose, as a tree.

ZhengwenError                 the root: its message is Chinese and may be shown to a user
├── CorpusError               a document or its metadata is not as it must be
│   ├── UnreadableDocument    a file whose text cannot be had: empty, broken, encrypted…
│   └── MetadataError         a sidecar, a front matter or a questions file breaks its schema
├── IndexError_               an index is absent, damaged, or built by another version
├── AssistantError            a question cannot be taken
│   └── ModelUnavailable      the language model did not give a usable reply
└── EvaluationError           a gold file or a run is not as it must be

Rooms define the leaves beside the code that raises them; the branches live here because
the ground floor is the only one that every other floor may see.
"""

from __future__ import annotations


class ZhengwenError(Exception):
    """Something a user can put right; the message says what and where, in Chinese."""


class CorpusError(ZhengwenError):
    """A document or its metadata is not as it must be; names the file and the field or line."""


class UnreadableDocument(CorpusError):
    """A file whose text cannot be had; names the file and the reason."""


class MetadataError(CorpusError):
    """A sidecar, a front matter or a questions file breaks its schema; names file and field."""


class IndexError_(ZhengwenError):  # noqa: N801 - IndexError is Python's own
    """An index is absent, damaged, or built by another version."""


class AssistantError(ZhengwenError):
    """A question cannot be taken as it is."""


class ModelUnavailable(AssistantError):
    """The language model did not give a usable reply."""


class EvaluationError(ZhengwenError):
    """A gold file or a run is not as it must be."""
