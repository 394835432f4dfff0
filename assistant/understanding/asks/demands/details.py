"""Demands for what a measure may leave to others: what a person must have, what a range holds, how one
gets onto a list, how many there are."""

from __future__ import annotations

import re

from assistant.understanding.asks.clauses import asks_whether
from assistant.understanding.asks.demands.model import Demand, kind

_COUNTED = r"摊位|展位|名额|专窗|窗口|网点|席位|车位|泊位|岗位|服务点|协调员|专员|联络员|关员|航线|指导中心"
KINDS = (
    kind(
        "学历的要求",
        r"学历|(?:本科|大专|硕士|博士|研究生)(?:毕业)?(?:行|可以|够|能|算)",
        r"学历|学位|本科|大专|硕士|博士|研究生|学士|毕业",
    ),
    kind("年龄的要求", r"年龄|几岁|多大(?:年纪|岁数)|\d岁[^，]{0,4}(?:行|可以|能)", r"岁|年龄"),
    kind(
        "工作经历的要求",
        r"工作(?:经验|经历|年限)|几年(?:的)?(?:经验|工龄)|工龄",
        r"经验|经历|年限|从业|工龄|工作满",
    ),
    kind(
        "等级的评定办法",
        r"(?:[A-DＡ-Ｄ一二三四五][类级]|星级|等级|级别)[^，]{0,8}(?:怎么|怎样|如何|咋|谁)(?:来)?(?:评(?!估)|定|分|划|认)",
        r"评(?:定|为|分|级|审|价)|划分|分为|分级|(?:标准|条件|指标)(?:如下|是|为|包括)|下列|以下(?:条件|标准|情形)|"
        r"同时(?:符合|满足|具备)|得分",
    ),
    kind(
        "具体的数量",
        rf"(?:{_COUNTED})(?:有|给|能|可以?|拿|申请|分|到|设|配|一共|总共|共|大概|最多|是|要|了)*(?:几|多少)(?:个|位|名|家|处|条)?(?:$|[呢啊呀])|"
        rf"(?<!哪)(?:几|多少)(?:个|位|名|家|处|条)(?:{_COUNTED})",
        r"(?:\d|[一二两三四五六七八九十])余?(?:个|位|名|家|处|条)|专人|一对一",
    ),
    kind(
        "具体的做法",
        r"(?:怎么|怎样|咋)个(?:申报|填报|填写|操作|报)法|操作(?:步骤|方法)",
        r"步骤|流程|指南|指引|操作|第[一二两三]步|先[^。；]{2,20}(?:再|后)|分[两二三]步",
    ),
)

_RANGE = re.compile(r"范围(?:里|内)?(?:现在|具体|都|到底|分别|是|有|包括)*(?:哪些|什么|啥|哪几)")
# Whose range stands elsewhere: “在总署公布的采信商品范围内”.
_ELSEWHERE = re.compile(r"(?:公布|发布|规定|确定|划定|制定|明确)的[^，。；、]{0,10}范围")
_LISTED = re.compile(r"(?:包括|包含|涵盖|限于|如下|下列|以下)|范围[为是：]|\n\s*[1１]")


def range_asked(asked: str) -> Demand | None:
    """What a range holds that the text may only refer to."""
    if not _RANGE.search(asked):
        return None
    return Demand(
        "范围的具体内容",
        lambda said: bool(_LISTED.search(said)),
        opens=lambda said: bool(_ELSEWHERE.search(said)),
    )


# “不授权上海的产品”: the others than those that the measure is for. Of sizes and wishes there is no such.
_OTHERS = re.compile(
    r"(?P<class>(?:不|未|没有?|非)(?P<is>(?!超过|少于|低于|高于|多于|大于|小于|需要|要求|工作|知道|了解|清楚|确定|明白|正常|侵入|管|同|是|在|能|会|想|用|要|够|足|满|到|太)"
    r"[一-鿿]{2})[^，的]{0,8}的(?:产品|商品|货物?|物品|企业|公司|厂家?|人|情况|船舶?|项目|业务|单证|材料))"
)
_ALSO_OTHERS = re.compile(r"除|以外|之外|其他|其余|其它|否则|不论|无论")
_HOW_MUCH = re.compile(r"几|多少|多[久长快高大]")


def others_asked(asked: str) -> Demand | None:
    """A figure for those whom the measure, by its words, is not for."""
    match = _OTHERS.search(asked)
    if match is None or not _HOW_MUCH.search(asked):
        return None
    is_so = match["is"]
    negated = re.compile(rf"[不未非无没][^，。；]{{0,2}}{is_so}")
    return Demand(
        f"“{match['class']}”的情形",
        lambda said: is_so not in said or bool(negated.search(said) or _ALSO_OTHERS.search(said)),
    )


