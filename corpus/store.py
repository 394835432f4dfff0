"""Policies in one SQLite file: written once, then read by any number of readers and threads."""

from __future__ import annotations

import json
import sqlite3
import threading
import zlib
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from corpus.chapters import Contents, contents_of
from corpus.codec import (
    article_of,
    article_row,
    metadata_json,
    metadata_of,
    parts_json,
    parts_of,
)
from corpus.errors import CorpusError
from corpus.model import Article, Policy, PolicyMetadata

_FORMAT = 1
_SCHEMA = """
CREATE TABLE policy (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, metadata TEXT NOT NULL,
    source BLOB NOT NULL, parts TEXT NOT NULL
);
CREATE TABLE article (
    position INTEGER PRIMARY KEY, policy_id TEXT NOT NULL, number INTEGER NOT NULL,
    label TEXT NOT NULL, heading TEXT NOT NULL, path TEXT NOT NULL, text TEXT NOT NULL,
    runs BLOB NOT NULL, clauses TEXT NOT NULL, units TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, UNIQUE (policy_id, label)
);
CREATE INDEX article_number ON article (policy_id, number);
"""
_COLUMNS = 'policy_id, number, label, heading, path, text, runs, clauses, units, start, "end"'


class PolicyStore:
    """The policies of one file, read on demand; safe to share between threads.

    Opening reads nothing but the file's format; an article is one indexed row.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()

    @classmethod
    def write(cls, path: Path, policies: Iterable[Policy]) -> None:
        """Write ``policies`` to a new file at ``path``.

        Raises ``CorpusError`` when two policies share an id; ``path`` is then removed.
        """
        path.unlink(missing_ok=True)
        connection = sqlite3.connect(path)
        try:
            with connection:
                connection.execute("PRAGMA journal_mode = OFF")
                connection.executescript(_SCHEMA)
                for policy in policies:
                    _insert(connection, policy)
                connection.execute(f"PRAGMA user_version = {_FORMAT}")
        except sqlite3.IntegrityError as error:
            connection.close()
            path.unlink(missing_ok=True)
            raise CorpusError(f"两份文件的编号或条款标签相同，无法存入：{error}") from error
        finally:
            connection.close()

    @classmethod
    def open(cls, path: Path) -> PolicyStore:
        """The store at ``path``, read-only; ``CorpusError`` if absent or of another format."""
        if not path.is_file():
            raise CorpusError(f"{path}：政策库不存在，请先运行 zhengwen index")
        store = cls(path)
        try:
            (version,) = store._connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError as error:
            raise CorpusError(f"{path}：不是政策库文件，请重新运行 zhengwen index") from error
        if version != _FORMAT:
            raise CorpusError(f"{path}：政策库格式为 {version}，本程序需要 {_FORMAT}，请重建索引")
        return store

    def metadata(self) -> Sequence[PolicyMetadata]:
        """The metadata of every policy, in the order written."""
        return self._metadata

    def policy(self, policy_id: str) -> Policy:
        """The whole policy; ``KeyError`` if there is none of this id."""
        row = self._one("SELECT metadata, source, parts FROM policy WHERE id = ?", policy_id)
        if row is None:
            raise KeyError(policy_id)
        source = zlib.decompress(row[1]).decode("utf-8", "surrogatepass")
        return Policy(metadata_of(row[0]), source, self.articles(policy_id), parts_of(row[2]))

    def source(self, policy_id: str) -> str:
        """The policy's source text; ``KeyError`` if there is none of this id."""
        row = self._one("SELECT source FROM policy WHERE id = ?", policy_id)
        if row is None:
            raise KeyError(policy_id)
        return zlib.decompress(row[0]).decode("utf-8", "surrogatepass")

    def article(self, policy_id: str, label: str | int) -> Article | None:
        """The article of this label or number, or ``None``.

        Where several share a number (第120条 and 第120条之一) the first in print is meant.
        """
        column = "number" if isinstance(label, int) else "label"
        row = self._one(
            f"SELECT {_COLUMNS} FROM article WHERE policy_id = ? AND {column} = ? "
            "ORDER BY position LIMIT 1",
            policy_id,
            label,
        )
        return article_of(row) if row else None

    def articles(self, policy_id: str) -> tuple[Article, ...]:
        """The policy's articles in order, head first; empty for an unknown id."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM article WHERE policy_id = ? ORDER BY position", (policy_id,)
        )
        return tuple(map(article_of, rows))

    def contents(self, policy_id: str) -> Contents:
        """How the policy is divided, without reading its articles; empty for an unknown id."""
        rows = self._connection.execute(
            "SELECT number, path FROM article WHERE policy_id = ? ORDER BY position", (policy_id,)
        )
        return contents_of((number, json.loads(path)) for number, path in rows)

    @cached_property
    def _metadata(self) -> tuple[PolicyMetadata, ...]:
        rows = self._connection.execute("SELECT metadata FROM policy ORDER BY position")
        return tuple(metadata_of(text) for (text,) in rows)

    def _one(self, query: str, *values: object) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._connection.execute(query, values).fetchone()
        return row

    @property
    def _connection(self) -> sqlite3.Connection:
        """This thread's own connection: SQLite connections are not to be shared."""
        if not hasattr(self._local, "connection"):
            uri = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
            self._local.connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        connection: sqlite3.Connection = self._local.connection
        return connection


def _insert(connection: sqlite3.Connection, policy: Policy) -> None:
    source = zlib.compress(policy.source.encode("utf-8", "surrogatepass"), level=6)
    connection.execute(
        "INSERT INTO policy (id, metadata, source, parts) VALUES (?, ?, ?, ?)",
        (policy.id, metadata_json(policy.metadata), source, parts_json(policy.parts)),
    )
    connection.executemany(
        f"INSERT INTO article ({_COLUMNS}) VALUES ({', '.join('?' * 11)})",
        map(article_row, policy.articles),
    )
