"""``zhengwen bench``: retrieval measured on this machine, every way to search side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import orjson
import typer
from rich.console import Console

from assistant.settings import ROOT
from cli.options import settings_for
from eval.bench import showing
from eval.bench.laws import cut, unpacked
from eval.bench.model import Collection, Turns
from eval.bench.own import WHOLE, OwnSystem
from eval.bench.process import apart
from eval.bench.retrieval import IN_TURNS, run
from eval.bench.topics import EVERYDAY, gold_topics, lay_topics
from eval.bench.tuning import Trial, tune
from eval.bench.turns import in_turns
from eval.cases import REPORT, TUNE
from index.encoder import load_encoder
from index.fusion import Weights
from index.opening import open_index

SHARED = ROOT.parent / "shared" / "data"
TUNED, REPORTED = 0, 5
SMALLER = 10_000

_Laws = Annotated[Path, typer.Option(help="法律法规：文件夹或 tar 包")]
_Questions = Annotated[Path, typer.Option(help="法律问题（STARD 格式）")]
_Work = Annotated[Path, typer.Option(help="建索引的工作目录")]

app = typer.Typer(help="检索基准。", no_args_is_help=True)


@app.callback()
def bench() -> None:
    """检索基准：同一台机器、同一批问题，各种检索方法并排比较。"""


@app.command()
def retrieval(
    gold: Annotated[Path, typer.Option(help="五份政策的标准问答")] = REPORT,
    laws: _Laws = SHARED / "laws.tar.xz",
    questions: _Questions = SHARED / "stard" / "queries.train.jsonl",
    work: _Work = ROOT / "var" / "bench",
    small: Annotated[bool, typer.Option("--small", help="只测五份政策")] = False,
) -> None:
    """召回率、排名、延迟、内存与磁盘：BM25、向量、各种融合与 LangChain 通行配方。"""
    console = Console(stderr=True)
    work.mkdir(parents=True, exist_ok=True)
    corpus_dir = settings_for().corpus_dir
    collections = [Collection("五份政策", corpus_dir, gold_topics(gold))]
    everyday = gold_topics(gold, EVERYDAY)
    if everyday:
        collections.append(Collection("五份政策（日常用语）", corpus_dir, everyday))
    if not small:
        collections += _law_collections(laws, questions, work, REPORTED, console)
    rows = []
    for row in run(collections, work, lambda what: console.print(f"测量：{what}", style="dim")):
        rows.append(row)
        (work / "retrieval.json").write_bytes(orjson.dumps(rows, option=orjson.OPT_INDENT_2))
    table = showing.markdown(rows)
    (work / "retrieval.md").write_text(table, "utf-8")
    showing.chart(rows, work / "retrieval.svg")
    turns = list(_turns(collections, work, console))
    (work / "turns.json").write_bytes(orjson.dumps(turns, option=orjson.OPT_INDENT_2))
    (work / "retrieval.md").write_text(f"{table}\n{showing.turns_markdown(turns)}", "utf-8")
    output = Console(width=max(console.width, 190))
    for shown in (*showing.tables(rows), showing.turns_table(turns)):
        output.print(shown)
    console.print(
        f"已写入 {work}/retrieval.json、turns.json、retrieval.md、retrieval.svg", soft_wrap=True
    )


def _turns(collections: Sequence[Collection], work: Path, console: Console) -> Iterator[Turns]:
    for collection in collections:
        console.print(f"逐题轮流：{collection.name}", style="dim")
        yield from apart(in_turns, IN_TURNS, collection, work)


@app.command("tune")
def tune_weights(
    laws: _Laws = SHARED / "laws.tar.xz",
    questions: _Questions = SHARED / "stard" / "queries.train.jsonl",
    work: _Work = ROOT / "var" / "bench",
) -> None:
    """在调参问题上为融合权重做一轮坐标下降；报告用的问题不在其中。"""
    console = Console()
    work.mkdir(parents=True, exist_ok=True)
    collections = [Collection("五份政策", settings_for().corpus_dir, gold_topics(TUNE))]
    collections += _law_collections(laws, questions, work, TUNED, console)

    def show(name: str, value: float, tried: Trial) -> None:
        parts = [
            f"{where} MRR {found['MRR@10']:.3f} R@100 {found['Recall@100']:.3f}"
            for where, found in tried.measures.items()
        ]
        console.print(f"{name}={value:g}：{tried.objective:.4f}  {'  '.join(parts)}")

    best = tune(collections, work, Weights(), show)
    console.print(best.weights, soft_wrap=True)


def _law_collections(
    laws: Path, questions: Path, work: Path, remainder: int, console: Console
) -> list[Collection]:
    """The laws cut to a smaller size and whole; none where the data are not there."""
    if not laws.exists() or not questions.is_file():
        console.print(f"没有 {laws} 或 {questions}，只测五份政策", style="yellow", soft_wrap=True)
        return []
    topics = lay_topics(questions, remainder)
    whole = Collection("全部法律法规", unpacked(laws, work / "laws"), topics)
    console.print("建立全部法律法规的索引……", style="dim")
    apart(OwnSystem("", (WHOLE,)).build, whole, work)
    store = open_index(work / whole.name / "index", load_encoder(None)).store
    wanted = {article.split("#")[0] for topic in topics for article in topic.gold}
    name = "一万条" if remainder == REPORTED else "一万条（调参）"
    part = cut(whole.corpus_dir, store, wanted, SMALLER, work / f"part-{remainder}")
    return [Collection(name, part, topics), whole]
