"""What kind of figure a question asks for, and whether words state one of that kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.understanding.figures.stated import ADDRESS, LONG_NUMBER, MOMENT, PART, PHONE, UNTIL
from assistant.understanding.figures.values import FigureKind, figures_in, fold

_ASKS: tuple[tuple[FigureKind, re.Pattern[str]], ...] = (
    (
        FigureKind.PHONE,
        re.compile(
            r"(?:电话|号码|热线|手机|传真|座机)(?:号码?)?(?:是|有|(?:要|该|应该|得|可以|能)*(?:打|拨打?))?(?:多少|几|什么|啥|哪个)|"
            r"打(?:哪个|什么)(?:电话|号码|热线)|号码报|热线(?:打|拨|叫)(?:的?是)?多少|专线(?:是|"
            r"叫)?(?:几号|多少)|电话(?:给|报|发)"
        ),
    ),
    (
        FigureKind.ADDRESS,
        re.compile(
            r"地址(?:在|是|哪|(?:能|可以|电话|、|和)*给|多少|发|叫)|(?:什么|具体|办公|详细|窗口)的?地址|地址$|"
            r"[在是]哪条(?:路|街)|几号楼|几楼|门牌|二维码|网址"
            r"|(?:给|发|有)[^，]{0,3}链接|链接(?:是|发|给|在|有|多少)|邮箱|几号(?:窗口|柜台|门)|"
            r"(?<!非)(?:上班|营业)时间(?:是|几|到|怎)|坐标"
        ),
    ),
    (
        FigureKind.MONEY,
        re.compile(
            r"(?:收费|资费|租金|运价|价格|赔偿)(?:的)?标准(?:是|为)?(?:什么|多少|上限|$)|(?:什么|啥)价(?:钱|位|格)?(?:$|[，？?])|"
            r"[万元]还是|罚款?的?(?:幅度|额度|数额)[是有]?多|(?:多少|几|几多)(?:钱|元|块|美元|美金|人民币|费用|资金|经费|额)|(?:多少|"
            r"几)[千百]?[万亿](?:元|块|钱|美元|美金|人民币|$|[，。？?])|多少(?:的)?(?:补贴|奖励|"
            r"补助|奖金|费用|资助|扶持资金)"
            r"|(?:补贴|奖励|补助|奖金|资助|扶持|罚款?|费用|收费|保费|展位费|贴息|金额|额度|标准|"
            r"税额|纳税额|给|拿|领|退|罚|奖|补|收|贴|批|贷|报销)(?:到|了|的|能|可以|可|会|标准|"
            r"金额|一般|大概|最多|最高|总共|一次性)*"
            r"(?:是|有|给|为)?(?:多少(?!事|天|日|年|月|小?时|次|家|个|人|条|工作|比例|点|%)|"
            r"几(?:万|千|百|块|元|个钱))"
        ),
    ),
    (
        FigureKind.SHARE,
        re.compile(
            r"百分之(?:几|多少)|(?:多少|几)(?:个)?(?:百分点|百分比|比例|成(?!员|本|立|绩|果|交|品)|%)|几(?:个点|折)|"
            r"(?:比例|比率|占比|[^效税费利汇]率|抽批|幅度)"
            r"(?:能|可以|要|会|都|一般|平均|大概|具体|是|降|降低|降到|降至|压|压到|减|减到|控制在|"
            r"达到|定|为|有|了|到|在|最低|最高|至少|多高|就|得|需|需要|要求|目标|到底)*"
            r"(?:是|有)?(?:多少|多高|多低|几)|降(?:低|到|至)?(?:了)?多少|打几折|几分之几|几点几|"
            r"几厘|几个点"
        ),
    ),
    (
        FigureKind.DURATION,
        re.compile(
            r"(?:几|多少)(?:个)?(?:工[作做坐]日|天|日|小时|钟头|分钟|年|月|个月|星期|周|"
            r"礼拜)(?!发|印)"
            r"|多久|多长时间|多长|多快|多早|要等多|几时|时限(?:是|为|有)?(?:多少|多|几|什么)|"
            r"期限(?:是|为|有)?(?:多|几|什么)"
            r"|有效期(?:是|为|有|最长|最多|能|给)?(?:多|几|到)|(?:(?:什么|啥)时[候间]|何时)(?:才)?(?:能|可以|前|之前|"
            r"到账|下来|办好|办完|拿到)|提前多"
            r"|(?:什么|啥)(?:时[候间]|辰光)[^，]{1,8}一(?:次|回|趟)|几号(?:之?前|以前)|哪天(?:之?前|以前)|周期(?:是|为)?(?:多|几)"
        ),
    ),
    (
        FigureKind.COUNT,
        re.compile(
            r"(?<![好十百千这那每第同哪有带])(?:几(?P<often>次|回|趟|倍|列|班|分)"
            r"|多少个?(?P<many>次|回|趟|家|户|人|条|项|类|种|所|名|份|倍|分|列|班|辆|艘)"
            r"|几(?P<few>家|户|人|条|项|类|种|所|名|份)(?=[？?，,。！!]|$|企业|单位|公司|船公司|"
            r"银行|货代|机构))"
            r"|多少个"
        ),
    ),
    (
        FigureKind.ANY,
        re.compile(r"多少(?=[，,、。？?！!呢呀啊 ]|$)|多大(?:面积|规模)|上限是|下限是"),
    ),
)

# “少开几回”, “多跑几趟” wish for less or more; they ask for no number.
_WISH = re.compile(
    r"(?<![最至不])(?:少|多|再)(?:跑|开|来|去|查|等|翻|抽|睡|走)?几(?:次|回|趟|个|分|天|家|步)"
)
TIMES = "次数"  # the unit of “几次”, unless per year or at least
OFTEN = "一次"  # the unit of “多久一次”
WHEN = "时点"  # the unit of “什么时候”: a moment answers it too
_WHEN = re.compile(
    r"(?:什么|啥)时[候间]|何时|几时|哪[一]?[天年月日]|几[月号]|几月几[日号]|到几|(?:时间|日期)(?:节点)?(?:是|为)(?:什么|哪)|多早"
)
# Words that fix a time without a number; a question "how long" is answered by them.
_TIME_WORDS = re.compile(r"当[日天]|24小时|7[×*xX]24|次日|随到随")
_NOW = re.compile(r"实时|即时")
# How often is answered without a number, and so is what stays at its least or has no most.
_HOW_OFTEN = re.compile(
    r"(?:多久|多长时间|(?:什么|啥)(?:时[候间]|辰光)|几个?[年月周天])(?!(?:能|可以|才能)?再)(?:才|会|要)?[一-鿿]{1,14}(?:(?<!第)[一1](?:次|回|趟)|"
    r"(?<![一1二两三四五首初再每多第上下本层档批班航])次(?![日月]))"
)
_OFTEN = re.compile(
    r"定期|动态|适时|不定期|常态|每[^，。]{0,3}[年季月周日]|及时(?!性)|周期|频次|随到随|当[日天]"
)
# A number of times for a stretch of time, or at least, wants a number.
_PER = re.compile(r"[一每]个?[年月周天季]|最少|至少|最低|最多|具体")
_LEAST = re.compile(r"最低频次|次数不限|不限次数|免于|免予|免除|免收|免费|全额|为零|不收")
# Sums told by what they are counted from.
_WAGES = re.compile(
    r"[\d一二三四五六七八九十]+个月的?[^，。；]{0,8}工资|"
    r"[\d一二三四五六七八九十]+倍(?:以[上下])?的?(?:罚款|工资|补偿)"
)
# How many of a body: 三分之一以上的委员, 过半数.
_QUORUM = re.compile(
    r"过半|半数|分之[一二三四]以上|(?:%|百分之[^，。；]{1,4})以上的?(?:委员|成员|代表|股东|业主|职工|董事)"
)
_PER_CENT = re.compile(
    r"%(?:的比例|的标准)?(?:收取|计收|给予|予以|补|奖|返)"
)  # 按货值的2%收取手续费
_RELATIVE = re.compile(r"[低高]于[^，。；]{2,40}值")
# Days asked for are not answered in years, which count how long something was so.
DAYS = "天"
_DAYS = re.compile(r"几个?(?:工[作做坐]日|天)")
_YEARS = frozenset({"年", "年度", "周年"})
# What answers in words, without any figure.
_IN_WORDS: dict[tuple[FigureKind, str], tuple[re.Pattern[str], ...]] = {
    (FigureKind.DURATION, ""): (_NOW,),
    (FigureKind.DURATION, DAYS): (_NOW,),
    (FigureKind.COUNT, TIMES): (_LEAST,),
    (FigureKind.MONEY, ""): (_LEAST, _PER_CENT, _WAGES),
    (FigureKind.COUNT, "人"): (_QUORUM,),
    (FigureKind.COUNT, "家"): (_QUORUM,),
    (FigureKind.DURATION, WHEN): (_NOW,),
    (FigureKind.SHARE, ""): (_RELATIVE, _LEAST),
    (FigureKind.ANY, ""): (_RELATIVE, _LEAST, LONG_NUMBER, PHONE),
}
_SAME_UNIT = {"回": "次", "趟": "次", "户": "家", "所": "家"}
# Asked for by name, these are not answered in another unit of time.
_CLOCK = re.compile(r"几个?(?P<unit>小时|分钟|钟头)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A kind of figure, and its unit where the question fixes one."""

    kind: FigureKind
    unit: str = ""

    def stated_in(self, text: str) -> bool:
        """Whether ``text`` states such a figure."""
        return _stated(self, text)

    def answered_in(self, text: str) -> bool:
        """Whether ``text`` answers with such a figure, or in words: 免费, 低于……优秀值."""
        words = _IN_WORDS.get((self.kind, self.unit), ())
        return self.stated_in(text) or any(one.search(fold(text)) for one in words)


