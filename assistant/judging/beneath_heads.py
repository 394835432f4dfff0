"""The step that goes from a document's headline, or its opening words, to what stands beneath them.

The head of a document that nobody prepared is often all that a question repeats: its title, and
“现将有关要求通知如下：”. What answers stands in the articles that follow.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.composing.answers import answers_figure
from assistant.composing.quoting import choose
from assistant.composing.reading import announces, ends, signed
from assistant.state import State
from assistant.understanding import Understanding
from assistant.weighing.beyond_title import without_title
from assistant.weighing.support import Candidate
from corpus.model import HEAD_LABEL

# What a head says and its articles do not: why, by what right, by whom, since when, whether at all.
_OF_THE_HEAD = re.compile(
    r"为什么|为何|为啥|缘由|目的|背景|意义|依据|根据|旨在|谁(?:发|印|制定|出台)|哪(?:个|些)?(?:部门|单位|机关)"
    r"|(?:什么时候|何时|哪[天年月日一])[^，。？]{0,6}(?:发布|印发|出台|公布|发|施行|实施|成文)"
)

# Words that ask whatever the document says.
_ASKING = re.compile(
    r"如何|怎么样?|怎样|什么|哪些|啥|有何|有|是|做出|作出|提出|采取|规定|要求|措施|内容|政策|关于|对|了|的|呢|吗"
)
# So many characters of a question's own ask for nothing.
HARDLY = 4
# Of the articles beneath, the first that is at least this share as likely as the likeliest.
NEARLY = 0.7


def beneath_heads(state: State) -> State:
    """``chosen`` with what stands beneath a head in its place, where the head answers nothing."""
    chosen = tuple(
        (place, _each_once(tuple(_beneath(state, one) for one in found)))
        for place, found in state.chosen
    )
    return replace(state, chosen=chosen)


def _each_once(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    return tuple({one.evidence.article.id: one for one in found}.values())


def _beneath(state: State, one: Candidate) -> Candidate:
    """``one``, or where it is an empty head the likeliest article of its document."""
    if not _says_nothing(one, state.understood):
        return one
    others = [
        other
        for side in state.sides
        for other in side.candidates
        if other.policy_id == one.policy_id
        and other.evidence.article.label not in (HEAD_LABEL, one.evidence.article.label)
        and not all(signed(entry.sentence) for entry in other.sentences)
    ]
    if others and not _asks_for_all(state.understood.text, one.evidence.policy.title):
        sure = NEARLY * max(other.support for other in others)
        near = (other for other in others if other.support >= sure)
        return min(near, key=lambda other: other.evidence.article.span)
    articles = [
        article
        for article in state.parts.store.articles(one.policy_id)
        if article.label != HEAD_LABEL
    ]
    following = state.parts.finder.these(state.understood, articles[:1])
    return following[0] if following else one


def _asks_for_all(text: str, title: str) -> bool:
    """Whether the question says the title over again and asks nothing of its own."""
    own = _ASKING.sub("", without_title(text, title))
    return sum(map(str.isalnum, own)) <= HARDLY


def _says_nothing(one: Candidate, understood: Understanding) -> bool:
    """Whether the candidate is a head that would be quoted with a headline or an announcement only."""
    if one.asked:
        return False
    quoted = choose(one.sentences)
    if all(map(signed, quoted)):
        return True
    if one.evidence.article.label != HEAD_LABEL:
        return False
    wants = understood.wants
    if wants and understood.asks_figure and answers_figure(one, wants):
        return False
    if all(not ends(sentence) and not announces(sentence) for sentence in quoted):
        return True
    return not _OF_THE_HEAD.search(understood.text) and all(
        announces(sentence) or not ends(sentence) for sentence in quoted
    )
