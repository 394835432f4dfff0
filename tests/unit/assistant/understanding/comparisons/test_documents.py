from __future__ import annotations

import datetime as dt

import pytest

from assistant.understanding.comparisons.documents import versus
from assistant.understanding.documents.described import (
    led_by,
    of_the_year,
    particulars,
    plain_facts,
    sole_issuer,
)
from assistant.understanding.documents.facts import DocumentFact
from assistant.understanding.documents.in_time import in_time
from corpus.model import PolicyMetadata
from index.addressing import AddressBook

CATALOGUE = (
    PolicyMetadata(
        "sh-port", "上海口岸2023年若干措施", "沪商〔2023〕132号", ("上海市商务委", "上海海关"),
        "上海市", dt.date(2023, 6, 13), aliases=("132号文",),
    ),
    PolicyMetadata(
        "sh-aeo", "上海市支持海关高级认证企业若干措施", "沪商〔2024〕4号", ("上海市商务委", "市发改委"),
        "上海市", dt.date(2024, 1, 15), aliases=("上海AEO措施",),
    ),
    PolicyMetadata(
        "sh-customs", "上海海关AEO行动方案", None, ("上海海关",), "上海市", dt.date(2023, 11, 9),
        aliases=("上海海关方案",),
    ),
    PolicyMetadata(
        "xm-aeo", "厦门市支持海关高级认证企业若干措施", "厦专班〔2024〕2号", ("厦门市专班",),
        "厦门市", dt.date(2024, 4, 30),
    ),
    PolicyMetadata(
        "gacc", "海关总署关于增加便利措施的通知", "署稽发〔2024〕36号", ("海关总署",), "全国",
        dt.date(2024, 4, 6), aliases=("36号文",),
    ),
)  # fmt: skip
ADDRESSER = AddressBook(CATALOGUE).addressed


@pytest.mark.parametrize(
    ("text", "policies"),
    [
        ("上海2023年口岸那份和2024年AEO那份,退税时间有什么变化", ("sh-port", "sh-aeo")),
        ("采信第三方检测,口岸2023和上海海关方案讲的范围一样吗", ("sh-port", "sh-customs")),
        ("免担保这块,总署的试点和上海海关的做法有什么不同", ("gacc", "sh-customs")),
        ("132号文与上海AEO措施有何区别", ("sh-port", "sh-aeo")),
        ("AEO措施那份和口岸那份,退税有什么变化", ("sh-aeo", "sh-port")),
        ("上海23年口岸文件和24年AEO文件的退税差几天", ("sh-port", "sh-aeo")),
    ],
)
def test_documents_set_side_by_side(text: str, policies: tuple[str, ...]) -> None:
    assert set(versus(text, CATALOGUE, ADDRESSER).policies) == set(policies)


@pytest.mark.parametrize(
    "text",
    [
        "协调员，上海海关配的和市里的有什么区别",
        "组团培育，上海市商务委和海关的侧重有什么不同",
        "上海市级的和海关的，查验上说法一致吗",
    ],
)
def test_city_and_customs_may_be_told_by_their_office(text: str) -> None:
    sides = versus(text, CATALOGUE, ADDRESSER).sides
    assert {frozenset(side.policies) for side in sides} == {
        frozenset({"sh-customs"}),
        frozenset({"sh-port", "sh-aeo"}),
    }
    assert not any(word in way for side in sides for way in side.asked for word in ("市里", "和的"))


def test_words_before_an_office_are_kept() -> None:
    sides = versus("“1+N”市里和海关的说法一致吗", CATALOGUE, ADDRESSER).sides
    assert all("1+N" in way for side in sides for way in side.asked)


@pytest.mark.parametrize(
    "text", ["海关查验比以前快吗", "高级认证企业和一般企业，海关查验有什么不同"]
)
def test_customs_alone_is_no_side(text: str) -> None:
    assert versus(text, CATALOGUE, ADDRESSER).policies == ()


