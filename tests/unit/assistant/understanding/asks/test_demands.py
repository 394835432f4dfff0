from __future__ import annotations

import pytest

from assistant.understanding.asks.demands import demands_of
from assistant.understanding.asks.lists import subject_of
from assistant.understanding.domain import is_outsider
from assistant.understanding.scope import grants


@pytest.mark.parametrize(
    ("text", "what", "stated", "unstated"),
    [
        ("申请要交哪些材料", "要交哪些材料", "提交信用承诺和检验报告", "海关予以优先办理"),
        (
            "新增的是哪几个国家？",
            "具体是哪些国家",
            "现行与欧盟、香港海关交换",
            "增加国家（地区）数量",
        ),
        ("试点选了哪几个海关？", "具体是哪些海关", "联动福州海关", "选择部分海关试点"),
        ("接通以后按几号键", "电话的按键或分机", "请按2", "拨打962116热线"),
        ("线上用哪个视频软件", "所用的软件或系统", "使用远程软件", "线上线下相结合"),
        ("最晚几点前提交", "几点钟", "17点前提交", "由提前24小时缩短至提前8小时"),
        ("派几个关员过来", "几个人", "派2名关员", "开展到厂查验"),
        ("帮我查一下我那票货卡在哪", "个案的办理进度", "", "实现查验正常作业当日清"),
        ("查验要收多少钱", "收费标准或费用由谁负担", "每箱200元", "降低企业成本，应予受理"),
        ("查验的钱谁出", "收费标准或费用由谁负担", "所需资金由市财政列支", "违者处罚"),
        ("材料要留存几年", "所问的具体数字", "以电子方式保存3年", "应当如实记录"),
        ("投保资料要保存几年", "所问的具体数字", "留存5年备查", "应当如实记录"),
        (
            "吊装费最高免多少",
            "所问的具体数字",
            "免除吊装、移位、仓储费用600元",
            "优先安排吊装",
        ),
        ("声明有效期多长", "所问的具体数字", "自开具之日起1年内有效", "实行有效监管"),
        ("拿假单子报上去有什么后果", "责任或处罚", "3年内不得申报", "不得提供虚假材料"),
        ("变更要提交哪些材料", "要交哪些材料", "提交变更申请表和发票", "凭借合同优势变更"),
        ("我老婆能跟着享受不，家属算不算", "家属的待遇", "近亲属可以提出", "为企业提供便利"),
    ],
)
def test_what_is_demanded_must_be_stated(text: str, what: str, stated: str, unstated: str) -> None:
    demand = next(iter(demands_of(text)), None)
    assert demand is not None
    assert demand.what == what
    assert not demand.stated_in(unstated)
    assert not stated or demand.stated_in(stated)


@pytest.mark.parametrize(
    "text",
    [
        "退税几天能到账",
        "外籍高管子女，学校可以自己挑吗",
        "都列给我",
        "哪些条款讲到降低查验率",
        "2023年保税维修那条要做哪几件事",
        "报上去没动静，能在网上看走到哪一步吗",
    ],
)
def test_other_questions_demand_nothing_of_the_kind(text: str) -> None:
    assert not demands_of(text)


@pytest.mark.parametrize(
    ("text", "outsider"),
    [
        ("我不是AEO，上海退税几天", True),
        ("我们公司没评上高认，能进这个群吗", True),
        ("非AEO企业能打这个热线吗", True),
        ("青岛港有没有给AEO企业优先提箱", False),
        ("代理报关的不是高认，我们还能享受吗", False),
        ("我们还没评上AEO，想申请该找谁", False),
        ("一般认证企业能享受哪些便利", True),
        ("没过高级认证的公司能享受啥", True),
        ("在上海的普通公司，普通企业能走专窗吗", True),
        ("普通企业抽一百批，我们抽几批", False),
        ("普通企业提前一天，AEO提前多久", False),
        ("普通企业怎么成为AEO", False),
        ("普通企业跟认证企业差在哪", False),
    ],
)
def test_who_is_no_accredited_enterprise(text: str, outsider: bool) -> None:
    assert is_outsider(text) is outsider


@pytest.mark.parametrize(
    ("topic", "subject"),
    [
        ("跨境电商企业能用上哪些措施，全列一下", "跨境电商"),
        ("哪些文件里提到了RCEP", "RCEP"),
        ("关于特殊物品，给AEO的措施有哪些？", "特殊物品"),
    ],
)
def test_the_subject_of_a_list(topic: str, subject: str) -> None:
    assert subject in subject_of(topic, topic)
    assert len(subject_of(topic, topic)) <= len(subject) + 4


def test_a_subject_that_is_told_before_the_question_is_found() -> None:
    assert subject_of("把措施都列一下", "我是做跨境电商的，把措施都列一下").endswith("跨境电商")


def test_a_place_asked_for_its_own_rules() -> None:
    assert grants("杭州对卖家有没有物流补贴", ("杭州市",))
    assert grants("我们在天津，天津有啥政策", ("天津市",))
    assert not grants("我在深圳出口护肤品，评上了抽检降到多少", ("深圳市",))


