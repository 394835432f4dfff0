"""``zhengwen questions``: keeping the similar questions beside the policies in order."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
import yaml
from rich.console import Console
from rich.progress import track

from assistant.settings import Settings
from cli.options import settings_for
from corpus import Policy, load_policy
from corpus.errors import AssistantError, ModelUnavailable
from corpus.questions import check_questions, digest_of, questions_path, refresh_digests

app = typer.Typer(help="相似问：检查、更新、起草。", no_args_is_help=True)
Document = Annotated[Path, typer.Argument(help="政策文件，如 corpus/policies/sh-aeo-2024.txt")]


class NoModel(AssistantError):
    """Drafting needs a language model and none is configured."""


@app.command()
def check(document: Document) -> None:
    """检查相似问：缺的、空的、重的，以及条款改动后待复核的。"""
    policy = load_policy(document)
    findings = check_questions(questions_path(document), policy)
    console = Console()
    for finding in findings:
        console.print(f"{finding}", highlight=False)
    console.print(f"{policy.id}：{len(findings)} 处待处理")
    raise typer.Exit(bool(findings))


@app.command()
def refresh(document: Document) -> None:
    """复核过之后，把每条的校验值更新为条款现在的文字。"""
    changed = refresh_digests(questions_path(document), load_policy(document))
    Console().print(f"已更新 {changed} 条的校验值")


@app.command()
def draft(
    document: Document,
    out: Annotated[
        Path | None, typer.Option(help="草稿文件，默认 <文件名>.questions.draft.yaml")
    ] = None,
) -> None:
    """用设置里的大模型为每条起草相似问；草稿须人工审阅改名后才会进索引。"""
    settings = settings_for()
    if not settings.model_base_url:
        raise NoModel("起草要用大模型，请先设置 ZHENGWEN_MODEL_BASE_URL 和 ZHENGWEN_MODEL_NAME")
    policy = load_policy(document)
    target = out or document.with_suffix(".questions.draft.yaml")
    entries = drafted(settings, policy, Console(stderr=True))
    content = {"policy": policy.id, "articles": entries}
    target.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
    Console().print(
        f"{len(entries)} 条的草稿已写入 {target}，审阅后改名为 {questions_path(document).name}"
    )


def drafted(settings: Settings, policy: Policy, console: Console) -> dict[str, object]:
    """Label → digest and drafted questions; an article the model fails at is told and left out."""
    from assistant.generation.drafting import draft_questions  # heavy: leads to langchain_core

    entries: dict[str, object] = {}
    articles = [article for article in policy.articles if article.number > 0]
    for article in track(articles, "起草中", console=console):
        try:
            questions = draft_questions(settings, article)
        except ModelUnavailable as error:
            console.print(f"{article.label} 未能起草：{error}", highlight=False)
            continue
        entries[article.label] = {"digest": digest_of(article), "questions": list(questions)}
    return entries
