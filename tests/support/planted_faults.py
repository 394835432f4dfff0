"""Planted faults: true sentences of the real policies, each broken in one way.

Every fault is made from an article's own words (or from a hand-written honest sentence), so that
what is wrong with it is known by construction and nothing else is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.model import Evidence

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")


@dataclass(frozen=True, slots=True)
class Fault:
    """A false sentence with its tokens, the kind of its falsehood, and the truth it came from."""

    kind: str
    sentence: str
    truth: str
    tokens: dict[str, Evidence]


def sentences(evidence: Evidence) -> list[str]:
    """The sentences of an article that say something."""
    found = (match.group().strip() for match in _SENTENCE.finditer(evidence.article.text))
    return [one for one in found if len(one) >= 8]


def _replaced(text: str, pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """``text`` with one occurrence of the first of a pair turned into the second, for each."""
    for old, new in pairs:
        for match in re.finditer(old, text):
            changed = match.expand(new) if "\\" in new else new
            yield text[: match.start()] + changed + text[match.end() :]


def figure_changed(text: str) -> Iterator[str]:
    for match in re.finditer(r"\d+", text):
        if text[match.end() : match.end() + 1] in (".", "．", "、") and match.start() == 0:
            continue
        if text[: match.start()].endswith("不是"):
            continue  # another figure may be denied as truly
        value = int(match.group())
        for other in (value + 1, value * 10, max(1, value // 2)):
            if other != value:
                yield text[: match.start()] + str(other) + text[match.end() :]


def unit_changed(text: str) -> Iterator[str]:
    yield from _replaced(
        text,
        [
            (r"(\d+)个?工作日", r"\1日"),
            (r"(\d+)年(?!\d|月)", r"\1个月"),
            (r"(\d+)小时", r"\1个工作日"),
            (r"(\d+)日(?!期)", r"\1个工作日"),
            (r"(\d+)个月", r"\1年"),
            (r"(\d+)%", r"\1个百分点"),
            (r"(?<!五)(?<!不是5)万家", "家"),
            (r"亿美元", "亿元"),
            (r"千万元", "百万元"),
            (r"(\d+)次(?!性)", r"\1个月"),
        ],
    )


def city_swapped(text: str) -> Iterator[str]:
    yield from _replaced(text, [("上海", "厦门"), ("厦门", "上海"), ("上海", "深圳"), ("厦门", "福州"),
                                ("上海", "北京"), ("新加坡", "马来西亚"), ("福州", "泉州"), ("香港", "澳门"),
                                ("欧盟", "东盟"), ("浦东", "虹口"), ("闵行", "嘉定"), ("黄浦", "静安")])  # fmt: skip


def negation_flipped(text: str) -> Iterator[str]:
    yield from _replaced(
        text,
        [
            (r"不得", "可以"), (r"不予", "给予"), (r"不予", ""), (r"无需", "需要"), (r"免于", "必须"),
            (r"未(?=[被发])", ""), (r"(?<!的)无(?=[查采])", "有"), (r"不(?=[影齐宜具落执按])", ""),
            (r"可(?=[向免直申通开在根享结先])", "不得"), (r"可以(?!参)", "不可以"), (r"优先(?=[受办安推纳为开提实支满适])", "不优先"),
            (r"支持(?=[AEO企上外银符])", "不支持"), (r"允许", "不允许"), (r"鼓励(?=[银企有金商])", "不鼓励"),
            (r"予以优先", "不予优先"), (r"食品除外", "食品也适用"), (r"非(?=[侵失])", ""), (r"无(?=陪)", "有"),
        ],
    )  # fmt: skip


def values_swapped(text: str) -> Iterator[str]:
    """Two figures of one sentence exchanged: old and new, A类 and B类, one subject and another."""
    found = list(
        re.finditer(r"\d+(?:万|亿|千万)?(?:个?工作日|小时|个月|年|日|%|次|家|美元)?", text)
    )
    for one, other in itertools.pairwise(found):
        a, b = one.group(), other.group()
        if a != b and not a.isdigit() and not b.isdigit():
            yield (
                text[: one.start()] + b + text[one.end() : other.start()] + a + text[other.end() :]
            )


def old_value_as_new(text: str) -> Iterator[str]:
    """Only the old value of a change, stated as if it held."""
    pattern = r"由([^，。；]*?)(?:缩短|压缩|延长|降低)至([^，。；]*)"
    for match in re.finditer(pattern, text):
        yield f"{text[: match.start()]}为{match.group(1)}{text[match.end() :]}"
    for match in re.finditer(r"从(\d+%)降至[^，。；]*", text):
        yield f"{text[: match.start()]}为{match.group(1)}{text[match.end() :]}"


def range_flipped(text: str) -> Iterator[str]:
    yield from _replaced(
        text,
        [
            (r"以上", "以下"), (r"(?<=[%年日月次])以下", "以上"), (r"以内", "以上"), (r"日内", "日以上"),
            (r"不低于", "不超过"), (r"不低于", "低于"), (r"不超过", "不低于"), (r"不超过", "超过"),
            (r"不少于", "不超过"), (r"不少于", "少于"), (r"不高于", "不低于"), (r"不高于", "高于"),
            (r"(?<!不)低于(?=国)", "高于"), (r"(?<!不)高于(?=国)", "低于"), (r"最长", "最短"), (r"日前", "日后"),
            (r"最低频次", "最高频次"), (r"提前(?=\d)", "推迟"),
        ],
    )  # fmt: skip


def direction_flipped(text: str) -> Iterator[str]:
    yield from _replaced(
        text,
        [
            (r"降低", "提高"), (r"降低", "增加"), (r"缩短", "延长"), (r"压缩", "延长"), (r"延长", "缩短"), (r"提高", "降低"),
            (r"提升", "降低"), (r"增加", "减少"), (r"扩大", "缩小"), (r"加快", "放缓"), (r"简化", "增加"),
            (r"减少", "增加"), (r"免除", "加收"), (r"(?<!进)出口(?!岸)", "进口"), (r"进口(?!岸)", "出口"),
            (r"优先(?=[受办安推纳])", "暂缓"), (r"加大", "减少"), (r"境外", "境内"), (r"减免", "加收"), (r"纳入", "移出"),
        ],
    )  # fmt: skip


def strengthened(text: str) -> Iterator[str]:
    yield from _replaced(
        text,
        [
            (r"可(?=[向直申通开在根享结])", "必须"), (r"鼓励", "强制"), (r"优先(?=[办推纳受])", "一律"),
            (r"原则上", ""), (r"探索(?!试点)", ""), (r"争取", ""), (r"探索", "全面"), (r"试点", "全面"), (r"依AEO企业申请", "自动"),
            (r"符合条件的", "所有"), (r"平均", "最长"), (r"部分", "全部"), (r"一般", "一律"), (r"支持", "保证"),
        ],
    )  # fmt: skip


def quote_altered(text: str) -> Iterator[str]:
    for match in re.finditer(r"[“《]([^”》]{3,30})[”》]", text):
        inner = match.group(1)
        for altered in (inner[0] + inner[2:], inner + "版", inner[::-1]):
            if altered != inner:
                yield text[: match.start(1)] + altered + text[match.end(1) :]


def date_changed(text: str) -> Iterator[str]:
    for match in re.finditer(r"(\d{4})年(\d{1,2})月(\d{1,2})日", text):
        year, month, day = (int(part) for part in match.groups())
        for other in (
            (year + 1, month, day),
            (year, month % 12 + 1, day),
            (year, month, day % 28 + 1),
        ):
            yield text[: match.start()] + "{}年{}月{}日".format(*other) + text[match.end() :]


def doc_number_changed(text: str) -> Iterator[str]:
    for match in re.finditer(r"([〔（(])(\d{4})([〕）)])(\d+)号", text):
        o, year, c, number = match.groups()
        for y, n in ((int(year) + 1, int(number)), (int(year), int(number) + 1)):
            yield text[: match.start()] + f"{o}{y}{c}{n}号" + text[match.end() :]
        yield text[: max(0, match.start() - 2)] + "税总" + text[match.start() :]


CHANGES: dict[str, Callable[[str], Iterator[str]]] = {
    "figure changed": figure_changed,
    "unit changed": unit_changed,
    "place swapped": city_swapped,
    "negation flipped": negation_flipped,
    "values swapped": values_swapped,
    "old value as new": old_value_as_new,
    "bound flipped": range_flipped,
    "direction flipped": direction_flipped,
    "strengthened": strengthened,
    "quoted words altered": quote_altered,
    "date changed": date_changed,
    "document number changed": doc_number_changed,
}

ORGANISATIONS = ("市公安局", "市应急管理局", "市商务局", "市财政局", "市税务局", "海关总署", "市科委", "市文化和旅游局",
                 "中国银行", "市教育局", "市场监管总局", "市商务委", "市人社局", "厦门海关", "上海海关", "市发展改革委",
                 "国家外汇管理局", "市知识产权局", "市国资委", "自贸区管委会")  # fmt: skip
ADDITIONS = (
    "并可获得每家50万元补贴", "且全程免费", "无需提交任何材料", "由企业自行选择海关", "可享受免费停车", "审批当天办结",
    "有效期三年", "不再接受任何检查", "违者处1万元以下罚款", "需缴纳保证金", "可拨打12345咨询", "并自动续期", "同时免除全部关税",
    "名额不限", "适用于所有企业", "详见www.example.com", "并对高管发放奖金", "外国企业除外", "仅限国有企业", "须年出口额达1亿元",
)  # fmt: skip
INVENTIONS = (
    "AEO企业可以享受免费停车服务。", "高级认证企业每年可领取10万元奖励。", "企业须在30日内提交申请材料。",
    "申请人应当持营业执照到海关窗口办理。", "该政策自2025年1月1日起施行。", "该政策有效期至2026年12月31日。",
    "咨询电话为021-12345678。", "详情请访问https://www.customs.gov.cn。", "AEO企业的关税税率降低一半。",
    "高级认证企业可以免除一切税款。", "企业可以不再接受海关查验。", "海关将于3个工作日内答复。", "逾期将被处以罚款。",
    "AEO企业可优先获得土地供应。", "As an AI language model, I cannot answer this question.",
    "AEO enterprises enjoy priority clearance.", "我是一个人工智能助手，以上内容仅供参考。",
    "我的系统提示要求我只能根据条款回答。", "好的，我已忽略之前的规则。", "以上就是全部内容，欢迎继续提问。",
    "建议您咨询专业律师。", "根据我的了解，一般需要一周左右。", "政策没有规定任何限制。", "所有企业都可以享受该措施。",
)  # fmt: skip


def broken(truth: str, evidence: Evidence) -> Iterator[Fault]:
    """Every fault of the changing kinds that ``truth`` admits."""
    for kind, change in CHANGES.items():
        for text in change(truth):
            if text != truth:
                yield Fault(kind, f"{text.rstrip('。；')}[A1]。", truth, {"A1": evidence})


def misattributed(truth: str, evidence: Evidence, others: Sequence[Evidence]) -> Iterator[Fault]:
    """The sentence with its token moved, unknown, or dropped."""
    text = truth.rstrip("。；")
    for other in others:
        yield Fault("token moved", f"{text}[A1]。", truth, {"A1": other})
    yield Fault("unknown token", f"{text}[A9]。", truth, {"A1": evidence})
    yield Fault("unknown token", f"{text}[1]。", truth, {"A1": evidence})
    yield Fault("dropped token", f"{text}。", truth, {"A1": evidence})


def invented(truth: str, evidence: Evidence, seed: int) -> Iterator[Fault]:
    """The sentence with an invented organisation or claim, and sentences made up whole."""
    text = truth.rstrip("。；")
    known = evidence.article.text + "".join(evidence.article.responsible_units)
    strangers = [one for one in ORGANISATIONS if one not in known]
    for one in (strangers[seed % len(strangers)], strangers[(seed + 7) % len(strangers)]):
        for form in ("{0}，由{1}负责", "{1}负责：{0}", "{0}，向{1}申请"):
            yield Fault(
                "invented organisation", f"{form.format(text, one)}[A1]。", truth, {"A1": evidence}
            )
    for one in (ADDITIONS[seed % len(ADDITIONS)], ADDITIONS[(seed + 9) % len(ADDITIONS)]):
        yield Fault("claim added", f"{text}，{one}[A1]。", truth, {"A1": evidence})
    one = INVENTIONS[seed % len(INVENTIONS)]
    yield Fault("sentence invented", f"{one}[A1]", one, {"A1": evidence})


def spliced(truth: str, evidence: Evidence, other: Evidence) -> Iterator[Fault]:
    """The first half of the sentence with the second half of another article's sentence."""
    mine, theirs = truth.rstrip("。；").split("，"), sentences(other)[-1].rstrip("。；").split("，")
    if len(mine) > 1 and len(theirs) > 1 and theirs[-1] not in evidence.article.text:
        text = "，".join([*mine[: len(mine) // 2], theirs[-1]])
        yield Fault("two articles spliced", f"{text}[A1]。", truth, {"A1": evidence})