# A paper that one may have to bring.
_PAPER = re.compile(
    r"(?:需要|需不需要|要不要|用不用|是否(?:需要|要)|要(?!求)|得(?:有|要)|必须(?:有|要)?|还需|凭|须)(?:先|再|有|要|另外|提供|提交|交|出|开|办|拿|带|准备|企业|一份|一[张封个]|什么|单位|我们|公司)*"
    r"(?P<paper>[一-鿿]{0,2}(?:推荐函|推荐信|介绍信|邀请函|证明函|承诺书|委托书|保证书|营业执照|授权书|护照|公证书?|完税证明|无犯罪证明|体检报告|审计报告|毕业证|学位证))"
    r"[^，]{0,4}(?:吗|么|伐|不|嘛|没有|$)"
)
_NO_PAPERS = re.compile(r"材料|资料|证明|单证|凭|免(?:于|予)?提[交供]|无[需须]|不再|承诺")


def paper_asked(asked: str) -> Demand | None:
    """Whether a paper is needed that the text may not speak of."""
    match = _PAPER.search(asked)
    if match is None:
        return None
    name = match["paper"]
    kernel = name[-2:]
    return Demand(
        f"是否需要{name}",
        lambda said: kernel in said or bool(_NO_PAPERS.search(said)),
    )


# That one must first pay; not that one need not.
_DEPOSIT = re.compile(
    r"(?<![不免])(?:先(?:得|要|需)?|(?:得|须|需要?|要|必须)先)(?:交|缴|付|存|押)[^，]{0,6}(?P<what>保证金|押金|定金)"
)
_STILL = re.compile(r"还[要用需得]|[不免][要用需须]?(?:先)?[交缴付]")


def deposit_asked(asked: str) -> Demand | None:
    """Whether a deposit comes before the measure, which has its conditions without it."""
    match = _DEPOSIT.search(asked)
    if match is None or not asks_whether(asked) or _STILL.search(asked):
        return None
    return Demand(
        f"是否要先交{match['what']}",
        lambda said: bool(re.search(r"保证金|押金|定金|保函|预[缴付存]", said)),
        aside=True,
    )


# “信保白名单怎么进”, “经核准出口商怎么申请”: the way must be told of the very thing.
_HOW = re.compile(
    r"(?P<of>[一-鿿A-Za-z“”]{3,16}?)(?:是|要|应该|该|得|具体|到底|企业|我们|才|能)*+(?:怎么|怎样|如何|咋)(?:样)?(?:才能|才|去|来|可以|能)*"
    r"(?P<act>申请|申报|报名|登记|注册|开通|办理|进入?|加入|列入|纳入|入)(?!口|境|关)"
)
_HOW_AT_ALL = re.compile(r"怎|如何|咋")
_WAYS = re.compile(
    r"申请|申报|报名|登记|提交|递交|推荐|备案|通过|平台|窗口|线上|网上|预约|系统|热线|提出|办理|咨询|承诺|推送|告知|遴选|评选|"
    r"纳入|列入|加入|入选|自动|认定|符合|确定|依[^，。；]{0,4}申请"
)
# Onto a list or into a pilot one gets by being chosen for it.
_LISTS = re.compile(r"(?:名单|名录|库|目录|试点|范围)$")
_WAYS_IN = re.compile(
    r"申请|报名|登记|提交|推荐|备案|遴选|评选|纳入|列入|加入|入选|自动|认定|符合|确定|承诺|报送"
)
# So many characters are the name of a thing; and a sentence tells of it, or the next one.
_NAME = 4
_SENTENCES = re.compile(r"[^。；\n]*[。；\n]?")


def way_asked(asked: str) -> Demand | None:
    """How one gets at what the question names, said by the sentences that name it too."""
    match = _HOW.search(asked) if _HOW_AT_ALL.search(asked) else None
    if match is None:
        return None
    name = re.sub("[“”]", "", match["of"])
    ways = _WAYS_IN if _LISTS.search(name) else _WAYS
    return Demand(
        "怎样申请或办理", lambda said: _tells_the_way(re.sub("[“”]", "", said), name, ways)
    )


def _tells_the_way(said: str, name: str, ways: re.Pattern[str]) -> bool:
    ends = (name[start:] for start in range(len(name) - _NAME + 1))
    known = next((one for one in ends if one in said), None)
    if known is None:
        return True
    sentences = _SENTENCES.findall(said)
    near = [
        "".join(sentences[place : place + 2]) for place, one in enumerate(sentences) if known in one
    ]
    return any(ways.search(one.replace(known, "")) for one in near)
