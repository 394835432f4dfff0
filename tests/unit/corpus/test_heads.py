"""Heads and tails of documents that nobody prepared: what is read off them. All are invented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import PolicyMetadata, with_successions
from corpus.counties import house_in
from corpus.metadata import infer_metadata
from corpus.metadata.bodies import bodies_in, branch_place
from corpus.metadata.dates import months_later


def read(text: str) -> PolicyMetadata:
    return infer_metadata(Path("x1.txt"), text)


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


LETTERHEAD = """鹤岗市商务局文件

鹤商规〔2031〕3号                         签发人：某某

关于印发鹤岗市支持石墨出口
企业若干措施的通知

各县（区）商务主管部门：
    现印发给你们。
                                鹤岗市商务局
                                二〇三一年二月十八日

一、每吨补贴10元。
二、本措施自2031年3月1日起施行，试行期两年。"""

JOINT = """衢州海关
国家税务总局衢州市税务局

公告2031年第5号

关于简化离境退税
核验手续的公告

一、设置自助机具。宁波、杭州口岸的机具由当地设置。
二、本公告自2031年8月1日起施行，本公告施行前的补贴执行至2031年12月31日。
《衢州市离境退税办法》同时停止执行。

衢州海关
国家税务总局衢州市税务局
2031年7月10日"""

NOTE = """零配件便捷进区操作细则
（试行）
（黔南综合保税区联合监管办公室2031年4月8日印发，黔南综保〔2031〕6号）

第一条 为降低停机损失，参照《青岛市操作办法》（青综保〔2029〕1号），制定本细则。
第二条 证书有效期1年。
第三条 本细则自2031年5月1日起施行，试行2年。"""

FIELDS = """【文  号】桂林商发〔2031〕9号　　【发文机关】桂林市商务局
【成文日期】2031-03-06　　【发布日期】2031-03-09
桂林市罗汉果出口奖励办法

第一条 奖励一万元。
第二条 本办法自2031年4月1日起施行，有效期至2033年3月31日。"""

GUIDE = """出口竹木草制品企业
注册登记须知

武清海关企业管理科编制　2031年3月

一、提交申请。
二、北京、廊坊企业向住所地海关申请。"""

SPREAD = """宜 宾 市 市 场 监 督 管 理 局
公　　告

2031年第11号

关于优化年报有关事项的公告

一、企业应当报送年报。
特此公告。

