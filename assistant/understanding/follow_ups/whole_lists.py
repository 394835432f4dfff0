"""Turns that ask for the whole of what was asked before: “还有别的吗”, “同一类的全报给我”.

They name nothing, and ask for everything that the earlier question is about.
"""

from __future__ import annotations

import re

from assistant.understanding.follow_ups.courtesies import told_before

_EVERY = re.compile(
    r"全(?!称|国|名|年)|都(?:有|是|包括|列|说|讲|念|报|要|给)|统统|通通|一[个条项样]也?不(?:要|能|许|准)?[落漏少缺拉]|(?:不要|别|不能|不许)(?:给我)?(?:有)?[落漏拉]|逐[条一个项]|挨(?:个|条)|一一|一?条一?条|分别"
    r"|别的|其他的?|其它的?|其余|剩下|余下|另外[的有还一几那]|更多|(?:后面|后头|接下来|往下|下面)(?:的|那|还有|剩的)*[几些两三四]?[条项个点]|还有(?:[一两几]?[条项个样种]|哪些|什么|啥|没有|吗|么|没)|还有(?:呢|啊|呀)?[？?]?$|(?:一共|总共)[^，,]{0,4}几|(?:同|这|那|该)一?(?:类|部分|块|章|方面|大类|系列)"
    r"|(?:就|只有?|光)[这那](?:[些几俩]|[一两二三四五六七八九十几]?[个条项点])|没了|没有了|再没有?|再(?:来|说|讲|念)[几一两些]|接着|此外|除此|除了?(?:[这那它]|以上|上面)|[这那][几些两]?[个条项]?(?:之外|以外)"
    r"|列(?:一?下|出|个|给|举|表)|清单|完整|[两三四五六七八九十几]条(?:都|分别|各|全|讲|说)"
)
# What such a turn is made of; with any other noun it asks for something of its own.
_MADE = re.compile(
    r"好处|帮助|方便|实惠|渠道|途径|方法|招数?|照顾|举措|干嘛|没提到?|提到?过?的?|还差|干嘛?$|除(?:此|了)?(?:之外|以外)?|[这那]?(?:之外|以外)|(?:就|只有?|光)(?=[这那])|接着|往下|不(?=$|[？?])|全部?|都|统统|通通|一[个条项样]也?不|不要|不能|不许|别的?|[落漏少缺拉]掉?|逐[条一个项]|挨[个条]|一一|一?条一?条|分别|其他的?|其它的?|其余|剩下|余下|另外的?|更多|后面|后头|接下来|往下|下面|来着|那|除此之外|此外|除了(?:这个|这条|它|这)?(?:之外|以外)?|还有|还|再|也"
    r"|一共|总共|总的|[同这那该]一?(?:类|种|部分|块|章|方面|大类|系列|个)|(?:第?[一二两三四五六七八九十几\d])(?:条|项|个|点|款|部分)|同样|类似|相关|有关|相应|的话"
    r"|列|报|说|讲|念|数|抄|发|写|告诉|摆|捋|理|找|看|听|记|给|出来|出|来|全|齐|完|清楚|清单|完整|详细|具体|一下|一遍|一个?|下|请|麻烦|帮|替|把|让|方便|想|要|能|可以|行|我|们|你|您|吧|呗|嘛|吗|么|呢|啊|的|了|好|没有?|有|是|哪些|哪|什么|啥|几|多|些|内容|措施|政策|项目|办法|做法|规定|条款|条文|条目|支持|优惠|便利|服务|好处|适用|享受|涉及|包括|里面?|里|中|点|遍|个|条|[这那][些几俩]?"
)
# An aspect of the measure is asked for, not the measures.
_ASPECT = re.compile(
    r"条件|要求|门槛|资格|标准|部门|单位|材料|资料|手续|流程|步骤|时限|数字|文号|日期|电话|地址"
)
_TAGS = re.compile(
    r"(?:有没有|有无|是不是|是否|能不能|可不可以)|(?:我)?(?:想|要)(?:了解|咨询|问|知道)?(?:一下|问|下)?(?=[^，,]{2,})"
)
_END = re.compile(
    r"(?:(?:分别|都|各)?(?:有|是|做了|给了?|包括|提供|出台了?)(?:什么|啥|哪些|哪几)[^，,。？?]{0,4}|怎么(?:规定|说|讲|做|样|回事)的?|是(?:什么|啥)|(?:有|可以|能|行)?(?:吗|么|吧|呢|嘛)|[对是]吧|的)*[？?。，, ]*$"
)