def test_years_are_sides_without_a_word_of_comparing() -> None:
    text = "上海宣传23年靠咨询站，24年靠什么"
    sides = versus(text, CATALOGUE, ADDRESSER, compares=False).sides
    assert [set(side.policies) for side in sides] == [{"sh-port", "sh-customs"}, {"sh-aeo"}]


def test_a_side_may_be_all_documents_of_a_year() -> None:
    sides = versus("上海退税23年和24年文件,分别多少天", CATALOGUE, ADDRESSER).sides
    assert [set(side.policies) for side in sides] == [{"sh-port", "sh-customs"}, {"sh-aeo"}]


def test_a_side_may_be_a_whole_place_beside_a_document() -> None:
    sides = versus("36号文那个试点和上海综保区那条,各适用啥业务", CATALOGUE, ADDRESSER).sides
    assert [len(side.policies) for side in sides] == [1, 3]
    assert "综保区" in sides[1].asked[-1]


def test_without_a_comparison_documents_must_be_named_together() -> None:
    joined, apart = "132号文和36号文,培育怎么说", "132号文里写的,36号文里没有吗"
    assert len(versus(joined, CATALOGUE, ADDRESSER, compares=False).policies) == 2
    assert versus(apart, CATALOGUE, ADDRESSER, compares=False).policies == ()


@pytest.mark.parametrize(
    ("text", "policies"),
    [
        ("沪厦两份AEO文件谁先出的", ("sh-aeo", "xm-aeo")),
        ("36号文和132号文哪个发得早", ("gacc", "sh-port")),
        ("退税和查验谁先办", ()),
        ("36号文什么时候发的", ()),
    ],
)
def test_documents_wanted_in_their_order_of_time(text: str, policies: tuple[str, ...]) -> None:
    assert set(in_time(text, CATALOGUE, ADDRESSER)) == set(policies)


@pytest.mark.parametrize(
    "text",
    [
        "上海和厦门退税哪个快",
        "132号文里退税和查验有什么不同",
        "上海和厦门的信保政策比较一下",
        "退税比例和查验比例各是多少",
    ],
)
def test_one_document_or_none_is_no_comparison(text: str) -> None:
    assert versus(text, CATALOGUE, ADDRESSER) == versus("", (), ADDRESSER).__class__((), text)


def test_the_names_leave_the_question_and_what_is_asked_stays() -> None:
    rest = versus("免担保这块,总署的试点和上海海关的做法有什么不同", CATALOGUE, ADDRESSER).without
    assert "总署" not in rest
    assert "上海海关" not in rest
    assert "免担保" in rest
    assert "试点" in rest


def test_a_document_is_told_by_its_only_issuer() -> None:
    assert sole_issuer("上海海关的做法", CATALOGUE) == {"sh-customs"}
    assert sole_issuer("总署的试点", CATALOGUE) == {"gacc"}
    assert sole_issuer("商务委的做法", CATALOGUE) == set()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("上海2023年出口信用保险的指标", ("sh-port", "sh-customs")),
        ("厦门2024年的措施", ("xm-aeo", "gacc")),
        ("2019年的规定", ()),
        ("上海的规定", None),
        ("2023年和2024年有何不同", None),
    ],
)
def test_a_year_tells_the_documents(text: str, ids: tuple[str, ...] | None) -> None:
    assert of_the_year(text, CATALOGUE) == ids


def test_only_what_no_other_question_has_is_particular() -> None:
    assert particulars("上海那份措施是哪天发布的") == ()
    assert "代章" in particulars("厦门2号文是哪个机构印发的，谁代章？")
    assert any("备忘录" in one for one in particulars("上海措施落实哪份合作备忘录，文号？"))


def test_a_fact_counts_in_a_clause_of_its_own() -> None:
    assert plain_facts("厦门2号文是哪个机构印发的，谁代章？") == (DocumentFact.ISSUER,)
    assert plain_facts("上海措施落实哪份合作备忘录，文号？") == ()


def test_a_maker_is_called_by_characters_of_its_name() -> None:
    assert led_by("商委那份", CATALOGUE) == {"sh-port", "sh-aeo"}
    assert led_by("税务局那份", CATALOGUE) == set()
