"""Which words the reader reads with."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from index.encoder import load_encoder
from index.reader import loading, reader_by
from index.reader.errors import ReaderUnreadable
from index.reader.reader import CONFIG_FILE, OWN_WEIGHTS


def test_the_weights_were_trained_with_the_words_of_the_own_encoder() -> None:
    config = json.loads((OWN_WEIGHTS / CONFIG_FILE).read_text("utf-8"))
    assert config["encoder"] == load_encoder().fingerprint


def test_beside_another_encoder_the_own_words_are_read() -> None:
    other: Any = SimpleNamespace(fingerprint="another", dimensions=4)
    articles = [("停车办法", "停车每小时收费五元。")]
    question = "停车一小时多少钱"
    one, two = (
        reader.read(reader.question(question), [reader.article(*text) for text in articles])
        for reader in (reader_by(other), reader_by(load_encoder()))
    )
    assert one == two


@pytest.mark.parametrize(
    ("config", "told"), [('{"encoder": "0123", "heads": 4}', "reader train"), ("{", "Expecting")]
)
def test_weights_that_do_not_fit_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: str, told: str
) -> None:
    (tmp_path / CONFIG_FILE).write_text(config, "utf-8")
    monkeypatch.setattr(loading, "OWN_WEIGHTS", tmp_path)
    with pytest.raises(ReaderUnreadable, match=told) as caught:
        reader_by(load_encoder())
    assert str(tmp_path) in str(caught.value)
