"""``zhengwen search``: the articles found for a question, or a whole file of them as a TREC run."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

import typer
from rich.console import Console
from rich.progress import track

from cli.options import encoder_for, settings_for
from corpus import counties
from corpus.errors import IndexError_
from corpus.invalid import refused
from index.model import Filter, Hit
from index.opening import OpenIndex, open_index
from index.text import says_nothing

TAG = "zhengwen"
_TERMINAL_WIDTH = 160
_NO_QUESTION = 2
"""The exit code for a question that says nothing."""


class SearchInputInvalid(IndexError_):
    """What was given to search with is not as it must be."""


@dataclass(frozen=True, slots=True)
class BatchQuery:
    """One line of a batch file."""

    id: str
    question: str
    where: Filter | None


def search(
    question: Annotated[str | None, typer.Argument(help="要检索的问题")] = None,
    *,
    k: Annotated[int, typer.Option("--k", min=1, help="最多给出多少条")] = 100,
    region: Annotated[str | None, typer.Option(help="适用地区，如 上海")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="每行一个 JSON 对象")] = False,
    batch: Annotated[
        tuple[Path, Path] | None,
        typer.Option(metavar="IN.jsonl OUT.run", help="批量检索，写出 TREC run 文件"),
    ] = None,
    index: Annotated[Path | None, typer.Option(help="索引目录")] = None,
) -> None:
    """检索条款：最相关的在前，一条只出现一次。"""
    if (question is None) == (batch is None):
        raise SearchInputInvalid("请给出一个问题，或用 --batch IN.jsonl OUT.run 批量检索。")
    if question is not None and says_nothing(question):
        Console(stderr=True).print("问题是空的或只有标点，请写出要查的内容。", soft_wrap=True)
        raise typer.Exit(_NO_QUESTION)
    settings = settings_for(index)
    opened = open_index(settings.index_dir, encoder_for(settings))
    where = filter_for(region, None)
    if batch is not None:
        write_run(opened, *batch, k=k, where=where)
    elif question is not None:
        show = _show_json if as_json else _show
        show(opened.searcher.search(question, k, where))


def write_run(
    opened: OpenIndex, source: Path, target: Path, *, k: int, where: Filter | None = None
) -> None:
    """Search for every line of ``source`` and write the run; bad lines are named and skipped.

    A run's columns are separated by spaces, so white space and ``%`` in ids are written as in
    addresses (``%20``, ``%25``).
    """
    console = Console(stderr=True)
    queries = list(read_queries(source, console))
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8") as out:
        for query in track(queries, "检索中", console=console):
            hits = opened.searcher.search(query.question, k, query.where or where)
            out.writelines(line + "\n" for line in run_lines(query.id, hits))
    console.print(f"共检索 {len(queries)} 个问题，已写入 {target}", markup=False, soft_wrap=True)


def run_lines(query_id: str, hits: Sequence[Hit]) -> Iterator[str]:
    """The lines ``id Q0 docno rank score tag`` for one question's hits."""
    for rank, hit in enumerate(hits, start=1):
        docno = column(hit.passage.article_id)
        yield f"{column(query_id)} Q0 {docno} {rank} {hit.score:.6f} {TAG}"


def column(text: str) -> str:
    """``text`` as one column: white space and ``%`` percent-encoded, all else as it is."""
    return "".join(quote(char) if char.isspace() or char == "%" else char for char in text)


def read_queries(source: Path, console: Console) -> Iterator[BatchQuery]:
    """The questions of a JSON Lines file. Raises ``SearchInputInvalid`` if it cannot be read."""
    try:
        lines = source.read_text("utf-8-sig").split("\n")
    except OSError as error:
        raise SearchInputInvalid(f"无法读取 {source}：{refused(error)}") from None
    except UnicodeDecodeError as error:
        where = f"第 {error.start + 1} 字节起不是 UTF-8 编码"
        raise SearchInputInvalid(f"无法读取 {source}：{where}") from None
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                query = _query(line)
                if column(query.id) in seen:
                    raise SearchInputInvalid(f"id {query.id} 前面已有，TREC run 中不能重复")
                seen.add(column(query.id))
                yield query
            except SearchInputInvalid as error:
                console.print(
                    f"跳过 {source} 第 {number} 行：{error}",
                    style="yellow",
                    markup=False,
                    soft_wrap=True,
                )


def _query(line: str) -> BatchQuery:
    try:
        fields: Any = json.loads(line)
    except json.JSONDecodeError as error:
        raise SearchInputInvalid(f"不是合法的 JSON（第 {error.colno} 个字符处）") from None
    if not isinstance(fields, dict):
        raise SearchInputInvalid('应是一个 JSON 对象，如 {"id": "1", "question": "…"}')
    text = fields.get("question", fields.get("query"))
    if not isinstance(text, str):
        raise SearchInputInvalid("缺少 question（或 query）")
    if says_nothing(text):
        raise SearchInputInvalid("问题是空的或只有标点，没有给它检索结果")
    if fields.get("id") in (None, ""):
        raise SearchInputInvalid("缺少 id")
    return BatchQuery(
        str(fields["id"]), text, filter_for(fields.get("region"), fields.get("as_of"))
    )


def filter_for(region: str | None, as_of: str | None) -> Filter | None:
    """The filter for a region's name and a day; ``None`` without either."""
    if not region and not as_of:
        return None
    place = counties.resolve(region) if region else None
    if region and place is None:
        raise SearchInputInvalid(f"不认识的地区“{region}”，应为省、市、区县名称，如 上海、厦门市")
    try:
        day = dt.date.fromisoformat(as_of) if as_of else None
    except (ValueError, TypeError):
        raise SearchInputInvalid(f"as_of 应为 2024-01-31 这样的日期，实为 {as_of!r}") from None
    return Filter(frozenset({place}) if place else None, day)


def _show(hits: Sequence[Hit]) -> None:
    console = Console()
    for rank, hit in enumerate(hits, start=1):
        passage = hit.passage
        number = f"（{passage.doc_number}）" if passage.doc_number else ""
        console.print(
            f"{rank:>3}  {hit.score:.3f}  《{passage.title}》{number}{passage.label} {passage.heading}",
            markup=False,
            soft_wrap=True,
            highlight=False,
        )
        text = " ".join(passage.text.split())[:_TERMINAL_WIDTH]
        console.print(f"     {text}", style="dim", markup=False, soft_wrap=True, highlight=False)


def _show_json(hits: Sequence[Hit]) -> None:
    for rank, hit in enumerate(hits, start=1):
        passage = asdict(hit.passage)
        record = {"rank": rank, "score": hit.score, "scores": dict(hit.scores)}
        typer.echo(
            json.dumps(record | {"question": hit.question, "passage": passage}, ensure_ascii=False)
        )