宜宾市市场监督管理局
2031年11月20日"""

HEADS = {
    "a letterhead, a title over two lines, a town hall's signature": (
        LETTERHEAD,
        "鹤岗市支持石墨出口企业若干措施",
        "鹤商规〔2031〕3号",
        ("鹤岗市商务局",),
        "鹤岗市",
        ("2031-02-18", "2031-03-01", "2033-02-28"),
    ),
    "two bodies before the title, a bare number, a benefit that ends": (
        JOINT,
        "关于简化离境退税核验手续的公告",
        "公告2031年第5号",
        ("衢州海关", "国家税务总局衢州市税务局"),
        "衢州市",
        ("2031-07-10", "2031-08-01", None),
    ),
    "a note below the title, a number that is only cited": (
        NOTE,
        "零配件便捷进区操作细则（试行）",
        "黔南综保〔2031〕6号",
        ("黔南综合保税区联合监管办公室",),
        "黔南布依族苗族自治州",
        ("2031-04-08", "2031-05-01", "2033-04-30"),
    ),
    "fields beside a page's text": (
        FIELDS,
        "桂林市罗汉果出口奖励办法",
        "桂林商发〔2031〕9号",
        ("桂林市商务局",),
        "桂林市",
        ("2031-03-06", "2031-04-01", "2033-03-31"),
    ),
    "a customs house named after a district, a month without a day": (
        GUIDE,
        "出口竹木草制品企业注册登记须知",
        None,
        ("武清海关企业管理科",),
        "天津市",
        (None, None, None),
    ),
    "words spread over the line": (
        SPREAD,
        "关于优化年报有关事项的公告",
        "2031年第11号",
        ("宜宾市市场监督管理局",),
        "宜宾市",
        ("2031-11-20", None, None),
    ),
}


@pytest.mark.parametrize(
    ("text", "title", "number", "issuers", "place", "days"), HEADS.values(), ids=HEADS
)
def test_what_a_head_and_a_tail_tell(
    text: str,
    title: str,
    number: str | None,
    issuers: tuple[str, ...],
    place: str,
    days: tuple[str | None, str | None, str | None],
) -> None:
    found = read(text)
    assert (found.title, found.doc_number) == (title, number)
    assert (found.issuers, found.jurisdiction) == (issuers, place)
    assert (found.issued_on, found.effective_on, found.expires_on) == tuple(map(day, days))


@pytest.mark.parametrize(
    "delivered",
    [
        lambda text: text.replace("\n\n", "\n"),
        lambda text: text.replace("\n\n", "\n").replace("\n", "\n\n"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "首页 > 政务公开 > 政策文件\n字号：大 中 小　打印\n" + text,
    ],
    ids=["no empty lines", "an empty line after each", "another line end", "a page around it"],
)
@pytest.mark.parametrize("name", HEADS)
def test_the_same_however_it_was_delivered(name: str, delivered: Callable[[str], str]) -> None:
    text = HEADS[name][0]
    assert read(delivered(text)) == read(text)


def test_the_number_does_not_swallow_the_title_before_it() -> None:
    found = read(
        "泸州海关 国家税务总局泸州市税务局关于改进核销流程有关事项的公告\n\n"
        "公告2031年第2号\n\n一、改进核销。\n本公告自发布之日起施行。"
    )
    assert found.doc_number == "公告2031年第2号"
    assert found.issuers == ("泸州海关", "国家税务总局泸州市税务局")


def test_a_number_cited_as_a_ground_is_not_the_documents() -> None:
    text = (
        "出口退税服务须知\n\n政策依据\n国家税务总局公告2029年第24号\n财税〔2029〕39号\n\n一、申报。"
    )
    assert read(text).doc_number is None
    assert read("某地办事指南\n根据国办发〔2030〕4号文件制定\n一、略。").doc_number is None


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("茂名市商务局（茂名市口岸办公室）、湛江海关驻茂名办事处", 2),
        ("内江市商务局内江海关国家税务总局内江市税务局内江市财政局", 4),
        ("国家发展改革委财政部", 2),
        ("中国国际贸易促进委员会鞍山市分会", 1),
        ("遂宁市人民政府口岸与物流办公室", 1),
        ("海关总署广东分署", 1),
        ("关于进一步优化服务的通知", 0),
        ("各区人民政府", 0),
        ("根据国家发展改革委", 0),
    ],
)
def test_bodies_are_told_apart(text: str, issuers: int) -> None:
    assert len(bodies_in(text)) == issuers


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("国家税务总局绵阳市税务局退税办事指南", "绵阳市"),
        ("中国人民银行柳州市分行关于边贸结算的通告", "柳州市"),
        ("国家税务总局郑州航空港经济综合实验区税务局关于开票的通告", "郑州市"),
        ("国家税务总局广东省税务局", "广东省"),
        ("国务院关于柳州口岸的批复", None),
        ("中国公民往来台湾地区管理办法", None),
        ("海关总署关于厦门海关的通知", None),
    ],
)
def test_a_national_bodys_house_is_the_places(text: str, place: str | None) -> None:
    assert branch_place(text) == place


@pytest.mark.parametrize(
    ("name", "city"),
    [
        ("武清海关综合科", "天津市"),
        ("中华人民共和国大榭海关", "宁波市"),
        ("两江新区管理委员会", "重庆市"),
        ("东乌海关", None),
    ],
)
def test_a_house_lies_in_a_city(name: str, city: str | None) -> None:
    assert house_in(name) == city


RULED = {
    "who comes to a city is not where it is": (
        "台湾居民在漳州创业补贴指南\n漳州市人力资源和社会保障局\n2031年3月5日\n一、补贴1万元。",
        "漳州市",
    ),
    "a house of the nation that bears the country's name": (
        "关于港域报告的通告\n中华人民共和国舟山海事局\n2031年4月3日\n一、前往上海港域的船舶同时报告。",
        "舟山市",
    ),
    "a house in a district of many cities": (
        "国家税务总局鼓楼区税务局注销指南\n一、徐州市鼓楼区企业到徐州市政务服务中心办理。\n"
        "二、徐州市其他区的企业到所在区办理，本市企业可以网办，见徐州税务网站。徐州市税务局负责解释。",
        "徐州市",
    ),
    "a business district is no national body": (
        "中央商务区总部奖励办法\n发布单位：济南市历下区投资促进局\n一、奖励100万元。",
        "济南市",
    ),
    "several provinces together": (
        "辽宁省商务厅 吉林省商务厅 黑龙江省商务厅\n关于互认装箱单的通告\n\n一、互认。\n2031年3月5日",
        "全国",
    ),
    "a customs house acts beyond its city": (
        "昆明海关 红河哈尼族彝族自治州商务局\n关于木材检疫的通知\n各企业：\n一、提前申报。",
        "红河哈尼族彝族自治州",
    ),
    "an office away from its house": (
        "危险货物包装解答\n来源：南京海关驻泰州办事处　发布日期：2031-03-26\n一、问：略。答：略。",
        "泰州市",
    ),
    "a ministry's text on a city's page": (
        "发布机构：德州市商务局\n关于汽车以旧换新的通知\n商消发〔2031〕8号\n各省商务厅：\n一、略。\n"
        "商务部\n财政部\n2031年2月3日",
        "全国",
    ),
    "a guide that names no place": (
        "出口海外仓备案办理流程\n\n第一步 登录系统。\n第二步 提交。",
        "全国",
    ),
}


@pytest.mark.parametrize(("text", "place"), RULED.values(), ids=RULED)
def test_whose_a_document_is(text: str, place: str) -> None:
    assert read(text).jurisdiction == place


@pytest.mark.parametrize(
    ("tail", "end"),
    [
        ("本办法自2031年5月1日起施行，有效期五年。", "2036-04-30"),
        ("本通告自2031年5月1日起试行，试行期限为6个月。", "2031-10-31"),
        ("本通知自2031年1月1日至2031年12月31日执行。", "2031-12-31"),
        ("本措施自2031年5月1日起施行，至2032年3月31日止。", "2032-03-31"),
        ("本办法自2031年5月1日起施行，执行期限至2032年6月30日。", "2032-06-30"),
        ("本公告自2031年5月1日起施行，稳岗返还政策执行至2031年12月31日。", None),
        ("经研究，奖励政策执行期限延长至2032年12月31日。", None),
        ("自2031年5月1日至2031年9月30日，对来料减半收费。", None),
        ("本证书自签发之日起有效，有效期3年。", None),
    ],
)
def test_only_the_documents_own_validity_ends_it(tail: str, end: str | None) -> None:
    found = read(f"某地扶持办法\n\n第一条 略。\n第二条 {tail}\n\n某某局\n2031年4月1日")
    assert found.expires_on == day(end)


def test_a_document_may_take_effect_before_it_was_issued() -> None:
    found = read("关于口径的公告\n\n一、略。\n本公告自2031年1月1日起执行。\n\n财政部\n2031年3月9日")
    assert found.effective_on == dt.date(2031, 1, 1)


@pytest.mark.parametrize(
    ("items", "start"),
    [
        ("一、上限自2031年7月1日起执行。\n二、本通知自印发之日起施行。", None),
        ("一、根据2030年1月1日起施行的《某条例》办理。", None),
        ("一、略。\n二、本通知自2031年7月1日零时起生效。", "2031-07-01"),
    ],
)
def test_the_days_of_single_rules_and_other_documents_are_not_its_own(
    items: str, start: str | None
) -> None:
    assert read(f"关于事项的通知\n\n{items}\n\n某某局\n2031年4月1日").effective_on == day(start)


@pytest.mark.parametrize(
    ("tail", "names"),
    [
        ("海关总署公告2029年第64号同时废止。", ("海关总署公告2029年第64号",)),
        (
            "2029年9月18日海关总署令第552号公布的《某规定》同时废止。",
            ("某规定", "海关总署令第552号"),
        ),
        (
            "决定废止下列文件：一、《甲办法》（某商〔2027〕2号）；二、《乙办法》。丙办法继续有效。",
            ("甲办法", "某商〔2027〕2号", "乙办法"),
        ),
        (
            "2027年6月14日某某署令第14号公布、根据2028年4月28日某某署令第38号修改的《某规定》同时废止。",
            ("某规定", "某某署令第14号"),
        ),
        (
            "海关总署公告2027年第57号、2028年第52号同时废止。",
            ("海关总署公告2027年第57号", "海关总署公告2028年第52号"),
        ),
        ("《某局公告》（2029年第5号）同时废止。", ("某局公告", "2029年第5号")),
    ],
)
def test_what_is_repealed_with_and_without_a_title(tail: str, names: tuple[str, ...]) -> None:
    assert read(f"关于事项的公告\n\n一、略。\n{tail}").repeals == names


def test_a_bare_number_repeals_its_own_issuers_document_only() -> None:
    def of(name: str, issuer: str, number: str, **more: tuple[str, ...]) -> PolicyMetadata:
        issued = dt.date(2031 if more else 2029, 1, 1)
        return PolicyMetadata(
            name, name, number, (issuer,), "宜宾市", issued_on=issued, repeals=more.get("ends", ())
        )

    new = of("c", "宜宾市商务局", "2031年第1号", ends=("2029年第5号",))
    own, foreign = (
        of("a", "宜宾市商务局", "2029年第5号"),
        of("b", "宜宾市财政局", "2029年第5号"),
    )
    ended = {one.id: one.repealed_on for one in with_successions([own, foreign, new])}
    assert ended == {"a": dt.date(2031, 1, 1), "b": None, "c": None}


def test_months_end_the_day_before() -> None:
    assert months_later(dt.date(2031, 3, 1), "十") == dt.date(2031, 12, 31)
    assert months_later(dt.date(2031, 10, 31), "四") == dt.date(2032, 2, 29)
