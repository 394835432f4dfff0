"""How Chinese asks for a list of articles: the cues, and what is left of the words without them."""

from __future__ import annotations

import re

from assistant.understanding.intents import asks_for_list

_N = "一二两三四五六七八九十几些"
# Asked for are articles, or places in the documents.
ARTICLES = re.compile(
    rf"哪[{_N}\d]+(?:个|大)?(?:条|处|款|项(?!目)|点|段|件)|(?:几|多少)(?:条|处|款|项(?!目))(?!件)"
    r"|条款|条目|条文|条例?项|(?<=[的责])条(?=$|[，,。？?有都是找列])|凡是|但凡|凡(?=[写提讲说涉])"
    r"|哪(?:里|儿|块儿?|些地方|几个地方)(?:都|也|有|还)*(?:写|提(?!交|供|前|高|出|升)|讲|说|出现|用|涉及)"
    r"|(?:写|提|讲|说|出现|用)(?:到|及|过|了|着|有|在)*(?:的)?(?:哪里|哪儿|哪些地方|哪几处|地方)"
    r"|谁家(?:都|也)?(?:写|提|讲|说|有)"
)
_LISTED = re.compile(
    rf"哪[{_N}]|一共|总共|分别|统统|全部?|所有|凡是?|逐[一条]|别(?:漏|落)|(?:都|有|是|包括|包含|含|写|列|讲|说|做|干|管|负责)(?:都|了|着|有|到|些)*(?:什么|啥|哪)"
    r"|列(?:一?[下个]|出|全|清)|(?:找|挑|捞|摘|筛|翻|列|报|数)(?:出来|全|齐|一遍|一下)|清单"
)
# A noun alone that calls for all that bears it: “港务集团要干的活”, “资金支持那一章”.
_NOMINAL = re.compile(
    r"的?(?:条|条目|条款|措施|活儿?|任务|工作|事儿?|事项|内容|规定|地方|文件|部分|[章节块类项]|板块|的)[。？?！!]*$"
)
MENTION = re.compile(
    r"提[到及过]|提了(?!.{0,3}(?:要求|意见|建议|目标))|提(?=[的$])|写[到着了明进有过]|[讲说谈][到了过及]|涉及|牵涉|出现|(?:包含|含有)(?!什么|啥|哪)|带有|用[到上了]|用得?到|靠|(?:[这那]|[这那]?(?:几?个|[二两三四]个?))(?:词|字)|字样|字眼|提法"
    r"|专门[提讲说写]"
)
# A subject is asked for rather than its word.
ABOUT = re.compile(r"沾(?:得?上)?边|有关|相关|关于|有(?:规定|说法)")
# Who does it, how long it takes and the like are other questions.
OTHER = re.compile(
    r"(?:公布|发布|公示|公开|放|挂|贴|登|摆|查|看|找|下载|写|印|发)(?:布|示|出来|得?到|在|到|于)*(?:哪(?:里|儿|个(?:网|平台|地方|渠道))?|什么地方|啥地方|何处)(?!条|些|几|份)|(?:在|去|上|到|从)哪(?:里|儿|个(?:网站?|平台|地方|渠道))?(?:上|能|可以|会|才)*(?:公布|发布|公示|公开|查|看|找得?到|下载)"
    r"|(?:哪[个些家]|哪几[个家]|什么|啥)(?:政府|主管|责任|具体)?(?:部门|单位|机构|委办局)|谁(?:来|在|去)?(?:负责|牵头|管|主管|落实|承办)|归谁|找谁|(?:单位|部门)(?:都|分别)?(?:是|有)(?:谁|哪|什么|啥)"
    r"|(?<!分)(?:怎么|如何|咋)(?:办|申|才|样|弄|走|做)|为(?:什么|啥|何)|多久|多长|(?:多少|几)(?:个?工作日|天|钱|万|元|年|小时)|区别|不同|差别|差异|对比|相比|能不能|可不可以|是不是|有没有|是否|(?:[吗嘛]|(?<![什怎])么)(?:[？?。]|$)|条件|门槛|更[快短严宽多好]"
)

# One article is asked for, by its place.
ONE = re.compile(r"(?:第[一二三四五六七八九十\d]+|头一?|首|最后一?|倒数第.)条(?!措施|款)")


def lists(text: str) -> bool:
    """Whether ``text`` wants everything of a kind."""
    return bool(
        asks_for_list(text)
        or ARTICLES.search(text)
        or _LISTED.search(text)
        or _NOMINAL.search(text)
    )
