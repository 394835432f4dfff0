from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpus.model import PolicyMetadata
from index.addressing import Address, AddressBook
from index.references import chinese

SH, XM, GACC = "sh-aeo-2024", "xm-aeo-2024", "gacc-aeo-2024"
PORT, PLAN = "sh-port-2023", "sh-customs-aeo-2023"


@pytest.fixture(scope="module")
def book(seeds: Sequence[PolicyMetadata]) -> AddressBook:
    return AddressBook(seeds)


@pytest.fixture(scope="module")
def law_book(laws: Sequence[PolicyMetadata]) -> AddressBook:
    return AddressBook(laws)


@pytest.mark.parametrize(
    ("question", "policy", "number", "item"),
    [
        ("沪商通关〔2024〕4号第9条", SH, 9, None),
        ("沪商通关[2024]4号 第九条讲什么", SH, 9, None),
        ("沪商通关(2024)4号文件中的第9条", SH, 9, None),
        ("沪商通关2024年4号文第9条", SH, 9, None),
        ("36号文第七条的第3个条件", GACC, 7, 3),
        ("36號文第七條", GACC, 7, None),
        ("署稽发〔2024〕36号（七）第3项是什么", GACC, 7, 3),
        ("总署通知（十二）", GACC, 12, None),
        ("总署那个通知第十二条说的啥", GACC, 12, None),
        ("厦门那个措施第十八条", XM, 18, None),
        ("请问一下厦门那个措施里面第18条是怎么规定的", XM, 18, None),
        ("厦门措施第14条第一款", XM, 14, 1),
        ("厦门第十八条", XM, 18, None),
        ("厦外贸外资专班（2024）2号第14条", XM, 14, None),
        ("上海海关方案21条", PLAN, 21, None),
        ("上海海关AEO 行动方案第21条", PLAN, 21, None),
        ("《上海海关 AEO 行动方案》第二十一条", PLAN, 21, None),
        ("132号文件第六条", PORT, 6, None),
        ("沪商自贸〔2023〕132号第６条", PORT, 6, None),
        ("营商环境那个文件第三条", PORT, 3, None),
        ("上海口岸那个第3条", PORT, 3, None),
        ("三十六号文第七条", GACC, 7, None),
        ("沪商通关2024年四号文第九条", SH, 9, None),
        ("36号文第七条规定的第三个条件", GACC, 7, 3),
        ("36号文（七）里头条件3是什么", GACC, 7, 3),
        ("厦门21条里的第18条", XM, 18, None),
        ("上海海关33条第21条", PLAN, 21, None),
        ("第六条是什么，132号文的", PORT, 6, None),
        ("Article 14 of 厦外贸外资专班（2024）2号", XM, 14, None),
        ("厦门措施第14那一条", XM, 14, None),
        ("海关总署那份文件第十二条", GACC, 12, None),
        ("2024年厦门那份文件第14条", XM, 14, None),
        ("xm-aeo-2024 第14条", XM, 14, None),
        ("上海市若干措施第24条", SH, 24, None),
        ("总署17条里头的（六）", GACC, 6, None),
        ("总署17条里6条全文", GACC, 6, None),
        ("132号文，第六条", PORT, 6, None),
        ("132号文6条原文", PORT, 6, None),
    ],
)
def test_a_reference_leads_to_its_article(
    book: AddressBook, question: str, policy: str, number: int, item: int | None
) -> None:
    assert book.addressed(question) == (Address(policy, number, None, item),)


@pytest.mark.parametrize(
    "question",
    [
        "第一季度出口退税",
        "给我三条建议，关于出口退税",
        "口岸运营便利这一条，上海和厦门的写法差别在哪里",
        "有没有三条绿色通道",
        "第二条生产线申请设备减免税",
        "2号线能到海关吗",
        "上海出口退税2个工作日是第几条规定的",
        "B类工作许可2年（上海）",
        "上海方案25条措施都有哪些",
        "海关法第五十四条",
        "海关总署2024年第36号公告第三条",
        "商务部2022年第5号令第3条",
        "由24小时缩短至8小时",
        "",
    ],
)
def test_what_is_no_reference_to_these_documents_gives_none(
    book: AddressBook, question: str
) -> None:
    assert book.addressed(question) == ()


def test_two_references_keep_their_own_documents(book: AddressBook) -> None:
    found = book.addressed("上海海关方案第二十一条和厦门措施第18条一样吗")
    assert found == (Address(PLAN, 21), Address(XM, 18))


@pytest.mark.parametrize("form", ["第3条、第5条", "第3、5条", "第三条和第五条", "第3和5条"])
def test_a_list_of_articles_shares_its_document(book: AddressBook, form: str) -> None:
    assert book.addressed(f"上海AEO措施{form}") == (Address(SH, 3), Address(SH, 5))