@pytest.mark.parametrize(
    ("text", "stated", "unstated"),
    [
        ("上门辅导收费吗", "辅导免费提供", "开展个性化辅导（责任单位：市财政局）"),
        ("样品运丢了谁赔", "由承运方赔偿损失", "提供专用车辆统一送检"),
        ("对评定结果不服怎么申诉", "可在十日内申请复议", "择优评定示范企业"),
        ("推荐表去哪下载", "推荐表可在门户网站下载", "定期向海关推荐企业"),
        ("周末有人值班吗", "节假日照常受理", "设立专人协调员"),
        ("合作的有哪几家银行", "中国银行等银行参与", "加大信贷支持"),
        ("牵头银行的联系人叫什么", "请联系专人张某", "加大信贷支持力度"),
        ("速动比率要达到多少", "速动比率不低于1", "资产负债率低于50%"),
        ("三类企业退税要几天", "三类企业10个工作日", "一类、二类企业3个工作日"),
        ("接下来新增的是哪几个国家", "新增新加坡、智利等国家", "增加国家数量"),
        ("现在一共设了几个服务点", "已设12个服务点", "设立服务点"),
        ("我们公司在不在培育名单里", "", "形成培育名单"),
        ("台风停航了怎么办", "遇不可抗力可顺延", "实行预约通关"),
    ],
)
def test_what_is_asked_of_a_subject_must_be_said_of_it(
    text: str, stated: str, unstated: str
) -> None:
    demands = demands_of(text)
    assert any(not one.stated_in(unstated) for one in demands)
    assert not stated or all(one.stated_in(stated) for one in demands)


@pytest.mark.parametrize(
    "text",
    [
        "口岸拆木箱弄坏了机器，有没有替代办法",
        "免抵押的试点有什么好处",
        "财务问了好几次收费的事，我们能优先退税吗",
        "听说挑了几个海关试点，我们按什么方式申请担保豁免",
        "谁来负责这件事",
        "这类货一共给了几项便利",
    ],
)
def test_words_of_the_story_demand_nothing(text: str) -> None:
    assert all(one.what in ("怎样申请或办理",) for one in demands_of(text))


def test_a_title_may_state_what_its_articles_are_about() -> None:
    (demand,) = demands_of("冷链班列补贴上浮多少")
    assert not demand.stated_in("在第四条标准基础上上浮20%")
    assert demand.titled("中欧班列运营补贴资金管理实施细则")
    assert not demand.titled("关于加大力度支持高级认证企业发展的若干措施")


@pytest.mark.parametrize(
    ("text", "stated", "unstated"),
    [
        ("办甲类证要什么学历", "本科以上学历", "最长5年有效期"),
        ("二级企业怎么评", "按得分评为二级", "对一级、二级企业给予便利"),
        ("95566是24小时的吗", "拨打95566，全天受理", "7*24小时在线服务"),
        ("试行商品范围有哪些", "试行商品范围包括钢材、木材", "在总局公布的试行商品范围内"),
        (
            "不参与抽查的货物要几天放行",
            "未参与抽查的3天放行",
            "参与抽查的2天放行",
        ),
        (
            "担保白名单怎么进",
            "经推荐列入担保白名单。",
            "推出担保白名单，优化线上服务。加强宣传。另由企业申请。",
        ),
        (
            "经核准出口商怎么申请",
            "经核准出口商可向海关申请认定",
            "运用经核准出口商等政策。加强宣传。优先办理申请。",
        ),
        ("展会摊位几个", "每家2个摊位", "对摊位费予以支持"),
        ("两段申报怎么个申报法", "分两步，先概要后完整", "免除“两段申报”的担保"),
        ("要不要推荐函", "经出具推荐函可办理", "最长1年有效期"),
        ("是不是要先交保证金才能免担保", "先缴保证金", "可申请免除担保"),
        ("摊位钱政府出一半对不对", "补贴50%", "予以一定支持"),
        ("奖励20万，是不是真的", "奖励10万元", "给予奖励"),
        ("服务专窗在哪儿", "设在中山路3号", "在政务中心设立专窗"),
        ("互认国家有哪些", "与新加坡互认", "扩大互认合作"),
        ("C级也算吗", "C级参照执行", "对A、B级降低比例"),
        ("我们是三类企业，也是三天吗", "三类企业5天", "一类、二类企业3天"),
    ],
)
def test_a_detail_that_is_asked_for_must_be_stated(text: str, stated: str, unstated: str) -> None:
    open_ = [one for one in demands_of(text) if not one.stated_in(unstated)]
    assert any(one.opens(unstated) for one in open_)
    assert all(one.stated_in(stated) for one in demands_of(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("分送集报的适用范围是什么", "综保区内企业可申请"),
        ("预裁定怎么申请", "优化预裁定流程，向海关提交申请"),
        ("白名单怎么进", "各部门定期推荐，建立白名单"),
        ("信保绿色通道怎么进", "在单一窗口建立信保绿色通道"),
        ("二级企业也算吗", "对企业给予便利"),
        ("一年只查一次，对不对", "次数每年不超过1次"),
        ("要不要营业执照", "应提交有关材料"),
        ("免担保，还要不要先交保证金", "可申请免除担保"),
        ("提前24小时预约行不行", "提前8小时预约"),
        ("好处在哪里", "给予便利"),
        ("未超过三年的罚几次", "超过三年的不罚"),
    ],
)
def test_what_may_be_stated_in_other_words_is_not_denied(text: str, said: str) -> None:
    assert not [one for one in demands_of(text) if one.opens(said) and not one.stated_in(said)]
