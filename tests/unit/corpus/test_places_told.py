"""Where documents apply that nobody described: notices, news, questions and answers, measures.

All of them are invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.codec import metadata_json, metadata_of
from corpus.counties import places_in, spoken_of
from corpus.metadata import infer_metadata
from corpus.metadata.sidecar import DeclaredMetadata

DOCUMENTS = {
    "news, the headline begins with a city": (
        "泉州为小微茶企推出“乌龙贷”\n新华社福州6月3日电（记者 某某）福建省泉州市农商行日前推出专项贷款。",
        "泉州市",
    ),
    "news, a province datelined at its capital": (
        "冷链补贴来了\n新华社合肥4月9日电（记者 某某）记者9日从安徽省农业农村厅获悉，"
        "安徽今年对新建冷库给予补贴，全省计划新建冷库300座。芜湖、阜阳先行申报。",
        "安徽省",
    ),
    "news from an agency in brackets": (
        "【某某网】襄阳上线夜间门诊\n市民下班以后也能看病了，襄阳市第一医院已经开放夜间门诊。",
        "襄阳市",
    ),
    "news with a date before the place": (
        "5月1日起，遵义市公交免费换乘\n乘客在90分钟内换乘不再付费。",
        "遵义市",
    ),
    "a province and its city in the headline": (
        "湖南岳阳：渔民上岸有新居\n记者近日走访了洞庭湖边的安置小区。",
        "岳阳市",
    ),
    "an autonomous region by its odd name": (
        "广西自治区公布稻谷收购点\n2031年，自治区粮食局公布了收购点名单，全区共420个。",
        "广西壮族自治区",
    ),
    "an autonomous region by its short name": (
        "内蒙古：草原防火期延长半月\n各旗县要落实值守。",
        "内蒙古自治区",
    ),
    "a branch of a national body": (
        "国家税务总局绵阳市税务局\n关于调整窗口时间的提示\n自下月起窗口延时一小时。",
        "绵阳市",
    ),
    "a notice signed by a city's office": (
        "关于开展老旧电梯更新补贴申报的通知\n各物业企业：我市对使用满十五年的电梯给予更新补贴，"
        "每台十万元。\n衢州市住房和城乡建设局\n2031年3月2日",
        "衢州市",
    ),
    "a notice signed by a county": (
        "关于暂停受理户外广告的通告\n为整治市容，本区暂停受理户外广告设置申请。\n"
        "番禺区城市管理指挥部\n2031年7月9日",
        "广州市",
    ),
    "a county's measures": (
        "海宁市鼓励企业招用技工的若干措施\n一、招用技工满一年的，每人补贴一千元。",
        "嘉兴市",
    ),
    "the place only in the first words": (
        "好消息！看病先不用交押金\n昨日，记者从长春市卫生健康委员会获悉，长春市各医院全面取消"
        "住院押金，我市成为省内首个。",
        "长春市",
    ),
    "a district of a municipality": (
        "家门口的托育点开了\n石景山区新开了六个托育点，石景山区卫健委介绍，北京市已有千余个。"
        "本市居民凭户口簿登记。",
        "北京市",
    ),
    "questions and answers of a city": (
        "公租房申请问答\n问：佛山市公租房谁可以申请？\n答：具有佛山户籍、在本市没有住房的家庭。\n"
        "问：到哪里办？\n答：到佛山市住房保障中心。",
        "佛山市",
    ),
    "a document number by the province's letter": (
        "关于做好春灌用电的通知\n各设区市供电公司：为落实《鲁政发〔2031〕8号》，山东今年春灌用电"
        "实行优惠价，全省统一执行。",
        "山东省",
    ),
    "help that goes to another place": (
        "宁夏医疗队支援西藏\n宁夏卫生健康委介绍，医疗队将在西藏工作半年。",
        "宁夏回族自治区",
    ),
    "two places side by side": (
        "四川贵州两地互认驾驶培训学时\n四川、贵州的学员可以跨省报名。",
        "全国",
    ),
    "national, to all provinces, one of them an exception": (
        "关于缓缴水费的通知\n各省、自治区、直辖市水利厅：小微企业可以缓缴三个月，海南省可以缓缴六个月。"
        "海南省的企业由海南省水务厅受理。",
        "全国",
    ),
    "national, a ministry about one place": (
        "农业农村部推广黑龙江省秸秆还田做法\n农业农村部近日发文，推广黑龙江省的做法。",
        "全国",
    ),
    "national, from the capital": (
        "年货节下月开始\n新华社北京1月5日电（记者 某某）记者5日了解到，年货节将在杭州举行开幕式。",
        "全国",
    ),
    "local, but nobody knows where": (
        "关于公布便民早餐点的通告\n为方便群众，我市设早餐点一百个，名单由市商务局公布。",
        "全国",
    ),
    "local, another place named in passing": (
        "市领导看望援外归来人员\n市卫健委介绍，本市队员在武汉工作了两个月，在武汉期间表现出色，"
        "武汉的同行十分感谢。队员们说，市委十分关心他们，市财政局发放了补助。",
        "全国",
    ),
}


@pytest.mark.parametrize(("text", "place"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_where_a_document_applies(text: str, place: str) -> None:
    assert infer_metadata(Path("0a1b2c.txt"), text).jurisdiction == place


def test_what_is_uncertain_tells_every_place_it_names_and_keeps_it() -> None:
    found = infer_metadata(Path("a.txt"), DOCUMENTS["help that goes to another place"][0])
    assert found.speaks_of == ("宁夏回族自治区", "西藏自治区")
    assert metadata_of(metadata_json(found)) == found


def test_nothing_is_uncertain_where_someone_said_it() -> None:
    text = "宁夏医疗队支援西藏\n医疗队将工作半年。"
    declared = DeclaredMetadata(title="通知", jurisdiction="西藏")
    told = infer_metadata(Path("a.txt"), text, declared)
    assert (told.jurisdiction, told.speaks_of) == ("西藏自治区", ())
    titled = infer_metadata(Path("a.txt"), "# 厦门市口岸办法\n第一条 与深圳市的口岸合作。")
    assert (titled.jurisdiction, titled.speaks_of) == ("厦门市", ())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("海宁市和海陵区", ("嘉兴市", "泰州市")),
        ("山东城区与江西城区", ("山东省", "江西省")),
        ("鼓楼区", ()),
        ("全市各区县", ()),
    ],
)
def test_a_county_counts_as_its_city(text: str, found: tuple[str, ...]) -> None:
    assert spoken_of(text) == found
    assert [text[start:end] for start, end, _ in places_in(text)][:1] != ["东城区"]


def test_a_place_that_dates_the_news_is_not_spoken_of() -> None:
    assert spoken_of("新华社贵阳4月9日电 遵义市推出新做法") == ("遵义市",)
    assert spoken_of("本报贵阳讯 遵义市推出新做法，贵阳4月学习") == ("遵义市", "贵阳市")
