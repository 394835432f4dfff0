"""The five seed policies, checked by hand against the documents as delivered."""

from __future__ import annotations

import pytest

from corpus import HEAD_LABEL, Policy
from tests.unit.corpus.conftest import article

COUNTS = {
    "sh-aeo-2024": 25,
    "xm-aeo-2024": 21,
    "sh-customs-aeo-2023": 33,
    "sh-port-2023": 26,
    "gacc-aeo-2024": 17,
}

HEADINGS = [
    ("sh-aeo-2024", "第1条", "建立优选培育模式"),
    ("sh-aeo-2024", "第2条", "共建AEO认证指导中心"),
    ("sh-aeo-2024", "第15条", "加大出口退税等政策支持力度"),
    ("sh-aeo-2024", "第20条", "协力搭建7*24小时为企业在线服务"),
    ("xm-aeo-2024", "第1条", "建立完善信用培育重点名单"),
    ("xm-aeo-2024", "第19条", "宣传AEO办事指南"),
    ("xm-aeo-2024", "第21条", "建立AEO企业跨关区认证合作机制"),
    (
        "sh-customs-aeo-2023",
        "第1条",
        "优先为AEO企业办理报关单（含备案清单、舱单、转关单等）相关手续",
    ),
    ("sh-customs-aeo-2023", "第20条", "降低AEO企业进境的A、B级特殊物品实地后续监管比例"),
    ("sh-customs-aeo-2023", "第27条", "缩短AEO企业“预约通关”申请时间"),
    ("sh-customs-aeo-2023", "第33条", "为AEO企业提供962116热线专属服务"),
    ("sh-port-2023", "第9条", "依托国际贸易“单一窗口”推进通关物流相关信息共享"),
    ("sh-port-2023", "第15条", "深化生物医药企业（研究机构）进口研发用物品“白名单”制度"),
    ("sh-port-2023", "第26条", "优化对中小微外贸企业金融服务"),
    ("gacc-aeo-2024", "（五）", "简化出口水产品企业备案注册流程，缩短备案注册时间"),
    ("gacc-aeo-2024", "（六）", "特定动植物产品实施目的地检疫和分类管理"),
    ("gacc-aeo-2024", "（十七）", "推动便利措施扩容升级"),
]

PATHS = [
    ("sh-aeo-2024", "第6条", ("二、主要任务", "（一）加快AEO企业集聚")),
    ("sh-aeo-2024", "第7条", ("二、主要任务", "（二）强化AEO业务赋能")),
    ("sh-aeo-2024", "第23条", ("二、主要任务", "（四）完善AEO保障机制")),
    ("xm-aeo-2024", "第8条", ("二、主要任务", "（二）强化AEO联合激励")),
    ("sh-customs-aeo-2023", "第25条", ("四、具体措施", "（四）缩短办理时间类措施")),
    ("sh-port-2023", "第9条", ("二、进一步深化“智慧口岸”建设和口岸数字化转型",)),
    ("gacc-aeo-2024", "（七）", ("二、降低企业进出口成本",)),
]

UNITS = [
    ("sh-aeo-2024", "第1条", ("市商务委（市口岸办）", "市经济信息化委", "上海海关")),
    ("sh-aeo-2024", "第5条", ("市科委（外专局）", "市商务委（市口岸办）")),
    # The bracket stands in a paragraph of its own, once after a hard line break, once after a gap.
    (
        "sh-aeo-2024",
        "第11条",
        (
            "中国信保上海分公司",
            "市地方金融监管局",
            "国家金融监督管理总局上海监管局",
            "市商务委（市口岸办）",
            "市税务局",
        ),
    ),
    (
        "sh-aeo-2024",
        "第13条",
        (
            "人民银行上海总部",
            "市地方金融监管局",
            "国家金融监督管理总局上海监管局",
            "中国信保上海分公司",
        ),
    ),
    # As printed, slip included.
    ("sh-aeo-2024", "第6条", ("市人力社会资源保障局",)),
    ("sh-aeo-2024", "第15条", ("市税务局",)),
    (
        "xm-aeo-2024",
        "第13条",
        (
            "国家金融监督管理总局厦门监管局",
            "市委金融办",
            "市商务局",
            "中国人民银行厦门市分行（外汇管理局厦门市分局）",
            "中国信保厦门分公司",
            "厦门港口局",
        ),
    ),
    ("sh-customs-aeo-2023", "第1条", ()),
    ("gacc-aeo-2024", "（一）", ()),
    # Bare brackets; the second is cut by a page break after “市”.
    ("sh-port-2023", "第2条", ("上海海关",)),
    (
        "sh-port-2023",
        "第4条",
        ("市交通委", "市商务委", "上海海事局", "上港集团", "中铁上海局集团"),
    ),
    ("sh-port-2023", "第21条", ("市商务委", "市交通委", "上海海关", "东海航海保障中心")),
]

