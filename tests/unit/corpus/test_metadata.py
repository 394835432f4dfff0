"""Metadata: what a sidecar may say, what its errors say, and what is read off the text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from corpus import Policy, PolicyMetadata, Status, with_successions
from corpus.errors import MetadataError
from corpus.metadata import infer_metadata, read_front_matter, read_sidecar
from corpus.metadata.dates import first_date, read_date, years_later
from corpus.metadata.ruling import jurisdiction_of

SEED = {
    "sh-aeo-2024": ("沪商通关〔2024〕4号", "上海市", dt.date(2024, 1, 15)),
    "xm-aeo-2024": ("厦外贸外资专班（2024）2号", "厦门市", dt.date(2024, 4, 30)),
    "sh-customs-aeo-2023": (None, "上海市", dt.date(2023, 11, 9)),
    "sh-port-2023": ("沪商自贸〔2023〕132号", "上海市", dt.date(2023, 6, 13)),
    "gacc-aeo-2024": ("署稽发〔2024〕36号", "全国", dt.date(2024, 4, 6)),
}


@pytest.mark.parametrize("policy_id", SEED)
def test_the_seed_policies_declare_their_metadata(
    policies: dict[str, Policy], policy_id: str
) -> None:
    metadata = policies[policy_id].metadata
    assert (metadata.doc_number, metadata.jurisdiction, metadata.issued_on) == SEED[policy_id]
    assert metadata.issuers
    assert metadata.source_url
    assert len(metadata.aliases) >= 5


@pytest.mark.parametrize("policy_id", SEED)
def test_without_its_sidecar_the_text_says_the_same(
    policies: dict[str, Policy], policy_id: str
) -> None:
    declared = policies[policy_id]
    inferred = infer_metadata(Path(f"{policy_id}.txt"), declared.source)
    assert inferred.doc_number == declared.metadata.doc_number
    assert inferred.issued_on == declared.metadata.issued_on
    assert inferred.jurisdiction == declared.metadata.jurisdiction


def sidecar(tmp_path: Path, text: str) -> Path:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "a.txt"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("titel: 某某", ["a.yaml", "titel", "是否想写 title"]),
        ("title: 某\nissued_on: 昨天", ["a.yaml", "issued_on", "应为日期"]),
        ("title: 某\njurisdiction: 火星", ["jurisdiction", "火星", "上海市"]),
        ("title: 某\naliases: 36号文", ["aliases", "列表"]),
        ("title: 某\naliases: [甲, 甲]", ["aliases", "重复"]),
        ("title: ''", ["title", "不能为空"]),
        ("title: 某\ntitle: 另", ["第2行", "title", "重复"]),
        ("title: [", ["a.yaml", "第", "YAML"]),
        ("- 甲", ["a.yaml", "映射"]),
        (
            "title: 某\nissued_on: 2024-01-02\nexpires_on: 2023-01-01",
            ["expires_on", "早于"],
        ),
    ],
)
def test_a_wrong_sidecar_names_file_and_field(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(MetadataError) as caught:
        read_sidecar(sidecar(tmp_path, text))
    assert all(word in str(caught.value) for word in words), str(caught.value)


def test_a_short_place_name_is_completed(tmp_path: Path) -> None:
    declared = read_sidecar(sidecar(tmp_path, "title: 某\njurisdiction: 厦门"))
    assert declared is not None
    assert declared.jurisdiction == "厦门市"


def test_no_sidecar_is_no_error(tmp_path: Path) -> None:
    assert read_sidecar(tmp_path / "a.txt") is None


def test_front_matter_declares_a_policy_or_is_passed_over() -> None:
    path = Path("a.md")
    ours = read_front_matter(path, "---\ntitle: 某某办法\n---\n正文")
    assert ours is not None
    assert ours.title == "某某办法"
    assert read_front_matter(path, "---\nbookCollapseSection: true\n---\n正文") is None
    assert read_front_matter(path, "正文") is None
    with pytest.raises(MetadataError, match="draft"):
        read_front_matter(path, "---\ntitle: 某某办法\ndraft: true\n---\n正文")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024年1月15日", dt.date(2024, 1, 15)),
        ("2024 年 1 月 16 日印发", dt.date(2024, 1, 16)),
        ("二〇二四年十二月三十一日", dt.date(2024, 12, 31)),
        ("发布时间：2023-11-09 19:59", dt.date(2023, 11, 9)),
        ("2024年2月30日", None),
        ("没有日期", None),
    ],
)
def test_dates(text: str, date: dt.date | None) -> None:
    assert first_date(text) == date


def test_reading_a_date_of_the_files_name() -> None:
    assert read_date("2021-04-29") == dt.date(2021, 4, 29)


@pytest.mark.parametrize(
    ("start", "years", "last"),
    [
        (dt.date(2025, 1, 1), "5", dt.date(2029, 12, 31)),
        (dt.date(2024, 2, 29), "一", dt.date(2025, 2, 28)),
    ],
)
def test_a_validity_in_years_ends_the_day_before_its_anniversary(
    start: dt.date, years: str, last: dt.date
) -> None:
    assert years_later(start, years) == last


LAW = """# 中华人民共和国海关法

