"""``zhengwen reader``: train the network that reads a question beside an article."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from cli.training import training_progress
from index.reader.reader import OWN_WEIGHTS

app = typer.Typer(help="阅读器：训练把提问与条文对照着读的小网络。", no_args_is_help=True)


@app.callback()
def _reader() -> None:
    """Keeps ``train`` a command of its own."""


@app.command()
def train(
    data: Annotated[Path, typer.Option(help="训练数据所在目录（laws、stard、pairs、customs）")],
    out: Annotated[Path, typer.Option(help="权重写到哪个目录")] = OWN_WEIGHTS,
    recipe: Annotated[Path | None, typer.Option(help="训练配方 JSON；默认为自带权重的配方")] = None,
    device: Annotated[str, typer.Option(help="在哪里训练：cuda（几分钟）或 cpu（很久）")] = "cuda",
) -> None:
    """用自带编码器的词训练阅读器，写出权重、配方和模型卡；之后要重新校准（zhengwen eval calibrate）。"""
    # Imported here: training leads to torch.
    from index.reader.training.recipe import DEFAULT, read_recipe
    from index.reader.training.train import train as run

    with training_progress() as progress:
        run(data, out, read_recipe(recipe) if recipe else DEFAULT, progress, device)
    Console().print(f"权重写入 {out}", highlight=False)
