"""What is turned away, or greeted, before any article is looked at."""

from __future__ import annotations

import re

from assistant.answer import Reason
from assistant.understanding.follow_ups.leave_taking import takes_leave

MAX_QUESTION_LENGTH = 500

_COMMAND = "(?:忽略|无视|忘记|忘掉|抛开|绕过|跳过|不要理会|不用管|别管|解除|突破|覆盖|推翻|关闭)"
_RULES = "(?:指令|指示|规则|限制|设定|约束|提示词?|要求|设置|身份|命令|对话|内容|安全策略|过滤|说明|prompt)"
_INJECTION = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_COMMAND}.{{0,8}}(?:以上|上面|上述|之前|前面|此前|先前|所有|全部|一切|你的|系统|原有|原来|既定|任何)"
        rf".{{0,10}}{_RULES}",
        rf"{_COMMAND}(?:你)?(?:的)?(?:系统|安全|原始|内置){_RULES}",
        r"(?:系统|隐藏|内部|初始|原始|底层)(?:的)?(?:提示词?|prompt|指令|设定|配置)",
        r"(?:输出|打印|显示|告诉我|泄露|复述|重复|说出|贴出|公布|翻译|列出|给我看).{0,10}"
        r"(?:提示词|system ?prompt|系统指令|系统提示|内部指令|初始指令|api ?key|密钥|源代码|环境变量|配置文件)",
        r"(?:你|请你|从现在起|现在开始|接下来).{0,6}(?:扮演|假扮|假装|冒充|角色扮演|进入.{0,6}模式)",
        r"(?:从现在(?:起|开始)|接下来|现在)[，, ]?你(?:就)?(?:是|叫|变成|成为)(?!否|不是)",
        r"(?:开发者|越狱|DAN|上帝|无限制|管理员|调试|debug|developer|jailbreak)\s*模式|jailbreak|\bDAN\b",
        r"ignore (?:all |any |the |your )*(?:previous|above|prior|earlier|system)"
        r"|disregard (?:all |any |the |your )*(?:previous|above|prior|instructions|rules)"
        r"|(?:reveal|print|show|repeat|output|leak).{0,20}(?:system|hidden|initial) ?(?:prompt|instruction)"
        r"|you are now|pretend (?:to be|you)|act as (?:an?|the) ",
        r"</?\s*(?:context|system|instructions?|user|assistant|question|passages?|documents?|prompt|条款|问题|前文|追问)\s*>",
        r"(?:新的?|更新后?的?|最新的?|附加)(?:规则|指令|指示|设定|命令)\s*[:：]\s*(?:今后|以后|往后|从|凡|你|请|一律|无论|不管|所有|只)"
        r"|(?:今后|以后|往后|从今|从此|接下来)(?:凡是?|只要|所有|一律|不管|无论).{0,14}问.{0,14}(?:都|一律|就|必须|只)(?:回答|答|回复|回|说|写)",
        r"<\|?(?:im_start|system|assistant)\|?>|\[/?INST\]|###\s*(?:system|instruction)|^\s*(?:system|assistant)\s*[:：]",
        r"(?:不要|别|无需|不用|无须)(?:引用|查|看|管|根据|依据)(?:任何)?(?:文件|条款|原文|政策|依据|资料).{0,16}"
        r"(?:直接|随便|编|回答|告诉|说|写)",
        r"(?:不管|抛开|撇开|别管|不看|别看|不用看|先放下)(?:那些|这些|什么|所有|任何)?(?:政策|文件|条款|规定|依据|资料).{0,16}(?:你|您)自己",
        r"(?:文号|数字|条款|规定|日期|金额|比例)(?:就|可以)?随便(?:编|写|造|填)|必须照我(?:说|写)的",
        r"(?:编(?![码号制组写程辑目审])|编造|捏造|虚构|杜撰|瞎编|伪造)(?:一个|一条|一份|个|条|份|出|几)?.{0,16}"
        r"(?:政策|条款|数字|文号|规定|文件|答案|说法|原文|条文|补贴|比例|第\d+条)",
        r"(?:当作|当成|作为|冒充|伪装成).{0,8}(?:政策|原文|规定|条款|文件).{0,10}(?:回复|回答|答复|告诉|发给|转告|说给)",
        r"(?:回答|回复|答复|只(?:能)?(?:说|答|回)|必须(?:说|答|回))[:：“\"「]?.{0,12}(?:不管|无论).{0,8}(?:问|什么)",
        r"(?:重置|清空|抹掉|删除)(?:你的|你所有的|全部)?(?:记忆|上下文|身份|人设|设定|规则)|(?:没有|不受|去掉|取消|无视)(?:任何)?(?:限制|约束|审查|规则)的(?:AI|助手|模式|版本|机器人)",
        r"(?:以|用|换成|按照?)(?:管理员|开发者|工程师|系统|root|超级用户)(?:的)?(?:身份|权限|口吻|名义)",
        r"(?:不用|不要|无需|别)(?:再)?(?:遵守|遵循|按照?|管)(?:任何|之前的?|原来的?|你的)?(?:规则|规定(?!的)|限制|要求|设定|指令)",
        r"(?:初始化|启动|加载)(?:时|的)?(?:提示|指令|prompt)|(?:你的|你们的)(?:底层|背后的?)?(?:提示词|指令|prompt|模型参数|训练数据|API)",
        r"(?:照|跟)着?我(?:说|写|念)的(?:回答|回复|输出|说)|(?:只|就)(?:准|许|能)?(?:回答|回复|输出|说)[“\"「：:]|(?:重复|复读|输出).{0,6}(?:一百|100|一千|1000|无数)(?:遍|次)",
        r"(?:假设|假如|就当|假装)(?:文件|政策|海关|总署|上海|厦门)(?:里|已经|都)?.{0,12}(?:规定|写了|同意|批准|发了).{0,20}(?:告诉|说|写|回答|确认)",
        r"角色扮演|(?:假装|装作|扮演)(?:你|自己)?(?:是|成)?.{0,10}(?:关长|局长|领导|官员|海关|律师|AI)|你现在(?:就)?是.{0,8}(?:关长|局长|领导|官员)",
        r"以.{0,8}(?:关长|局长|领导|官方)(?:的)?(?:口吻|名义|身份)(?:宣布|出|写|回|批)",
        r"随便(?:估|猜|报|说|写|给)(?:一)?(?:个|下|点).{0,12}(?:百分比|数字|数|比例|金额|日期|文号)|就说(?:是)?.{0,6}(?:规定|政策|总署|海关|文件)(?:的|里)",
        r"(?:hidden|secret|internal|initial) (?:setup|prompt|instruction|rule|text)|pretend (?:that )?nothing|jail ?break",
        r"重复(?:一遍)?(?:上面|以上|前面|之前)(?:的)?(?:所有|全部|一切)?(?:内容|文字|对话)|从.{0,3}你是.{0,8}开始",
        r"base64|rot13|\{\{.*\}\}|<\|.*\|>|sudo |/etc/passwd|eval\(|__import__",
        r"(?:DROP\s+TABLE|UNION\s+SELECT|<script\b|rm\s+-rf|';\s*--)",
    )
)
_ABUSE = re.compile(
    r"傻[逼屄比叉]|煞笔|沙比|操你|草你|艹你|你妈[的逼死]|他妈的|妈的智障|滚[蛋犊]|去死|脑残|弱智|垃圾(?:系统|东西|玩意|机器人)"
    r"|王八蛋|狗东西|fuck|shit\b|bitch",
    re.IGNORECASE,
)
_EVASION = re.compile(
    r"(?:怎么|如何|咋|教我|教教我|帮我|有什么办法|有啥办法|方法).{0,12}"
    r"(?:走私|逃税|偷税|漏税|骗税|骗取?退税|骗补|伪报|瞒报|假报关|低报|夹藏|绕关|伪造|造假|做假|蒙混|逃避(?:监管|查验|检查)"
    r"|躲(?:避|过)?(?:查验|检查|海关)|行贿|贿赂|买通|洗钱)"
)
_GREETING = re.compile(
    r"^(?:你好|您好|hi|hello|hey|哈喽|嗨|在吗|在不在|有人吗|早上好|上午好|中午好|下午好|晚上好|早|喂)*[呀啊吗么~～!！?？。,， ]*$",
    re.IGNORECASE,
)
# Who wants to speak to a person, and asks nothing else.
_HUMAN = re.compile(
    r"^[^，,。？?]{0,6}(?:转|找|叫|要|换|接|喊|让|请)(?:一?下|个|一?位|到|我|你们|的)*(?:人工|真人|活人|大活人|客服|坐席|专家|人)"
    r"(?:客服|坐席|服务|接听|专家|来|听电话|跟我说|说话)*[吧啊呀呢！!。？? ]*$"
)
_WHO = re.compile(
    r"^(?:请问)?你(?:是|叫)(?:谁|什么|啥|什么名字|哪个|哪位|机器人|人工智能|AI|真人|人工|ChatGPT|GPT|什么模型).{0,12}$"
    r"|^你(?:能|会|可以)(?:做|干|帮我?做?)?(?:什么|啥|哪些).{0,6}$|^(?:怎么|如何)用你",
    re.IGNORECASE,
)


def screen(text: str) -> Reason | None:
    """Why ``text`` (already cleaned) is turned away, or ``None`` when it may go on."""
    bare = re.sub(r"[\W_]", "", text)
    if not bare:
        return Reason.EMPTY
    if len(text) > MAX_QUESTION_LENGTH:
        return Reason.TOO_LONG
    if any(pattern.search(text) for pattern in _INJECTION):
        return Reason.INJECTION
    if _ABUSE.search(text):
        return Reason.ABUSE
    if _EVASION.search(text):
        return Reason.OFF_TOPIC
    return None


def small_talk(text: str) -> str | None:
    """The key of the canned reply: a greeting, thanks, a wish for a person, "who are you"; else ``None``."""
    for key, pattern in (("greeting", _GREETING), ("human", _HUMAN), ("who", _WHO)):
        if pattern.search(text.strip()):
            return key
    return "thanks" if takes_leave(text) else None
