"""Traps of Chinese official documents, and bugs that other splitters are known for."""

from __future__ import annotations

import pytest

from corpus import HEAD_LABEL
from corpus.parsing.numerals import to_int
from tests.unit.corpus.conftest import article, labels, parse


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("七", 7),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("一百零八", 108),
        ("一百二十", 120),
        ("一千二百六十", 1260),
        ("一千〇一", 1001),
        ("二〇二四", 2024),
        ("两百", 200),
        ("12", 12),
        ("１２", 12),
    ],
)
def test_numerals(text: str, number: int) -> None:
    assert to_int(text) == number


def test_numerals_refuse_what_is_none() -> None:
    with pytest.raises(ValueError, match="甲"):
        to_int("甲")


def test_a_cross_reference_at_a_lines_start_is_no_heading() -> None:
    text = """第一条 为了规范管理，制定本办法。
第二条 企业享受
第一条规定的措施，应当申请。
第三条规定的情形除外。
第三条 海关应当受理。
第五条、第六条规定的材料，可以免交。
第四条 本办法自公布之日起施行。"""
    assert labels(text) == ["第一条", "第二条", "第三条", "第四条"]
    assert "第三条规定的情形除外" in article(parse(text), "第二条").text
    assert "第五条、第六条" in article(parse(text), "第三条").text


def test_an_article_may_open_with_words_that_also_refer() -> None:
    text = """第一条 规定本行政区域重大事项的法规，由代表大会通过。
第二条 第一条所称重大事项，由常务委员会确定。
第三条 本条例自公布之日起施行。"""
    assert labels(text) == ["第一条", "第二条", "第三条"]


def test_articles_without_a_space_after_their_number() -> None:
    text = (
        "第一条为了规范管理，制定本办法。\n第二条有关部门应当配合。\n第三条本办法自印发之日起施行。"
    )
    assert labels(text) == ["第一条", "第二条", "第三条"]


def test_inserted_articles_follow_their_number() -> None:
    text = "\n\n".join(
        [
            "第一百二十条 组织者，处十年以上有期徒刑。",
            "第一百二十条之一 资助者，处五年以下有期徒刑。",
            "第一百二十条之二 有下列情形之一的，处罚：",
            "（一）准备凶器的；",
            "（二）组织培训的。",
            "第一百二十一条 劫持航空器的，处无期徒刑。",
        ]
    )
    found = parse(text).articles
    assert [a.label for a in found] == [
        "第一百二十条",
        "第一百二十条之一",
        "第一百二十条之二",
        "第一百二十一条",
    ]
    assert [a.number for a in found] == [120, 120, 120, 121]
    assert [c.label for c in found[2].clauses] == ["", "（一）", "（二）"]


def test_a_book_of_a_code_may_begin_at_any_article() -> None:
    text = "第一千一百六十四条 本编调整侵权。\n第一千一百六十五条 行为人有过错的，承担责任。"
    assert [a.number for a in parse(text).articles] == [1164, 1165]


def test_a_missing_number_does_not_swallow_what_follows() -> None:
    text = "第一条 甲。\n第二条 乙。\n第四条 丁。\n第五条 戊。\n第六条 己。"
    assert [a.number for a in parse(text).articles] == [1, 2, 4, 5, 6]


def test_chapters_are_the_path_and_no_articles() -> None:
    text = """第一编 总则
第一章 基本规定
第一条 甲。
第二章 自然人
第一节 权利能力
第二条 乙。
第二节 监护
第三条 丙。
第二编 物权
第一章 通则
第四条 丁。"""
    policy = parse(text)
    assert labels(text) == ["第一条", "第二条", "第三条", "第四条"]
    assert article(policy, "第三条").path == ("第一编 总则", "第二章 自然人", "第二节 监护")
    assert article(policy, "第四条").path == ("第二编 物权", "第一章 通则")


def test_a_table_of_contents_belongs_to_the_head() -> None:
    text = """某某条例
目录
第一章 总则
第二章 附则
第一章 总则
第一条 甲。
第二章 附则
第二条 乙。"""
    policy = parse(text)
    assert labels(text) == [HEAD_LABEL, "第一条", "第二条"]
    assert article(policy, "第二条").path == ("第二章 附则",)


MEASURES = """关于支持企业的若干措施
一、总体要求
坚持新发展理念。
二、主要任务
（一）加快集聚
1. 建立库。定期向海关推荐。
2. 建中心。提供辅导。
（二）强化赋能
3. 拓市场。优先支持企业参展。
4. 降成本。符合下列条件的可以申请：
1. 未欠税；
2. 未被处罚。
5. 设专窗。提供便利。
"""


def test_measures_that_count_on_through_the_sections_are_the_articles() -> None:
    assert labels(MEASURES) == [HEAD_LABEL, "第1条", "第2条", "第3条", "第4条", "第5条"]


