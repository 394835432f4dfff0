"""What of a call tells its matter: turns of thanks and small talk do not, nor do echoes.

Between two questions callers thank, wait, chat, and say back what they have heard (“20%以下，明白”,
“哦，5年和1年”). None of that is a question, and none of it changes what the call is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understanding.follow_ups.leave_taking import takes_leave
from corpus.jurisdictions import find_in as places_in

_TAIL = r"(?:您|你|了|啦|啊|哦|呀|哈|的|嘛|噢|喔|着|啰|咯)*"
_SURE = (
    r"(?:好+|行+|嗯+|唔|哦+|噢+|喔+|哎+|诶|欸|对+|是|没错|没问题|ok|okay|可以|成|中|得嘞|太好|挺好|真好|那就好|好嘞|好咧"
    r"|明白|清楚|懂|了解|收到|知道|晓得|记下来?|记住|记好|记|听懂|听明白|听清楚?|原来如此|原来是这样|这样|这样子|是这样|没事|不客气)"
)
_THANKS = r"(?:太|非常|十分|多|真是|真的)?(?:谢谢|感谢|多谢|谢|辛苦|麻烦|劳驾|打扰|费心|有劳)"
_WAIT = (
    r"(?:请|您|你|先)*(?:稍等|等等|等一[下会]儿?|等会儿?|等我|别挂|别急|不急|不着急|慢慢来?|慢点)[^，,。]{0,10}"
    r"|(?:让)?我(?:先|再)?(?:拿|找|记|翻|想|看看?|查查?|问问?|打开|核对|确认)(?:一?[下个支张会儿])*(?:笔|纸|本子|电脑|还有[啥什么].{0,6}|要问.{0,4}|材料|资料|同事)?"
    r"|(?:好了)?[您你](?:先|请|继续|接着)*(?:说|讲|忙|查|慢慢[说讲查看])|请[说讲]|继续|接着[说讲]|(?:还)?在(?:吗|听吗?)|听得?[到见](?:吗|么)|喂+"
)
# Said to pass the time: of the weather, the line, the one on the phone.
_TALK = (
    r"(?:哈|呵|嘿|嘻)+|(?:(?:今天|最近|外面|这)*(?:的)?天气|(?:今天|外面)?(?:天儿?)?(?:真|好|太|很|还|挺|可)+[热冷闷凉])(?:真|好|太|很|还|挺|可)*[热冷闷凉]?.{0,3}"
    r"|(?:今天|最近)?打电话的?人?(?:挺|很|真|好)?多?.{0,2}|(?:今天|最近)?(?:挺|很|真)?忙.{0,3}"
    r"|(?:我|你|您)?(?:这边|那边|们)?(?:的)?(?:网络?|信号|声音|电话|手机)(?:有点|不太|太|很|真|好像)*(?:卡|差|不好|断|小|吵|断断续续|没电).{0,2}"
    r"|(?:你|您)(?:们)?(?:的)?(?:态度|服务|回答|讲得|说得|解释)?(?:真|很|太|挺)+(?:好|专业|耐心|清楚|详细|快)"
)
_CHAT = (
    rf"{_TALK}|(?:是|对)?(?:您|你)?贵姓|(?:请问)?(?:您|你)(?:怎么|咋)?(?:称呼|贵姓|姓什么|工号多少)|[你您]好|(?:早上|上午|中午|下午|晚上)好|再见|拜拜"
    r"|(?:不好意思|抱歉|对不起).{0,6}|跑题"
    r"|(?:老板|领导|同事|客户|财务|经理|他们?|她)?(?:让我|叫我|要我|托我)?(?:再|最后|顺便|还想|还要|我再|想再|接着)*(?:确认|核实|问|请教|咨询|打听)(?:[您你])?(?:一?[下个句件]|一个事|个事|个问题|一个问题)*"
    r"|(?:你|您)(?:们)?(?:的)?(?:态度|服务|回答|讲得|说得|解释)?(?:真|很|太|挺)*(?:好|专业|耐心|清楚|详细|快)|(?:谢谢)?(?:您|你)?的?(?:解释|解答|帮忙|耐心|回答|讲解)|辛苦"
)
_IDLE = re.compile(
    rf"^(?:请问)?(?:我|那|就|都|已经|全|大概|差不多|太|也|真)*(?:{_SURE}|{_THANKS}|{_WAIT}|{_CHAT}|{_TAIL[:-1]}){_TAIL}"
    rf"(?:(?:{_SURE}|{_THANKS}|{_WAIT}|{_CHAT}){_TAIL})*+$",
    re.IGNORECASE,
)
_TALKING = re.compile(rf"^(?:{_TALK}){_TAIL}$")
_CLAUSE = re.compile(r"[，,。；;！!？?~～…、 ]+")
# What is said back to the one who told it.
_HEARD = re.compile(
    rf"^(?:哦+|噢+|喔+|嗯+|啊+|原来|怪不得|难怪|好的?|行|对|知道了|明白了|记下了|收到|了解了?|懂了|清楚了)(?![家像])|(?:明白|收到|知道|晓得|记下|记住|记好|了解|清楚|懂|记){_TAIL}$"
    r"|(?<!怎么)(?:是|算)(?:其中)?一[个条项](?:了)?$"
)
_ASKING = re.compile(
    r"几(?!乎)|多少|多[久长大高]|什么|啥|哪|谁|吗|嘛[？?]?$|么|呢|能不能|能否|可否|有没有|是不是|是否|怎么|如何|咋|要不要|行不行|会不会|[？?]$|想(?:问|了解|知道|咨询)|伐$|不$|没$"
)
# What the caller has already, and lays aside: “那条讲过了”, “供应链金融系统我知道了，不用再说”.
_HAD = re.compile(
    r"(?:讲|说|看|问|听|提|查|读|念|聊|介绍|答|谈|记|找|拿|搞|弄)(?:过|到|完|清楚|明白|懂|好|全|(?<=记)下来?)(?:了|啦|的|嘞)*$|(?:知道|晓得|清楚|明白|了解|有数|掌握|懂|熟)(?:了|啦|的|嘞)*$|(?:我|已经?|都)有了$"
    r"|(?:不|别|甭|无需|用不着)(?:用|必|要)?(?:再|重复|多)*(?:讲|说|提|念|重复|介绍|啰嗦|问|谈|管|看|算)(?:它|这个|那个|一遍)?(?:了|啦)*$|^(?:撇开|除开|除去|除了|不算|抛开|刨去|去掉)"
)
# What leads up to a question and is none of it.
_LEADING = re.compile(
    r"^(?:[你您]好|喂|请问|麻烦|打扰一?下|劳驾|顺便|顺带|还|再|另外|我|就|也|想要?(?=[问请咨了打知])|(?:请教|咨询|了解|打听|知道|问)(?:一?[下声]|一个|个|问)|想(?:请教|咨询|了解|问|打听|知道)|[，,、：: ])+(?=[\u4e00-\u9fffA-Za-z]{4})"
)
_POLITE = re.compile(r"[你您]好|请问|想|请教|咨询|了解|打听|问|麻烦|打扰|劳驾")
# A tag after an echo asks for nothing but a nod.
_TAG = re.compile(r"(?:是吧|对吧|是吗|对吗|对不对|是不是|没错吧|啊|吧|哈|咯|喽|啦|呗|嘛)[？?]?$")
# What is guessed of the thing just asked about, and names none: “降到百分之二十以下是吧”.
_GUESS = re.compile(
    r"^(?:那|哦|噢|嗯|好像|应该|大概|也就|都|一般)*(?:就?是[^，,。]{1,10}(?:[那这][种样类]|局|委|中心|海关|窗口|平台|部门)(?=$)|归|由|要|得|按|降|压|缩|减|延|提前|不超|不低于|最[高低多少快长短]|[一二两三四五六七八九十半\d]+(?:个|天|年|月|小时|工作日|次))"
)
# What asks to be told, without a word of asking: “退税这块细说下”.
_REQUEST = re.compile(
    r"(?:说|讲|介绍|念|查|问|列|看|讲解|解释)(?:给我)?(?:一?下|说|讲|看|听|一说|一讲|一遍)|告诉我|想(?:问|知道|了解|听|看)"
)
# An echo is short: more than this brings something of its own.
_LONGEST = 14


def without_courtesy(turn: str) -> str:
    """``turn`` without the clauses that only thank, wait, greet or nod; may be empty."""
    clauses = [one for one in _CLAUSE.split(turn) if one]
    if not any(map(_idle, clauses)):
        return turn
    kept = turn
    for one in clauses:
        if _idle(one):
            kept = re.sub(
                rf"(?:^|(?<=[，,。；;！!？?~～…、 ])){re.escape(one)}(?:[，,。；;！!？?~～…、 ]+|$)",
                "",
                kept,
                count=1,
            )
    return kept.strip("，,。；;！!~～…、 ")


def without_lead(turn: str) -> str:
    """``turn`` without what leads up to its question: “还想了解一下”, “顺便问下”."""
    lead = _LEADING.match(turn)
    return turn[lead.end() :] if lead and _POLITE.search(lead[0]) else turn


def echoes(turn: str) -> bool:
    """Whether ``turn`` only says back what was told: “哦，5年和1年”, “公示制度我知道了”."""
    said = without_courtesy(turn)
    nodded = said != turn or bool(_HEARD.search(turn))
    plain = _TAG.sub("", said)
    if said != plain and _GUESS.search(plain) and not places_in(plain):
        nodded = True
    return nodded and len(plain) <= _LONGEST and not _ASKING.search(plain)


def told_before(clause: str) -> bool:
    """Whether ``clause`` only tells that something is known already."""
    return bool(_HAD.search(clause))


def asks_nothing(turn: str) -> bool:
    """Whether ``turn`` only tells, guesses or lays aside: “跨境电商说过了”, “记到信用报告里？”."""
    plain = _TAG.sub("", turn).rstrip("？? ")
    return not (_ASKING.search(plain) or _REQUEST.search(plain))


def telling(history: Sequence[str]) -> list[str]:
    """The turns of ``history`` that tell what the call is about, without their courtesies."""
    turns = [turn.strip() for turn in history if turn.strip()]
    kept = [
        without_courtesy(turn) for place, turn in enumerate(turns) if not place or not echoes(turn)
    ]
    return [without_lead(turn) for turn in kept if turn]


def only_chats(turn: str) -> bool:
    """Whether ``turn`` passes the time and neither asks nor names a place: “今天天气不错哈”."""
    clauses = [one for one in _CLAUSE.split(turn) if one]
    chats = any(map(_TALKING.match, clauses)) and all(map(_idle, clauses))
    return chats and asks_nothing(turn) and not places_in(turn)


def _idle(clause: str) -> bool:
    return bool(_IDLE.match(clause)) or takes_leave(clause)
