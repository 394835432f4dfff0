"""What ends and what is repealed: the document itself, not a permit, not a part. All are invented."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from corpus import PolicyMetadata
from corpus.metadata import infer_metadata


def read(text: str) -> PolicyMetadata:
    return infer_metadata(Path("x1.txt"), text)


def ending(words: str) -> PolicyMetadata:
    return read(f"某市粮食出口补贴办法\n2031年4月20日\n一、按吨计算。\n{words}")


@pytest.mark.parametrize(
    "words",
    [
        "企业可以取得粮食出口资格证书。有效期三年。",
        "二、自登记之日起有效期三年。",
        "上述登记有效期为一年。",
        "此证有效期一年。",
        "本账户有效期两年。",
        "本保函有效期至2033年12月31日。",
        "办理结果：出口许可证。有效期一年。",
        "自核发之日起12个月有效。",
        "二、有效期自核发之日起两年。",
        "本办法所称登记有效期三年。",
        "三、本办法自2031年5月1日起施行。企业应当办理登记，有效期两年。",
        "三、本办法自2031年5月1日起施行，此前取得的证书有效期两年。",
        "自2031年5月1日至2032年4月30日，对粮食出口给予补贴。",
    ],
)
def test_the_end_of_a_permit_is_not_the_documents(words: str) -> None:
    assert ending(words).expires_on is None


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("第二条 自2031年5月1日起施行，有效期5年。", "2036-04-30"),
        ("附则\n第九条 自2031年5月1日起施行，有效期5年。", "2036-04-30"),
        ("（三）自2031年5月1日起执行至2032年12月31日。", "2032-12-31"),
        ("本办法自2031年5月1日起施行。有效期两年。", "2033-04-30"),
        ("本办法自2031年5月1日起施行，由市商务局负责解释，有效期两年。", "2033-04-30"),
        (
            "本实施细则自2031年5月1日起施行，《旧细则》（某商〔2029〕1号）废止，有效期两年。",
            "2033-04-30",
        ),
        ("本补贴政策的有效期为三年，自2031年5月1日起施行。", "2034-04-30"),
        ("以上政策自印发之日起有效期一年。", "2032-04-19"),
        ("请认真贯彻执行，有效期至2032年6月30日。", "2032-06-30"),
        ("本通知自2031年5月1日起施行，至2032年6月30日止。", "2032-06-30"),
        ("五、执行期限\n自2031年5月1日至2033年4月30日。", "2033-04-30"),
        ("上述规定自2031年5月1日至2033年4月30日执行。", "2033-04-30"),
    ],
)
def test_the_document_ends_where_it_says_so_of_itself(words: str, last: str) -> None:
    assert ending(words).expires_on == dt.date.fromisoformat(last)
