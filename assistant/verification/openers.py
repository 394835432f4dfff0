"""The word or two with which an answer begins: 可以， 不用， 有这项安排，.

No article holds them; they claim that what follows answers the question in one way. What follows
is verified by itself, and the opener is kept only when it says the same way. One that says the
other way (可以 before 不得) is an objection; one that cannot be told is taken off, and nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import rjieba

from assistant.verification.bounds import Bound, bounds
from assistant.verification.figures import figures
from assistant.verification.fold import fold, fold_names
from assistant.verification.negation import Negation, negations
from assistant.verification.occurrences import bigrams
from assistant.verification.transitions import Role, spoken_roles
from corpus.jurisdictions import find_in


class Agreement(StrEnum):
    """How an opener stands to what follows it."""

    SAME = "same"
    UNTOLD = "untold"
    CONTRARY = "contrary"


# 不一定, 要看情况: they promise nothing, and what follows says it better.
_OPEN = r"(?:不一样|不(?:相)?同|不一致|不是一回事|是一回事|(?:完全)?一样|一致|相同|有(?:些|所|点)?(?:区别|不同|差别)|不一定|不完全是?|不止|不只是?|不全是|要看[^,，]{0,6}|看情况|分情况|视情况|部分)"
_NO_NEED = r"(?:不用|不需要|不需|无需|无须|不必|不要求|用不着|免了|不要)"
_NOT_ALLOWED = r"(?:不能够?|不可以?|不行|不允许|不得|不准|不许|不予)"
_NO = r"(?:没有?|不会|不是|不对|不给|不支持|不属于|不算|不包括|不在|并非|否|不(?=[,，]))"
_MUST = r"(?:必须|应当|需要|须|得|要|需)"
_MAY = r"(?:可以|能够|能|可|允许|准许|行|准|同样可以|也可以|也能)"
_YES = r"(?:都?有的?|都?会的?|都?是的?|没错|对的?|正确|属实|确实|支持|鼓励|给|优先|说了|提了|写了|管|算|属于|包括|确有)"
_KIND = re.compile(
    rf"(?P<open>{_OPEN})|(?P<needless>{_NO_NEED})|(?P<barred>{_NOT_ALLOWED})|(?P<no>{_NO})"
    rf"|(?P<must>{_MUST})|(?P<may>{_MAY})|(?P<yes>{_YES})"
)
# Who it is said of may stand before: 高级认证企业优先，符合条件的企业可以不用，
_OF_WHOM = (
    r"(?:[^,，。;；:：、的]{0,12}(?:的[^,，。;；:：、的]{0,6})?(?:企业|公司|地区|市|两地|方面))?"
)
_HOW = (
    r"(?:仍然?|还|也|都|均|就|目前|暂时|现在|确实|当然|一般|原则上|通常|同样|应该|并|可以(?=不)"
    r"|(?:符合|满足)(?:相关|规定)?条件的?(?:话|企业)?)*"
)
_OPENER = re.compile(
    rf"^\s*(?P<whom>{_OF_WHOM}){_HOW}(?P<core>{_KIND.pattern})(?!否)"
    r"(?P<echo>[^,，。;；:：\[【《“]{0,8})[,，:：](?=\s*\S)"
)
_SHORT_CLAUSE = re.compile(
    r"^\s*(?:至于|关于|对于)?(?P<words>[^\W\d_]{1,8}?)(?P<topic>方面|这块|这一块|的话|上)?[,，:：](?=\s*\S)"
)
# A clause that leads on is no answer: 有意愿的, 要申请的, 对AEO企业, 在厦门.
_LEADS_ON = re.compile(
    r"(?:的|时|后|中|下|前|人员|人才|企业|公司|货物)$|^(?:对|在|给|有|属于|包括)[^,，:：]{2,}(?:企业|公司|市|海关|[的时后下])"
)
_GRANTS = re.compile(
    r"可|能|允许|准|支持|鼓励|优先|提供|给予|予以|享受|便利|免除|实施|推动|适用|开展|建立"
)
_OBLIGES = re.compile(r"必须|应当?|须|需(?!求)|要求|凭|提交|(?<!主)要(?!素|求)")
_HELD_BACK = re.compile(r"探索|研究(?!机构|院|所|人员|中心|制定)|争取(?!到)|力争|试点|试行")
_FIRM = re.compile(r"^(?:[也都]?会|[也都]?能|可以|能够|允许|行|是|对|给|已经)")
_LIMITS = re.compile(
    r"条件|前提|才[可能会]|须为|应为|仅|只有|只限|除外|以外|限于|(?<![^,，、])非|为非"
)
_EXCEPTED = re.compile(
    r"(?P<what>[^,，。;；()]{2,20})除外|除(?P<what2>[^,，。;；]{2,20}?)[以之]?外"
)
_OFFICE = re.compile(r"[一-龥]{2}(?:局|委|署|厅)")
# An opener of so many characters that stands in the source is a clause like any other.
_CLAUSE = 4
_SHORT = ("不", "未", "无", "非", "勿")
_GRANTED = re.compile(
    r"(?:再|能|会|可|予|给|支持|提供|办理|受理|批准|允许|享受|适用|免|优先|纳入|收)"
)
_BURDEN = re.compile(r"(?:被|予|再)?(?:行政|海关)?(?:处罚|罚|征收|收取|追究|查发)")
_CONFIRMS = re.compile(r"是|没错|对|正确|属实|确实")
# What is eased without a word of denial.
_SIMPLER = re.compile(r"直接|即可|放行|自动|降低|减少|简化")
_WHATEVER = re.compile(r"不管|无论|不论|不分|不看|任何|一律|统统|随便")
# 不一定, 不是必须 answer whether it is so always, or for all: not where it is left to a will or a condition.
_NOT_ALWAYS = re.compile(r"不一定|不是(?:必须|强制|一定|硬性)|(?:并非|非)(?:必须|强制)")
_ALWAYS = re.compile(r"一定|必须|非得|强制|硬性|每[家个次批]|所有|全部|都(?=[能会要得可有给])")
_LEFT_OPEN = re.compile(
    r"鼓励|自愿|自主选择|探索|试点|有条件|(?:符合|满足|具备)[^,，。;；]{0,12}条件|结合实际|视情况|可(?:以)?(?=选择|自|结合)"
)
_SAME_WORD = ("优先", "支持", "鼓励", "允许")


@dataclass(frozen=True, slots=True)
class Opener:
    """``words`` with their mark, what kind of answer they give, and what they repeat after it."""

    words: str
    kind: str
    core: str
    whom: str
    echo: str

    @property
    def bare(self) -> bool:
        """Whether it is nothing but the answer itself."""
        said = self.core + self.echo
        whole = not self.echo.strip("的了啊呢吧哦") or _NOT_ALWAYS.fullmatch(said) is not None
        return whole and not self.whom

    def echoes(self, texts: Iterable[str]) -> bool:
        """Whether it is a clause of its own that stands in one of the texts."""
        said = fold_names(fold(self.words)).rstrip(",:")
        return not self.bare and len(said) >= _CLAUSE and any(said in text for text in texts)


def split(sentence: str, question: str = "") -> tuple[Opener | None, str]:
    """The opener of ``sentence`` and what follows it."""
    match = _OPENER.match(sentence)
    if match is None or (not _bare(match) and _LEADS_ON.search(match.group()[:-1].strip())):
        taken = _SHORT_CLAUSE.match(sentence)
        if taken is None or not _from_question(taken, question):
            return None, sentence
        return Opener(taken.group(), "open", taken["words"], "", ""), sentence[taken.end() :]
    kind = next(
        name for name in ("open", "needless", "barred", "no", "must", "may", "yes") if match[name]
    )
    opener = Opener(match.group(), kind, match["core"], match["whom"].strip(), match["echo"])
    return opener, sentence[match.end() :]


def _bare(match: re.Match[str]) -> bool:
    """Whether nothing but the answer itself is said: 是的, 会的."""
    return not match["whom"] and not match["echo"].strip("的了啊呢吧哦")


def _from_question(clause: re.Match[str], question: str) -> bool:
    """Whether a first clause only takes up the question: its 收不收 as 收, its topic as 码头方面."""
    words = clause["words"]
    if clause["topic"]:
        return len(words) > 1 and words in question
    return len(words) < 4 and bool(
        re.search(rf"{re.escape(words[0])}[不没]{re.escape(words)}", question)
    )


def agreement(opener: Opener, rest: str, question: str = "") -> Agreement:
    """Whether the opener says what the verified ``rest`` says, when ``question`` is answered."""
    text = fold_names(fold(rest))
    if _NOT_ALWAYS.search(opener.words):
        return _not_always(text, question)
    if opener.kind == "open":
        return Agreement.UNTOLD
    found = [one for one in negations(text) if one.kind != "excepted" and not _spares(one)]
    positive = bool(_GRANTS.search(_without(found, text)))
    kinds = {one.kind for one in found}
    if opener.kind in ("yes", "may") and _of_excepted(text, fold_names(fold(question))):
        return Agreement.UNTOLD
    if opener.kind == "yes" and _disputed(opener, text, fold_names(fold(question))):
        return Agreement.UNTOLD
    if opener.kind in ("yes", "may"):
        return _affirmed(opener, text, kinds, positive=positive)
    if opener.kind == "must":
        if opener.echo and _conditional(opener.echo, text):
            return Agreement.UNTOLD
        if _OBLIGES.search(_without(found, text)) and not kinds & {"needless", "waived", "reduced"}:
            return Agreement.SAME
        return Agreement.CONTRARY if kinds & {"needless", "waived", "reduced"} else Agreement.UNTOLD
    if opener.kind == "needless":
        if kinds & {"needless", "waived", "reduced"}:
            return Agreement.SAME
        obliged = _OBLIGES.search(text) is not None
        told = obliged or not (found or _SIMPLER.search(text))
        return Agreement.CONTRARY if told else Agreement.UNTOLD
    return _denied(opener, text, kinds, positive=positive)


def _not_always(text: str, question: str) -> Agreement:
    """不一定 and 不是必须: so it is asked, and what is told is left to a will or a condition."""
    left_open = _LEFT_OPEN.search(text) is not None and _OBLIGES.search(text) is None
    return Agreement.SAME if left_open and _ALWAYS.search(question) else Agreement.UNTOLD


def _conditional(echo: str, text: str) -> bool:
    """Whether what must be (在白名单里) is the condition of what is granted (纳入白名单的无需…)."""
    led = {pair for one in re.findall(r"([^,。;；]*?)的", text) for pair in bigrams(one)}
    return bool(bigrams(fold_names(fold(echo))) & led)


def _disputed(opener: Opener, text: str, question: str) -> bool:
    """Whether 对 or 会 may affirm more than the answer says.

    What is asked names a figure that the answer does not, or the answer sets a limit to it.
    """
    if _WHATEVER.search(question) and not _WHATEVER.search(text):
        return True
    found = figures(text)
    roles = spoken_roles(text, found)
    said = {f.key for f, role in zip(found, roles, strict=True) if role is not Role.OLD}
    if _CONFIRMS.search(opener.core) and {f.key for f in figures(question)} - said:
        return True
    if _CONFIRMS.search(opener.core) and _others_named(question, text):
        return True
    most = any(bounds(text, found, i) & {Bound.AT_MOST, Bound.LESS} for i in range(len(found)))
    return most and opener.core.lstrip("也都") in ("会", "会的")


def _others_named(question: str, text: str) -> bool:
    """Whether the question names an office or a country of which the answer says nothing."""
    named = [match.group() for match in _OFFICE.finditer(question)]
    named += [word for word, tag in rjieba.tag(question) if tag == "ns" and len(word) > 1]
    return any(one not in text and not find_in(one) for one in named)


def _of_excepted(text: str, question: str) -> bool:
    """Whether it is asked of what the answer excepts (食品 of 食品除外)."""
    asked = bigrams(question)
    return any(
        bigrams(match["what"] or match["what2"])
        & asked - bigrams(text[: match.start()] + text[match.end() :])
        for match in _EXCEPTED.finditer(text)
    )


def _affirmed(opener: Opener, text: str, kinds: set[str], *, positive: bool) -> Agreement:
    if "prohibited" in kinds or ("not" in kinds and not positive):
        return Agreement.CONTRARY
    if kinds & {"not", "stopped"}:
        return Agreement.UNTOLD
    if any(word in opener.words and word not in text for word in _SAME_WORD):
        return Agreement.UNTOLD
    if _HELD_BACK.search(text) and _FIRM.search(opener.core):
        return Agreement.UNTOLD
    if opener.kind == "may" and not positive:
        return Agreement.UNTOLD
    return Agreement.SAME


def _denied(opener: Opener, text: str, kinds: set[str], *, positive: bool) -> Agreement:
    """不能 and 没有 stand only before words that deny; 不对 and 不是 deny what was asked."""
    if opener.core in ("不是", "不对", "并非", "否"):
        return Agreement.UNTOLD
    denying = {"prohibited", "not", "stopped"} if opener.kind == "barred" else {"not", "prohibited"}
    if kinds & denying:
        return Agreement.UNTOLD if positive else Agreement.SAME
    found = figures(text)
    if any(bounds(text, found, i) & {Bound.AT_MOST, Bound.LESS} for i in range(len(found))):
        return Agreement.UNTOLD
    return Agreement.UNTOLD if _LIMITS.search(text) else Agreement.CONTRARY


def _spares(one: Negation) -> bool:
    """Whether a negation leaves what is granted as it is.

    A burden may be denied (不予行政处罚), or something beside the grant (不影响秩序, 不按规定的, 非失信).
    """
    if one.kind != "not":
        return False
    beside = one.at.word in _SHORT and not _GRANTED.match(one.at.after)
    return beside or bool(_BURDEN.match(one.at.after))


def _without(found: list[Negation], text: str) -> str:
    """``text`` without its negating words and what follows each closely."""
    for one in reversed(found):
        text = text[: one.at.start] + "。" + text[one.at.end + 2 :]
    return text