def test_an_inner_list_of_the_same_marks_stays_inside_its_article() -> None:
    clauses = article(parse(MEASURES), "第4条").clauses
    assert [clause.label for clause in clauses] == ["", "1.", "2."]


def test_an_inner_list_that_stops_right_below_the_next_number_ends_at_its_full_stop() -> None:
    text = """某某措施
一、任务
1. 建库。定期推荐企业。
2. 降本。符合下列条件的可以申请：
1. 未欠税；
2. 未被处罚。
3. 专窗。提供办理便利。
二、保障
4. 机制。建立协调机制。"""
    assert labels(text) == [HEAD_LABEL, "第1条", "第2条", "第3条", "第4条"]
    assert len(article(parse(text), "第2条").clauses) == 3


def test_measures_numbered_in_brackets_are_the_articles_when_they_count_on() -> None:
    text = """一、降低频次
（一）降低抽批比例。对企业降低比例。
（二）降低次数。优先适用。
二、降低成本
(三)免除担保。符合条件的可以申请：
1.未欠税；
2.未降级。
(四) 延长时限。延长至1年。"""
    assert labels(text) == ["（一）", "（二）", "（三）", "（四）"]
    assert article(parse(text), "（三）").path == ("二、降低成本",)


def test_announcements_with_one_level_only() -> None:
    text = """海关总署公告2024年第1号
为防止疫情传入，现公告如下：
一、禁止输入相关产品。
二、依照《某某法》
第十五条规定处理违规者。
三、本公告自发布之日起执行。
特此公告。
海关总署
2024年11月1日"""
    policy = parse(text)
    assert [a.label for a in policy.articles] == [HEAD_LABEL, "第一条", "第二条", "第三条"]
    assert policy.articles[0].text.endswith("特此公告。\n海关总署\n2024年11月1日")


def test_lists_of_sections_that_start_anew_are_cited_with_their_section() -> None:
    long = "各单位应当按照职责分工认真落实本项措施，加强协调，及时总结经验，确保取得实效。" * 5
    text = "\n".join(
        [
            *("一、资金支持", f"（一）贷款。{long}", f"（二）贴息。{long}"),
            *("二、人才支持", f"（一）落户。{long}", f"（二）许可。{long}"),
        ]
    )
    assert labels(text) == ["一、（一）", "一、（二）", "二、（一）", "二、（二）"]
    assert article(parse(text), "二、（一）").number == 1


def test_a_list_under_a_title_is_not_divided() -> None:
    text = "一、申请材料\n1.申请表；\n2.身份证；\n3.营业执照。\n二、办理时限\n5个工作日。"
    assert labels(text) == ["第一条", "第二条"]


def test_a_section_without_measures_after_the_articles_is_found_by_itself() -> None:
    text = MEASURES + "三、组织保障\n各部门要加强领导，落实责任，确保措施见效。"
    last = parse(text).articles[-1]
    assert (last.label, last.number, last.heading) == ("第三部分", 3, "三、组织保障")
    assert "加强领导" in last.text
    assert "加强领导" not in article(parse(text), "第5条").text


def test_figures_and_years_at_a_lines_start_are_no_numbers() -> None:
    text = "1. 甲项措施。支持企业。\n1.5亿元用于补贴。\n2. 乙项措施。支持个人。\n2024年起实施。\n3. 丙。"
    assert labels(text) == ["第1条", "第2条", "第3条"]


def test_a_question_may_open_with_a_year() -> None:
    text = "1.2025年度指标有多少个？\n答：1.6万个。\n2.条件是什么？\n答：社保满4年。"
    assert labels(text) == ["第1条", "第2条"]


def test_one_line_announcements_are_divided_where_the_sequence_is_plain() -> None:
    body = "为防止疫情传入我国，保护畜牧业安全，根据有关法律法规的规定，现公告如下："
    text = (
        f"{body}一、禁止直接或间接输入反刍动物及相关产品。二、禁止寄递或携带相关产品入境。"
        "一经发现一律退回。三、统一、规范处理。四、违反上述规定者，由海关处理。特此公告。"
    )
    policy = parse(text)
    assert [a.label for a in policy.articles][1:] == ["第一条", "第二条", "第三条", "第四条"]
    assert article(policy, "第四条").text == "违反上述规定者，由海关处理。"
    assert policy.articles[0].text.endswith("特此公告。")


def test_statutes_whose_lines_hold_several_articles() -> None:
    one = "第一条 为了维护飞行秩序，保证安全，制定本规则。" + "各单位应当遵守本规则。" * 10
    text = f"第一章 总则\n{one} 第二条 凡使用航空器的单位应当遵守。 第三条 国家实行统一管制。\n"
    assert labels(text) == ["第一条", "第二条", "第三条"]