@lru_cache(maxsize=8192)  # the sentences of the documents are asked again and again
def _stated(wanted: Wanted, text: str) -> bool:
    plain = fold(text)
    if wanted.kind is FigureKind.PHONE:
        return bool(PHONE.search(plain))
    if wanted.kind is FigureKind.ADDRESS:
        return bool(ADDRESS.search(plain))
    if wanted.kind is FigureKind.SHARE and PART.search(plain):
        return True
    if wanted.kind is FigureKind.DURATION and wanted.unit == WHEN and MOMENT.search(plain):
        return True
    if wanted.kind is FigureKind.DURATION and wanted.unit == "" and UNTIL.search(plain):
        return True
    if wanted.unit == OFTEN:
        return bool(_OFTEN.search(plain))
    if wanted.kind is FigureKind.DURATION and wanted.unit in ("", DAYS, WHEN):
        times = (one for one in figures_in(text) if one.kind is FigureKind.DURATION)
        barred = _YEARS if wanted.unit == DAYS else frozenset[str]()
        return bool(_TIME_WORDS.search(plain)) or any(one.unit not in barred for one in times)
    return any(
        wanted.kind in (FigureKind.ANY, figure.kind)
        and wanted.unit.removesuffix("数") in ("", figure.unit)
        for figure in figures_in(text)
    )


def wanted_figure(text: str) -> Wanted | None:
    """The figure ``text`` asks for, or ``None`` when it asks for none."""
    plain = _WISH.sub("", text)
    for kind, cue in _ASKS:
        match = cue.search(plain)
        if match:
            return Wanted(kind, _unit(kind, plain, match))
    return None


def _unit(kind: FigureKind, text: str, match: re.Match[str]) -> str:
    if kind is FigureKind.COUNT:
        unit = next((unit for unit in match.groupdict().values() if unit), "个")
        unit = _SAME_UNIT.get(unit, unit)
        return TIMES if unit == "次" and not _PER.search(text) else unit
    if kind is FigureKind.DURATION and _HOW_OFTEN.search(text):
        return OFTEN
    if kind is FigureKind.DURATION and _DAYS.search(match[0]):
        return DAYS
    if kind is FigureKind.DURATION and _WHEN.search(match[0]):
        return WHEN
    clock = _CLOCK.search(text) if kind is FigureKind.DURATION else None
    return "小时" if clock and clock["unit"] != "分钟" else clock["unit"] if clock else ""
