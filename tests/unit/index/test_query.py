from __future__ import annotations

from pathlib import Path

import pytest
from rapidfuzz import fuzz, process

from index.lexicon import Lexicon, LexiconInvalid
from index.pinyin import PinyinIndex
from index.query import QueryReader, default_reader
from index.text import normalise, simplify
from index.typos import TypoTolerance
from index.words import domain_words, pairs, words

LEXICON = """
same:
  - [AEO, 高级认证企业, 高认]
said:
  汇总征税: [攒到月底一次交, 月底…交税]
  系统对接: [电脑…连]
english:
  出口退税: [VAT refund]
silent: [how, for, "on"]
"""


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    path = tmp_path / "lexicon.yaml"
    path.write_text(LEXICON, "utf-8")
    return Lexicon.load(path)


@pytest.fixture(scope="module")
def reader() -> QueryReader:
    return default_reader()


def test_traditional_full_width_and_invisible_characters_are_folded() -> None:
    assert normalise("進口貨物ＡＥＯ\u200b查驗１２％") == "进口货物aeo查验12%"


def test_simplifying_keeps_capitals() -> None:
    assert simplify("ＡＥＯ企業") == "AEO企业"


def test_a_listed_term_stays_whole_and_its_words_are_found_too() -> None:
    assert {"单一窗口", "窗口"} <= set(words("国际贸易单一窗口"))


def test_figures_stay_whole() -> None:
    assert words("抽批比例20%以下") == [*words("抽批比例"), "20%", *words("以下")]


def test_pairs_overlap_inside_a_run_only() -> None:
    assert pairs("出口退税，快") == ["出口", "口退", "退税", "快"]


def test_a_synonym_brings_the_other_names_but_not_those_already_said(lexicon: Lexicon) -> None:
    assert lexicon.synonyms("高认有什么好处") == ("aeo", "高级认证企业")
    assert lexicon.synonyms("aeo高级认证企业") == ("高认",)


def test_a_short_name_inside_a_longer_one_does_not_count_again(lexicon: Lexicon) -> None:
    assert "高认" not in lexicon.synonyms("高级认证企业高认")


def test_everyday_words_lead_to_the_official_term(lexicon: Lexicon) -> None:
    assert lexicon.meant("税能攒到月底一次交吗") == ("汇总征税",)


def test_a_gap_allows_some_words_but_not_any_number(lexicon: Lexicon) -> None:
    assert lexicon.meant("我想月底一起去交税") == ("汇总征税",)
    assert lexicon.meant("月底" + "很" * 9 + "交税") == ()


def test_overlapping_phrases_both_count(lexicon: Lexicon) -> None:
    assert lexicon.meant("电脑跟海关连上") == ("系统对接",)


def test_english_is_put_into_chinese_by_whole_words(lexicon: Lexicon) -> None:
    assert lexicon.in_chinese("vat refund for 上海") == "出口退税 上海"
    assert lexicon.in_chinese("vat refunds") == "vat refunds"


def test_a_lexicon_with_a_wrong_field_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.yaml"
    path.write_text("said:\n  退税: 一个词\n", "utf-8")
    with pytest.raises(LexiconInvalid, match=r"said\.退税"):
        Lexicon.load(path)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("chukou tuishui 多久", "出口退税 多久"),
        ("chukoutuishui", "出口退税"),
        ("danyi chuangkou zai", "单一窗口 zai"),
        ("aeo rcep", "aeo rcep"),
        ("the change of plan", "the change of plan"),
    ],
)
def test_pinyin_of_known_terms_is_read(typed: str, read: str) -> None:
    index = PinyinIndex(["出口退税", "单一窗口", "退税"], foreign={"aeo", "rcep"})
    assert index.in_chinese(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("汇总证税怎么办", "汇总征税怎么办"),
        ("高及认证企业", "高级认证企业"),
        ("出口货物查验", "出口货物查验"),
        ("汇总征税", "汇总征税"),
    ],
)
def test_slips_in_known_terms_are_mended_and_right_words_left_alone(typed: str, read: str) -> None:
    assert TypoTolerance(["汇总征税", "高级认证企业", "进口货物"]).mended(typed) == read


def test_a_reader_takes_all_steps_together(reader: QueryReader) -> None:
    query = reader.read("How long does VAT refund take for ＡＥＯ in xiamen?")
    assert "出口退税" in query.text
    assert "厦门" in query.text
    assert "高级认证企业" in query.synonyms


def test_an_empty_question_is_an_empty_query(reader: QueryReader) -> None:
    assert reader.read(" \u200b ").text == ""


def test_the_projects_own_lexicon_says_no_term_twice() -> None:
    assert len(set(domain_words())) == len(domain_words())
    for plain in ("aeo企业出口退税", "高认税攒到月底一次交"):
        found = Lexicon.load().synonyms(plain) + Lexicon.load().meant(plain)
        assert len(set(found)) == len(found)
        assert not [term for term in found if term in plain]


def test_terms_are_tried_only_where_the_question_has_enough_of_their_characters() -> None:
    terms = ("汇总征税", "归类先例", "一单到底", "出口退税备案单证", "税税税税")
    tolerance = TypoTolerance(terms)
    for plain in (
        "汇总证税怎么办",
        "归类先列",
        "一单",
        "出口退睡备案单证留几年",
        "",
        "ab汇c",
        "税税税水",
    ):
        every = process.extract(plain, terms, scorer=fuzz.partial_ratio, score_cutoff=74.0)
        likely = tolerance._likely(plain)
        assert {term for term, _, _ in every} <= set(likely)
    assert tolerance._likely("专票什么时候开") == []
