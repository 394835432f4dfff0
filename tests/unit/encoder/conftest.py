"""A tiny real encoder, trained from nothing on a few lines: no mock stands in for it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.encoder.static import StaticEncoder
from index.encoder.table import StaticTable
from index.encoder.training.material import Material, Text
from index.encoder.training.vocabulary import features_of

LINES = (
    ("海关法 报关", "进出口货物收发货人应当自运输工具申报进境之日起十四日内向海关申报。"),
    ("海关法 关税", "进口货物的纳税义务人应当自海关填发税款缴款书之日起十五日内缴纳税款。"),
    ("民法典 租赁", "出租人出卖租赁房屋的，应当通知承租人，承租人享有优先购买的权利。"),
    ("劳动合同法 试用期", "劳动合同期限一年以上不满三年的，试用期不得超过二个月。"),
)


def small_material(copies: int = 4) -> Material:
    material = Material()
    for copy in range(copies):
        for head, body in LINES:
            material.add(Text("national", (f"{head}.md", f"第{copy}条"), head, body))
    material.ask("lay", "房东卖房要不要告诉租客", [2])
    return material


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of weights: random rows over a vocabulary counted from a few lines."""
    features = features_of(small_material(), words=200, bigrams=200)
    rng = np.random.default_rng(7)
    size = len(features)
    rows = rng.normal(size=(size, 32)).astype(np.float32)
    query_gain = rng.uniform(0.5, 2.0, size).astype(np.float32)
    passage_gain = rng.uniform(0.5, 2.0, size).astype(np.float32)
    out = tmp_path_factory.mktemp("weights")
    features.save(out)
    StaticTable.quantise(rows, query_gain, passage_gain, 0.4).save(out)
    # Imported here: it leads to torch.
    from index.encoder.module import write_modules

    write_modules(out)
    return out


@pytest.fixture(scope="session")
def encoder(folder: Path) -> StaticEncoder:
    return StaticEncoder.load(folder)
