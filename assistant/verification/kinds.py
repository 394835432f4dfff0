"""General words (时限, 金额, 名单, 港口), and whether a passage holds what would fill them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.verification import located
from assistant.verification.figures import figures
from assistant.verification.fold import fold
from assistant.verification.occurrences import bigrams
from assistant.verification.source import Source

# A general word, and the words (or figures) of a passage that would fill it. None: always filled.
FILLED: tuple[tuple[str, str | None], ...] = (
    (r"流程|程序|步骤|手续|怎么办|如何办", r"流程|程序|步骤|手续|(?<!优)先|提交|通过|平台|推荐函|窗口|线上|预约|书面|向[^,。;]{2,10}(?:申请|提出)"),
    (r"方式|途径|渠道|办法|做法|方法|平台|入口|手段", None),
    (r"地点|地址|场所|位置|哪[里儿]|区域", r"地址|平台|系统|网站|[区县]|位于|设在|大厅|服务中心|机场|港|园区|场所|[区市]内|码头|专窗|窗口|所在地"),
    (r"名单|目录|清单", r"名单|目录|清单"),
    (r"条件|资格|门槛|标准|要求", r"条件|符合|满足|具备|要求|须|应|前提|标准|资格|未|无(?![需须论])|不得"),
    (r"材料|证件|资料|单证|文件", r"材料|证明|函|许可证|单证|报告|凭|证书|资料|申请表|承诺"),
    (r"名称|名字|叫什么", r"[“《]|名为|称为|以下简称"),
    (r"牵头", r"牵头|由[^,。;]{2,12}负责"),
    (r"级别|档次|等级", r"[一二三四五abc](?:级|类|档)|初级|中级|高级|副高|正高"),
    (r"部门|单位|机构|机关|主管|由谁|哪家|谁", None),
    (r"对象|主体|适用|行业", None),
    (r"先后|次序|顺序|排队", r"优先|先"),
    (r"频次|次数|频率|几[次回]", r"次|频|每[年月日周]"),
    (r"处罚|罚款|后果|罚则", r"罚|停止|暂停|取消|撤销|追究|查处|惩戒"),
    (r"理由|原因", r"由于|因为|鉴于|出于|为了|因[^企地材]"),
    (r"目的(?!地)", r"以|为|由于|因"),
    (r"依据", r"依据|根据|按照|依照|依"),
    (r"例外|除外", r"除|外|例外"),
    (r"优惠|待遇|便利|措施|支持|政策|服务|安排|规定|权利|义务|责任|限制|做法", None),
)  # fmt: skip
_MONEY = frozenset({"元", "美元", "欧元", "港元", "日元", "英镑"})
_TIME = r"几(?:个)?(?:工作日|小时|天|日|年|月|周|点)|多长|多快|哪[天年月]|什么时候|快慢|早晚|时段|钟点|几点|时点|有效期|多少天|长短|进度|速度|时间|时限|期限|天数|年限|日期|多久|多长|何时|周期|几天|时长|起止"
_WHEN = re.compile(r"何时|什么时候")
_SHARE = r"比例|百分比|比率|幅度|折扣|税率"
_SUM = r"金额|数额|额度|费用|价格|多少钱|收费|资金数"
_AMOUNT = r"几(?!个?(?:工作日|小时|天|日|年|月|周|点))[^\W\d_]|多大|多高|多[重远]|数量|数字|数值|数据|名额|规模|多少|分值|上限|下限|人数"
_SOON = r"第一时间|及时|当天|立即|即时|长期|永久|随时|尽快"
_DEFINITE = re.compile(r"几|多少|最[长晚迟]|天数|年限")
# Conditions that name none: 符合条件的, 有条件的.
_TIMES = re.compile(r"(?:[\d一二两三四五六七八九十百]+|每[年月周日季])次|一年一|每[年月周日季]一")
_VAGUE_CONDITION = re.compile(r"(?:符合|满足|具备)[^,，。;；]{0,10}?条件的?|有条件(?:的|地)?")
_CONDITION_CUE = r"条件|满足|具备|须|(?<![效供反响适])应(?![用急链])|前提|标准|资格|不得|未(?!来)|以上|已|的[,，]"
_WHICH = re.compile(
    r"(?:是|到|至|在|为|有|与|和|包括|指)?哪(?:些|[几一两三四五]?[个家种类项])(?P<noun>区(?=$|[已开设有的试内里])|[^\W\d_]{2})"
)
_NAMED = re.compile(
    r"^具体(?:的)?(?:[^\W\d_的]{2,8}?(?=[^\W\d_的]{2}内容$))?(?P<noun>[^\W\d_的]{2,4}?)(?:内容)?$"
)
_ADDRESS = re.compile(r"位于|地址|[路弄]\d+号?|\d+号楼|\d+楼")
_HOLDERS = re.compile(r"部门|单位|机构|条件|政策|产业|行业|国家|地区|措施|待遇|要求|企业")
# Words before a noun that leave open which are meant.
_UNNAMED = r"(?:符合|满足|具备|各?有关|相关|更多|其[他它]|部分|重点|一定的?|适当的?|若干|各)"
_UNNAMED_BEFORE = re.compile(_UNNAMED + r"[^,，。;；、]{0,6}$")
_QUALIFIED = re.compile(rf"{_UNNAMED}(?:{_HOLDERS.pattern})")
_JOINED = re.compile(r"、|和|或|及|与")
_COUNTED: tuple[tuple[str, str | None], ...] = tuple(
    (words, None) for words in (_TIME, _SHARE, _SUM, _AMOUNT)
)
_VAGUE = re.compile(r"[几数若多]")
_FIGURES_ONLY = re.compile(
    r"(?:(?:改|调整|缩短|延长|压缩|降低?|提高|提升|增加|减少)?[为到至成])?[\d×+.%:]+(?:个?工作日|小时|年|个月|月|日|天|元|万元|次)?(?:的?服务|以内|以上)?"
)
_CLAUSE = re.compile(r"[,，。;；\n]")
_BEYOND = re.compile(r"(?<=[额度例限])[上下]限$")
# What is asked with one of these is what it asks for, whatever noun comes last.
_INTERROGATIVE = re.compile(
    r"多久|多长时间|几(?:个)?(?:工作日|小时|天|年|个?月|周)|什么时候|何时|哪[天年月]|多少钱|几[次回趟]|多少次?|在?哪里|在?哪儿"
)


def of(said: str, cited: Sequence[Source], *, detailed: bool = False) -> tuple[bool, bool]:
    """Whether a general word is said, and whether any passage fills one.

    ``detailed``: what is missing is a definite one (具体时限), which 及时 is not.
    """
    held = [m.figure for source in cited for s in source.segments for m in s.measures]
    held = [figure for figure in held if not figure.is_label]
    texts = "\n".join(source.text for source in cited)
    soon = not detailed and not _DEFINITE.search(said) and bool(re.search(_SOON, texts))
    counted = {
        _TIME: any(f.is_time for f in held)
        or soon
        or bool(_WHEN.search(said) and re.search(r"的[,，]|对于|满足|条件", texts)),
        _SHARE: any(f.unit in {"%", "‰", "分之", "倍", "折", "百分点"} for f in held),
        _SUM: any(f.unit in _MONEY for f in held) or "免费" in texts,
        _AMOUNT: any(not f.is_time for f in held),
    }
    kind = filled = False
    for member in _JOINED.split(said):
        bare = without(member)
        if (
            bare
            and member.endswith("要求")
            and re.search(rf"(?:免|无需|不需要?)[^,，。;；]{{0,4}}{re.escape(bare)}", texts)
        ):
            return True, True  # 免抵押担保 rules the 担保要求
        for words, cue in _heads(member):
            found = counted[words] if words in counted else _filled(words, cue, texts, detailed)
            kind, filled = True, filled or found
    return kind, filled


def _heads(said: str) -> list[tuple[str, str | None]]:
    """The general words that ``said`` ends in (金额 of 罚款金额), with what fills them."""
    asks = _INTERROGATIVE.search(said)
    said = asks.group() if asks else said
    ends = [
        (max(match.end() for match in re.finditer(words, said)), words, cue)
        for words, cue in (*_COUNTED, *FILLED)
        if re.search(words, said)
    ]
    last = max((end for end, _, _ in ends), default=0)
    leads = [(words, cue) for _, words, cue in ends if words == "牵头"]
    return leads or [(words, cue) for end, words, cue in ends if end == last]


def _filled(words: str, cue: str | None, texts: str, detailed: bool) -> bool:
    if detailed and words.startswith("条件"):
        cue, texts = _CONDITION_CUE, _VAGUE_CONDITION.sub("", texts)
    if detailed and words.startswith("频次"):
        return bool(_TIMES.search(texts))
    if detailed and words.startswith("地点"):
        return bool(_ADDRESS.search(texts)) or located.within_a_city(texts)
    return cue is None or bool(re.search(cue, texts))


def general(word: str) -> bool:
    """Whether ``word`` is a general word or holds one."""
    patterns = [_TIME, _SHARE, _SUM, _AMOUNT, *(words for words, _ in FILLED if words != "牵头")]
    return any(re.search(words, word) for words in patterns)


def without(words: str) -> str:
    """``words`` without a general word at their end."""
    patterns = [_TIME, _SHARE, _SUM, _AMOUNT, *(found for found, _ in FILLED)]
    return re.sub(rf"(?:具体)?(?:{'|'.join(patterns)})$", "", words)


def which(said: str, *, detailed: bool) -> str:
    """The noun of which it is asked which ones are meant (哪些港口, 具体协会)."""
    match = _WHICH.search(said)
    if match is None and detailed:
        _, of, detail = said.rpartition("的具体")
        match = _NAMED.search(f"{of[1:]}{detail}")
    return "" if match is None or general(match["noun"]) else match["noun"]


def unmeasured(said: str, cited: Sequence[Source]) -> bool:
    """Whether a time, share or sum is asked for and no sentence about its subject has such a figure."""
    asks = _INTERROGATIVE.search(said)
    subject = bigrams(_INTERROGATIVE.sub("", said) if asks else without(said))
    cited = [_about(subject, source) for source in cited]
    said = asks.group() if asks else _BEYOND.sub("", said.rpartition("的")[2] or said)
    measured = {
        words for words, _ in _heads(said) if re.search(rf"(?:{words})(?:部门|单位)?$", said)
    } & {_TIME, _SHARE, _SUM, "牵头"}
    return bool(measured) and not of(said, cited)[1]


def _about(subject: frozenset[str], source: Source) -> Source:
    """The sentences of the article that hold most of the ``subject``; all when none does."""
    shared = {one: len(subject & bigrams(one.text)) for one in source.segments}
    most = max(shared.values(), default=0)
    kept = tuple(one for one, count in shared.items() if count and 2 * count >= most)
    return replace(source, segments=kept, text="\n".join(s.text for s in kept)) if kept else source


def unnamed(said: str, text: str) -> bool:
    """Whether ``said`` asks which are meant of things that ``text`` speaks of as 相关 or 有关 only."""
    told = [match.group() for match in _QUALIFIED.finditer(said)]
    if told and all(
        one in text and not re.search(rf"{one}(?:包括|如|:|\(|是|为)", text) for one in told
    ):
        return True
    nouns = [noun for noun in _HOLDERS.findall(said) if noun in text]
    return bool(nouns) and all(
        _UNNAMED_BEFORE.search(text[: match.start()])
        for noun in nouns
        for match in re.finditer(noun, text)
    )


def names(noun: str, text: str) -> bool:
    """Whether a clause of ``text`` that holds ``noun`` lists, names or describes particular ones."""
    if noun in located.DISTRICTS:
        return located.within_a_city(text)
    described = re.compile(
        rf"[^的]{{5,}}的[^的向对由被经]{{0,6}}{noun}|(?:等|、[^、]{{2,}})[^、]{{0,8}}{noun}(?![^\W\d_])"
        rf"|{noun}[^\W\d_]{{0,2}}(?:[:(]|包括|分别|其中)|{noun}、"
    )
    return any(
        described.search(clause) or located.beside(noun, clause)
        for clause in _CLAUSE.split(_VAGUE_CONDITION.sub("", text.replace("(地区)", "")))
        if noun in clause
    )


def undivided(whose: str, source: Source) -> bool:
    """Whether the article names several in charge and says of none what it has to do."""
    units = source.evidence.article.responsible_units
    named = whose.removesuffix("的")
    known = not named or named in ("其", "各单位", "各部门") or any(named in fold(u) for u in units)
    shared = len(units) > 1 and not re.search(
        r"由[^,。;]{2,12}(?:负责|牵头)|牵头|分工", source.text
    )
    return known and shared and not (named and named in source.text)


def _counting(said: str) -> str:
    """``said`` without the figures that only name what it is asked of (962116热线的服务时间)."""
    subject, of, thing = said.rpartition("的")
    names = of and all(figure.is_label for figure in figures(subject))
    return thing if names else said


def figures_absent(said: str, cited: Sequence[Source]) -> bool | None:
    """Whether the figures of ``said`` are in no passage; None when words have to tell."""
    said = _counting(said)
    digits = re.findall(r"\d+", said)
    if any(re.search(rf"(?<!\d){one}(?!\d)", s.text) for one in digits for s in cited):
        return False
    counted = {f.key for f in figures(said) if not _VAGUE.match(f.value)}
    held = {m.figure.key for source in cited for s in source.segments for m in s.measures}
    if counted & held:
        return False
    return True if counted and _FIGURES_ONLY.fullmatch(said) else None
