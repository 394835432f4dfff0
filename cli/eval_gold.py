"""``zhengwen eval validate``, ``candidates``, ``convert``: gold files checked, proposed, taken in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from cli.eval_options import Config, Corpus, library_for, settings_from
from eval.candidates import candidates as proposed
from eval.candidates import load_feedback
from eval.cases import GOLD_DIR, dump_case, load_cases
from eval.errors import GoldError
from eval.loaders import convert_squad, load_stard
from eval.validation import validate as problems_of


def validate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="标准问答文件，可多份")],
    *,
    config: Config = None,
    corpus: Corpus = None,
) -> None:
    """核对标准问答：条款存在、必含说法出自原文、不重复。"""
    library = library_for(corpus, settings_from(config))
    cases = [case for path in files for case in load_cases(path)]
    problems = problems_of(cases, library)
    console = Console()
    for problem in problems:
        console.print(Text(f"✗ {problem}", "red"), soft_wrap=True)
    if problems:
        raise typer.Exit(1)
    console.print(Text(f"✓ {len(cases)} 例，全部核对无误", "green"))


def candidates(
    feedback: Annotated[Path, typer.Argument(metavar="FEEDBACK.jsonl", help="用户反馈，每行一条")],
    *,
    out: Annotated[Path | None, typer.Option(help="写到这个文件，默认标准输出")] = None,
) -> None:
    """把用户反馈整理成待审的标准问答（去掉已有的题）。"""
    known = [case for path in sorted(GOLD_DIR.glob("*.jsonl")) for case in load_cases(path)]
    lines = [dump_case(case) for case in proposed(load_feedback(feedback), known)]
    text = "".join(f"{line}\n" for line in lines)
    if out is None:
        sys.stdout.write(text)
    else:
        out.write_text(text, "utf-8")
        Console(stderr=True).print(f"{len(lines)} 条待审用例已写入 {out}", highlight=False)


def convert(
    form: Annotated[str, typer.Argument(help="stard 或 squad（含 CMRC）")],
    source: Annotated[Path, typer.Argument(metavar="FILE", help="别人的题集")],
    target: Annotated[Path, typer.Argument(metavar="DIR", help="写到这个目录")],
) -> None:
    """把 STARD、SQuAD、CMRC 式的题集转成标准问答（DIR/gold.jsonl；段落在 DIR/corpus）。"""
    target.mkdir(parents=True, exist_ok=True)
    if form == "stard":
        cases = load_stard(source)
    elif form == "squad":
        cases = convert_squad(source, target / "corpus")
    else:
        raise GoldError(f"不认识的格式 {form}；可用 stard、squad")
    gold = target / "gold.jsonl"
    gold.write_text("".join(f"{dump_case(case)}\n" for case in cases), "utf-8")
    Console(stderr=True).print(f"{len(cases)} 题已写入 {gold}", highlight=False)
