"""How calls go on: remarks between questions, the rest of a kind, whether a document speaks of a thing."""

from __future__ import annotations

import pytest

from assistant.understanding.asks.own_words import own_words
from assistant.understanding.documents.facts import DocumentFact
from assistant.understanding.documents.facts_asked import document_facts
from assistant.understanding.domain import idle_words
from assistant.understanding.follow_ups.comparing import beside
from assistant.understanding.follow_ups.corrections import correction, document_of, without_slip
from assistant.understanding.follow_ups.resolve import resolve
from assistant.understanding.follow_ups.resolved import Resolved
from assistant.understanding.follow_ups.whole_lists import asks_whole, kind_named, subject_before
from assistant.understanding.scope import surface_places


def read(question: str, *history: str) -> Resolved:
    return resolve(question, list(history), surface_places)


def test_a_remark_between_is_no_subject_of_its_own() -> None:
    found = read("厦门这方面怎么弄的", "上海怎么奖励AEO企业", "一次性给一笔钱")
    assert found.text.startswith("厦门怎么奖励AEO企业")


def test_a_remark_about_another_place_is_one() -> None:
    assert "上海" in read("要几天", "厦门退税快不快", "我们公司在上海").text


def test_the_rest_is_asked_of_the_question_and_not_of_the_remark() -> None:
    found = read("后头还有什么", "总署提升服务水平的措施", "头一个是协调员吧")
    assert found.rest
    assert "协调员" not in found.text
    assert found.text.startswith("总署提升服务水平")


@pytest.mark.parametrize(
    "turn",
    [
        "还有呢",
        "就这几条吗",
        "再说几个",
        "此外呢",
        "除了这条还有啥",
        "除了融资还有什么支持",
        "还有没有别的办法",
        "这一章其他的呢",
    ],
)
def test_the_rest_is_asked_for_in_many_ways(turn: str) -> None:
    assert asks_whole(turn, "上海怎么支持AEO融资")


@pytest.mark.parametrize("turn", ["别的企业呢", "还有别的补贴吗", "第二条呢", "除了落户还有啥"])
def test_what_has_a_noun_of_its_own_asks_for_no_rest(turn: str) -> None:
    assert not asks_whole(turn, "上海怎么支持AEO融资")


@pytest.mark.parametrize(
    ("turn", "kind"),
    [
        ("少查的就这两条？还有吗", "少查"),
        ("其他少查的办法呢", "少查"),
        ("物流上还有别的招吗", "物流"),
        ("其他企业呢", ""),
    ],
)
def test_the_kind_whose_rest_is_asked_for(turn: str, kind: str) -> None:
    assert kind_named(turn, "上海海关给AEO少查的措施") == kind


def test_a_kind_keeps_the_document_and_one_heard_its_question() -> None:
    said = "上海口岸2023年怎么帮企业贷款"
    assert read("物流上还有别的招吗", said).text == "上海口岸2023年物流方面都有哪些？"
    assert document_of("上海怎么帮企业贷款") == ""
    found = read("少查的还有哪些", "上海海关给AEO少查的措施，核查我知道了")
    assert found.rest
    assert found.text.startswith("上海海关给AEO少查的措施")


def test_the_theme_before_the_detail_is_what_has_a_rest() -> None:
    text = "总署降低抽检频次，玩具怎么降的"
    assert subject_before(text, "还有哪些也降了") == "总署降低抽检频次"


def test_where_it_stands_is_asked_of_the_new_place() -> None:
    assert read("上海呢，哪一条", "厦门有没有帮企业保护商标").text == "上海有没有帮企业保护商标"


def test_whether_a_document_speaks_of_a_thing_is_asked_of_the_thing() -> None:
    found = read("厦门那份文件有没有提到商标", "上海商标备案从几天缩到几天")
    assert (found.topic, found.is_follow_up) == ("商标", False)


def test_a_correction_of_the_aspect_keeps_the_subject() -> None:
    found = read("不是抽检，是发证要几天", "上海玩具抽检比例多少")
    assert "玩具" in found.topic
    assert found.alone == ""


def test_what_is_no_longer_wanted_is_put_right() -> None:
    found = correction("不用专窗了，我要的是那条热线")
    assert found is not None
    assert (found.wrong, found.right) == ("专窗", "热线")
    assert without_slip("搞错城市了，上海的") == "上海的"


def test_a_guess_at_the_issuer_asks_for_it() -> None:
    assert DocumentFact.ISSUER in document_facts("那是省政府办公厅印发的对不")
    assert DocumentFact.ISSUER not in document_facts("这证是海关发的货才有吗")


def test_the_accredited_are_measured_by_what_was_told() -> None:
    found = beside("AEO比这个还快", ("", "上海一类企业退税四天"), surface_places)
    assert found is not None
    assert found.sides == ()
    told = read("AEO比这个还快吗", "上海一类企业退税四天")
    assert "四天" not in told.asks


def test_words_are_not_cut_out_of_others() -> None:
    assert "智能" in own_words("智能排序怎么弄")
    assert own_words("归哪几家管") == ""
    assert idle_words("受静电影响的货") == []