def test_text_without_any_number_is_divided_into_passages() -> None:
    text = "# 某某解读\n\n" + "\n\n".join(
        "这是一段没有编号的政策解读文字，说明办理要求。" * 12 for _ in range(9)
    )
    found = parse(text).articles
    assert [a.label for a in found[:3]] == [HEAD_LABEL, "第1段", "第2段"]
    assert max(len(a.text) for a in found) <= 1300


def test_one_endless_line_is_divided_too() -> None:
    found = parse("这是一段没有编号的说明文字。" * 9000).articles
    assert max(len(a.text) for a in found) <= 1300
    assert sum(len(a.text) for a in found) == 9000 * 14


def test_an_appendix_is_no_part_of_the_last_article() -> None:
    rows = "\n".join(f"| 项目{n} | {n}元 |" for n in range(400))
    text = f"第一条 甲。\n第二条 乙。\n附件1\n收费目录\n{rows}"
    policy = parse(text)
    assert article(policy, "第二条").text == "乙。"
    assert "收费目录" in article(policy, "附件1").text
    assert max(len(a.text) for a in policy.articles) < 1500


@pytest.mark.parametrize(
    "clause",
    [
        "本办法自2025年6月1日起施行，有效期三年。",
        "本措施有效期至2028年5月31日。",
        "本通知由市商务局负责解释。",
    ],
)
def test_a_closing_clause_of_its_own_is_no_part_of_the_last_measure(clause: str) -> None:
    text = f"1. 甲项措施。支持企业。\n2. 乙项措施。支持个人。\n{clause}\n附件\n1. 丙。\n2. 丁。"
    policy = parse(f"某办法\n{text}")
    assert article(policy, "第2条").text == "乙项措施。支持个人。"
    assert policy.articles[0].text == f"某办法\n{clause}"


def test_a_measure_about_the_beginning_keeps_its_clause() -> None:
    clause = "本通知自2025年6月1日起施行。"
    assert article(parse(f"一、甲。\n二、实施时间\n{clause}"), "第二条").text.endswith(clause)
    assert article(parse(f"第一条 甲。\n第二条 乙。\n{clause}"), "第二条").text.endswith(clause)
    assert "有效期" in article(parse("一、甲。\n二、可以延期。\n本证书有效期两年。"), "第二条").text


def test_rules_attached_to_a_notice_have_labels_of_their_own() -> None:
    text = """第一条 甲。
第二条 乙。
附件
第一条 丙。
第二条 丁。"""
    found = labels(text)
    assert len(found) == len(set(found))
    assert found[:2] == ["第一条", "第二条"]


@pytest.mark.parametrize("mark", ["1、", "１．", "1．", "⒈"])
def test_marks_of_either_width(mark: str) -> None:
    second = mark.replace("1", "2").replace("１", "２").replace("⒈", "⒉")
    assert labels(f"{mark}甲项措施。\n{second}乙项措施。") == ["第1条", "第2条"]


def test_headings_of_statutes_stand_in_brackets() -> None:
    text = "第一条 【立法目的】为了规范管理，制定本法。\n第二条（适用范围）本法适用于企业。"
    assert [a.heading for a in parse(text).articles] == ["立法目的", "适用范围"]


def test_statements_get_no_heading() -> None:
    text = "一、禁止输入反刍动物及产品，违者退回。\n二、对截获的产品，一律销毁。\n三、本公告自发布之日起施行。"
    assert [a.heading for a in parse(text).articles] == ["", "", ""]


def test_text_wrapped_at_a_fixed_width_is_joined() -> None:
    paragraph = "为深入贯彻落实中央经济工作会议精神和党中央国务院决策部署进一步发挥海关信用管理职能作用持续提升企业获得感"
    lines = [f"第{n}条　{paragraph}。" for n in "一二三四五六"]
    text = "\n".join(line[at : at + 20] for line in lines for at in range(0, len(line), 20))
    assert article(parse(text), "第三条").text == paragraph + "。"


def test_front_matter_and_comments_are_not_text() -> None:
    text = "---\ntitle: 某某\n---\n# 某某办法\n<!-- INFO END -->\n第一条 甲。\n第二条 乙。"
    policy = parse(text)
    assert policy.articles[0].text == "某某办法"
    assert policy.parts[0].span.start == 0


def test_an_empty_text_has_no_articles() -> None:
    assert parse("").articles == ()
    assert parse("").parts == ()


def test_a_heading_that_the_head_takes_in_is_still_above_what_hangs_below_it() -> None:
    text = "某指南\n一、资助\n以下情形可以申请。\n1. 甲项。支持企业。\n2. 乙项。支持个人。\n二、补贴\n3. 丙项。支持港口。\n4. 丁项。支持航空。"
    assert article(parse(text), "第2条").path == ("一、资助",)
