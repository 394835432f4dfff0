"""``zhengwen eval``: gold questions through the assistant, and what the answers are worth."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console

from assistant.settings import ROOT, Settings
from eval import evaluation
from eval.answerers import Answerer, HttpAnswerer
from eval.cases import REPORT, Case, load_cases
from eval.errors import RunError
from eval.library import Library
from eval.report import console as tables

RUNS = ROOT / "var" / "eval"

app = typer.Typer(help="评测：用标准问答检验答案，生成报告。", no_args_is_help=False)

Gold = Annotated[Path, typer.Option("--gold", help="标准问答文件（JSON Lines）")]
Config = Annotated[Path | None, typer.Option("--config", help="设置文件（TOML，键同设置项）")]
Corpus = Annotated[Path | None, typer.Option("--corpus", help="核对用的政策目录，默认同设置")]


@app.callback(invoke_without_command=True)
def evaluate(
    context: typer.Context,
    *,
    gold: Gold = REPORT,
    url: Annotated[
        str | None, typer.Option(help="已启动的服务地址，如 http://127.0.0.1:8000")
    ] = None,
    config: Config = None,
    corpus: Corpus = None,
    out: Annotated[Path | None, typer.Option(help="结果目录，默认 var/eval/<时间>")] = None,
    resume: Annotated[Path | None, typer.Option(help="续跑这个结果目录")] = None,
    kind: Annotated[list[str] | None, typer.Option("--type", help="只跑这些类型，可重复")] = None,
    failures: Annotated[int, typer.Option(help="终端列出的失败例数")] = 20,
) -> None:
    """用标准问答评测：默认在本进程内跑，给出 --url 则问已启动的服务。"""
    if context.invoked_subcommand is not None:
        return
    settings = settings_from(config)
    cases = _cases(gold, kind)
    answerer, label, version = _answerer(url, settings)
    if resume is not None:
        folder = evaluation.resume(resume, cases)
    else:
        path = out or RUNS / evaluation.run_name(gold.stem)
        folder = evaluation.start(
            path,
            answerer=label,
            gold=gold.resolve(),
            cases=cases,
            index_version=version,
            settings=_shown(settings),
        )
    library = Library.read(corpus or settings.corpus_dir)
    done = evaluation.finish(folder, cases, answerer, library, Console(stderr=True))
    tables.show(done.scores, Console(), failures)
    Console().print(f"记录：{folder.path}", highlight=False, soft_wrap=True)


def settings_from(config: Path | None) -> Settings:
    """The environment's settings, those of a TOML file over them."""
    if config is None:
        return Settings()
    try:
        fields = tomllib.loads(config.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise RunError(f"设置文件 {config} 读不了：{error}") from None
    unknown = sorted(fields.keys() - Settings.model_fields.keys())
    if unknown:
        raise RunError(f"设置文件 {config} 有不认识的键：{'、'.join(unknown)}")
    try:
        return Settings(**fields)
    except ValidationError as error:
        problem = error.errors()[0]
        raise RunError(f"设置文件 {config} 的 {problem['loc'][0]} 不对：{problem['msg']}") from None


def _cases(gold: Path, kinds: list[str] | None) -> tuple[Case, ...]:
    cases = load_cases(gold)
    chosen = tuple(case for case in cases if not kinds or case.type in kinds)
    if not chosen:
        known = "、".join(dict.fromkeys(case.type for case in cases))
        raise RunError(f"{gold} 里没有这些类型的用例；有：{known}")
    return chosen


def _answerer(url: str | None, settings: Settings) -> tuple[Answerer, str, str | None]:
    if url is not None:
        return HttpAnswerer(url), url, None
    from assistant.wiring import build_assistant  # heavy: opens the index and the encoder

    assistant = build_assistant(settings)
    label = (
        f"政问（{settings.model_name or '大模型'}）"
        if settings.model_base_url
        else "政问（无大模型）"
    )
    return assistant, label, assistant.index_version


def _shown(settings: Settings) -> dict[str, str]:
    """The settings to record; secrets print as asterisks."""
    return {key: str(value) for key, value in settings.model_dump().items()}
