"""Sentences that say what an article leaves open: 条款没有写明办理流程, 没有具体写到刷脸付款.

Such a sentence holds words that no passage holds, and is true exactly then. It is believed when no
word of what is said to be missing, nor any word of the same field of meaning (``fields.txt``),
stands in a passage of the place; a general word (流程, 地点, 材料) is looked for by what would fill it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.verification import direction
from assistant.verification.figures import figures
from assistant.verification.fold import fold, fold_names
from assistant.verification.occurrences import bigrams
from assistant.verification.source import Source
from assistant.verification.vocabulary import FIELDS, GLUE, SYNONYMS
from corpus.jurisdictions import find_in

_WHO = (
    r"(?:(?:所给|上述|该|本|这一?|此|两[份个]|以上|现有|相关|该项|这项|各)?"
    r"(?:条款|条文|条|政策|文件|措施|原文|规定|文中|材料|办法|通知|方案|里面|其中|方面)(?:本身|里面?|中|内)?)?"
)
_SAYS = (
    r"(?:给出|规定|写明|写到|写出|写|明确|载明|说明|说到|说|提及|提到|提|列明|列出|列|限定|限制|设定|公布|涉及"
    r"|点名|点明|区分|划分|细分|指明|注明|讲到|讲|单列|界定|要求|交代|包含|包括|覆盖|披露)"
)
_TOPIC = r"(?:规定|内容|要求|说明|表述|安排|限定|信息|条款|说法|字样|描述|约定)"
_ADVERBS = r"(?:再|另外|另行|单独|专门|具体|直接|明确|逐一|进一步|详细|特别|统一|明文|额外|同时)*"
_NOT = r"(?:没有|并没有|并未|未|没|尚未|还没有|均未|都没有|也没有|也未)"
_LEAD = rf"(?:但是?|不过|只是|而|同时|另外|此外)?{_WHO}(?:对此|也|都|均|还|并|中|就此|则|里|只|暂)*"
_NOT_SAID = rf"{_LEAD}{_NOT}(?:给|作|做)?{_ADVERBS}{_SAYS}(?:到|出|过|了)?"
_NOT_RULED = rf"{_LEAD}{_NOT}(?:作出|做出|作|做|给出|有)?{_ADVERBS}(?:的)?{_TOPIC}"
_MARK, _END = r"[,，;；]", r"(?=\s*(?:[,，。;；.!！:：]|$|[\[【]))"
_WHAT_IS = r"(?P<what>[^,，。;；:：\[【]{2,40})"
CLAIMS = tuple(
    re.compile(pattern)
    for pattern in (
        # 具体流程条款没有写明; 至于流程，条款未作规定
        rf"(?:^|{_MARK})\s*(?:对于?|至于|关于|针对)?(?P<what>[^,，。;；:：\[【]{{2,24}}?)(?:[,，])?(?:{_NOT_SAID}|{_NOT_RULED}){_END}",
        # 条款没有关于流程的规定; 条款没有对流程作出规定
        rf"(?:^|{_MARK})\s*{_LEAD}{_NOT}(?:有)?(?:关于|针对|涉及|对于?|就){_WHAT_IS}(?:的|作出|做出|作|做|进行|加以){_ADVERBS}{_TOPIC}{_END}",
        rf"(?:^|{_MARK})\s*{_NOT_SAID}{_WHAT_IS}{_END}",
    )
)
_FRAME = re.compile(
    r"能否|是否|可否|能不能|可不可以|要不要|会不会|有没有|还有|另外|如何|怎么|怎样|哪[些个种]|什么|必须|可以|应当|单独|具体|明确|任何|详细|"
    r"属于|包括|以及|或者|这[一些]?|该|其|[的和或、与及等“”《》()]|名称|内容|情况|事项|方面|企业|货物|商品|产品|公司|范围|情形|的话"
)

# A general word, and the words (or figures) of a passage that would fill it. None: always filled.
_FILLED: tuple[tuple[str, str | None], ...] = (
    (r"流程|程序|步骤|手续|怎么办|如何办", r"流程|程序|步骤|手续|先|提交|通过|平台|推荐函|窗口|线上|预约|书面|向[^,。;]{2,10}(?:申请|提出)"),
    (r"方式|途径|渠道|办法|做法|方法|平台|入口|手段", None),
    (r"地点|地址|场所|位置|在哪里?", r"地址|位于|设在|大厅|服务中心|机场|港|园区|场所|[区市]内|码头|专窗|窗口|所在地"),
    (r"名单|目录|清单", r"名单|目录|清单"),
    (r"条件|资格|门槛|标准|要求", r"条件|符合|满足|具备|要求|须|应|前提|标准|资格|未|不得"),
    (r"材料|证件|资料|单证|文件", r"材料|证明|函|许可证|单证|报告|凭|证书|资料|申请表|承诺"),
    (r"部门|单位|机构|主管|由谁|哪家|谁", None),
    (r"对象|主体|适用|行业", None),
    (r"先后|次序|顺序|排队", r"优先|先"),
    (r"频次|次数|频率", r"次|频|每[年月日周]"),
    (r"处罚|罚款|后果|罚则", r"罚|停止|暂停|取消|撤销|追究|查处|惩戒"),
    (r"理由|原因|目的", r"以|为|由于|因"),
    (r"依据", r"依据|根据|按照|依照|依"),
    (r"例外|除外", r"除|外|例外"),
    (r"优惠|待遇|便利|措施|支持|政策|服务|安排|规定|权利|义务|责任|限制|做法", None),
)  # fmt: skip
_MONEY = frozenset({"元", "美元", "欧元", "港元", "日元", "英镑"})
_TIME = r"快慢|早晚|长短|进度|速度|时间|时限|期限|天数|年限|日期|多久|多长|何时|周期|几天|时长|起止"
_SHARE = r"比例|百分比|比率|幅度|折扣|税率"
_SUM = r"金额|数额|额度|费用|价格|多少钱|收费|资金数"
_AMOUNT = r"数量|数字|数值|数据|名额|规模|多少|分值|上限|下限|人数"
_SOON = r"第一时间|及时|当天|立即|即时|长期|永久|随时|尽快"
_DENIES = re.compile(r"不|没有|未|无[需须]|免(?!除)|禁止|除外")
_FIGURES_ONLY = re.compile(
    r"[\d×+.%:]+(?:个?工作日|小时|年|个月|月|日|天|元|万元|次)?(?:的?服务|以内|以上)?"
)
# 甲、乙等具体港口: what follows only says what kind of things they are.
_ETC = re.compile(r"等(?:具体)?[^等]{1,4}$")
_ASKS = re.compile(r"的|能否|是否|可否|能不能|可不可以|要不要|会不会|有没有|如何|怎么|怎样")
# A place with so little beside it is what the claim is about (上海是否有).
_BARE = 8
_DUTIES = re.compile(r"(?:的)?(?:具体)?(?:分工|任务|职责|工作)$")
_VAGUE_HOLDER = re.compile(r"(?:等|有关|相关|各|行业商?|所在地|其他|其它|该|本)$")


def without_true(text: str, cited: Sequence[Source], given: Sequence[Source]) -> tuple[str, bool]:
    """``text`` without the clauses that truly say what is left open, and whether there were any."""
    taken = False
    for pattern in CLAIMS:
        for match in reversed(list(pattern.finditer(text))):
            if absent(match["what"], cited, given):
                text = (text[: match.start()] + text[match.end() :]).lstrip(" ,，;；")
                taken = True
    return text, taken


def absent(what: str, cited: Sequence[Source], given: Sequence[Source]) -> bool:
    """Whether the passages rule nothing of ``what``."""
    said = _ETC.sub("", fold_names(fold(what)))
    if not cited or _DENIES.search(said) or not _of_its_own(said, cited):
        return False
    counted = {figure.key for figure in figures(said)}
    if counted:
        held = {m.figure.key for source in cited for s in source.segments for m in s.measures}
        return not counted & held and _FIGURES_ONLY.fullmatch(said) is not None
    duty = _DUTIES.search(said)
    if duty:
        return all(_undivided(said[: duty.start()], source) for source in cited)
    kinds, filled = _kinds(said, cited)
    if filled:
        return False
    if kinds:
        return True
    words = _content(_focus(said))
    if not words or all(find_in(word) for word in words):
        return False
    near = _of_the_places(cited, given)
    texts = [text for source in near for text in (source.text, source.units, *source.frame)]
    unnamed = "具体" in what or "点名" in what
    return all(_missing(word, texts, unnamed=unnamed) for word in words)


def _focus(said: str) -> str:
    """What is asked of a subject (加急 of 预约通关能否加急); the subject itself may be ruled."""
    parts = _ASKS.split(said)
    focus = parts[-1] if len(parts) > 1 else said
    return focus if _content(focus) else said


def _of_its_own(said: str, cited: Sequence[Source]) -> bool:
    """Whether ``said`` turns nothing round (提高 of what is lowered) and stays in its place."""
    places = {source.evidence.policy.jurisdiction for source in cited}
    named = {place for place in find_in(said) if len(said) <= len(place) + _BARE}
    turned = any(any(direction.faults(said, source.text)) for source in cited)
    return not turned and named <= places


def _of_the_places(cited: Sequence[Source], given: Sequence[Source]) -> list[Source]:
    places = {source.evidence.policy.jurisdiction for source in cited}
    return [source for source in given if source.evidence.policy.jurisdiction in places]


def _kinds(said: str, cited: Sequence[Source]) -> tuple[bool, bool]:
    """Whether a general word is said, and whether any passage fills one."""
    kinds = filled = False
    held = [m.figure for source in cited for s in source.segments for m in s.measures]
    held = [figure for figure in held if not figure.is_label]
    texts = "\n".join(source.text for source in cited)
    for words, found in (
        (_TIME, any(f.is_time for f in held) or bool(re.search(_SOON, texts))),
        (_SHARE, any(f.unit in {"%", "‰", "分之", "倍", "折", "百分点"} for f in held)),
        (_SUM, any(f.unit in _MONEY for f in held) or "免费" in texts),
        (_AMOUNT, any(not f.is_time for f in held)),
    ):
        if re.search(words, said):
            kinds, filled = True, filled or found
    for words, cue in _FILLED:
        if re.search(words, said):
            kinds, filled = True, filled or cue is None or bool(re.search(cue, texts))
    return kinds, filled


def _undivided(whose: str, source: Source) -> bool:
    """Whether the article names several in charge and says of none what it has to do."""
    units = source.evidence.article.responsible_units
    named = whose.removesuffix("的")
    known = not named or named in ("其", "各单位", "各部门") or any(named in fold(u) for u in units)
    shared = len(units) > 1 and not re.search(
        r"由[^,。;]{2,12}(?:负责|牵头)|牵头|分工", source.text
    )
    return known and shared and not (named and named in source.text)


def _content(said: str) -> list[str]:
    """The words of ``said`` that name something."""
    import rjieba  # its dictionary loads on import, 0.2 s

    parts = _FRAME.split(said)
    words = [word for part in parts if part for word in rjieba.cut(part)]
    return [word for word in words if word not in GLUE and re.search(r"\w", word)]


def _missing(word: str, texts: Iterable[str], *, unnamed: bool) -> bool:
    """Whether neither the word nor one of its field stands in ``texts``.

    Of a longer word, no half of it may stand there. ``unnamed``: a general holder
    (行业商协会) names no particular one.
    """
    pool = "\n".join(texts)
    related = {other for group in _groups() if _touches(word, group) for other in group}
    if any(other in pool for other in related - {word}):
        return False
    pairs = bigrams(word)
    if pairs and 2 * sum(pair in pool for pair in pairs) > len(pairs):
        places = [match.start() for match in re.finditer(re.escape(word), pool)]
        return (
            unnamed and bool(places) and all(_VAGUE_HOLDER.search(pool[:place]) for place in places)
        )
    return bool(pairs) or word not in pool


def _touches(word: str, group: tuple[str, ...]) -> bool:
    return any(
        other == word or (len(other) > 1 and other in word) or (len(word) > 1 and word in other)
        for other in group
    )


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold(word) for word in group) for group in (*FIELDS, *SYNONYMS))