# What is laid aside: “除这些外还给什么”, “除了融资还有啥”.
_BESIDES = re.compile(
    r"^(?:那|那么)?除(?:了|去|开)?(?P<told>[^，,。？?]{1,10}?)(?:的)?(?:之外|以外|外)?[，, ]*(?=还|另外|别的|其他)"
)
_POINTED = re.compile(r"^(?:[这那它]|以上|上面)(?:[几些两三]?[个条项种样]?)$")
# One of them, named with a tag: “保障机制里有奖优惩劣对吧”.
_ONE_OF = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:里面?|中|当中|里头|之中|方面|那块|上)(?:是|就)?(?:有|包括|写了|说了|提到|讲了)[^，,。？?什啥哪几]{2,16}(?:[对是]吧|[对是]吗|对不对|是不是|吧|我?(?:知道|晓得)了?)[？?。]*$"
)
_HOW = re.compile(
    r"(?:怎么|如何|怎样|咋)(?:来|去|个)?(?=支持|帮|鼓励|促进|扶持|优化|降低|压|提|推|加强|改进|便利|服务|培育|保障|减|缩)"
)
_KIND_NAMED = re.compile(
    r"^(?:那|那么|另外)?(?P<kind>[\u4e00-\u9fffA-Za-z]{2,8}?)(?:的)?(?:方面|这块|那块|这一块|这类|那类|这种|上面?|里面?)?(?:的)?"
    r"(?:(?:就|只|光|只有)?[这那](?:俩|两|[几些一二三四])?[个条项]?[？?，, ]+)?(?=还|另外|其他|别的|其余|剩下)"
)
# The kind stands behind: “其他培育的办法呢”, “别的管收费的还有没”.
_OTHERS_OF = re.compile(
    r"^(?:那|那么)?(?:还有)?(?:其他|其它|别的|其余|另外)(?:的)?(?P<kind>[\u4e00-\u9fffA-Za-z]{2,8}?)(?:的)?(?:办法|做法|措施|政策|支持|项目|帮助|服务|条款)?(?:呢|还?有没有?|还?有吗|还?有(?:什么|啥|哪些)|是(?:什么|啥|哪些))$"
)
# One more of the kind just heard: “还能查点啥”, “还有什么能减的”.
_MORE = re.compile(
    r"^(?:那|那么)?(?:(?:还|另外|其他|别的|除此之外)(?:有|能|可以|要|会|给)*|(?:还有|另外|别的))[^，,。？?]{0,6}(?:什么|啥|哪些|哪几|别的|其他)"
)
_MADE_OF_HEARD = 3
# What calls a part of a document one; said of what may be one, the list is read as its chapter.
_PART_END = re.compile(r"(?:[类块章节]|部分|板块|方面)$")
_VERB_END = re.compile(r"(?:能|可以|可|会)(?:[\u4e00-\u9fff]{1,2})$")
_FIGURE = re.compile(
    r"(?:要|得|能|需要|最[长短多少]|平均|一般|大概|办|下来|批)*(?:多久|多长时间|几(?:个)?(?:工作日|天|年|个?月|小时)|多少(?:天|年|钱|个工作日)?)(?:内|能|办|下来|完|办完|办好|到账)*[？?]?$"
)


def asks_whole(core: str, before: str = "") -> bool:
    """Whether ``core`` asks for all of a kind, and names none but what ``before`` names."""
    besides = _BESIDES.match(core)
    if besides and (_POINTED.match(besides["told"]) or besides["told"] in before):
        core = core[besides.end() :]
    if _ASPECT.search(core) or not (_EVERY.search(core) or _MORE.search(core)):
        return False
    left = re.sub(r"[\W_]", "", _MADE.sub("", core))
    return not left or (
        0 < len(left) < _MADE_OF_HEARD and left in before and bool(_MORE.search(core))
    )


def without_told(question: str, before: str = "") -> str:
    """``question`` without what it lays aside, where it then asks for the rest."""
    clauses = [one for one in re.split(r"(?<=[，,。；;])", question) if one]
    untold = [one for one in clauses if not told_before(one.rstrip("，,。；;？? "))]
    rest = "".join(untold)
    return rest if untold and asks_whole(rest, before) else question


def all_of(subject: str) -> str:
    """The words that ask for all of ``subject``; one that ends in a verb has its object asked for."""
    if _VERB_END.search(subject):
        return "哪些？"
    return "都有哪些？" if _PART_END.search(subject) else "这一块都有哪些？"


def kind_named(core: str, before: str = "") -> str:
    """The kind of which ``core`` asks for the rest: “智能化方面还有哪些”; empty where none is named.

    Behind “其他” only what ``before`` has is a kind: “其他企业呢” asks the same of others.
    """
    others = _OTHERS_OF.search(core)
    if others is not None and others["kind"] in before:
        return others["kind"]
    named = _KIND_NAMED.search(core)
    if named is None or not asks_whole(core[named.end() :]):
        return ""
    return re.sub(r"(?:方面|这块|那块)$", "", named["kind"])


def subject_before(text: str, asked: str = "") -> str:
    """What the earlier question ``text`` is about, without its asking and what is told already.

    What is ``asked`` now in a word of the question ends it: “可以查口岸收费吧”, “还能查点啥”.
    """
    again = re.sub(r"[\W_]", "", _MADE.sub("", asked))
    clauses = [one for one in re.split(r"(?<=[，,。；;])", text) if one]
    if again and again in text:
        if len(clauses) > 1 and again in clauses[0]:  # what the details after it belong to
            return clauses[0].rstrip("，,。；; ")
        return text[: text.index(again) + len(again)]
    untold = [one for one in clauses if not told_before(one.rstrip("，,。；;？? "))]
    whole = _ONE_OF.sub("", "".join(untold or clauses).rstrip("，,。；; "))
    plain = _HOW.sub("", _FIGURE.sub("", _END.sub("", _TAGS.sub("", whole, count=1))), count=1)
    plain = re.sub(r"(?:都|能|可以|会)+$", "", plain)
    return plain if sum(map(str.isalnum, plain)) > 2 else text
