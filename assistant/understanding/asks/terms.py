"""Questions for what a word means: of a term that a document has, and of a word by itself."""

from __future__ import annotations

import re

_TERM = re.compile(
    r"(?P<term>[A-Za-z]{2,}\+?|[“\"][^”\"]{2,12}[”\"])(?:企业)?(?:这个词|一词)?(?:到底|究竟|具体)?(?:的|是)*(?:中文|英文|完整)?(?:的)?"
    r"(?:全称|全名|指(?:的)?(?:是)?(?:什么|啥|谁|哪)|什么意思|啥意思|代表(?:什么|啥)|(?:什么|啥)的?(?:缩写|简称))"
)
_WHAT_IT_MEANS = re.compile(
    r"^(?:请问|那么?|你们说的|文件里的?|所谓的?|这个)*(?:"
    r"(?:什么|啥)(?:是|叫做?)(?P<before>[^，,。？?！!]{2,14}?)"
    r"|[“\"]?(?P<after>[^，,。？?！!的]{2,14}?)[”\"]?(?:这个词)?(?:到底|究竟|具体)?"
    r"(?:(?:就?是|指|指的是|代表)(?:什么|啥)(?:意思|含义|玩意儿?)?|(?:什么|啥)(?:意思|含义)|(?:的)?(?:意思|含义|定义)是(?:什么|啥))"
    r")[呢啊呀吗哦 ]*[？?。]*$"
)


def term_asked(text: str) -> str:
    """The term of a document (AEO, “单一窗口”) that ``text`` asks to write out or explain.

    Empty where there is none; the name of the document itself is asked otherwise.
    """
    match = _TERM.search(text)
    return match["term"].strip('“”"') if match else ""


def meaning_asked(text: str) -> str:
    """The word, any word, of which ``text`` asks the meaning and nothing else; empty where there is none."""
    match = _WHAT_IT_MEANS.match(text.strip())
    return (match["before"] or match["after"]).strip('“”"') if match else ""
