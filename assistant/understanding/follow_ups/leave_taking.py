"""Turns that thank, nod or take leave and say nothing else: “好的谢谢侬”, “辛苦了，再见”.

The words are a closed class; what is a nod by itself and what only beside a word of thanks is told
apart, since “可以” or “对” may answer something.
"""

from __future__ import annotations

import re

_NODS = r"好+的?(?:嘞|咧|滴|哒|吧|呀)?|嗯+呐?|哦+|噢+|喔+|唔+|行+|得嘞|ok|okay|知道|晓得|明白|懂|收到|了解|记下来?|记住|没事儿?"
# What nods only where thanks or a farewell stand beside it.
_ALSO = r"可以|成|中|对+|是|清楚|这样子?|原来如此|没什么问题了?|没什么事?了?|没问题了?|不用谢|不客气|太好|挺好|真好|蛮好|没有?别的|没有?其他的?|没有?|不问|问完|就这些|够|有用|帮大忙|弄清楚|搞清楚|听懂|听明白|今天|那么?|就|先|都|也|已经|我|太|非常|十分|真是|真的?|实在|很|挺|让|给|要|啊|呃|哎"
_THANKS = r"谢谢+|多谢晒?|感谢|感恩|谢(?!绝|客)|辛苦|(?<!太)麻烦(?=[你您侬了啦大])|有劳|费心|受累|唔该|难为|打扰|打搅|thanks?(?: ?you)?|thx|3q"
_LEAVE = r"再见|再会|拜+|回见|回头见|不打扰|不耽误|挂(?=了|啦|电话)|电话|bye(?: ?bye)?|88|晚安"
_WHOM = r"[你您侬]们?|大家|师傅|老师|同志|客服|亲|小姐姐?|小姑娘|美女|帅哥|帮忙|帮助|解答|解释|回答|讲解|指点|耐心|告知"
_TAIL = r"[了啦啊哦呀嘞咧哈哇哒喽咯嘛噢喔吧的着呐哟滴呵]"
_MARKS = r"[，,。；;！!~～…、.\s]"

_WORDS = rf"(?:{_NODS}|{_ALSO}|{_THANKS}|{_LEAVE}|{_WHOM}|{_TAIL})"
# Possessive: the words overlap, and whoever writes five hundred of them shall not wait.
_ALL = re.compile(rf"^(?:{_WORDS}|{_MARKS})++[？?]?$", re.IGNORECASE)
_NODDING = re.compile(rf"^(?:(?:{_NODS}){_TAIL}*+{_MARKS}*+)++$", re.IGNORECASE)
_TOLD = re.compile(rf"{_THANKS}|再见|再会|拜拜|回见|回头见|挂了|bye|88|晚安", re.IGNORECASE)
# Thanks that lead up to a question, with a mark between them or a word that begins one.
_BEFORE = re.compile(
    rf"^(?:(?:{_NODS}|{_TAIL}){_MARKS}*+)*+(?:{_THANKS})(?:{_WHOM}|{_TAIL})*"
    rf"(?:{_MARKS}+|(?=那|还有|再问|另外|顺便|请问|对了|我(?:还|再|想)))(?P<rest>.{{2,}})$",
    re.IGNORECASE | re.DOTALL,
)


def takes_leave(turn: str) -> bool:
    """Whether ``turn`` thanks, nods or says goodbye, and nothing else."""
    said = turn.strip()
    if _NODDING.match(said):
        return True
    return bool(_ALL.match(said) and _TOLD.search(said)) and not said.endswith(("？", "?"))


def without_thanks(turn: str) -> str:
    """``turn`` without the thanks that lead up to its question: “谢谢，那厦门呢”."""
    match = _BEFORE.match(turn.strip())
    return match["rest"] if match and not takes_leave(match["rest"]) else turn
