"""``zhengwen eval calibrate``: learn from gold questions how sure is sure enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from assistant.settings import Settings
from assistant.weighing.phrasing import PATH as WORDS
from assistant.weighing.phrasing import Phrasing
from assistant.weighing.support import BARE_TREES, FOLDER, TREES, WEIGHTS, SupportModel
from cli.eval_options import Config, settings_from
from eval import calibration
from eval.cases import TUNE, Case, load_cases
from eval.known import known_questions
from eval.leave_one_out import Blindfold
from index.search import HybridSearcher

# Of a hundred callers who could be answered, so many may be sent on needlessly.
FALSE_REFUSALS = 0.03

# The same where nobody wrote similar questions: right and wrong lie closer together there.
BARE_FALSE_REFUSALS = 0.08


def calibrate(
    gold: Annotated[
        list[Path] | None, typer.Option(help="用来学习的标准问答，可重复；绝不用报成绩的那份")
    ] = None,
    others: Annotated[
        list[Path] | None,
        typer.Option(help="别的领域的提问（每行一个带 query 的 JSON），都不该作答，可重复"),
    ] = None,
    single: Annotated[
        list[Path] | None,
        typer.Option(help="每题只列一条的标准问答（别地的同一措施没列）：只学能否作答，可重复"),
    ] = None,
    bare: Annotated[
        list[Path] | None,
        typer.Option(help="没有相似问的文件上的标准问答，可重复；每份要有自己的 --bare-index"),
    ] = None,
    bare_index: Annotated[
        list[Path] | None,
        typer.Option(
            help="那些文件的索引，与 --bare 一一对应（zhengwen index --corpus 文件夹 --index 这里）"
        ),
    ] = None,
    false_refusals: Annotated[
        float, typer.Option(help="门槛定在答得对的提问有这么大比例会被拒的地方", min=0, max=0.5)
    ] = FALSE_REFUSALS,
    bare_false_refusals: Annotated[
        float, typer.Option(help="同上，没有相似问的文件", min=0, max=0.5)
    ] = BARE_FALSE_REFUSALS,
    config: Config = None,
    write: Annotated[
        bool,
        typer.Option(
            "--write",
            help="写回 assistant/weighing/ 的 support.json、answering*.jsonl 和 phrasing.tsv",
        ),
    ] = False,
) -> None:
    """从相似问和未规定问学习用词的分量，从标准问答学习“条款能否支撑答案”的权重。"""
    if len(bare or ()) != len(bare_index or ()):
        raise typer.BadParameter("--bare 和 --bare-index 要一一对应")
    console = Console(stderr=True)
    settings = settings_from(config)
    # Before the assistant: the candidates are weighed with it.
    phrasing = Phrasing.learn(known_questions(settings.corpus_dir))
    cases = [
        *(case for path in gold or (TUNE,) for case in load_cases(path)),
        *(case for path in others or () for case in calibration.strangers(path)),
    ]
    seen = _weighed(settings, phrasing, cases, console)
    alone = _weighed(
        settings, phrasing, [case for path in single or () for case in load_cases(path)], console
    )
    whole = {one.case_id: one for one in reversed(alone)}.values()  # without the blind twins
    there = (
        replace(one, unprepared=True)
        for path, index in zip(bare or (), bare_index or (), strict=True)
        for one in _weighed(
            settings.model_copy(update={"index_dir": index}), phrasing, load_cases(path), console
        )
    )
    learned = calibration.fit(
        (*seen, *there), whole, SupportModel.load(), false_refusals, bare_false_refusals
    )
    Console().print(_table(learned))
    Console().print(f"作答门槛 {learned.answer_from}，没有相似问的 {learned.bare_from}")
    if write:
        phrasing.save()
        learned.save()
        console.print(f"已写入 {FOLDER} 的 {WEIGHTS}、{TREES}、{BARE_TREES} 和 {WORDS.name}")


def _weighed(
    settings: Settings, phrasing: Phrasing, cases: Sequence[Case], console: Console
) -> tuple[calibration.Weighed, ...]:
    from assistant.wiring import build_assistant  # heavy: opens the index and the encoder

    blindfolds: list[Blindfold] = []

    def behind(searcher: HybridSearcher) -> HybridSearcher:
        blindfolds.append(Blindfold(searcher))
        return blindfolds[0].as_searcher()

    assistant = build_assistant(settings, searching=behind, phrasing=phrasing)
    tracked = track(cases, "检索候选", console=console)
    return tuple(calibration.weigh(assistant, blindfolds[0], tracked))


def _table(learned: SupportModel) -> Table:
    """The weights, and how often the trees ask for each feature."""
    table = Table(
        "特征", "单独", "无相似问", "并列引用", "能否作答（分叉数）", "无相似问（分叉数）"
    )
    weights = (learned.weights, learned.bare, learned.companion)
    splits = (learned.answer.splits(), learned.bare_answer.splits())
    for name in dict.fromkeys(name for one in (*weights, *splits) for name in one):
        told = (f"{one[name]:+.2f}" if name in one else "" for one in weights)
        table.add_row(name, *told, *(str(one.get(name, "")) for one in splits))
    return table
