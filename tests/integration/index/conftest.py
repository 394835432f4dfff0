"""A small real collection on disk, the project's own encoder, and a second tiny one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from corpus import load_policy
from corpus.questions import refresh_digests
from index.build import build_index
from index.encoder import load_encoder
from index.model import Encoder, Matrix
from index.opening import OpenIndex, open_index

SHANGHAI = """上海市支持企业若干措施

沪商发〔2024〕4号

第一条 出口退税。对高级认证企业，出口退税平均办理时间在2个工作日内。

第二条 优先查验。海关对高级认证企业的货物优先安排查验，企业可以不到场。

第三条 外籍人才。聘请外籍人才可以办理外国人工作许可证，有效期2年。
"""
XIAMEN = """厦门市支持企业若干措施

厦商发〔2024〕2号

第一条 出口退税。对高级认证企业，出口退税平均办理时间在3个工作日内。

第二条 汇总征税。企业可以申请按月汇总缴纳税款，货物先予放行。
"""
OLD_RULES = """进出口管理条例

第一条 出口货物应当申报，退税由税务机关办理。

第二条 本条例自公布之日起施行。
"""
SIDECARS = {
    "sh": "title: 上海市支持企业若干措施\ndoc_number: 沪商发〔2024〕4号\njurisdiction: 上海市\n"
    "issued_on: 2024-01-15\naliases: [4号文]\n",
    "xm": "title: 厦门市支持企业若干措施\ndoc_number: 厦商发〔2024〕2号\njurisdiction: 厦门市\n"
    "issued_on: 2024-04-30\n",
    "rules": "title: 进出口管理条例\njurisdiction: 全国\nissued_on: 2000-01-01\n"
    "repealed_on: 2010-01-01\n",
}
QUESTIONS = """policy: sh
articles:
  第一条:
    digest: ""
    questions:
      - 税退回来要等几天
  第二条:
    digest: ""
    questions:
      - 开箱的时候我们不去人行不行
"""


def write_corpus(directory: Path) -> Path:
    """Three policies with sidecars, and similar questions for one of them."""
    directory.mkdir(parents=True)
    for id, text in (("sh", SHANGHAI), ("xm", XIAMEN), ("rules", OLD_RULES)):
        (directory / f"{id}.txt").write_text(text, "utf-8")
        (directory / f"{id}.yaml").write_text(SIDECARS[id], "utf-8")
    questions = directory / "sh.questions.yaml"
    questions.write_text(QUESTIONS, "utf-8")
    refresh_digests(questions, load_policy(directory / "sh.txt"))
    return directory


class PairEncoder:
    """A real encoder of 64 dimensions: signed hashes of character pairs, counted and scaled."""

    name = "pairs"
    fingerprint = "pairs-1"
    dimensions = 64

    def __init__(self) -> None:
        self.seen = 0

    def encode_queries(self, texts: Sequence[str]) -> Matrix:
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        self.seen += len(texts)
        return self._encode(texts)

    def _encode(self, texts: Sequence[str]) -> Matrix:
        rows = np.zeros((len(texts), self.dimensions), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for left, right in pairwise(text):
                value = hashlib.blake2b((left + right).encode(), digest_size=2).digest()
                row[value[0] % self.dimensions] += 1 if value[1] % 2 else -1
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / np.where(lengths > 0, lengths, 1)


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return load_encoder(None)


@pytest.fixture(scope="session")
def small_index(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Path:
    """The small collection, indexed once with the project's own encoder."""
    root = tmp_path_factory.mktemp("small")
    build_index(write_corpus(root / "corpus"), root / "index", encoder)
    return root / "index"


@pytest.fixture(scope="session")
def opened(small_index: Path, encoder: Encoder) -> OpenIndex:
    return open_index(small_index, encoder)


@pytest.fixture
def corpus_dir(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


@pytest.fixture
def index_dir(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def pair_encoder() -> PairEncoder:
    return PairEncoder()


@pytest.fixture
def stopping() -> Callable[..., None]:
    """A progress that stops the build once articles are being written."""

    def stop(stage: object, done: int, total: int | None) -> None:
        if total is not None:
            raise KeyboardInterrupt

    return stop