ENDS = [
    (
        "sh-aeo-2024",
        "第15条",
        "加大出口退税等政策支持力度。对符合认定条件的AEO，",
        "确保其正常出口退税平均办理时间在2个工作日内。",
    ),
    (
        "xm-aeo-2024",
        "第14条",
        "加大出口退税等政策支持力度。对符合认定条件的AEO企业，",
        "平均办理时间在3个工作日内。",
    ),
    ("xm-aeo-2024", "第7条", "优化外籍人才工作许可便利。", "的《外国人工作许可证》。"),
    (
        "sh-customs-aeo-2023",
        "第27条",
        "缩短AEO企业“预约通关”申请时间。",
        "由提前24小时缩短至提前8小时。",
    ),
    ("sh-customs-aeo-2023", "第33条", "为AEO企业提供", "提供专人对接高质量服务。"),
    ("sh-port-2023", "第26条", "优化对中小微", "优惠信贷及贸易融资产品。"),
    ("gacc-aeo-2024", "（七）", "有条件地开展", "(企业规模范围为全行业)优秀值。"),
    ("gacc-aeo-2024", "（十七）", "推动便利措施", "持续扩大高级认证企业进出口享惠范围。"),
]

# Words on both sides of a page break inside a sentence.
JOINED = [
    ("sh-aeo-2024", "第1条", "以及口岸服务类重点企业等，市商务部门"),
    ("sh-aeo-2024", "第18条", "引导外贸企业和外贸服务企业规范管理"),
    ("xm-aeo-2024", "第1条", "海关提供优先信用状况评估"),
    ("xm-aeo-2024", "第12条", "优先支持绿色、“小而美”项目"),
    ("sh-customs-aeo-2023", "第22条", "（食品除外）的实验室检测"),
    ("sh-port-2023", "第1条", "出口货物“抵港直装”作业模式"),
    ("sh-port-2023", "第23条", "优先培育、优先认证"),
    ("gacc-aeo-2024", "（三）", "以远程视频检查和现场检查相结合"),
    ("gacc-aeo-2024", "（七）", "高级认证企业5年以上的生产型企业"),
]


@pytest.mark.parametrize(("policy_id", "count"), COUNTS.items())
def test_every_policy_has_its_head_and_its_articles_in_order(
    policies: dict[str, Policy], policy_id: str, count: int
) -> None:
    articles = policies[policy_id].articles
    assert [a.number for a in articles] == list(range(count + 1))
    assert articles[0].label == HEAD_LABEL


@pytest.mark.parametrize(("policy_id", "label", "heading"), HEADINGS)
def test_headings(policies: dict[str, Policy], policy_id: str, label: str, heading: str) -> None:
    assert article(policies[policy_id], label).heading == heading


@pytest.mark.parametrize("policy_id", COUNTS)
def test_every_article_has_a_heading_that_opens_its_text(
    policies: dict[str, Policy], policy_id: str
) -> None:
    for each in policies[policy_id].articles[1:]:
        assert each.heading
        assert each.text.startswith(each.heading)


@pytest.mark.parametrize(("policy_id", "label", "path"), PATHS)
def test_paths(
    policies: dict[str, Policy], policy_id: str, label: str, path: tuple[str, ...]
) -> None:
    assert article(policies[policy_id], label).path == path


