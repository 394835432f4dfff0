from __future__ import annotations

from assistant.verification import closest_quote
from tests.unit.verification.made import article

SH = article("加大支持力度。正常出口退税平均办理时间在2个工作日内；承保规模不低于500亿美元。")
XM = article("正常出口退税平均办理时间在3个工作日内。", place="厦门市", title="厦门市若干措施")


def test_a_wrong_figure_is_replaced_by_the_article_s_own_sentence() -> None:
    quote = closest_quote("正常出口退税平均办理时间在5个工作日内[A1]。", [SH])
    assert quote is not None
    (basis,) = quote.bases
    words = SH.article.text[basis.start : basis.end]
    assert words == "正常出口退税平均办理时间在2个工作日内；"
    assert quote.text == "正常出口退税平均办理时间在2个工作日内。"


def test_what_speaks_of_something_else_is_not_replaced() -> None:
    assert closest_quote("企业可以免费停车并领取十万元奖励[A1]。", [SH]) is None


def test_a_city_is_only_quoted_from_its_own_article() -> None:
    sentence = "厦门正常出口退税平均办理时间在2个工作日内。"
    quote = closest_quote(sentence, [SH, XM])
    assert quote is not None
    assert quote.bases[0].evidence == XM
    assert closest_quote(sentence, [SH]) is None
    assert closest_quote("正常出口退税平均办理时间在5个工作日内。", [XM], {"上海市"}) is None
