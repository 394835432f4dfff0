"""The encoder as it serves: what its vectors are, and that they are what was saved."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.encoder import OWN_WEIGHTS, load_encoder
from index.encoder.errors import EncoderUnreadable
from index.encoder.static import StaticEncoder
from index.encoder.table import StaticTable

QUESTIONS = ["房东要卖房，租客能先买吗", "", "。！？", "报关晚了 14 天怎么办？", "海关ＡＥＯ"]
PASSAGES = [
    "海关法 报关\n进出口货物收发货人应当自申报进境之日起十四日内向海关申报。",
    "没有标题的一句话。",
    "只有标题\n",
    "\n只有正文",
    "",
]


def test_rows_have_length_one_and_nothing_gives_a_zero_row(encoder: StaticEncoder) -> None:
    lengths = np.linalg.norm(encoder.encode_queries(QUESTIONS), axis=1)
    assert lengths == pytest.approx([1, 0, 0, 1, 1], abs=1e-5)
    lengths = np.linalg.norm(encoder.encode_passages(PASSAGES), axis=1)
    assert lengths == pytest.approx([1, 1, 1, 1, 0], abs=1e-5)


def test_no_texts_give_no_rows(encoder: StaticEncoder) -> None:
    assert encoder.encode_queries([]).shape == (0, encoder.dimensions)
    assert encoder.encode_passages([]).shape == (0, encoder.dimensions)


def test_a_text_has_one_vector_whatever_it_is_encoded_with(encoder: StaticEncoder) -> None:
    alone = np.vstack([encoder.encode_passages([text]) for text in PASSAGES])
    assert np.array_equal(alone, encoder.encode_passages(PASSAGES))


def test_full_width_and_capital_letters_change_nothing(encoder: StaticEncoder) -> None:
    wide, narrow = encoder.encode_queries(["试用期２个月ＡＥＯ", "试用期2个月aeo"])
    assert np.array_equal(wide, narrow)


def test_vectors_come_out_of_the_weights_as_documented(encoder: StaticEncoder) -> None:
    head, body = "海关法 报关", "应当向海关申报"
    question = encoder.encode_queries([body])[0]
    table = encoder._table.astype(np.float32)
    ids = encoder.features.ids([body])[0]
    expected = (encoder._query_gain[ids, None] * table[ids]).sum(axis=0)
    assert question == pytest.approx(expected / np.linalg.norm(expected), abs=1e-5)
    alone = encoder.encode_passages([body, head])
    together = alone[0] + 0.4 * alone[1]
    passage = encoder.encode_passages([f"{head}\n{body}"])[0]
    assert passage == pytest.approx(together / np.linalg.norm(together), abs=1e-5)


def test_sentence_transformers_loads_the_same_folder_to_the_same_vectors(folder: Path) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder), trust_remote_code=True)
    encoder = load_encoder(str(folder))
    questions = model.encode_query(QUESTIONS)
    assert np.abs(questions - encoder.encode_queries(QUESTIONS)).max() < 1e-5
    passages = model.encode_document(PASSAGES)
    assert np.abs(passages - encoder.encode_passages(PASSAGES)).max() < 1e-5
    assert model.get_embedding_dimension() == encoder.dimensions


def test_a_model_saved_by_sentence_transformers_is_the_same_encoder(
    folder: Path, tmp_path: Path
) -> None:
    from sentence_transformers import SentenceTransformer

    SentenceTransformer(str(folder), trust_remote_code=True).save(str(tmp_path / "copy"))
    again = SentenceTransformer(str(tmp_path / "copy"), trust_remote_code=True)
    expected = load_encoder(str(folder)).encode_queries(QUESTIONS)
    assert np.abs(again.encode_query(QUESTIONS) - expected).max() < 1e-5


def test_four_bits_keep_the_direction_of_every_row() -> None:
    rows = np.random.default_rng(3).normal(size=(50, 256)).astype(np.float32)
    ones = np.ones(50, dtype=np.float32)
    table = StaticTable.quantise(rows, ones, ones, 0.5)
    kept = table.table * table.query_gain.astype(np.float32)[:, None]
    cosines = (kept * rows).sum(1) / np.linalg.norm(kept, axis=1) / np.linalg.norm(rows, axis=1)
    assert cosines.min() > 0.985
    assert np.abs(table.table).max() <= 7


def test_the_fingerprint_follows_the_weights(folder: Path, tmp_path: Path) -> None:
    first = load_encoder(str(folder))
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert load_encoder(str(tmp_path)).fingerprint == first.fingerprint
    table = StaticTable.load(folder)
    gain = table.query_gain.copy()
    gain[5] *= 2
    StaticTable(table.table, gain, table.passage_gain, table.head_weight).save(tmp_path)
    changed = load_encoder(str(tmp_path))
    assert changed.fingerprint != first.fingerprint
    assert changed.fingerprint in changed.name


def test_a_damaged_folder_is_named_with_its_reason(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "model.safetensors").write_bytes(b"cut short")
    with pytest.raises(EncoderUnreadable, match=str(tmp_path)):
        load_encoder(str(tmp_path))


def test_weights_and_tokens_that_do_not_fit_are_refused(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (tmp_path / "bigrams.txt").open("a", encoding="utf-8") as bigrams:
        bigrams.write("甲乙\n")
    with pytest.raises(EncoderUnreadable, match="词表"):
        load_encoder(str(tmp_path))


def test_serving_the_own_encoder_imports_no_torch() -> None:
    code = (
        "import sys; from index.encoder import load_encoder; load_encoder().encode_queries(['税']);"
        "sys.exit(any(name in sys.modules for name in ('torch', 'sentence_transformers')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_own_weights_are_small_enough_for_the_project() -> None:
    assert sum(path.stat().st_size for path in OWN_WEIGHTS.iterdir()) < 20_000_000
