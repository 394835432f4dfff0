"""The parts of the searcher, each on a few rows worked out by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from corpus.model import PolicyMetadata
from index.dense import open_vectors, top, vectors_path
from index.fusion import BOOSTS, Sides, Weights, fuse
from index.lexical import ARTICLE_FIELDS, QUESTION_FIELDS, Found, LexicalIndex, LexicalWriter
from index.model import Filter, Passage
from index.records import (
    PASSAGE_ROW,
    QUESTION_ROW,
    Records,
    RecordWriter,
    passage_of,
    passage_value,
)
from index.reuse import KnownVectors, digest_of
from index.scopes import Scopes
from index.similar import ENOUGH, SimilarSide
from index.standing import Standings
from index.words import pairs, words

DAY = dt.date(2026, 1, 1)


def passage(policy: str, number: int, text: str, **more: str) -> Passage:
    return Passage(
        id=f"{policy}#第{number}条@0", policy_id=policy, label=f"第{number}条", number=number,
        part=0, start=0, title=more.get("title", "某办法"), doc_number=None, path=(),
        heading=more.get("heading", ""), text=text, jurisdiction="全国",
    )  # fmt: skip


def scores(*values: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return np.array(values, np.float32)


def test_the_best_scores_come_first_and_ties_keep_their_order() -> None:
    assert top(scores(0.1, 0.9, 0.5, 0.9), 3).tolist() == [1, 3, 2]
    assert top(scores(0.1, 0.9), 10).tolist() == [1, 0]


def test_vectors_are_read_as_rows_and_an_empty_file_has_none(tmp_path: Path) -> None:
    rows = np.arange(6, dtype=np.float32).reshape(3, 2)
    vectors_path(tmp_path, "some").write_bytes(rows.tobytes())
    vectors_path(tmp_path, "none").write_bytes(b"")
    assert open_vectors(tmp_path, "some", 2).tolist() == rows.tolist()
    assert open_vectors(tmp_path, "none", 2).shape == (0, 2)


def test_records_come_back_row_by_row(tmp_path: Path) -> None:
    writer = RecordWriter(tmp_path, "passages", PASSAGE_ROW)
    kept = [passage("p", number, f"第{number}段\n换行") for number in (1, 2)]
    for place, one in enumerate(kept):
        writer.add(digest_of(one.text), (0, place, one.number), passage_value(one))
    writer.close()
    records = Records(tmp_path, "passages")
    assert [passage_of(records.value(row)) for row in (1, 0)] == [kept[1], kept[0]]
    assert records.rows["number"].tolist() == [1, 2]


def test_known_vectors_are_found_by_digest() -> None:
    digests = np.array([digest_of(text) for text in ("甲", "乙", "丙")], np.uint64)
    known = KnownVectors(digests, np.eye(3, dtype=np.float32))
    found = known.find([digest_of("丙"), digest_of("丁")])
    assert {key: row.tolist() for key, row in found.items()} == {digest_of("丙"): [0, 0, 1]}
    assert KnownVectors.none(3).find([digest_of("丙")]) == {}


@pytest.fixture
def lexical(tmp_path: Path) -> LexicalIndex:
    writer = LexicalWriter(tmp_path / "lexical")
    writer.add(0, 0, passage("a", 1, "出口退税平均办理时间在2个工作日内"), ["退的税几天到账"])
    writer.add(1, 0, passage("a", 2, "优先办理查验"), [])
    writer.add(2, 1, passage("b", 1, "外国人工作许可证", heading="出口退税"), [])
    writer.close()
    return LexicalIndex(tmp_path / "lexical", BOOSTS)


def test_words_and_similar_questions_are_found(lexical: LexicalIndex) -> None:
    assert lexical.search(lexical.cut({"查验": 1.0}), ARTICLE_FIELDS, 5).rows.tolist() == [1]
    assert lexical.search(lexical.cut({"几天到账": 1.0}), QUESTION_FIELDS, 5).rows.tolist() == [0]


def test_a_weighted_term_adds_less_than_the_questions_own_words(lexical: LexicalIndex) -> None:
    found = lexical.search(lexical.cut({"查验": 1.0, "外国人": 0.1}), ARTICLE_FIELDS, 5)
    assert found.rows.tolist() == [1, 2]
    assert found.scores[0] > found.scores[1]


def test_a_lexical_scope_changes_what_is_found_but_not_its_score(lexical: LexicalIndex) -> None:
    everything = lexical.search(lexical.cut({"出口退税": 1.0}), ARTICLE_FIELDS, 5)
    scoped = lexical.search(lexical.cut({"出口退税": 1.0}), ARTICLE_FIELDS, 5, lexical.scope([1]))
    assert set(everything.rows.tolist()) == {0, 2}
    assert scoped.rows.tolist() == [2]
    place = everything.rows.tolist().index(2)
    assert scoped.scores[0] == pytest.approx(everything.scores[place])


def test_lexical_scores_are_scaled_between_the_best_and_the_last_found() -> None:
    found = Found(np.array([5, 2, 9]), scores(8, 6, 4))
    rows = np.array([2, 3, 5, 9])
    assert found.scaled(rows, limit=10).tolist() == [0.75, 0, 1, 0.5]
    assert found.scaled(rows, limit=3).tolist() == [0.5, 0, 1, 0]
    assert found.scaled(rows, limit=10, full=16.0).tolist() == [0.375, 0, 0.5, 0.25]
    assert Found.nothing().scaled(rows, limit=3).tolist() == [0, 0, 0, 0]


def test_a_search_among_some_rows_is_the_search_of_all_without_the_others(
    lexical: LexicalIndex,
) -> None:
    question = lexical.cut({"出口退税查验": 1.0})
    everything = lexical.search(question, ARTICLE_FIELDS, 5)
    inside = everything.within(np.array([False, False, True]))
    scoped = lexical.search(question, ARTICLE_FIELDS, 5, lexical.scope([1]))
    assert inside.rows.tolist() == scoped.rows.tolist() == [2]
    assert inside.scores.tolist() == pytest.approx(scoped.scores.tolist())
    assert inside.terms == everything.terms


def test_a_question_is_cut_into_terms_with_their_largest_weight(lexical: LexicalIndex) -> None:
    cut = lexical.cut({"出口退税": 0.1, "退税鸵鸟": 1.0})
    weights = {(term, fields): weight for term, weight, fields in cut.terms}
    assert {weight for (term, _), weight in weights.items() if term == "退税"} == {1.0}
    assert {weight for (term, _), weight in weights.items() if term == "出口"} == {0.1}
    assert "鸵鸟" not in {term for term, _ in weights}  # no field has it
    assert cut.own == len({*words("退税鸵鸟"), *pairs("退税鸵鸟")})  # but it was asked


def test_a_question_without_a_word_finds_nothing(lexical: LexicalIndex) -> None:
    assert lexical.search(lexical.cut({"？！": 1.0}), ARTICLE_FIELDS, 5).rows.tolist() == []


POLICIES = (
    PolicyMetadata("sh", "上海办法", jurisdiction="上海市", issued_on=dt.date(2024, 1, 1)),
    PolicyMetadata("cn", "全国办法", issued_on=dt.date(2020, 1, 1)),
    PolicyMetadata(
        "old", "旧办法", jurisdiction="厦门市", issued_on=dt.date(2000, 1, 1),
        repealed_on=dt.date(2010, 1, 1),
    ),
    PolicyMetadata("fj", "福建办法", jurisdiction="福建省", issued_on=dt.date(2024, 1, 1)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("where", "through"),
    [
        (Filter(jurisdictions=frozenset({"上海市"})), ["sh", "cn"]),
        (Filter(jurisdictions=frozenset({"厦门市"})), ["cn", "old", "fj"]),
        (Filter(jurisdictions=frozenset({"厦门市"}), as_of=DAY), ["cn", "fj"]),
        (Filter(as_of=dt.date(2005, 1, 1)), ["old"]),
        (Filter(policy_ids=frozenset({"sh"})), ["sh"]),
        (Filter(jurisdictions=frozenset()), ["cn"]),
    ],
)
def test_a_filter_lets_through_what_applies(
    lexical: LexicalIndex, where: Filter, through: list[str]
) -> None:
    rows = np.zeros(len(POLICIES), PASSAGE_ROW)
    rows["policy"] = range(len(POLICIES))
    scope = Scopes(POLICIES, rows, lexical).of(where)
    assert scope is not None
    assert [POLICIES[row].id for row in np.flatnonzero(scope.mask)] == through


UNPREPARED = (
    *POLICIES,
    PolicyMetadata("guess", "支援", jurisdiction="宁波市", speaks_of=("宁波市", "上海市")),
)


def test_a_guess_about_a_document_hides_it_from_none_of_whom_it_speaks(
    lexical: LexicalIndex,
) -> None:
    rows = np.zeros(len(UNPREPARED), PASSAGE_ROW)
    rows["policy"] = range(len(UNPREPARED))
    scopes = Scopes(UNPREPARED, rows, lexical)
    for place, through in (("上海市", True), ("厦门市", False)):
        scope = scopes.of(Filter(jurisdictions=frozenset({place})))
        assert scope is not None
        assert bool(scope.mask[-1]) is through
    standings = Standings(UNPREPARED, DAY)
    assert standings.of("上海退税", [], None).place.tolist() == [1, 0, -1, -1, 0]
    assert standings.of("厦门退税", [], None).place.tolist() == [-1, 0, 1, -1, -1]


def test_no_filter_is_no_scope(lexical: LexicalIndex) -> None:
    scopes = Scopes(POLICIES, np.zeros(0, PASSAGE_ROW), lexical)
    assert scopes.of(None) is None
    assert scopes.of(Filter()) is None


def test_a_named_place_speaks_for_its_rules_and_against_other_places() -> None:
    standing = Standings(POLICIES, DAY).of("上海退税", [], None)
    assert standing.place.tolist() == [1, 0, -1, -1]


def test_a_place_without_rules_here_is_held_against_nobody() -> None:
    assert Standings(POLICIES, DAY).of("深圳退税", [], None).place.tolist() == [0, 0, 0, 0]


def test_ended_policies_stand_back_unless_a_day_is_given() -> None:
    standings = Standings(POLICIES, DAY)
    assert standings.of("退税", [], None).ended.tolist() == [0, 0, 1, 0]
    assert standings.of("退税", [], Filter(as_of=dt.date(2005, 1, 1))).ended.tolist() == [0] * 4


def test_a_named_document_is_marked() -> None:
    assert Standings(POLICIES, DAY).of("旧办法", ["old"], None).named.tolist() == [0, 0, 1, 0]


def test_the_nearest_question_of_each_article_counts(tmp_path: Path) -> None:
    writer = RecordWriter(tmp_path, "questions", QUESTION_ROW)
    for article, text in ((3, "甲"), (3, "乙"), (7, "丙")):
        writer.add(digest_of(text), (article,), text)
    writer.close()
    side = SimilarSide(Records(tmp_path, "questions"), np.eye(3, dtype=np.float32))
    near = side.scores(scores(0.2, 0.9, 0.5))
    assert side.nearest(near, np.array([7, 3, 5])).tolist() == pytest.approx(
        [0.5, 0.9, np.nan], nan_ok=True
    )
    assert side.questions_nearest(near, np.array([7, 5, 3])) == ["丙", None, "乙"]
    assert side.questions_nearest(scores(0.5, 0.5, 0.1), np.array([3])) == ["甲"]  # a tie
    assert side.questions(3).texts == ("甲", "乙")
    assert side.near(near, 1).tolist() == [3]


def test_no_similar_questions_at_all_is_no_trouble(tmp_path: Path) -> None:
    RecordWriter(tmp_path, "questions", QUESTION_ROW).close()
    side = SimilarSide(Records(tmp_path, "questions"), np.zeros((0, 2), np.float32))
    near = side.scores(scores(1, 0))
    assert np.isnan(side.nearest(near, np.array([1]))).all()
    assert side.near(near, 5).tolist() == []
    assert side.questions_nearest(near, np.array([1])) == [None]


NOTHING = Sides(
    **{one.name: scores(0, 0) for one in fields(Sides)}
    | {"asked": np.ones(2, bool), "strength": 1.0}
)


def test_the_sides_add_up_by_their_weights() -> None:
    sides = replace(
        NOTHING, dense=scores(0.3, -0.3), questions=scores(0.4, 0), lexical=scores(1, 0)
    )
    fused = fuse(Weights(dense=1, questions=0.5, lexical=0.2), sides)
    assert fused.tolist() == pytest.approx([0.3 + 0.2 + 0.2, 0.0])


def test_an_article_without_questions_is_taken_as_it_is_worded() -> None:
    sides = replace(NOTHING, dense=scores(0.5, 0.5), questions=scores(0.5, np.nan))
    fused = fuse(Weights(), sides)
    assert fused[0] == pytest.approx(fused[1])


def test_the_words_of_an_article_without_questions_have_a_weight_of_their_own() -> None:
    sides = replace(
        NOTHING, questions=scores(0, np.nan), lexical=scores(1, 1), asked=np.array([True, False])
    )
    fused = fuse(Weights(lexical=0.3, unasked=0.1), sides)
    assert fused.tolist() == pytest.approx([0.3, 0.1])


def test_a_weak_match_of_words_counts_for_less_than_its_share() -> None:
    sides = replace(
        NOTHING, questions=scores(np.nan, np.nan), lexical=scores(1, 0.5), asked=np.zeros(2, bool)
    )
    assert fuse(Weights(unasked=0.4), sides).tolist() == pytest.approx([0.4, 0.1])


def test_words_count_by_how_much_of_the_question_they_bring() -> None:
    sides = replace(NOTHING, lexical=scores(1, 0.5), asked=np.array([False, True]))
    weak, strong = (
        fuse(Weights(lexical=0.2, unasked=0.4), replace(sides, strength=strength)).tolist()
        for strength in (0.5, 2.0)
    )
    assert weak == pytest.approx([0.2, 0.05])
    assert strong == pytest.approx([0.8, 0.05])


def test_the_strength_of_a_match_is_what_a_term_brings() -> None:
    assert Found(np.array([5, 2]), scores(8, 6), terms=4).strength == pytest.approx(2.0)
    assert Found.nothing().strength == 0.0


def test_a_far_question_is_no_drawback() -> None:
    sides = replace(NOTHING, dense=scores(0.5, 0.5), questions=scores(0.1, np.nan))
    fused = fuse(Weights(), sides)
    assert fused[0] == pytest.approx(fused[1])


def test_an_addressed_article_beats_everything_else() -> None:
    best = replace(NOTHING, dense=scores(1, 0), questions=scores(1, 0), lexical=scores(1, 0))
    fused = fuse(Weights(), replace(best, named=scores(1, 0), addressed=scores(0, 1)))
    assert fused[1] > fused[0]


def test_an_article_with_few_questions_is_judged_as_one_without(tmp_path: Path) -> None:
    writer = RecordWriter(tmp_path, "questions", QUESTION_ROW)
    for article, count in ((1, ENOUGH), (2, ENOUGH - 1)):
        for number in range(count):
            writer.add(digest_of(f"{article}-{number}"), (article,), f"问{article}-{number}")
    writer.close()
    vectors = np.zeros((2 * ENOUGH - 1, 2), np.float32)
    side = SimilarSide(Records(tmp_path, "questions"), vectors)
    assert side.enough(np.array([1, 2, 3])).tolist() == [True, False, False]
