from __future__ import annotations

import pytest

from assistant.understanding.demands import demand_of
from assistant.understanding.domain import is_outsider
from assistant.understanding.listing import subject_of
from assistant.understanding.scope import grants


@pytest.mark.parametrize(
    ("text", "what", "stated", "unstated"),
    [
        ("申请要交哪些材料", "要交哪些材料", "提交信用承诺和检验报告", "海关予以优先办理"),
        (
            "新增的是哪几个国家？",
            "具体是哪些国家",
            "现行与欧盟、香港海关交换",
            "增加国家（地区）数量",
        ),
        ("试点选了哪几个海关？", "具体是哪些海关", "联动福州海关", "选择部分海关试点"),
        ("帮我查一下我那票货卡在哪", "个案的办理进度", "", "实现查验正常作业当日清"),
    ],
)
def test_what_is_demanded_must_be_stated(text: str, what: str, stated: str, unstated: str) -> None:
    demand = demand_of(text)
    assert demand is not None
    assert demand.what == what
    assert not demand.stated_in(unstated)
    assert not stated or demand.stated_in(stated)


@pytest.mark.parametrize(
    "text",
    [
        "退税几天能到账",
        "都列给我",
        "哪些条款讲到降低查验率",
        "报上去没动静，能在网上看走到哪一步吗",
    ],
)
def test_other_questions_demand_nothing_of_the_kind(text: str) -> None:
    assert demand_of(text) is None


@pytest.mark.parametrize(
    ("text", "outsider"),
    [
        ("我不是AEO，上海退税几天", True),
        ("我们公司没评上高认，能进这个群吗", True),
        ("非AEO企业能打这个热线吗", True),
        ("青岛港有没有给AEO企业优先提箱", False),
        ("代理报关的不是高认，我们还能享受吗", False),
        ("我们还没评上AEO，想申请该找谁", False),
        ("普通企业抽一百批，我们抽几批", False),
    ],
)
def test_who_is_no_accredited_enterprise(text: str, outsider: bool) -> None:
    assert is_outsider(text) is outsider


@pytest.mark.parametrize(
    ("topic", "subject"),
    [
        ("跨境电商企业能用上哪些措施，全列一下", "跨境电商"),
        ("哪些文件里提到了RCEP", "RCEP"),
        ("关于特殊物品，给AEO的措施有哪些？", "特殊物品"),
    ],
)
def test_the_subject_of_a_list(topic: str, subject: str) -> None:
    assert subject in subject_of(topic, topic)
    assert len(subject_of(topic, topic)) <= len(subject) + 4


def test_a_subject_that_is_told_before_the_question_is_found() -> None:
    assert subject_of("把措施都列一下", "我是做跨境电商的，把措施都列一下").endswith("跨境电商")


def test_a_place_asked_for_its_own_rules() -> None:
    assert grants("杭州对卖家有没有物流补贴", ("杭州市",))
    assert grants("我们在天津，天津有啥政策", ("天津市",))
    assert not grants("我在深圳出口护肤品，评上了抽检降到多少", ("深圳市",))
