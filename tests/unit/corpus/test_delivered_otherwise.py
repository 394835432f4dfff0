"""The same policies as other hands might deliver them give the same articles."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from corpus import Policy
from tests.unit.corpus.conftest import parse
from tests.unit.corpus.test_seed_policies import COUNTS


def plain(text: str) -> str:
    return re.sub(r"\*\*|^#+ *|\\", "", text, flags=re.MULTILINE)


def wide_digits(text: str) -> str:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    return re.sub(r"(?<=\n)(\d+)\.", lambda match: match[1].translate(wide) + "．", plain(text))


def wrapped(text: str) -> str:
    lines = [f"　　{line.strip()}" for line in plain(text).split("\n") if line.strip()]
    return "\n".join(line[at : at + 36] for line in lines for at in range(0, len(line), 36))


SAME_WORDS: dict[str, Callable[[str], str]] = {
    "without Markdown": plain,
    "without blank lines": lambda text: re.sub(r"\n+", "\n", text),
    "with carriage returns": lambda text: text.replace("\n", "\r\n"),
    "indented": lambda text: "\n".join(f"　　{line}" for line in text.split("\n")),
    "as a quotation": lambda text: "\n".join(f"> {line}" for line in text.split("\n")),
}
SAME_NUMBERS = SAME_WORDS | {
    "with wide digits": wide_digits,
    "with an enumeration comma": lambda text: re.sub(r"(?<=\n)(\d+)\. ", r"\1、", plain(text)),
    "wrapped at 36 characters": wrapped,
}


@pytest.mark.parametrize("delivery", SAME_NUMBERS)
@pytest.mark.parametrize("policy_id", COUNTS)
def test_numbers_stay(policies: dict[str, Policy], policy_id: str, delivery: str) -> None:
    articles = parse(SAME_NUMBERS[delivery](policies[policy_id].source)).articles
    assert [a.number for a in articles] == list(range(COUNTS[policy_id] + 1))


@pytest.mark.parametrize("delivery", SAME_WORDS)
@pytest.mark.parametrize("policy_id", COUNTS)
def test_words_units_and_headings_stay(
    policies: dict[str, Policy], policy_id: str, delivery: str
) -> None:
    expected = policies[policy_id].articles[1:]
    found = parse(SAME_WORDS[delivery](policies[policy_id].source)).articles[1:]
    assert [a.text for a in found] == [a.text for a in expected]
    assert [a.heading for a in found] == [a.heading for a in expected]
    assert [a.responsible_units for a in found] == [a.responsible_units for a in expected]


@pytest.mark.parametrize("policy_id", ["sh-aeo-2024", "sh-port-2023", "xm-aeo-2024"])
def test_even_on_one_line_every_measure_is_found(
    policies: dict[str, Policy], policy_id: str
) -> None:
    text = re.sub(r"\s*\n\s*", "", plain(policies[policy_id].source))
    numbers = [a.number for a in parse(text).articles]
    assert numbers == list(range(COUNTS[policy_id] + 1))


ON_ONE_LINE = (
    "某某公告2024年第1号\n现予公布。特此公告。某署2024年3月1日某办法第一章{0}总则第一条{0} 为了规范管理，"
    "制定本办法。第二条{0} 适用本办法。第二章{0}申请第三条{0} 企业可以申请。第四条{0} 应当提交："
    "（一）申请表；（二）证明。第三章{0}附则第五条{0} 自2024年4月1日起施行。"
)


@pytest.mark.parametrize("gap", [" ", "\u3000", "\xa0"])
@pytest.mark.parametrize("partly_broken", [False, True])
def test_a_chapters_title_may_share_the_line_of_its_first_article(
    gap: str, partly_broken: bool
) -> None:
    text = ON_ONE_LINE.format(gap)
    if partly_broken:
        text = re.sub(r"。(?=第.[条章])", "。\n", text)
    articles = [a for a in parse(text).articles if a.number]
    assert [a.label for a in articles] == ["第一条", "第二条", "第三条", "第四条", "第五条"]
    assert "申请" not in articles[1].text
