"""Articles told by where they stand in a document, or in one of its chapters."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from corpus.chapters import Contents, contents_of
from corpus.model import PolicyMetadata
from index.addressing import Address, AddressBook
from index.positions import chapters_before

SH, XM, GACC = "sh-aeo-2024", "xm-aeo-2024", "gacc-aeo-2024"
PORT, PLAN = "sh-port-2023", "sh-customs-aeo-2023"

# Where each document's chapters end, and what they are called.
CHAPTERS: dict[str, list[tuple[int, tuple[str, ...]]]] = {
    SH: [(6, ("二、主要任务", "（一）加快AEO企业集聚")), (16, ("二、主要任务", "（二）强化AEO业务赋能")),
         (22, ("二、主要任务", "（三）优化AEO相关服务")), (25, ("二、主要任务", "（四）完善AEO保障机制"))],
    XM: [(7, ("二、主要任务", "（一）完善AEO企业培育体系")), (16, ("二、主要任务", "（二）强化AEO联合激励")),
         (19, ("二、主要任务", "（三）优化AEO配套服务")), (21, ("二、主要任务", "（四）健全AEO保障机制"))],
    GACC: [(6, ("一、降低检验检疫监管频次",)), (10, ("二、降低企业进出口成本",)),
           (13, ("三、提升便利措施智能化水平",)), (17, ("四、提升精准服务企业水平",))],
    PORT: [(8, ("一、进一步提升跨境通关物流链供应链安全畅通水平",)), (12, ("二、进一步深化“智慧口岸”建设和口岸数字化转型",)),
           (26, ("三、进一步支持外贸产业升级和新业态健康持续发展",))],
    PLAN: [(13, ("四、具体措施", "（一）优先办理类措施")), (20, ("四、具体措施", "（二）减少监管频次类措施")),
           (24, ("四、具体措施", "（三）降低通关成本类措施")), (33, ("四、具体措施", "（五）优化服务类措施"))],
}  # fmt: skip


def contents(policy: str) -> Contents:
    articles: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for end, path in CHAPTERS[policy]:
        articles += [(number, path) for number in range(articles[-1][0] + 1, end + 1)]
    return contents_of(articles)


@pytest.fixture(scope="module")
def book(seeds: Sequence[PolicyMetadata]) -> AddressBook:
    return AddressBook(seeds, lambda policy, number: number in contents(policy).articles, contents)


@pytest.mark.parametrize(
    ("question", "policy", "numbers"),
    [
        ("上海海关行动方案末尾那条", PLAN, [33]),
        ("2023上海口岸措施倒数第二条说什么", PORT, [25]),
        ("海关总署36号文最后一点", GACC, [17]),
        ("36号文从后往前数第二条", GACC, [16]),
        ("沪商通关4号文打头那条", SH, [1]),
        ("厦门措施首条", XM, [1]),
        ("厦门措施头两条", XM, [1, 2]),
        ("厦门措施最后两条", XM, [20, 21]),
        ("厦门最后一条是什么", XM, [21]),
        ("厦门措施最后一个措施", XM, [21]),
        ("最后一条讲啥，厦门措施的", XM, [21]),
        ("总署AEO通知第2部分头一条是什么", GACC, [7]),
        ("厦门措施的第三章第二条", XM, [18]),
        ("上海AEO措施第三大块第20条", SH, [20]),
        ("上海AEO措施最后一个部分的第二条", SH, [24]),
        ("上海AEO措施（三）的最后一条", SH, [22]),
        ("上海AEO措施 二（三）21", SH, [21]),
        ("总署通知四、（十七）", GACC, [17]),
        ("上海海关行动方案减少监管频次类的第一条", PLAN, [14]),
        ("减少监管频次类的第一条", PLAN, [14]),
        ("优化服务类最后一条讲啥", PLAN, [33]),
        ("智慧口岸那块头一条", PORT, [9]),
        ("总署通知降低成本那一块第一条", GACC, [7]),
        ("厦外贸外资专班2号文 9", XM, [9]),
        ("上海海关方案 33 讲什么", PLAN, [33]),
        ("行动方案（上海海关）9号措施", PLAN, [9]),
        ("上海海关方案第9个措施", PLAN, [9]),
        ("厦门措施第99条", XM, [99]),
    ],
)
def test_a_place_leads_to_its_article(
    book: AddressBook, question: str, policy: str, numbers: list[int]
) -> None:
    assert book.addressed(question) == tuple(Address(policy, one) for one in numbers)


@pytest.mark.parametrize(
    ("question", "label"),
    [("厦门措施倒数第30条", "倒数第30条"), ("厦门措施第九章第一条", "第九章第一条")],
)
def test_a_place_that_is_not_there_is_told_in_its_own_words(
    book: AddressBook, question: str, label: str
) -> None:
    assert book.addressed(question) == (Address(XM, None, label),)


@pytest.mark.parametrize(
    ("question", "item"), [("36号文第七条最后一个条件", -1), ("36号文（七）倒数第二项", -2)]
)
def test_items_are_counted_from_the_end_as_well(
    book: AddressBook, question: str, item: int
) -> None:
    assert book.addressed(question) == (Address(GACC, 7, None, item),)


@pytest.mark.parametrize(
    "question",
    [
        "最后一条是什么",
        "海关法最后一条是什么",
        "商务部通知最后一条",
        "海关总署2024年第36号公告最后一条",
        "我们厂最后一项年报怎么报",
        "上海最后一条航线",
        "厦门港最后一点货",
        "海关最后一项检查是什么",
        "企业信用管理办法倒数第二条",
        "上海出口退税 2 个工作日",
    ],
)
def test_other_last_things_are_no_articles(book: AddressBook, question: str) -> None:
    assert book.addressed(question) == ()


@pytest.mark.parametrize("text", ["第(二)部分" * 60, "(二)那" * 100, "二(三)" * 80])
def test_long_nonsense_is_read_in_no_time(text: str) -> None:
    started = time.perf_counter()
    chapters_before(text, len(text))
    assert time.perf_counter() - started < 0.2
