"""Lists that the structure of the documents gives, told from questions as people put them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from assistant.enumerating import Enumeration, Shelf, enumerated
from assistant.enumerating.names import called, short_for
from assistant.enumerating.remainder import pieces
from assistant.enumerating.shelf import fold
from assistant.understanding import understand
from corpus import PolicyStore, load_policy
from index.addressing import AddressBook
from index.naming import Catalogue
from index.query import default_reader

POLICIES = Path(__file__).resolve().parents[4] / "corpus" / "policies"
NAMES = {
    "署": "gacc-aeo-2024",
    "沪": "sh-aeo-2024",
    "关": "sh-customs-aeo-2023",
    "港": "sh-port-2023",
    "厦": "xm-aeo-2024",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> PolicyStore:
    path = tmp_path_factory.mktemp("shelf") / "policies.sqlite"
    PolicyStore.write(path, [load_policy(one) for one in sorted(POLICIES.glob("*.txt"))])
    return PolicyStore.open(path)


@pytest.fixture(scope="module")
def shelf(store: PolicyStore) -> Shelf:
    return Shelf(store, Catalogue(store.metadata()))


def listed(shelf: Shelf, question: str) -> Enumeration | None:
    addresser = AddressBook(shelf.metadata).addressed
    understanding = understand(question, [], None, dt.date(2026, 11, 27), shelf.metadata, addresser)
    return enumerated(understanding, shelf, default_reader().names)


def found(store: PolicyStore, shelf: Shelf, question: str) -> list[str]:
    """The articles listed, as 沪5 for the fifth of that document."""
    short = {policy: name for name, policy in NAMES.items()}
    enumeration = listed(shelf, question)
    entries = enumeration.entries if enumeration else ()
    articles = [store.article(one.policy_id, one.label) for one in entries]
    return [f"{short[one.policy_id]}{one.number}" for one in articles if one]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("白名单这个词都在哪儿出现过", "关8 港15 港25 厦1"),
        ("把写着中欧班列的条款都找出来", "港6"),
        ("上海海关方案里凡是写到特殊物品的，列全", "关8 关14 关20 关25"),
        ("信保在厦门哪几条提到", "厦12 厦13"),
        ("7*24小时服务哪几条写了", "沪20 港20 厦15"),
        ("哪几条写到“绿色通道”", "沪11 厦9"),
        ("1+N培育写在哪几条", "沪3 关31 厦2"),
        ("“绿色通道”“容缺受理”出现在哪几条", "沪11 厦9"),
        ("带有“中欧班列”或者区块链的条款有哪些", "港1 港6 港11"),
        ("有没有“绿色通道”？都是管什么的", "沪11 厦9"),
        ("厦门那份，联合激励出现在哪些地方", "厦18 厦20"),
        ("长三角在上海口岸2023那份里出现过几次，都是哪几条", "港5 港13"),
    ],
)
def test_a_term_lists_the_articles_that_name_it(
    store: PolicyStore, shelf: Shelf, question: str, expected: str
) -> None:
    assert found(store, shelf, question) == expected.split()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("港务集团要干的活", "厦15"),
        ("市贸促会参与的措施", "沪7 港22 厦8"),
        ("住建委名下有哪些措施", "沪22"),
        ("上海2024年那份AEO措施，经信委分到哪些任务", "沪1 沪18 沪24"),
        ("厦门那份里只有市税务局一家负责的是哪几条", "厦14"),
        ("厦门海事局和港口局共同负责的是哪些", "厦15 厦16"),
        ("厦门措施里市商务局排第一责任单位的有哪些", "厦5 厦8 厦10 厦19 厦20"),
        ("2023上海口岸26条里由上海海关打头负责的有几条", "港2 港5 港23"),
        ("闵行区在2023年口岸文件里要做哪些事", "港6 港23"),
        ("市商务委负责的人才条款有哪些", "沪5"),
        ("商务部门在厦门那份里牵头哪些条", "厦5 厦8 厦10 厦19 厦20"),
        ("派给厦门各区的活儿有哪些", "厦3 厦4 厦5 厦17 厦18"),
        ("上海口岸2023那份里没有海关参与的是哪几条", "港4 港13 港17 港18 港19 港24 港25 港26"),
        ("厦门措施里只写了一个责任单位的条款", "厦6 厦14 厦21"),
        ("厦门港务集团排第一位的有哪几条", ""),
        ("保险监管局（就是银保监局）参加了哪几条", "港24 港25 港26"),
        ("闵行区参与的口岸措施是哪几条", "港6 港23"),
        ("涉及厦门自贸委的条款有哪些", "厦3 厦4 厦5 厦16 厦17 厦18 厦19"),
        ("财政部门参与的条款，沪厦各几条", "沪4 港25 厦5"),
        ("商务委印发的文件里，外办分到啥事", "沪21"),
    ],
)
def test_a_unit_lists_what_it_is_responsible_for(
    store: PolicyStore, shelf: Shelf, question: str, expected: str
) -> None:
    assert found(store, shelf, question) == expected.split()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("缩短办理时间类一共几条，都是啥", "关25 关26 关27"),
        ("36号文第三大块有哪些", "署11 署12 署13"),
        ("合规费用那部分", "港17 港18 港19"),
        ("上海AEO25条最后一块都有哪些措施", "沪23 沪24 沪25"),
        ("厦门措施配套服务那一章讲了哪些", "厦17 厦18 厦19"),
        ("降低进出口成本，总署给了哪几招", "署7 署8 署9 署10"),
        ("总署精准服务的四条是什么", "署14 署15 署16 署17"),
        ("上海24年AEO措施的保障机制有哪几条", "沪23 沪24 沪25"),
    ],
)
def test_a_chapter_is_listed_whole_and_in_order(
    store: PolicyStore, shelf: Shelf, question: str, expected: str
) -> None:
    assert found(store, shelf, question) == expected.split()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("总署通知里写了百分比的有哪几条", "署1"),
        ("哪几条写明了工作日", "沪15 关26 港3 厦14"),
        ("涉及金额的条款有哪些", "署7 港25"),
        ("总署通知里写明天数或小时数的条款有哪些", "署8"),
        ("厦门措施里写明天数、小时数的是哪几条", "厦13 厦14 厦15"),
        ("总署通知里写明百分比或者工作日的有哪几条", "署1"),
    ],
)
def test_a_kind_of_figure_lists_the_articles_that_state_one(
    store: PolicyStore, shelf: Shelf, question: str, expected: str
) -> None:
    assert found(store, shelf, question) == expected.split()


@pytest.mark.parametrize(
    "question",
    [
        "税务局负责的退税要几天",
        "出口退税归谁管，有哪几条",
        "AEO企业有哪些便利措施",
        "优先办理清单里有没有商标变更这一项",
        "哪几条提到了AEO",  # nearly all do
        "提到离境退税的条款有哪些",  # none does
        "杭州哪几条提到跨境电商",
        "总署通知第二部分头一条是什么",
        "上海海关方案第3条写了哪些",
        "上海和厦门的信保条款有哪些区别",
        "做沿海捎带的有哪些船公司",
        "AEO优先办理事项的清单会公布在哪里",
    ],
)
def test_other_questions_are_left_to_the_steps_that_weigh(shelf: Shelf, question: str) -> None:
    assert listed(shelf, question) is None


def test_a_count_of_articles_describes_a_document_and_names_no_article(
    store: PolicyStore, shelf: Shelf
) -> None:
    assert found(store, shelf, "2023口岸26条里用到区块链的是哪几条") == ["港1", "港11"]


def test_a_term_alone_is_listed_where_several_articles_name_it(
    store: PolicyStore, shelf: Shelf
) -> None:
    assert found(store, shelf, "总署通知搞了哪些试点") == ["署4", "署6", "署7", "署10"]
    assert listed(shelf, "试点在上海哪两个区与海关创新联合激励措施？") is None
    assert listed(shelf, "中欧班列“一站式”服务平台为哪些企业提供服务") is None


def test_only_what_speaks_of_a_subject_may_bring_others_along(shelf: Shelf) -> None:
    loose, strict = listed(shelf, "跟跨境电商有关的条款"), listed(shelf, "哪几条写到“跨境电商”")
    assert loose is not None
    assert strict is not None
    assert (loose.open, loose.literal) == (True, False)
    assert not strict.open


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("卫健委", "市卫生健康委"),
        ("人行", "人民银行上海总部"),
        ("外管局", "国家外汇管理局上海市分局"),
        ("各区政府", "各区人民政府"),
    ],
)
def test_short_names_leave_characters_out(said: str, unit: str) -> None:
    assert short_for(said, unit)


def test_a_short_name_keeps_both_ends() -> None:
    assert not short_for("金融局", "市地方金融监管局")
    assert not short_for("监管局", "国家金融监督管理总局厦门监管局")


def test_a_unit_is_called_without_its_place_and_by_what_stands_in_brackets() -> None:
    assert {"市口岸办", "口岸办", "商务委"} <= called("市商务委（市口岸办）")
    assert {"中国信保", "信保", "港口局"} <= called("中国信保厦门分公司") | called("厦门港口局")


def test_words_are_compared_without_spaces_signs_and_widths() -> None:
    assert fold("７ × 24 小时“窗口”") == fold("7*24小时窗口") == "7x24小时窗口"


def test_alternatives_stay_together_and_words_of_asking_go() -> None:
    assert pieces("技术性贸易措施、贸易壁垒，谁家写了") == (("技术性贸易", "贸易壁垒"),)
    assert pieces("凡是写到区块链的都给我列一下") == (("区块链",),)
