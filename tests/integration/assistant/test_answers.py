"""The assistant over the five policies, asked as its users ask."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.answer import Answer, Mode, Outcome, Question, Reason
from assistant.service import Assistant
from assistant.understanding.scope import UnknownRegion

GOLD = Path(__file__).resolve().parents[3] / "eval" / "gold" / "tune.jsonl"


def ask(assistant: Assistant, question: str, *history: str, region: str | None = None) -> Answer:
    return assistant.ask(Question(question=question, history=history, region=region))


def cited(answer: Answer) -> list[tuple[str, str]]:
    return [(citation.policy_id, citation.label) for citation in answer.citations]


def test_each_city_gets_its_own_figure(assistant: Assistant) -> None:
    shanghai = ask(assistant, "上海AEO企业出口退税平均几天办完")
    xiamen = ask(assistant, "厦门AEO企业出口退税平均几天办完")
    assert "2个工作日" in shanghai.answer
    assert ("sh-aeo-2024", "第15条") in cited(shanghai)
    assert "3个工作日" in xiamen.answer
    assert cited(xiamen) == [("xm-aeo-2024", "第14条")]


def test_a_region_setting_works_like_naming_the_city(assistant: Assistant) -> None:
    answer = ask(assistant, "出口退税平均几天办完", region="厦门")
    assert cited(answer) == [("xm-aeo-2024", "第14条")]


def test_without_a_city_both_figures_are_given_with_their_places(assistant: Assistant) -> None:
    answer = ask(assistant, "AEO企业B类外国人工作许可最长几年")
    assert {"上海市", "厦门市"} <= {citation.jurisdiction for citation in answer.citations}
    assert "【上海市】" in answer.answer
    assert "【厦门市】" in answer.answer


def test_a_place_without_documents_is_refused(assistant: Assistant) -> None:
    answer = ask(assistant, "深圳AEO补贴多少钱")
    assert (answer.outcome, answer.reason) == (Outcome.UNANSWERABLE, Reason.OTHER_REGION)
    assert answer.citations == ()
    assert answer.handoff is not None


def test_a_measure_without_a_figure_is_said_to_name_none(assistant: Assistant) -> None:
    answer = ask(assistant, "厦门AEO企业参加境外展会，展位费补贴多少钱")
    assert (answer.outcome, answer.reason) == (Outcome.UNANSWERABLE, Reason.NOT_SPECIFIED)
    assert "没有规定具体金额" in answer.answer


def test_what_a_word_means_is_quoted_from_where_it_is_explained(assistant: Assistant) -> None:
    answer = ask(assistant, "AEO是啥意思")
    assert cited(answer) == [("sh-aeo-2024", "文首")]
    assert "海关高级认证企业即中国海关AEO" in answer.answer


def test_two_questions_that_a_comma_joins_are_both_answered(assistant: Assistant) -> None:
    answer = ask(assistant, "预约通关几小时，特殊物品审批几天")
    assert {label for _, label in cited(answer)} == {"第25条", "第27条"}
    partly = ask(assistant, "上海AEO退税几天，查验还要不要我陪")
    assert partly.outcome is Outcome.PARTIAL
    assert "2个工作日" in partly.answer
    assert "查验还要不要我陪" in partly.answer


def test_two_things_wished_for_at_once_are_both_answered(assistant: Assistant) -> None:
    answer = ask(assistant, "上海AEO，想落户还想开FT账户，哪两条")
    assert {label for _, label in cited(answer)} == {"第6条", "第14条"}
    placed = ask(assistant, "厦门退税快吗？参展有没有支持？")
    assert {policy for policy, _ in cited(placed)} == {"xm-aeo-2024"}


def test_conditions_that_must_all_be_met_are_quoted_whole(assistant: Assistant) -> None:
    answer = ask(assistant, "满五年就能免税款担保，对吧")
    assert all(f"\n{n}." in answer.answer for n in range(1, 8))


@pytest.mark.parametrize(
    ("question", "corrected"),
    [
        ("预约通关从24小时变8小时，对吧", ""),
        ("特殊物品审批二十天压到十天，对吧", "十天"),
        ("我们认证六年了，免担保能申请吗", ""),
    ],
)
def test_only_a_false_claim_on_the_rule_is_corrected(
    assistant: Assistant, question: str, corrected: str
) -> None:
    said = ask(assistant, question).answer
    assert ("与文件不符" in said) is bool(corrected)
    assert f"“{corrected}”不对" in said or not corrected


def test_who_pays_is_not_who_issued(assistant: Assistant) -> None:
    answer = ask(assistant, "哪个部门发", "厦门通过认证有没有补贴钱")
    assert cited(answer) == [("xm-aeo-2024", "第5条")]
    assert "市财政局" in answer.answer


def test_when_money_comes_is_not_when_the_document_came_out(assistant: Assistant) -> None:
    answer = ask(assistant, "什么时候发", "上海的专项奖励是怎么回事")
    assert answer.reason is Reason.NOT_SPECIFIED
    assert "2024年1月15日" not in answer.answer
    told = ask(assistant, "钱什么时候发下来", "上海AEO退税几天")  # the time it takes is stated
    assert "2个工作日" in told.answer
    assert told.reason is None


@pytest.mark.parametrize("turn", ["谢谢侬", "今天天气不错哈"])
def test_thanks_and_chat_in_a_call_are_no_questions(assistant: Assistant, turn: str) -> None:
    answer = ask(assistant, turn, "上海AEO退税几天")
    assert answer.outcome is Outcome.CLARIFICATION
    assert not answer.citations


def test_a_unit_that_is_not_listed_is_not_made_up(assistant: Assistant) -> None:
    answer = ask(assistant, "预约通关归哪个部门管")
    assert "没有标注责任单位，可向发文单位（" in answer.answer
    assert "负责解释" not in answer.answer


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("厦门容缺材料要几天内补齐", Reason.NO_BASIS),
        ("核查不合格会怎么样", Reason.NO_BASIS),  # a word of the documents
        ("厦门的企业几点上班", Reason.NO_BASIS),  # a place with documents
        ("钱什么时候发下来", Reason.NO_BASIS),
        ("厦门有什么好吃的", Reason.OFF_TOPIC),
        ("我家狗不吃饭", Reason.OFF_TOPIC),
    ],
)
def test_what_speaks_of_the_documents_is_not_off_topic(
    assistant: Assistant, question: str, reason: Reason
) -> None:
    assert ask(assistant, question).reason is reason


def test_a_turn_without_an_answer_does_not_hide_the_matter(assistant: Assistant) -> None:
    asked = ask(assistant, "哪个部门管呢", "口岸乱收费怎么办", "电话给一个")
    assert cited(asked) == [("sh-port-2023", "第19条")]
    turned = ask(assistant, "哪个部门管", "口岸乱收费怎么办", "社保断交三个月怎么办")
    assert turned.outcome is not Outcome.ANSWERED
    others = ask(assistant, "那要几天", "厦门AEO退税几天", "普通企业呢，就不是AEO的")
    assert others.outcome is not Outcome.ANSWERED  # no time of others is given out as theirs


def test_subjects_of_two_turns_are_quoted_under_their_names(assistant: Assistant) -> None:
    answer = ask(assistant, "特殊物品那个白名单是一回事吗", "生物医药白名单不用办什么", "谁来定")
    assert {policy for policy, _ in cited(answer)} == {"sh-port-2023", "sh-customs-aeo-2023"}
    assert "【生物医药白名单】" in answer.answer
    assert "【特殊物品】" in answer.answer


def test_a_follow_up_shows_what_was_understood(assistant: Assistant) -> None:
    answer = ask(assistant, "那厦门呢？", "上海AEO企业出口退税平均几天办完")
    assert answer.resolved_question == "厦门AEO企业出口退税平均几天办完"
    assert cited(answer) == [("xm-aeo-2024", "第14条")]


def test_a_list_is_quoted_with_all_of_its_items(assistant: Assistant) -> None:
    answer = ask(assistant, "申请免除税款担保试点要符合哪些条件")
    assert all(f"\n{number}." in answer.answer for number in range(1, 8))


def test_one_condition_asked_for_by_number_is_given_alone(assistant: Assistant) -> None:
    answer = ask(assistant, "申请免除税款担保的第三个条件是什么")
    assert "未被暂停适用企业信用管理措施" in answer.answer
    assert "资产负债率" not in answer.answer


def test_an_article_asked_for_by_number_is_quoted_whole(assistant: Assistant) -> None:
    answer = ask(assistant, "36号文第七条的第3个条件")
    assert cited(answer) == [("gacc-aeo-2024", "（七）")]
    assert "未被暂停适用企业信用管理措施" in answer.answer


def test_an_article_that_does_not_exist_is_not_invented(assistant: Assistant) -> None:
    answer = ask(assistant, "沪商通关〔2024〕4号第99条")
    assert answer.reason is Reason.NO_SUCH_ARTICLE
    assert "共25条" in answer.answer


def test_a_wrong_figure_in_the_question_is_corrected(assistant: Assistant) -> None:
    answer = ask(assistant, "上海AEO企业出口退税平均5个工作日内办完，对吧？")
    assert "与文件不符" in answer.answer
    assert "2个工作日" in answer.answer


def test_the_other_city_is_named_when_only_it_has_the_benefit(assistant: Assistant) -> None:
    answer = ask(assistant, "厦门也会推荐企业高管评白玉兰友谊奖吗")
    assert "在厦门市的文件里没有查到" in answer.answer
    assert ("sh-aeo-2024", "第21条") in cited(answer)


def test_an_unknown_region_is_an_error_that_names_the_known_ones(assistant: Assistant) -> None:
    with pytest.raises(UnknownRegion, match="上海市"):
        ask(assistant, "退税几天", region="亚特兰蒂斯")


def test_a_stream_ends_with_the_answer_that_its_words_make(assistant: Assistant) -> None:
    *events, last = assistant.stream(Question(question="上海AEO服务专窗设在哪"))
    assert last.answer is not None
    assert "".join(event.text for event in events if event.event == "delta") == last.answer.answer


def test_every_quote_stands_verbatim_at_its_offsets(assistant: Assistant) -> None:
    questions = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()][:120]
    quotes = 0
    for case in questions:
        answer = ask(assistant, case["question"], *case.get("history", ()))
        for citation in answer.citations:
            source = assistant.store.source(citation.policy_id)
            assert citation.quote == source[citation.start : citation.end]
            assert citation.quote.strip()
            quotes += 1
    assert quotes > 100


def test_the_same_question_gets_the_same_answer(assistant: Assistant) -> None:
    first, second = (ask(assistant, "信保绿色通道谁负责") for _ in range(2))
    assert first.answer == second.answer
    assert first.citations == second.citations
    assert first.mode is Mode.EXTRACTIVE


def test_two_documents_of_one_place_are_held_side_by_side(assistant: Assistant) -> None:
    answer = ask(assistant, "上海2023年口岸那份和2024年AEO那份，退税办理时间有什么变化？")
    assert {("sh-port-2023", "第3条"), ("sh-aeo-2024", "第15条")} == set(cited(answer))
    assert "2个工作日" in answer.answer
    assert "3个工作日" in answer.answer


def test_of_two_questions_the_one_without_an_answer_is_named(assistant: Assistant) -> None:
    answer = ask(assistant, "上海AEO退税要几天？另外注册商标费用是多少？")
    assert answer.outcome is Outcome.PARTIAL
    assert "2个工作日" in answer.answer
    assert "注册商标费用是多少" in answer.answer
    assert {policy for policy, _ in cited(answer)} == {"sh-aeo-2024"}


def test_what_accredited_enterprises_get_is_not_promised_to_others(assistant: Assistant) -> None:
    refund = ask(assistant, "我不是AEO，上海退税几天")
    assert cited(refund) == [("sh-port-2023", "第3条")]
    hotline = ask(assistant, "我们不是AEO，能打962116的专属服务吗")
    assert (hotline.outcome, hotline.reason) == (Outcome.UNANSWERABLE, Reason.NOT_SPECIFIED)


@pytest.mark.parametrize(
    "question",
    ["申请AEO高级认证要交哪些材料？", "AEO认证证书有效期几年", "帮我查一下我那笔退税卡在哪了"],
)
def test_what_no_document_states_is_not_answered_from_its_neighbours(
    assistant: Assistant, question: str
) -> None:
    assert ask(assistant, question).outcome is Outcome.UNANSWERABLE


def test_a_list_has_every_article_that_bears_the_name(assistant: Assistant) -> None:
    found = set(cited(ask(assistant, "跟RCEP有关的内容有哪些")))
    assert {("sh-aeo-2024", "第3条"), ("xm-aeo-2024", "第6条"), ("sh-port-2023", "第22条")} <= found


def test_what_only_the_head_says_is_quoted_from_it(assistant: Assistant) -> None:
    answer = ask(assistant, "上海AEO措施是为了落实哪份合作备忘录制定的，文号？")
    assert "发改财金〔2016〕2190号" in answer.answer
    assert cited(answer) == [("sh-aeo-2024", "文首")]


def test_a_follow_up_that_turns_to_another_noun_leaves_the_old_one(assistant: Assistant) -> None:
    answer = ask(assistant, "动植物的呢", "特殊物品出入境审批要几天？")
    assert ("sh-customs-aeo-2023", "第26条") in cited(answer)
    assert ("sh-customs-aeo-2023", "第25条") not in cited(answer)


def test_which_place_is_faster_is_said_in_front_of_the_quotes(assistant: Assistant) -> None:
    answer = ask(assistant, "上海和厦门AEO退税哪个快")
    assert answer.answer.startswith("上海市2个工作日，厦门市3个工作日，上海市较短。")
    assert {citation.jurisdiction for citation in answer.citations} == {"上海市", "厦门市"}


def test_a_list_that_the_structure_gives_is_whole_and_quoted(assistant: Assistant) -> None:
    answer = ask(assistant, "上海海关那个方案降低通关成本类有几条，分别啥")
    assert cited(answer) == [("sh-customs-aeo-2023", f"第{n}条") for n in (21, 22, 23, 24)]
    unit = ask(assistant, "厦门火炬管委会要负责哪几件")
    assert cited(unit) == [("xm-aeo-2024", f"第{n}条") for n in (3, 4, 17)]
    assert "责任单位" in unit.answer


@pytest.mark.parametrize(
    ("history", "question", "article"),
    [
        ("上海口岸查验无陪同是什么意思", "目标比例定了多少", ("sh-port-2023", "第1条")),
        ("上海AEO名单更新了别的部门怎么知道", "靠啥系统推", ("sh-aeo-2024", "第24条")),
        ("上海AEO退税几天", "那不是AEO的一类企业呢", ("sh-port-2023", "第3条")),
        (
            "上海海关动植物检疫审批缩到几天",
            "讲错了，是特殊物品，不是动植物",
            ("sh-customs-aeo-2023", "第25条"),
        ),
        ("上海AEO信贷有啥支持", "算了不问了，外籍人才工作许可几年", ("sh-aeo-2024", "第5条")),
        (
            "上海AEO行动方案里，商品检验结果采信怎么做",
            "2023年口岸那份文件怎么讲的",
            ("sh-port-2023", "第2条"),
        ),
    ],
)
def test_follow_ups_are_read_with_what_was_heard_before(
    assistant: Assistant, history: str, question: str, article: tuple[str, str]
) -> None:
    assert article in cited(ask(assistant, question, history))


def test_the_rest_of_a_kind_is_its_chapter(assistant: Assistant) -> None:
    answer = ask(assistant, "还有呢", "上海口岸2023年怎么支持外贸新业态", "绿色低碳那条看过了")
    expected = {("sh-port-2023", f"第{number}条") for number in range(13, 17)}
    assert set(cited(answer)) == expected


def test_what_the_measure_heard_leaves_unsaid_is_sought_by_the_words_of_the_turn(
    assistant: Assistant,
) -> None:
    answer = ask(assistant, "那小孩入学管不管", "上海AEO有专项资金吗")
    assert ("sh-aeo-2024", "第22条") in cited(answer)


def test_a_place_with_a_measure_of_the_kind_is_not_said_to_have_none(assistant: Assistant) -> None:
    answer = ask(assistant, "上海AEO专窗在哪个区有")
    assert answer.outcome is Outcome.UNANSWERABLE
    assert cited(answer)[0] == ("sh-aeo-2024", "第17条")
    elsewhere = ask(assistant, "厦门预约通关提前几小时")
    assert elsewhere.reason is Reason.OTHER_REGION
    assert {policy for policy, _ in cited(elsewhere)} == {"sh-customs-aeo-2023"}


@pytest.mark.parametrize("question", ["厦门退税要几天", "厦门退税要多少天呀"])
def test_a_place_that_has_the_figure_is_not_said_to_lack_it(
    assistant: Assistant, question: str
) -> None:
    answer = ask(assistant, question)
    assert cited(answer) == [("xm-aeo-2024", "第14条")]
    assert "没有" not in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("我们是一般认证，上海退税两天有我们的份吗", "文件没有规定其他企业可以享受"),
        ("一般认证的能不能免税款担保", "文件没有规定其他企业可以享受"),
        ("一般认证企业有什么便利措施", "文件没有规定其他企业可以享受"),
        ("区外的企业做分送集报能免担保吗", "文件没有规定区外的情形"),
        ("纯贸易公司能申请免除两步申报的税款担保吗", "文件没有规定非生产型企业的情形"),
    ],
)
def test_whom_a_measure_is_not_for_is_told(assistant: Assistant, question: str, told: str) -> None:
    assert told in ask(assistant, question).answer


def test_who_acts_through_an_accredited_partner_is_not_turned_away(assistant: Assistant) -> None:
    answer = ask(assistant, "我们不是AEO，找高级认证的车队拉货能享受便利吗")
    assert ("gacc-aeo-2024", "（十）") in cited(answer)
    assert "没有规定" not in answer.answer


def test_a_measure_of_others_does_not_correct_a_figure_of_the_accredited(
    assistant: Assistant,
) -> None:
    answer = ask(assistant, "我们是普通企业，上海的退税两天我们有份吗")
    assert "不对" not in answer.answer


def test_all_that_gives_money_is_listed_and_no_sum_is_made_up(assistant: Assistant) -> None:
    listed = ask(assistant, "厦门给钱的都有哪些")
    assert cited(listed) == [("xm-aeo-2024", f"第{number}条") for number in (5, 8, 12)]
    summed = ask(assistant, "上海AEO一共能拿到多少钱啊")
    assert summed.reason is Reason.NOT_SPECIFIED
    assert {("sh-aeo-2024", "第4条"), ("sh-aeo-2024", "第12条")} <= set(cited(summed))
    assert "没有写明总共能拿到多少钱" in summed.answer


def test_without_a_city_each_ones_measure_is_said_to_leave_it_open(assistant: Assistant) -> None:
    answer = ask(assistant, "C类许可几年")
    assert answer.reason is Reason.NOT_SPECIFIED
    assert set(cited(answer)) == {("sh-aeo-2024", "第5条"), ("xm-aeo-2024", "第7条")}
    assert "【上海市】" in answer.answer
    assert "厦门市的市人社局" in answer.answer
    assert len(cited(ask(assistant, "上海C类许可几年"))) == 1
