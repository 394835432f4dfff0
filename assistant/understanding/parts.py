"""Several questions asked in one breath: “B类证批几年？还有退税大概几天？”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understanding.figures.wanted import wanted_figure
from assistant.understanding.follow_ups.resolve import resolve
from assistant.understanding.scope import surface_places, without_places

# What ends a question, or joins the next one on.
_BORDER = re.compile(
    r"[？?；;]+|[，,。]\s*(?=(?:还有|另外|顺便|以及|同时|再问|再就是|第[二三]|其次|二是|三是)[^，,。]{2})"
)
_JOINING = re.compile(
    r"^[，,。 ]*(?:(?:还有|另外|顺便|以及|同时|再问一?下|再就是|第[一二三](?:个|件)?|首先|其次|[一二三]是|问一下)[是，,：: ]*)+"
)
# The words of a question; without any, a stretch only tells what is the matter.
_ASKING = re.compile(
    r"几|多少|多久|多长|什么|啥|哪|谁|吗|么|呢|能不能|能否|可否|有没有|是不是|是否|怎么|如何|咋|要不要|行不行|多大|多高"
)
_COMMA = re.compile(r"[，,]")
# Shorter ones are what is left of a question tag (“对吧？”, “行吗？”).
_SHORTEST = 4
_MOST = 3


def parts_of(text: str) -> tuple[str, ...]:
    """The questions in ``text``, each with its own words; one alone for an ordinary question.

    Each keeps the place that is told before the first of them, or that only the first one names.
    """
    told = ""
    parts: list[str] = []
    for stretch in _BORDER.split(text):
        words = _JOINING.sub("", stretch).strip(" ，,。")
        if not words:
            continue
        if _asks(words, _SHORTEST):
            joined = words != stretch.strip(" ，,。")
            if parts and not joined and _leans(words, parts):
                parts[-1] += f"，{words}"
            else:
                parts.append(words)
        elif parts:
            parts[-1] += f"，{words}"
        else:
            told += f"{words}，"
    if not 1 < len(parts) <= _MOST:
        return (text,)
    first, _, asked = parts[0].rpartition("：")
    before = surface_places(f"{told}{first}")
    after = before or surface_places(asked)
    return (placed(asked, before), *(placed(part, after) for part in parts[1:]))


def joined_parts_of(text: str) -> tuple[str, ...]:
    """The two questions that only a comma may join (“退税几天，查验要我陪吗”); one alone where the
    first asks for no figure, or the second cannot stand by itself.

    Other questions before a comma are mostly the story of the one after it (“想先问准归哪个税号，批文
    能快点吗”). Whether these are two is for their answers to tell.
    """
    *before, last = [part.strip() for part in _COMMA.split(text) if part.strip()]
    if not before or not (_asks(last, _SHORTEST + 1) and wanted_figure(before[-1])):
        return (text,)
    first = "，".join(before)
    if _leans(last, (first,)):
        return (text,)
    return first, placed(last, surface_places(first))


def placed(part: str, places: Sequence[str]) -> str:
    """``part`` asked of the first of ``places``, where it names none itself."""
    return part if surface_places(part) or not places else f"{places[0]}：{part}"


def _asks(words: str, shortest: int) -> bool:
    return bool(_ASKING.search(words)) and sum(map(str.isalnum, words)) >= shortest


def _leans(words: str, before: Sequence[str]) -> bool:
    """Whether ``words`` cannot be understood without the questions ``before``."""
    rest = without_places(words)
    if rest != words and sum(map(str.isalnum, rest)) > _SHORTEST:
        return False  # another place with a question of its own
    resolved = resolve(words, before, surface_places)
    return resolved.is_follow_up and not resolved.inherited
