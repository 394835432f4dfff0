"""What is asked of a document that only sentences of its head say: who approved it, what it carries out.

``ASKED`` are the cues of the question, ``SAID`` what the sentence that answers has in it.
"""

from __future__ import annotations

import re

from assistant.understanding.facts import DocumentFact

_WHICH = "(?:哪|什么|啥|谁|几|何)"
_STOP = "[^，,。？?；;]"

ASKED: tuple[tuple[DocumentFact, re.Pattern[str]], ...] = (
    (
        DocumentFact.SEAL,
        re.compile(
            rf"盖(?:的|了|着|上)*(?:是)?{_WHICH}{_STOP}{{0,6}}章|(?:谁|哪(?:个|家|儿|里)?{_STOP}{{0,4}})(?:盖|代|用)(?:的|了)?(?:公|印|图)?章"
            r"|代章|(?:公|印|图|盖)章(?:的)?(?:是|单位)?(?:是)?(?:谁|哪)|章(?:是)?(?:谁|哪)(?:家|个)?(?:单位|部门)?(?:盖)?的|谁(?:家)?的(?:公|大)?章"
        ),
    ),
    (
        DocumentFact.APPROVAL,
        re.compile(
            rf"(?:经|过|通过|上|开)(?:过|了)?(?:的|是)*(?:{_WHICH})(?:个|次|一?级|样的|种)?{_STOP}{{0,4}}会"
            rf"|(?:什么|啥|哪(?:个|次|级)?){_STOP}{{0,4}}会议?{_STOP}{{0,4}}(?:通过|研究|审议|定|讨论)|上(?:没上)?(?:过|了)?会(?!计|议室|展|员|所)"
            rf"|(?:谁|哪(?:个|级|儿|里)?(?:领导|部门|政府|单位)?|经{_WHICH})(?:来)?(?:同意|批准|审批|批|审议|审定|点头|拍板|通过|签批)(?:的|过|了|印发|下发|后|发|$|[，,。？?])"
        ),
    ),
    (
        DocumentFact.REPORTING,
        re.compile(
            rf"(?:报|报送|上报|汇报|反馈|报告|交)(?:到|给|去|往|向){_WHICH}"
            rf"|(?:向|往|给|跟|对)(?:谁|哪{_STOP}{{0,4}})(?:报|报送|上报|汇报|反馈|报告)(?:进展|情况|工作|的|$|[，,。？?])"
            rf"|(?:多久|多长时间|几个月|隔多久|几个?月|什么频率|啥频率|频率|每几){_STOP}{{0,8}}(?:报|报送|上报|汇报|反馈)"
            rf"|(?:报|报送|上报|汇报|反馈){_STOP}{{0,6}}(?:多久|多长时间|几个月|频率|周期|几次)"
        ),
    ),
    (
        DocumentFact.BASIS,
        re.compile(
            rf"(?:落实|贯彻|依据|根据|按照?|对标|基于|响应|承接|遵照|依照|依)(?:的|了)?(?:是)?(?:上面|上级|国家|中央)?(?:的)?{_WHICH}{_STOP}{{0,10}}"
            r"(?:文件?|讲话|精神|会议|决策|部署|方案|备忘录|法律?|指示|通知|评估|体系|制定|出台|定)(?:的|了|出)*(?:[？?，,。]|$|制定|出台|来)"
            r"|(?:跟|和|与|同)(?:别的|其他|其它|上级|国家|中央|以前|之前)(?:的)?[^，。？]{0,4}(?:文件?|政策|规定|方案)[^，。？]{0,4}关系"
            r"|上位(?:法|文件|依据)|(?:制定|发文|出台|印发|文件|措施|方案|通知|号|文)(?:的)?依据|贯彻(?:的)?(?:是)?(?:什么|啥|哪)"
        ),
    ),
    (
        DocumentFact.PURPOSE,
        re.compile(
            rf"(?:为(?:了)?(?:什么|啥|何)|干(?:嘛|啥)|怎么会|怎么想起)(?:要|会)?{_STOP}{{0,4}}(?:出台|制定|印发|发(?:这|那|文)|出(?:这|那)|搞(?:这|那))"
            r"|(?:出台|制定|印发|发文|发布|出)(?:这|那|它|该)?(?:份|个)?(?:文件|措施|方案|通知|政策)?(?:的)?(?:目的|初衷|背景|意义|原因|缘由|用意)"
            r"|(?:文件|通知|措施|方案|文|办法|意见)的?(?:制定|出台)?的?(?:目的|初衷|背景|宗旨|用意)|(?:冲着|奔着|为了)(?:什么|啥)(?:出|发|制定|来)|图(?:个|的)?(?:是)?(?:什么|啥)"
        ),
    ),
)  # fmt: skip

SAID: dict[DocumentFact, re.Pattern[str]] = {
    DocumentFact.SEAL: re.compile(r"代章|盖章"),
    DocumentFact.APPROVAL: re.compile(r"会议|同意|批准|审议|研究通过"),
    DocumentFact.REPORTING: re.compile(r"报送|上报|汇报|报告|反馈"),
    DocumentFact.BASIS: re.compile(r"落实|贯彻|根据|依据|按照|对标|指示精神|原有"),
    DocumentFact.PURPOSE: re.compile(r"^为|特制定|旨在|目的"),
}

# Whether one authority issued it by itself.
ALONE = re.compile(
    r"(?:单独|独自|独家|自己|自个儿|一家)(?:就)?(?:发|印发|出|出台|制定|发布|下发)(?!.{0,3}(?:货|证|票))"
)

_FRAME = re.compile(
    "|".join(
        (
            r"盖|代章|公章|印章|会议?|通过|研究|审议|同意|批准|拍板|点头|进展|情况|报送|上报|汇报|反馈|报告|报到|多久|频率|一次",
            r"落实|贯彻|依据|根据|按照?|对标|基于|响应|承接|精神|讲话|决策|部署|关系|别的|其他|目的|初衷|背景|意义|原因|出台|为啥|为何",
            r"(?:分成|分为|划分|分)?[几哪](?:个|大|些)*(?:部分|板块|章节?|块|类|节)|部分|板块|章节|大块|大?标题|框架|结构|目录|名字|分成|分为|大纲|有没有",
        )
    )
)


def without_frame(text: str) -> str:
    """``text`` without the words that such questions are asked with, whatever the document."""
    return _FRAME.sub(" ", text)
