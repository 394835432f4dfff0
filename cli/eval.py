"""``zhengwen eval``: gold questions through the assistant, and what the answers are worth."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from assistant.settings import Settings
from cli.eval_calibrate import calibrate
from cli.eval_compare import compare
from cli.eval_gate import gate
from cli.eval_gold import candidates, convert, validate
from cli.eval_memberships import learn_memberships
from cli.eval_options import RUNS, Config, Corpus, library_for, settings_from
from cli.eval_parts import component, leave_one_out
from eval import evaluation
from eval.answerers import Answerer, HttpAnswerer
from eval.cases import REPORT, Case, load_cases
from eval.errors import RunError
from eval.library import Library
from eval.metrics.judge import judge_for
from eval.report import console as tables
from eval.report.files import write_report
from eval.report.page import Peer

app = typer.Typer(help="评测：用标准问答检验答案，生成报告。", no_args_is_help=False)
app.command()(compare)
app.command()(calibrate)
app.command()(gate)
app.command("memberships")(learn_memberships)
app.command()(validate)
app.command()(candidates)
app.command()(convert)
app.command()(component)
app.command("leave-one-out")(leave_one_out)


@app.callback(invoke_without_command=True)
def evaluate(
    context: typer.Context,
    *,
    gold: Annotated[Path, typer.Option(help="标准问答文件（JSON Lines）")] = REPORT,
    url: Annotated[str | None, typer.Option(help="已启动的服务，如 http://127.0.0.1:8000")] = None,
    config: Config = None,
    corpus: Corpus = None,
    out: Annotated[Path | None, typer.Option(help="结果目录，默认 var/eval/<时间>")] = None,
    resume: Annotated[Path | None, typer.Option(help="续跑这个结果目录")] = None,
    kind: Annotated[list[str] | None, typer.Option("--type", help="只跑这些类型，可重复")] = None,
    peer: Annotated[bool, typer.Option(help="报告里并列朴素 LangChain 配方")] = True,
    judge: Annotated[bool, typer.Option("--judge", help="加一项：用设置里的大模型评卷")] = False,
    failures: Annotated[int, typer.Option(help="终端列出的失败例数")] = 20,
) -> None:
    """用标准问答评测：默认在本进程内跑，给出 --url 则问已启动的服务。"""
    if context.invoked_subcommand is not None:
        return
    settings = settings_from(config)
    cases = chosen_cases(gold, kind)
    library = library_for(corpus, settings)
    answerer, label, version = answerer_for(url, settings)
    if resume is not None:
        folder = evaluation.resume(resume, cases, version)
    else:
        folder = evaluation.start(
            out or RUNS / evaluation.run_name(gold.stem),
            answerer=label,
            gold=gold.resolve(),
            cases=cases,
            index_version=version,
            settings={key: str(value) for key, value in settings.model_dump().items()},
        )
    progress = Console(stderr=True)
    further = (judge_for(settings, library),) if judge else ()
    done = evaluation.finish(folder, cases, answerer, library, progress, further)
    beside = baseline(cases, gold, settings, library, progress) if peer else None
    tables.show(done.scores, Console(), failures)
    for path in write_report(done, library, beside):
        Console().print(f"报告：{path}", highlight=False, soft_wrap=True)


def chosen_cases(gold: Path, kinds: list[str] | None) -> tuple[Case, ...]:
    """The cases of ``gold``, of the types named only."""
    cases = load_cases(gold)
    chosen = tuple(case for case in cases if not kinds or case.type in kinds)
    if not chosen:
        known = "、".join(dict.fromkeys(case.type for case in cases))
        raise RunError(f"{gold} 里没有这些类型的用例；有：{known}")
    return chosen


def answerer_for(url: str | None, settings: Settings) -> tuple[Answerer, str, str | None]:
    """Who answers, how reports call it, and the index version where it is known."""
    if url is not None:
        service = HttpAnswerer(url)
        service.check()
        return service, url, None
    from assistant.wiring import build_assistant  # heavy: opens the index and the encoder

    assistant = build_assistant(settings)
    assistant.warm_up()  # as the service does: what is measured is a service that runs
    model = f"（{settings.model_name or '大模型'}）" if settings.model_base_url else "（无大模型）"
    return assistant, f"政问{model}", assistant.index_version


def baseline(
    cases: Sequence[Case], gold: Path, settings: Settings, library: Library, console: Console
) -> Peer:
    """The plain recipe on the same cases, asked once and kept."""
    from eval.baseline.peer import baseline_run  # heavy: langchain
    from index.encoder import load_encoder

    key = settings.encoder_api_key
    encoder = load_encoder(
        settings.encoder, settings.encoder_query_prompt, key.get_secret_value() if key else None
    )
    run = baseline_run(cases, gold.resolve(), library, encoder, keep_in=RUNS, console=console)
    return Peer(run.info.answerer, run.scores)
