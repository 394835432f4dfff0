"""``zhengwen encoder``: train the project's own encoder, and say which encoder a setting names."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from cli.options import environment
from cli.training import training_progress
from index.encoder import OWN_WEIGHTS, load_encoder

app = typer.Typer(help="向量编码器：训练自带的编码器，查看当前编码器。", no_args_is_help=True)


@app.command()
def train(
    data: Annotated[Path, typer.Option(help="训练数据所在目录（laws、stard、pairs、customs）")],
    out: Annotated[Path, typer.Option(help="权重写到哪个目录")] = OWN_WEIGHTS,
    recipe: Annotated[Path | None, typer.Option(help="训练配方 JSON；默认为自带权重的配方")] = None,
    device: Annotated[str, typer.Option(help="在哪里训练：cpu 或 cuda")] = "cpu",
) -> None:
    """训练编码器并写出权重、配方和模型卡；随机种子固定，结果可重复。"""
    # Imported here: training leads to torch.
    from index.encoder.training.recipe import DEFAULT, read_recipe
    from index.encoder.training.train import train as run

    with training_progress() as progress:
        chosen = read_recipe(recipe) if recipe else DEFAULT
        trained = run(data, out, chosen, progress, device)
    report = Console()
    report.print(f"权重写入 {out}，指纹 {trained.fingerprint}", highlight=False)
    report.print(f"调参用的问题：{trained.tuning}", highlight=False)
    report.print(f"报告用的问题：{trained.report}", highlight=False)


@app.command()
def info(
    name: Annotated[str | None, typer.Argument(help="编码器；默认为设置里的编码器")] = None,
) -> None:
    """显示编码器的名称、维数和指纹。"""
    settings = environment()
    key = settings.encoder_api_key.get_secret_value() if settings.encoder_api_key else None
    encoder = load_encoder(name or settings.encoder, settings.encoder_query_prompt, key)
    console = Console()
    console.print(f"名称 {encoder.name}", highlight=False)
    console.print(f"维数 {encoder.dimensions}", highlight=False)
    console.print(f"指纹 {encoder.fingerprint}", highlight=False)
