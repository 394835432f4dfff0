"""How a collection parses: which documents give articles, which do not, and why.

``python -m corpus.report DIRECTORY`` prints it.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from corpus.errors import CorpusError
from corpus.load import documents_in, load_policy
from corpus.model import Policy

_PASSAGE = re.compile(r"^第\d+段$")
_SHORT = 800


@dataclass(slots=True)
class Survey:
    """What became of the documents of a directory; ``seconds`` is reading and parsing."""

    documents: int = 0
    characters: int = 0
    articles: int = 0
    without: dict[Path, str] = field(default_factory=dict)
    failures: dict[Path, str] = field(default_factory=dict)
    longest: int = 0
    seconds: float = 0.0

    @property
    def with_articles(self) -> int:
        """How many documents gave at least one numbered article."""
        return self.documents - len(self.without) - len(self.failures)


def survey(directory: Path, paths: Iterator[Path] | None = None) -> Survey:
    """Parse every document under ``directory`` and count."""
    result = Survey()
    begin = time.perf_counter()
    for path in paths or iter(documents_in(directory)):
        result.documents += 1
        try:
            _count(result, path, load_policy(path))
        except CorpusError as error:
            result.failures[path] = str(error)
    result.seconds = time.perf_counter() - begin
    return result


def why_without(policy: Policy) -> str | None:
    """Why a policy has no numbered article, in Chinese; ``None`` if it has one."""
    numbered = [a for a in policy.articles if a.number > 0 and not _PASSAGE.match(a.label)]
    if numbered:
        return None
    lines = [line for line in policy.source.splitlines() if line.strip()]
    tabular = sum(line.lstrip().startswith("|") for line in lines)
    if 3 * tabular > len(lines):
        return "以表格为主，无条款编号"
    if len(policy.source) < _SHORT:
        return "短文（批复、解释、决定等），通篇无编号"
    return "长文，通篇无编号，已按段落切分"


def _count(result: Survey, path: Path, policy: Policy) -> None:
    result.characters += len(policy.source)
    result.longest = max([result.longest, *(len(article.text) for article in policy.articles)])
    reason = why_without(policy)
    if reason is None:
        result.articles += sum(article.number > 0 for article in policy.articles)
    else:
        result.without[path] = reason


def print_survey(directory: Path, console: Console) -> None:
    """Survey ``directory`` with a progress bar and print the figures and the reasons."""
    paths = documents_in(directory)
    result = survey(directory, iter(track(paths, "解析", console=console)))
    table = Table("项目", "数量", title=f"{directory} 解析结果")
    table.add_row("文件", f"{result.documents:,}")
    table.add_row("有条款的文件", f"{result.with_articles:,}")
    table.add_row("条款", f"{result.articles:,}")
    table.add_row("最长一条（字）", f"{result.longest:,}")
    table.add_row("用时（秒）", f"{result.seconds:.1f}")
    for reason, count in Counter(result.without.values()).most_common():
        table.add_row(f"无条款：{reason}", f"{count:,}")
    table.add_row("读取失败", f"{len(result.failures):,}")
    console.print(table)
    for path, reason in (*result.without.items(), *result.failures.items()):
        console.print(f"{path.relative_to(directory)}：{reason}", highlight=False)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("用法：python -m corpus.report 目录")
    print_survey(Path(sys.argv[1]), Console())