def test_a_stretch_of_articles_is_spelled_out(book: AddressBook) -> None:
    assert [one.number for one in book.addressed("沪商自贸〔2023〕132号第1-3条")] == [1, 2, 3]


def test_an_ambiguous_reference_gives_every_candidate(book: AddressBook) -> None:
    found = book.addressed("上海那个若干措施第十五条")
    assert {one.policy_id for one in found} >= {SH, PORT}
    assert {one.number for one in found} == {15}


def test_a_bare_number_in_a_small_collection_may_mean_any_document(book: AddressBook) -> None:
    assert {one.policy_id for one in book.addressed("第十八条讲什么")} == {SH, XM, GACC, PORT, PLAN}


def test_a_number_inside_a_name_is_part_of_the_name(book: AddressBook) -> None:
    assert book.addressed("总署17条是什么时候发的") == (Address(GACC),)


@pytest.mark.parametrize(
    ("question", "policy"),
    [
        ("36号文是什么时候发的", GACC),
        ("厦外贸外资专班（2024）2号是谁发的", XM),
        ("上海口岸2023年深化跨境贸易营商环境改革若干措施的文号", PORT),
    ],
)
def test_a_document_named_alone_has_no_number(
    book: AddressBook, question: str, policy: str
) -> None:
    assert book.addressed(question) == (Address(policy),)


def test_a_short_title_names_a_law(law_book: AddressBook) -> None:
    assert law_book.addressed("海关法第五十四条第二款第（三）项") == (
        Address("海关法(2021-04-29)", 54, None, 3),
    )


def test_a_title_inside_a_longer_word_names_nothing(law_book: AddressBook) -> None:
    assert law_book.addressed("海关法规有哪些") == ()


def test_of_two_versions_the_newer_is_meant(law_book: AddressBook) -> None:
    assert law_book.addressed("公司法第三条") == (Address("公司法(2023-12-29)", 3),)


def test_an_inserted_article_is_told_by_its_label(law_book: AddressBook) -> None:
    (found,) = law_book.addressed("公司法第120条之一")
    assert (found.number, found.label) == (120, "第一百二十条之一")


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "一"), (10, "十"), (15, "十五"), (20, "二十"), (105, "一百零五"), (110, "一百一十"),
     (120, "一百二十"), (1005, "一千零五"), (1260, "一千二百六十")],
)  # fmt: skip
def test_numbers_are_written_as_laws_print_them(number: int, written: str) -> None:
    assert chinese(number) == written


CODE = {"总则": range(1, 205), "人格权编": range(989, 1040), "担保解释": range(1, 72)}


@pytest.fixture(scope="module")
def code_book() -> AddressBook:
    """A code in two files, and an interpretation whose title names the code."""
    policies = [
        PolicyMetadata("总则", "中华人民共和国民法典"),
        PolicyMetadata("人格权编", "中华人民共和国民法典人格权编"),
        PolicyMetadata("担保解释", "最高人民法院关于适用民法典有关担保制度的解释"),
    ]
    return AddressBook(policies, lambda policy, number: number in CODE[policy])


@pytest.mark.parametrize(
    ("question", "address"),
    [
        ("民法典第五十四条", Address("总则", 54)),
        ("民法典第一千零一十条", Address("人格权编", 1010)),
        ("民法典担保制度解释第三条", Address("担保解释", 3)),
        ("民法典第5000条", Address("总则", 5000)),
    ],
)
def test_the_book_of_a_code_is_told_by_its_numbers(
    code_book: AddressBook, question: str, address: Address
) -> None:
    assert code_book.addressed(question) == (address,)


def test_a_described_document_without_the_article_is_not_meant(code_book: AddressBook) -> None:
    assert code_book.addressed("担保制度解释第九十九条") == ()


def test_a_bare_number_means_the_documents_that_have_it(code_book: AddressBook) -> None:
    assert code_book.addressed("第1010条是什么") == (Address("人格权编", 1010),)


def test_a_year_in_brackets_is_no_article(law_book: AddressBook) -> None:
    assert law_book.addressed("海关法（2021）第二条") == (Address("海关法(2021-04-29)", 2),)


@pytest.mark.parametrize("gap", ["", "的", "里", "里面的", "中", " ", "，", "那个"])
@pytest.mark.parametrize(
    "form", ["第7条", "第七条", "7条", "七条", "（七）", "第（七）条", "第7项", "第 7 条"]
)
def test_every_name_of_every_document_leads_to_its_seventh_article(
    book: AddressBook, seeds: Sequence[PolicyMetadata], gap: str, form: str
) -> None:
    wrong = [
        question
        for policy in seeds
        for name in (policy.title, f"《{policy.title}》", policy.doc_number, *policy.aliases)
        if name and (question := f"请问{name}{gap}{form}怎么说")
        and book.addressed(question) != (Address(policy.id, 7),)
    ]  # fmt: skip
    assert wrong == []