@pytest.mark.parametrize(("policy_id", "label", "units"), UNITS)
def test_responsible_units(
    policies: dict[str, Policy], policy_id: str, label: str, units: tuple[str, ...]
) -> None:
    assert article(policies[policy_id], label).responsible_units == units


@pytest.mark.parametrize("policy_id", ["sh-aeo-2024", "xm-aeo-2024", "sh-port-2023"])
def test_every_article_of_these_names_its_units_outside_its_text(
    policies: dict[str, Policy], policy_id: str
) -> None:
    for each in policies[policy_id].articles[1:]:
        assert each.responsible_units
        assert "责任单位" not in each.text
        assert each.text.endswith("。")


@pytest.mark.parametrize(("policy_id", "label", "first", "last"), ENDS)
def test_first_and_last_words(
    policies: dict[str, Policy], policy_id: str, label: str, first: str, last: str
) -> None:
    text = article(policies[policy_id], label).text
    assert text.startswith(first)
    assert text.endswith(last)


@pytest.mark.parametrize(("policy_id", "label", "words"), JOINED)
def test_sentences_cut_by_page_breaks_are_whole_again(
    policies: dict[str, Policy], policy_id: str, label: str, words: str
) -> None:
    assert words in article(policies[policy_id], label).text


def test_the_inner_list_stays_inside_article_seven(policies: dict[str, Policy]) -> None:
    clauses = article(policies["gacc-aeo-2024"], "（七）").clauses
    assert [clause.label for clause in clauses] == ["", "1.", "2.", "3.", "4.", "5.", "6.", "7."]
    assert clauses[3].body.text == "未被暂停适用企业信用管理措施；"
    assert clauses[5].body.text == "近5年纳税额均不少于1千万元(进出口税收)；"


@pytest.mark.parametrize(
    ("policy_id", "label", "count"),
    [
        ("sh-aeo-2024", "第11条", 2),
        ("sh-aeo-2024", "第13条", 1),
        ("sh-port-2023", "第9条", 2),
        ("sh-port-2023", "第1条", 1),
        ("xm-aeo-2024", "第8条", 1),
    ],
)
def test_clause_counts(policies: dict[str, Policy], policy_id: str, label: str, count: int) -> None:
    assert len(article(policies[policy_id], label).clauses) == count


@pytest.mark.parametrize(
    ("policy_id", "words"),
    [
        ("sh-aeo-2024", ["沪商通关〔2024〕4号", "2024年1月15日", "一、总体要求", "特制定本措施"]),
        ("sh-aeo-2024", ["抄送：市政府办公厅，各区政府。", "2024年1月16日印发"]),
        ("xm-aeo-2024", ["厦外贸外资专班（2024）2号", "2024年4月30日", "一、总体要求"]),
        (
            "sh-customs-aeo-2023",
            ["2023-11-09", "一、总体思路", "（三）坚持系统集成", "三、主要目标"],
        ),
        ("sh-port-2023", ["沪商自贸〔2023〕132号", "2023年6月13日", "上海海事局"]),
        ("gacc-aeo-2024", ["署稽发〔2024〕36号", "特此通知。", "2024年4月6日"]),
    ],
)
def test_the_head_keeps_what_is_no_measure(
    policies: dict[str, Policy], policy_id: str, words: list[str]
) -> None:
    head = policies[policy_id].articles[0].text
    assert all(each in head for each in words)


def test_the_closing_is_not_part_of_the_last_article(policies: dict[str, Policy]) -> None:
    assert "抄" not in article(policies["sh-aeo-2024"], "第25条").text
    assert "特此通知" not in article(policies["gacc-aeo-2024"], "（十七）").text


def test_no_markup_and_no_layout_space_is_left(policies: dict[str, Policy]) -> None:
    for policy in policies.values():
        for each in policy.articles:
            assert "**" not in each.text
            assert "\\" not in each.text
            assert "AEO " not in each.text.replace("AEO Smart", "")
