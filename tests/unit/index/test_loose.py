"""Loose names of documents: words left out, and the names that are another document's."""

from __future__ import annotations

import datetime as dt

import pytest

from corpus.model import PolicyMetadata
from index.addressing import AddressBook
from index.loose import LooseNames
from index.text import normalise


def _document(policy_id: str, title: str, place: str = "全国", year: int = 2020) -> PolicyMetadata:
    return PolicyMetadata(policy_id, title, jurisdiction=place, issued_on=dt.date(year, 5, 1))


LIBRARY = (
    _document("rent", "苏州市人民政府办公室关于印发苏州市公共租赁住房管理办法的通知", "苏州市"),
    _document("dogs", "青岛市养犬管理条例", "青岛市"),
    _document("fines-1", "中华人民共和国海事行政处罚裁量基准（一）"),
    _document("fines-2", "中华人民共和国海事行政处罚裁量基准（二）"),
    _document("parcels", "中华人民共和国邮件快件查验办法"),
    _document("shops", "海关对口岸免税商店监管办法"),
    _document("aid-jinan", "济南市关于支持专精特新企业发展的若干措施", "济南市"),
    _document("aid-yantai", "烟台市关于支持专精特新企业发展的若干措施", "烟台市"),
)
BOOK = AddressBook(LIBRARY, has=lambda _policy, _number: True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("公租房办法第三条", "rent"),
        ("公共租赁住房的管理办法", "rent"),
        ("苏州公租房管理办法", "rent"),
        ("养犬条例", "dogs"),
        ("青岛养犬条例第5条", "dogs"),
        ("海事处罚裁量基准（二）", "fines-2"),
        ("行政处罚裁量基准(一)", "fines-1"),
        ("邮件查验办法", "parcels"),
        ("济南专精特新企业措施", "aid-jinan"),
    ],
)
def test_a_title_with_words_left_out_names_its_document(text: str, found: str) -> None:
    assert {one.policy_id for one in BOOK.addressed(text)} == {found}


@pytest.mark.parametrize(
    "text",
    [
        "厦门养犬条例",  # another city's
        "养犬管理规定",  # another kind of document
        "有哪些支持措施",
        "申请办法是什么",
        "专精特新企业措施",  # two cities have them
        "处罚办法",
        "条例",
    ],
)
def test_what_may_be_another_document_names_none(text: str) -> None:
    assert BOOK.addressed(text) == ()


def test_a_number_after_a_loose_name_is_looked_up_in_that_document() -> None:
    (address,) = BOOK.addressed("公租房办法21条第二款怎么说")
    assert (address.policy_id, address.number) == ("rent", 21)


def test_the_bracket_of_a_name_is_no_article() -> None:
    assert [one.number for one in BOOK.addressed("海事处罚裁量基准（二）几时执行")] == [None]


def test_words_for_any_document_only_hint_at_one() -> None:
    names = LooseNames(LIBRARY)
    text = normalise("口岸免税店的规定从哪天起")
    assert names.found_in(text) == ()
    assert [one.policies for one in names.hinted_in(text)] == [("shops",)]


def test_a_document_of_its_own_goes_before_the_notice_that_publishes_it() -> None:
    book = AddressBook(
        [
            _document("notice", "关于印发《泰州市房票安置办法》的通知", "泰州市"),
            _document("rules", "泰州市房票安置办法", "泰州市"),
        ]
    )
    assert [one.policy_id for one in book.addressed("房票安置办法")] == ["rules"]
    assert [one.policy_id for one in book.addressed("印发房票安置办法的通知")] == ["notice"]


def test_of_several_versions_the_newest_is_meant_unless_a_year_tells() -> None:
    book = AddressBook(
        [
            _document("old", "青岛市养犬管理条例", "青岛市", 2011),
            _document("new", "青岛市养犬管理条例", "青岛市", 2022),
        ]
    )
    assert [one.policy_id for one in book.addressed("养犬条例")] == ["new"]
    assert [one.policy_id for one in book.addressed("2011年的青岛市养犬管理条例")] == ["old"]
    assert [one.policy_id for one in book.addressed("老版的养犬条例")] == ["old"]
