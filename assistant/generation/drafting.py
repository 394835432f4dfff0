"""Similar questions drafted by a model, for a person to review before they count."""

from __future__ import annotations

import asyncio
import re
from contextlib import aclosing

from langchain_core.prompts import ChatPromptTemplate

from assistant.generation.connection import Connection
from assistant.generation.hygiene import as_material
from assistant.generation.thinking import ThoughtFilter
from assistant.settings import Settings
from corpus.model import Article
from prompts import load

PER_ARTICLE = 16
DRAFT_SECONDS = 60.0
_NUMBERING = re.compile(r"^\s*(?:[-*·•]|\d{1,2}[.、）)])\s*")
_SHORTEST, _LONGEST = 3, 80


def draft_questions(settings: Settings, article: Article) -> tuple[str, ...]:
    """What callers may ask for ``article``, one question each; raises ``ModelUnavailable``."""
    return asyncio.run(_draft(Connection(settings), article))


async def _draft(connection: Connection, article: Article) -> tuple[str, ...]:
    prompt = load("questions")
    template = ChatPromptTemplate.from_messages([("system", prompt.system), ("human", prompt.user)])
    values = {"article": as_material(article.text), "count": str(PER_ARTICLE)}
    thoughts, text = ThoughtFilter(), ""
    async with aclosing(connection.stream(template, values, DRAFT_SECONDS)) as chunks:
        async for chunk in chunks:
            said = thoughts.feed(chunk)
            text = said.text if said.afresh else text + said.text
    return lines_of(text + thoughts.flush())


def lines_of(reply: str) -> tuple[str, ...]:
    """The questions in a reply, numbering taken off, each once."""
    lines = (_NUMBERING.sub("", line).strip() for line in reply.splitlines())
    return tuple(dict.fromkeys(line for line in lines if _SHORTEST <= len(line) <= _LONGEST))
