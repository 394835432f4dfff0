"""What is weighed against a sentence stands in the segment nearest to it, or right beside its noun."""

from __future__ import annotations

import pytest

from assistant.verification import kinds, negation, shifts, verify
from assistant.verification.fold import fold
from tests.support.policies import evidence
from tests.unit.verification.made import article


@pytest.mark.parametrize(
    ("noun", "text", "named"),
    [
        ("机场", "支持上海浦东国际机场开展中转。", True),
        ("海关", "上海海关设立专窗。", True),
        ("机场", "依托上海国际贸易“单一窗口”推动企业与港口和机场共享信息。", False),
        ("地区", "支持内陆地区对接上海港。", False),
    ],
)
def test_a_place_names_what_it_stands_beside(noun: str, text: str, named: bool) -> None:
    assert kinds.names(noun, fold(text)) is named


def test_an_act_is_compared_with_the_nearest_segment() -> None:
    far = "联合报送企业名单。\n税务部门与行业协会合作,开展企业培育宣传辅导。"
    said = "税务部门与行业协会合作,联合开展企业培育宣传辅导"
    assert not list(shifts.faults(said, far))
    assert list(shifts.faults("企业自行检验进口商品", "企业自行委托检验进口商品。"))


@pytest.mark.parametrize("said", ["企业不办时可申请", "企业无担的可申请"])
def test_a_negation_is_not_excused_by_one_character(said: str) -> None:
    source = "材料不办理公证的,企业可申请。收费无担保时限。"
    assert list(negation.faults(fold(said), fold(source)))


def test_an_omitted_adjective_is_still_a_narrowing() -> None:
    fairs = evidence()["xm-aeo-2024#第8条"]
    assert not verify("支持AEO企业参加境外展会，并予以一定展位费用支持[A1]。", {"A1": fairs}).holds


@pytest.mark.parametrize("said", ["责任单位有{}", "由{}负责", "责任单位：{}"])
def test_who_is_responsible_is_held_back_by_no_encouragement(said: str) -> None:
    desk = article(
        "鼓励厦门海关隶属关区在有条件的区试行设立服务专窗。",
        place="厦门市",
        units=("厦门海关", "火炬管委会", "自贸委"),
    )
    assert verify(f"{said.format('厦门海关、火炬管委会和自贸委')}[A1]。", {"A1": desk}).holds
    assert not verify("厦门海关隶属关区在有条件的区设立服务专窗[A1]。", {"A1": desk}).holds


@pytest.mark.parametrize("lead", ["提醒一下，", "通俗点说，就是", "用大白话说，"])
def test_how_a_model_begins_to_explain_needs_no_source(lead: str) -> None:
    refund = article("对符合认定条件的企业，确保正常出口退税平均办理时间在2个工作日内。")
    told = "符合认定条件的企业，正常出口退税平均办理时间在{}个工作日内[A1]。"
    assert verify(lead + told.format(2), {"A1": refund}).holds
    assert not verify(lead + told.format(3), {"A1": refund}).holds


@pytest.mark.parametrize(
    ("told", "question", "kept"),
    [
        ("不是必须，鼓励企业采用汇总征税方式通关", "是不是必须用汇总征税？", True),
        ("不一定，鼓励企业采用汇总征税方式通关", "汇总征税一定要用吗？", True),
        ("不一定，鼓励企业采用汇总征税方式通关", "汇总征税怎么用？", False),
        ("不是必须，企业应当采用汇总征税方式通关", "是不是必须用汇总征税？", False),
    ],
)
def test_not_always_is_kept_where_it_is_left_to_the_company(
    told: str, question: str, kept: bool
) -> None:
    taxes = article(f"{told.partition('，')[2]}。")
    verdict = verify(f"{told}[A1]。", {"A1": taxes}, question=question)
    assert verdict.text.startswith("不") is kept or not verdict.holds
    assert verdict.holds or not kept
