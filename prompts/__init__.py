"""Prompt texts as files with a version, loaded once.

A prompt is a Markdown file: a front matter with ``version``, then the sections ``# system`` and
``# user``. Placeholders are written ``{name}``. The version that answers report also carries the
first letters of the text's hash, so that an edit nobody counted still shows.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt: what the model is told, and the template that carries the request."""

    name: str
    version: str
    system: str
    user: str


@cache
def load(name: str) -> Prompt:
    """The prompt in ``prompts/<name>.md``; ``FileNotFoundError`` when there is none."""
    text = (files(__package__) / f"{name}.md").read_text(encoding="utf-8")
    _, matter, body = text.split("---\n", 2)
    number = matter.partition("version:")[2].strip()
    system, user = body.partition("# system\n")[2].split("# user\n")
    digest = hashlib.sha256(body.encode()).hexdigest()[:8]
    return Prompt(name, f"{name}-{number}-{digest}", system.strip(), user.strip())
