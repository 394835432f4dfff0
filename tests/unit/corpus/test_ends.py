"""What ends and what is repealed: the document itself, not a permit, not a part. All are invented."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from corpus import PolicyMetadata, with_successions
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
        "上述核准文件有效期为两年。",
        "上述准予登记通知有效期一年。",
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
        ("以上文件有效期至2033年4月30日。", "2033-04-30"),
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


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("《粮食条例》第七条予以废止。", ()),
        ("《粮食出口办法》（某市人民政府令第12号）附件2同时废止。", ()),
        ("《关于粮食的公告》（某某局公告2029年第16号）第三条同时废止。", ()),
        ("《甲办法》《乙办法》的部分条款予以废止。", ()),
        ("《甲办法》规定的补贴不再执行。", ()),
        ("《甲办法》第七条、第八条和《乙办法》同时废止。", ("乙办法",)),
        (
            "与本办法条款不一致的以本办法为准，《甲办法》（某商〔2029〕3号）同时废止。",
            ("甲办法", "某商〔2029〕3号"),
        ),
        (
            "原《甲办法》（某商〔2029〕3号）自本办法施行之日起废止，《乙办法》不再执行。",
            ("甲办法", "某商〔2029〕3号", "乙办法"),
        ),
        ("《甲办法》不再执行，按《丙办法》办理。", ("甲办法",)),
        ("海关总署2029年第64号公告同时废止。", ("海关总署2029年第64号公告",)),
        ("某某局公告2029年第64号第三条同时废止。", ()),
    ],
)
def test_each_name_is_repealed_as_a_whole_or_not_at_all(words: str, names: tuple[str, ...]) -> None:
    assert ending(words).repeals == names


def test_a_number_is_the_same_in_either_order() -> None:
    old = PolicyMetadata(
        "a", "甲", "海关总署公告2029年第64号", ("海关总署",), "全国", issued_on=dt.date(2029, 3, 1)
    )
    new = PolicyMetadata(
        "b",
        "乙",
        None,
        ("海关总署",),
        "全国",
        issued_on=dt.date(2031, 3, 1),
        repeals=("海关总署2029年第64号公告",),
    )
    assert with_successions([old, new])[0].repealed_on == dt.date(2031, 3, 1)


@pytest.mark.parametrize(
    ("issued", "words"),
    [
        ("9998年4月20日", "本办法自9999年5月1日起施行，有效期5年。"),
        ("9998年4月20日", "本办法自9999年5月1日起施行，试行期9个月。"),
        ("0001年1月1日", "本办法自0001年1月1日起施行，有效期0年。"),
    ],
)
def test_no_day_is_beyond_the_calendar(issued: str, words: str) -> None:
    assert read(f"某市粮食出口补贴办法\n{issued}\n{words}").expires_on is None
