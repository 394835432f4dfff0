"""Why there is no answer: what the measures nearest to the question leave unsaid."""

from __future__ import annotations

import re
from collections.abc import Sequence

import rjieba

from assistant.answer import Reason
from assistant.composing import refusals
from assistant.judging.twins import twins
from assistant.judging.unstated import unstated
from assistant.model import Draft, Evidence
from assistant.understanding import Understanding
from assistant.understanding.asks.own_words import own_words
from assistant.understanding.asks.words import ASKING, IDLE
from assistant.understanding.documents.handed_out import hands_out
from assistant.understanding.domain import idle_words, in_domain, without_accreditation
from assistant.understanding.scope import surface_places, without_places
from assistant.weighing.support import Candidate
from index.text import normalise

# Below this, the likeliest article says nothing of what the question is about.
UNRELATED = 0.02
# From this on it is the measure that the question is about, even if it does not answer.
ABOUT = 0.2
# So much of what a question says besides asking stands in the article that it is about.
MOST = 0.5
# What may be asked of any measure: it tells no matter.
_ASPECT = re.compile(
    r"有效期|期限|时限|时候|时间|工作日|小时|个月|百分[之点]?|费用?|收费|材料|单证|资料|手续|流程|标准|比例|金额|额度|数额|名额|号码|电话"
    r"|地址|网址|网站|复审|排队|减免|打折|优惠|到账|学历|注册|最[长多高低短少]|规定|制度|管理|分类|名单|清单|结果|系统|一次|现场|平台"
    r"|试点|具体|需要|拿证|开通|企业|公司|海关|认证|高级|文件|政策|措施|申请|办理|审批|服务|进口|出口|外贸|货物|条款|支持|方面|数据"
    r"|aeo|上海|厦门",
    re.IGNORECASE,
)
# What the customs' hotline knows best, whoever else has a hand in it.
_CUSTOMS = re.compile("海关|查验|报关|通关|清关|关税|检疫|备案|零售进口|抽检")


def in_charge(understood: Understanding, likely: Sequence[Candidate]) -> Evidence | None:
    """The nearest article on what the question is about that others than the customs answer for.

    Their counter, not the customs hotline, knows what the article leaves unsaid: 落户, 贴息.
    """
    if understood.lists or _CUSTOMS.search(without_accreditation(understood.text)):
        return None  # a list of a subject that nothing rules on has no counter here
    said = _ASPECT.sub(" ", without_accreditation(without_places(understood.topic)))
    words = (word for word in rjieba.cut(said) if len(word) > 1 and word not in IDLE)
    matter = {word for word in words if not ASKING.search(word)}
    for one in likely:
        article = one.evidence.article
        if all("海关" in unit for unit in article.responsible_units):
            return None  # the nearest is the customs' own
        named = sum(word in article.text for word in matter)
        if named and named >= MOST * len(matter):
            return one.evidence
    return None


def on_the_subject(
    understood: Understanding, likely: Sequence[Candidate], found: Sequence[Candidate]
) -> Draft | None:
    """The measure that the question is about, which does not state what is asked; if there is one.

    Its twins among all that was ``found``, as silent, stand beside it.
    """
    if not likely or likely[0].support < ABOUT or understood.lists:
        return None
    missing = unstated(understood, likely[:1])
    if missing is None:
        return None
    same = [
        one for one in twins(understood, likely[0], found) if unstated(understood, [one]) == missing
    ]
    return refusals.not_specified(missing, likely[0], *same)


def goes_on(heard: Candidate, likely: Sequence[Candidate]) -> bool:
    """Whether the follow-up is about the measure just heard, as far as its words tell."""
    return any(one.evidence.article.id == heard.evidence.article.id for one in likely)


def silent(understood: Understanding, likely: Sequence[Candidate]) -> Reason:
    """Off topic when nothing has to do with the trade; otherwise the documents are silent.

    What follows up on the trade (“谁出钱”) is about it, and so is what asks of a place with
    documents, or in words of theirs, unless it is idle talk.
    """
    near = any(one.support >= UNRELATED for one in likely) or understood.is_follow_up
    if near or in_domain(understood.text) or hands_out(understood.text, ""):
        return Reason.NO_BASIS
    if idle_words(understood.text):
        return Reason.OFF_TOPIC
    held = understood.scope.jurisdictions and surface_places(understood.text)
    return Reason.NO_BASIS if held or _in_their_words(understood, likely) else Reason.OFF_TOPIC


def _in_their_words(understood: Understanding, likely: Sequence[Candidate]) -> bool:
    """Whether a word of the question, besides those of asking, stands in the likeliest articles."""
    plain = normalise(without_places(understood.text))
    words = [one for one in rjieba.cut(plain) if len(one) > 1 and own_words(one)]
    return any(word in normalise(one.evidence.article.text) for one in likely for word in words)
