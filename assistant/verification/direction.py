"""Direction: 降低 may not become 提高, 进口 出口, nor 低于 高于."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.verification import bounds
from assistant.verification.figures import figures
from assistant.verification.occurrences import Occurrence, bigrams, occurrence, occurrences

# Each pair: words of one direction, words of the other.
_PAIRS = (
    (
        r"降低|减少|下降|下调|压缩|缩短|缩减|压减|降至|降到|降为|精简|减至",
        r"提高|增加|上升|上调|延长|扩大|加大|提升|增长|拉长|放宽|抬高|升至|增至",
    ),
    (r"加快|加速|提速", r"放缓|减慢|延缓|推迟|放慢"),
    (r"进口|进境|入境", r"出口|出境"),
    (r"境内|国内|区内", r"境外|国外|海外|区外"),
    (r"区域内", r"区域外"),
    (r"上游", r"下游"),
    (r"一线", r"二线"),
    (r"上个?月|上个?季度|上年度?|去年", r"[当本下次]月|[当本下]季度|[当本]年度?(?!度?上月)|今年"),
    (r"线上|网上", r"线下"),
    (r"事前", r"事后"),
    (r"汇入", r"汇出"),
    (r"允许|准许|鼓励|支持", r"禁止|限制|反对|劝阻"),
    (r"纳入|列入", r"移出|剔除|退出|排除"),
    (r"免除|豁免|减免|免收", r"征收|收取|加收"),
    (r"开放|开通|公开", r"关闭|保密|封闭"),
    (r"优先|率先", r"最后|延后|滞后|暂缓"),
    (r"自愿", r"强制|强迫"),
    (r"正常|合规", r"异常|违规"),
    (r"首次|首个", r"再次|后续"),
    (r"同一", r"不同(?!的是|之处|于)"),
    (r"国家级|全国", r"市级|区级|地方"),
    (
        r"以上(?!述|条件|情形|内容|措施|规定|材料)",
        r"以下(?!条件|情形|内容|措施|规定|材料|简称|称|方式)",
    ),
    (r"每月|月均", r"每年|年均|每周|每日|每天|每季"),
    (r"每年|年均", r"每月|月均|每周|每日|每天|每季"),
)
OPPOSITES = tuple((re.compile(one), re.compile(other)) for one, other in _PAIRS)
_WIDE = 16
_BEHIND = 7
_JOINT = re.compile(r"和|与|及|、|或")
_BOTH_WAYS = re.compile(r"进出口|进出境|出入境|进出港|上下游|境内外|国内外|内外贸")


def faults(sentence: str, source: str) -> Iterator[str]:
    """What the folded ``sentence`` turns the other way than the folded ``source``."""
    yield from turned(sentence, source)
    yield from _comparisons(sentence, source)


def turned(sentence: str, source: str) -> Iterator[str]:
    """The words of one direction where the source has the other."""
    masks = [match.span() for match in _BOTH_WAYS.finditer(sentence)]
    for pair in OPPOSITES:
        for side, opposite in (pair, pair[::-1]):
            for said in occurrences(sentence, side, masks):
                if _turned(said, source, side, opposite):
                    yield said.shown


def _turned(
    said: Occurrence, source: str, side: re.Pattern[str], opposite: re.Pattern[str]
) -> bool:
    masks = [match.span() for match in _BOTH_WAYS.finditer(source)]
    contrary = occurrences(source, opposite, masks)
    if not contrary:
        return False
    same = occurrences(source, side)
    if same and _swapped(said, contrary, same):
        return True
    return not same or _nearest(said, contrary) > _nearest(said, same)


def _swapped(said: Occurrence, contrary: list[Occurrence], same: list[Occurrence]) -> bool:
    """Whether the words right behind are, in the source, only behind the opposite."""
    here = _behind(said)
    own = frozenset(pair for one in same for pair in _behind(one))
    other = frozenset(pair for one in contrary for pair in _behind(one))
    return bool(own) and bool(here & (other - own)) and not here & (own - other)


def _behind(one: Occurrence) -> frozenset[str]:
    return bigrams(_JOINT.split(one.after[:_BEHIND])[0])


def _nearest(said: Occurrence, there: list[Occurrence]) -> int:
    return max((len(said.surroundings & one.surroundings) for one in there), default=0)


def _wide(text: str, start: int, end: int) -> frozenset[str]:
    """What is compared may stand in the clause before: 资产负债率，要低于优秀值."""
    return bigrams(text[max(0, start - _WIDE) : start]) | bigrams(text[end : end + _WIDE])


def _comparisons(sentence: str, source: str) -> Iterator[str]:
    known = bounds.comparisons(source, figures(source))
    for kind, start, end in bounds.comparisons(sentence, figures(sentence)):
        word = sentence[start:end]
        if word.startswith("最") and word in source:
            continue
        said = _wide(sentence, start, end)
        same = max(
            (len(said & _wide(source, *span)) for other, *span in known if other is kind), default=0
        )
        contrary = max(
            (len(said & _wide(source, *span)) for other, *span in known if other is not kind),
            default=0,
        )
        if not same or contrary > same:
            yield occurrence(sentence, start, end).shown
