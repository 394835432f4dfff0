"""Where an answer reads on: past words that merely repeat or announce, into what they announce.

In a document that nobody prepared, the sentence nearest to a question is often the one that says
it over again: a heading, “现提出以下要求：”, the question of a list of questions and answers. What
follows it is the answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.composing.sentences import Sentence

# A sentence is an echo when so small a share of its character pairs is not in the question.
ECHO = 0.34
# One that announces and is longer than this is left out of its own quote.
LEAD = 90
# A sentence this short, without a comma, heads a paragraph.
_HEADING = 18
_PAUSES = re.compile("[，,；;、]")
_ACTS = r"(?:提出|作出|做出|明确|发布|出台|印发|推出|采取|制定|公布|下发|通知|部署|实施|提供|给予|安排|列出|介绍)"
_NOUNS = (
    r"(?:要求|措施|意见|规定|部署|安排|政策|举措|倡议|指引|通知|公告|通告|办法|方案|提示|指南|"
    r"建议|规范|条件|支持|条|项|点)"
)
_ANNOUNCES = re.compile(
    rf"[：:]$|{_ACTS}[^，。；]{{0,14}}{_NOUNS}[。！]?$"
    r"|(?:如下|以下|下列)[^，。；]{0,10}[。：:]?$|(?:包括|分为|主要有)[^，。；]{0,8}(?:方面|几点|几项|内容)。?$"
)
_ASKS = re.compile(r"[？?][”’」』》）)]*$")
_DIGITS = re.compile(r"\d+")
# The foot of a document: who issued it and when, and no sentence.
_SIGNED = re.compile(
    r"^(?=.{0,80}$)[^，。；：]*(?:\d{4}|二[〇○零O]二[〇○零O一二三四五六七八九])年[^，。；]{1,6}月[^，。；]{1,3}日[（(）)]?[^，。；]{0,12}$"
)


@dataclass(frozen=True, slots=True)
class Telling:
    """What can be told of a sentence before any question: whether it tells anything, its numbers.

    ``hollow`` when it announces what follows, asks itself, or is the foot of its document.
    """

    hollow: bool
    numbers: tuple[str, ...]

    @classmethod
    def of(cls, sentence: Sentence) -> Telling:
        """What ``sentence`` tells."""
        hollow = announces(sentence) or asks(sentence) or signed(sentence)
        return cls(hollow, tuple(_DIGITS.findall(sentence.text)))

    def is_echo(self, adds: int, pairs: int, question: str) -> bool:
        """Whether it tells hardly more than the question: ``adds`` of its ``pairs`` are new."""
        if self.hollow:
            return True
        return adds <= ECHO * pairs and all(number in question for number in self.numbers)


def announces(sentence: Sentence) -> bool:
    """Whether the sentence says that something follows: “提出以下要求：”."""
    return bool(_ANNOUNCES.search(sentence.text)) or sentence.is_title


def asks(sentence: Sentence) -> bool:
    """Whether it is itself a question, as in a list of questions and answers."""
    return bool(_ASKS.search(sentence.text))


def heads(sentences: Sequence[Sentence], place: int) -> bool:
    """Whether the sentence there looks like the heading of what follows it in a paragraph."""
    one, *after = sentences[place:]
    plain = one.text.rstrip("。：:")
    return (
        len(plain) <= _HEADING
        and not (one.marker or asks(one) or _PAUSES.search(plain))
        and bool(after)
        and len(after[0].text) > len(one.text)
    )


def read_on(sentences: Sequence[Sentence], start: int, budget: int) -> list[int]:
    """``start`` and what follows it within ``budget``, to the next heading, question or number."""
    chosen, spent = [start], len(sentences[start].text)
    numbered, headed = _numbered(sentences, start), heads(sentences, start)
    for place in range(start + 1, len(sentences)):
        one = sentences[place]
        if asks(one) and not asks(sentences[place - 1]):
            break
        if signed(one) or (one.marker and one.marker == numbered):
            break
        if headed and len(chosen) > 1 and heads(sentences, place):
            break
        if spent + len(one.text) > budget and len(chosen) > 1:
            break
        chosen.append(place)
        spent += len(one.text)
    if len(chosen) > 2 and len(sentences[start].text) > LEAD and announces(sentences[start]):
        return chosen[1:]
    return chosen


def _numbered(sentences: Sequence[Sentence], start: int) -> str:
    """The kind of number of the item that the sentence at ``start`` stands in; empty for none."""
    return next((one.marker for one in reversed(sentences[: start + 1]) if one.marker), "")


def signed(sentence: Sentence) -> bool:
    """Whether it is the foot of a document: its issuer and its date."""
    return bool(_SIGNED.match(sentence.text))


def ends(sentence: Sentence) -> bool:
    """Whether a mark ends the sentence, as none ends a headline."""
    return sentence.text.rstrip("”’」』》）)】〕")[-1:] in "。！？!?；;，,"
