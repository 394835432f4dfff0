"""Turns by which callers shift what they asked before: a word put right, a topic dropped.

“我说错了，是特殊物品，不是动植物” puts another noun into the earlier question; “算了贷款不问了，招外国人的事
讲讲” leaves it behind.
"""

from __future__ import annotations

import re

# Words shorter than this are found in any question.
_NOUN = 2
_END = r"[^，,。；;？?！! ]"
_MEANT = re.compile(
    rf"(?:不是|不算|并非)(?P<wrong>{_END}{{2,12}}?)(?:的|啊|哈|了)?[，,、 ]+(?:而)?(?:是|问的?是|说的?是|应该是|我?指的?是)(?P<right>{_END}{{2,16}})"
    rf"|(?:^|[，,、 ]|我|应该|其实|要问的|问的|说的|指的)+(?:就)?是(?P<right2>{_END}{{2,16}}?)(?:的|啊|哈)?[，,、 ]+(?:而)?(?:不是|并非|可不是)(?P<wrong2>{_END}{{2,12}})"
)
_DROPPED = re.compile(
    r"(?:算了|不问(?:这个|那个|了)|不说(?:这个|那个|了)|先不(?:说|管|问|谈|提)|先放一?[放边]|先这样|撇开|跳过|翻篇"
    r"|换(?:个|一个)?(?:话题|问题|事|别的)|问(?:个|点|一个)?(?:别的|其他的?|另外的?)(?:事|问题)?)"
)
_CLAUSE = re.compile(r"[，,。；;！!？? ]+")
# What names a document, or asks once more what was asked before.
_OF_DOCUMENTS = re.compile(
    r"(?:20)?\d\d年|口岸|AEO|高级认证|文件|方案|措施|通知|通告|行动|若干|营商环境|改革|总署|海关|商务?委|号文|\d+号|[那这]?[份个篇]"
    r"|这件事|这个事|这事儿?|这方面|这块|这一?点|更?[快慢长短多少高低宽严]了?(?:没有?|吗)|有变化|变了|改了|怎么|咋|如何|讲|说|写|提|规定|有没有|没有?"
    r"|[的呢吗么呀啊里中上面又也是对有到了那在自己本身]",
    re.IGNORECASE,
)
_NAMED_FIRST = re.compile(
    r"^[^，,。？?]{0,20}?(?:方案|措施|通知|文件|号文|号)(?:里面?|中|上)?[，, 对的]?"
)


def names_only_documents(text: str) -> bool:
    """Whether ``text`` says nothing but which document is meant now: “那23年的文件呢”."""
    return not re.sub(r"[\W_]", "", _OF_DOCUMENTS.sub("", text))


def without_document(text: str) -> str:
    """``text`` without the document that it begins by naming."""
    rest = _NAMED_FIRST.sub("", text, count=1)
    return rest if len(rest) > _NOUN else text


def corrected(question: str, before: str) -> str | None:
    """``before`` with the noun put right that ``question`` says was wrong; ``None`` if it says none."""
    match = _MEANT.search(question)
    if match is None:
        return None
    wrong = match["wrong"] or match["wrong2"]
    right = match["right"] or match["right2"]
    said = _longest_in(wrong, before)
    return before.replace(said, right, 1) if said else None


def after_dropping(question: str) -> str | None:
    """What is asked once ``question`` has dropped the topic before; ``None`` if it drops none."""
    clauses = [one for one in _CLAUSE.split(question) if one]
    dropping = [place for place, one in enumerate(clauses) if _DROPPED.search(one)]
    if not dropping:
        return None
    rest = "，".join(clauses[dropping[-1] + 1 :]) or _DROPPED.sub("", clauses[dropping[-1]])
    return rest if len(rest) > _NOUN else None


def _longest_in(word: str, text: str) -> str:
    """The longest part of ``word`` that stands in ``text``; empty for less than two characters."""
    for length in range(len(word), _NOUN - 1, -1):
        for start in range(len(word) - length + 1):
            if word[start : start + length] in text:
                return word[start : start + length]
    return ""
