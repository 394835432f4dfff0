"""Which fields have a term: never withheld, seldom let through."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.vocabulary import Vocabulary

FIELDS = ("title", "text", "pairs")
TERMS = st.sets(st.text(min_size=1, max_size=6), max_size=30)


@given(titles=TERMS, texts=TERMS)
def test_a_term_that_a_field_has_is_never_withheld(titles: set[str], texts: set[str]) -> None:
    vocabulary = Vocabulary(FIELDS)
    vocabulary.add("title", titles)
    vocabulary.add("text", texts)
    for field, terms in (("title", titles), ("text", texts)):
        assert all(vocabulary.having(term) & vocabulary.mask([field]) for term in terms)


def test_hardly_any_other_term_is_let_through() -> None:
    vocabulary = Vocabulary(FIELDS)
    vocabulary.add("text", (f"有{number}" for number in range(10_000)))
    strange = [f"无{number}" for number in range(10_000)]
    # About one slot in a hundred is set.
    assert sum(bool(vocabulary.having(term)) for term in strange) < 200
    elsewhere = vocabulary.mask(["title", "pairs"])
    assert not any(vocabulary.having(term) & elsewhere for term in strange)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    vocabulary = Vocabulary(FIELDS)
    vocabulary.add("pairs", ["退税"])
    vocabulary.save(tmp_path / "vocabulary.bin")
    loaded = Vocabulary.load(tmp_path / "vocabulary.bin", FIELDS)
    assert loaded.having("退税") == loaded.mask(["pairs"])


def test_a_file_cut_short_is_told(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.bin").write_bytes(b"\x00" * 10)
    with pytest.raises(ValueError, match=r"vocabulary\.bin 应有 1048576 字节，实有 10"):
        Vocabulary.load(tmp_path / "vocabulary.bin", FIELDS)
