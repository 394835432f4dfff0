"""What a sentence leaves out of a rule, what it says a passage leaves open, and how it begins."""

from __future__ import annotations

import pytest

from assistant.model import Evidence
from assistant.verification import verify
from tests.unit.verification.made import article

PACKAGING = article(
    "对出口危险货物包装，优化性能检验周期为1年。对符合条件的核查事项，可依企业申请实施自查结果认可模式。"
    "加快与更多国家（地区）互认合作，由有关部门定期推荐企业。"
)
COUNTER = article("鼓励在有条件的区、开发区的政务服务中心设立企业服务专窗，提供优惠便利。")
REFUND = article("一类出口企业退税平均办理时间压缩至3个工作日内，优化资信收费，减免资信调查费。")
COSMETICS = article(
    "探索优化进口化妆品整改模式，在企业信用承诺及样张审核的基础上，采取远程视频验核的方式简化作业流程。"
)
TALENT = article(
    "聘雇紧缺急需留学回国人员，符合相关条件可以办理本市户籍；"
    "聘雇海外人才申请居住证（B证）可以享受附加分及相关待遇。"
)
HOURS = article("推动空运货栈公布服务时间，鼓励提供7×24小时服务。")
LIST = article("纳入“白名单”的物品进口无需办理《进口药品通关单》。")
RECEIVED = article("部分申报材料（食品材料除外）不齐全的，可先行受理，提供便利服务。")


@pytest.mark.parametrize(
    ("one", "sentence", "holds"),
    [
        (PACKAGING, "条款没有写明油漆桶是否属于出口危险货物包装", True),
        (PACKAGING, "条款没有写明出口危险货物包装是否优化检验周期", False),
        (PACKAGING, "条款没有写明具体是哪些国家（地区）", True),
        (PACKAGING, "条款没有写明有关部门具体是哪些部门", True),
        (PACKAGING, "条款没有写明检验周期", False),
        (COUNTER, "条款没有写明专窗的具体地点", True),
        (COUNTER, "条款没有写明专窗设在什么场所", False),
        (COUNTER, "条款没有写明哪些区已设立专窗", True),
        (COUNTER, "条款没有写明一律提供优惠", True),
        (REFUND, "条款没有写明到账时间", True),
        (REFUND, "条款没有写明办理时间", False),
        (REFUND, "条款没有写明退税天数", False),
        (REFUND, "条款没有提到资信费", False),
    ],
)
def test_absence_is_of_what_is_not_written(one: Evidence, sentence: str, holds: bool) -> None:
    assert verify(f"{sentence}[A1]。", {"A1": one}).holds is holds


@pytest.mark.parametrize(
    ("one", "sentence", "holds"),
    [
        (
            COSMETICS,
            "探索优化进口化妆品整改模式，在企业信用承诺及样张审核的基础上，采取远程视频验核的方式简化作业流程",
            True,
        ),
        (
            COSMETICS,
            "探索优化进口化妆品整改模式，在样张审核的基础上，采取远程视频验核的方式简化作业流程",
            False,
        ),
        (TALENT, "聘雇紧缺急需留学回国人员，符合相关条件可以办理本市户籍", True),
        (
            TALENT,
            "聘雇紧缺急需留学回国人员，符合相关条件可以申请居住证（B证）享受附加分及相关待遇",
            False,
        ),
        (HOURS, "推动空运货栈公布服务时间，鼓励提供7×24小时服务", True),
        (HOURS, "推动空运货栈公布服务时间，并提供7×24小时服务", False),
        (COUNTER, "在政务服务中心设立企业服务专窗，提供优先办理", False),
    ],
)
def test_no_condition_or_hedge_is_lost(one: Evidence, sentence: str, holds: bool) -> None:
    assert verify(f"{sentence}[A1]。", {"A1": one}).holds is holds


@pytest.mark.parametrize(
    ("question", "holds"),
    [("白名单里的物品要办通关单吗？", True), ("都不用办通关单吗，还是得在白名单里？", False)],
)
def test_a_condition_that_is_asked_about_must_be_said(question: str, holds: bool) -> None:
    sentence = "物品进口无需办理《进口药品通关单》[A1]。"
    assert verify(sentence, {"A1": LIST}, question=question).holds is holds


@pytest.mark.parametrize(
    ("one", "opener", "question", "kept"),
    [
        (HOURS, "是的，", "空运货栈公布服务时间吗？", True),
        (HOURS, "是的，", "美国的空运货栈公布服务时间吗？", False),
        (HOURS, "不一样，", "两地说的一样吗？", False),
        (HOURS, "收，", "你们收不收？", False),
        (HOURS, "货栈方面，", "货栈有什么规定？", False),
    ],
)
def test_an_opener_stays_only_when_it_can_be_told(
    one: Evidence, opener: str, question: str, kept: bool
) -> None:
    sentence = f"{opener}推动空运货栈公布服务时间[A1]。"
    verdict = verify(sentence, {"A1": one}, question=question)
    assert verdict.holds
    assert verdict.text.startswith(opener) is kept


def test_what_is_asked_of_the_excepted_is_not_affirmed() -> None:
    sentence = "能，部分申报材料（食品材料除外）不齐全的，可先行受理[A1]。"
    asked = verify(sentence, {"A1": RECEIVED}, question="食品的材料缺了能先受理吗？")
    other = verify(sentence, {"A1": RECEIVED}, question="缺了能先受理吗？")
    assert asked.holds
    assert not asked.text.startswith("能")
    assert other.text.startswith("能")