1987年1月22日 第六届全国人民代表大会常务委员会第十九次会议通过

2021年4月29日 第十三届全国人民代表大会常务委员会第二十八次会议《决定》第六次修正

<!-- INFO END -->

## 第一章 总 则

第一条 为了维护国家的主权和利益，制定本法。
第二条 本法自1987年7月1日起施行。"""

RULES = """# 厦门市口岸管理办法

厦府规〔2024〕12号

第一条 为了规范口岸管理，制定本办法。
第二条 本办法自2025年1月1日起施行，有效期5年。《厦门市口岸管理暂行办法》（厦府〔2019〕3号）同时废止。

厦门市人民政府

2024年12月20日"""


def test_a_law_is_read_with_its_versions_date() -> None:
    found = infer_metadata(Path("海关法(2021-04-29).md"), LAW)
    assert found.id == "海关法(2021-04-29)"
    assert found.title == "中华人民共和国海关法"
    assert found.issuers == ("全国人民代表大会常务委员会",)
    assert found.jurisdiction == "全国"
    assert found.issued_on == dt.date(2021, 4, 29)
    # The day in 第二条 is the first version's, not this one's.
    assert found.effective_on is None


def test_a_citys_rules_with_validity_and_repeal() -> None:
    found = infer_metadata(Path("口岸.md"), RULES)
    assert found.title == "厦门市口岸管理办法"
    assert found.doc_number == "厦府规〔2024〕12号"
    assert found.issuers == ("厦门市人民政府",)
    assert found.jurisdiction == "厦门市"
    assert found.issued_on == dt.date(2024, 12, 20)
    assert found.effective_on == dt.date(2025, 1, 1)
    assert found.expires_on == dt.date(2029, 12, 31)
    assert found.repeals == ("厦门市口岸管理暂行办法", "厦府〔2019〕3号")
    assert found.status(dt.date(2024, 12, 25)) is Status.NOT_YET_IN_FORCE
    assert found.status(dt.date(2030, 1, 1)) is Status.EXPIRED


def test_the_validity_of_a_permit_is_not_the_documents() -> None:
    text = "# 某某办法\n第一条 甲。\n第二条 许可证有效期5年。\n第三条 本办法自2024年1月1日起施行。"
    assert infer_metadata(Path("a.md"), text).expires_on is None


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("上海市优化营商环境条例", "上海市"),
        ("上海海关关于发布行动方案的通告", "上海市"),
        ("广东省深圳市口岸办法", "深圳市"),
        ("中国（上海）自由贸易试验区条例", "上海市"),
        ("中华人民共和国海关法", "全国"),
        ("国务院关于上海口岸的批复", "全国"),
    ],
)
def test_where_a_policy_applies(title: str, place: str) -> None:
    assert infer_metadata(Path("a.md"), f"# {title}\n第一条 甲。").jurisdiction == place


def test_a_folder_tells_the_place_only_for_rules_that_are_not_national() -> None:
    folder = Path("浙江地方法规/地方性法规/浙江")
    local = infer_metadata(folder / "a.md", "# 景宁畲族自治县水资源管理条例\n第一条 甲。")
    national = infer_metadata(folder / "b.md", "# 中华人民共和国水法\n第一条 甲。")
    assert local.jurisdiction == "浙江省"
    assert national.jurisdiction == "全国"


def law(version: str, **fields: object) -> PolicyMetadata:
    issued = dt.date.fromisoformat(version)
    return PolicyMetadata(f"某法({version})", "某法", issued_on=issued, **fields)  # type: ignore[arg-type]


def test_of_several_versions_one_is_in_force_on_any_day() -> None:
    versions = with_successions(
        [
            law("2013-01-01"),
            law("2017-11-04", effective_on=dt.date(2018, 1, 1)),
            law("2021-04-29"),
        ]
    )
    for day in (
        dt.date(2014, 1, 1),
        dt.date(2017, 12, 31),
        dt.date(2018, 1, 1),
        dt.date(2026, 1, 1),
    ):
        in_force = [each for each in versions if each.status(day) is Status.IN_FORCE]
        assert len(in_force) == 1, day
    assert versions[0].repealed_on == dt.date(2018, 1, 1)
    assert versions[2].repealed_on is None


def test_a_repealed_policy_ends_when_the_new_one_takes_effect() -> None:
    old = PolicyMetadata("old", "厦门市口岸管理暂行办法", "厦府〔2019〕3号", jurisdiction="厦门市")
    found = with_successions([old, infer_metadata(Path("口岸.md"), RULES)])
    assert found[0].repealed_on == dt.date(2025, 1, 1)
    assert found[0].status(dt.date(2025, 1, 1)) is Status.REPEALED


def test_a_city_repeals_no_national_law() -> None:
    national = PolicyMetadata("n", "口岸管理暂行办法", issued_on=dt.date(2000, 1, 1))
    city = PolicyMetadata(
        "c",
        "新",
        jurisdiction="厦门市",
        issued_on=dt.date(2024, 1, 1),
        repeals=("口岸管理暂行办法",),
    )
    assert with_successions([national, city])[0].repealed_on is None


@pytest.mark.parametrize(
    ("text", "title", "number", "issuers"),
    [
        (
            "某某署 农业农村部公告2024年第15号\n为防疫情传入，现公告如下：\n一、禁止输入。",
            "某某署农业农村部公告2024年第15号",
            "某某署农业农村部公告2024年第15号",
            ("某某署", "农业农村部"),
        ),
        (
            "海关总署公告2031年第3号\n海关总署制定了《某类商店监管办法》，现予公布。特此公告。",
            "某类商店监管办法",
            "海关总署公告2031年第3号",
            ("海关总署",),
        ),
        (
            "海关总署公告2031年第4号（关于进口某果植物检疫要求的公告）\n现将要求公布如下。",
            "关于进口某果植物检疫要求的公告",
            "海关总署公告2031年第4号",
            ("海关总署",),
        ),
        ("某市人民政府令\n第9号\n某市老人优待办法\n第一条 略。", None, None, ("某市人民政府",)),
    ],
)
def test_an_announcement_tells_its_issuer_by_its_number(
    text: str, title: str | None, number: str | None, issuers: tuple[str, ...]
) -> None:
    found = infer_metadata(Path("x.txt"), text)
    assert found.issuers == issuers
    if title is not None:
        assert (found.title, found.doc_number) == (title, number)


def test_an_enactment_line_names_the_decree_before_the_day_it_takes_effect() -> None:
    text = "某办法\n（2031年7月30日海关总署令第270号公布 自2031年9月1日起实施）\n第一条 略。"
    found = infer_metadata(Path("x.txt"), text)
    assert (found.issued_on, found.effective_on) == (dt.date(2031, 7, 30), dt.date(2031, 9, 1))


@pytest.mark.parametrize(
    ("title", "issuers", "place"),
    [
        ("怎么申领泰州市社会保障卡？", (), "泰州市"),
        ("在江苏省泰州市如何办理公积金提取", (), "泰州市"),
        ("通办事项：苏州与杭州之间", (), "全国"),
        ("社会保障卡在泰州市的使用须知", ("人力资源和社会保障部",), "全国"),
    ],
)
def test_a_page_of_no_known_issuer_applies_in_the_place_its_title_names(
    title: str, issuers: tuple[str, ...], place: str
) -> None:
    assert jurisdiction_of(title, issuers) == place


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "青禾市三项举措帮外贸企业抢船期\n\n记者从港务局获悉，一批措施已经落地见效，企业反映良好。",
            "青禾市三项举措帮外贸企业抢船期",
        ),
        ("青禾市商务局\n\n各有关单位：现将有关事项通知如下，请认真贯彻执行。", "a1b2"),
        ("各区人民政府：\n\n现将有关事项通知如下，请认真贯彻执行，并及时反馈情况。", "a1b2"),
        ("一、总体要求\n\n坚持稳中求进工作总基调，推动外贸保稳提质，完善服务。", "a1b2"),
        (
            "青禾市商务局 青禾海关关于印发《青禾市支持外贸企业若干措施》的通知\n\n各有关单位：请执行。",
            "青禾市支持外贸企业若干措施",
        ),
    ],
    ids=["a headline", "an office", "a salutation", "a section", "what a notice brings out"],
)
def test_what_a_document_is_called(text: str, title: str) -> None:
    assert infer_metadata(Path("a1b2.txt"), text).title == title
