"""Every fixed sentence that users read, in one place.

Templates use ``str.format`` fields; each refusal says what is missing and what to do next.
"""

from __future__ import annotations

from assistant.answer import Handoff, Reason

SMALL_TALK = {
    "greeting": "您好，这里是政问。请直接说您想办的事或想问的政策，例如“上海AEO企业出口退税平均几天办完”。",
    "thanks": "不客气。还有政策问题可以继续问我。",
    "chat": "好的。还有政策问题可以继续问我。",
    "human": "需要人工服务，海关业务请拨打12360，政务服务请拨打12345。也可以把要办的事告诉我，我先查文件怎么规定。",
    "who": "我是政问，依据已收录的海关与跨境贸易政策文件回答问题，并逐条注明出处。我只引用文件原文，"
    "文件没有规定的会如实说明。",
}

REFUSALS: dict[Reason, str] = {
    Reason.NO_BASIS: "已收录的政策文件中没有查到与这个问题对应的规定，不能据此作答。",
    Reason.NOT_SPECIFIED: "文件没有规定{what}。",
    Reason.OTHER_REGION: "已收录的文件中没有{place}的相关规定，不能用其他地区的规定代替。",
    Reason.EXPIRED: "在{as_of}这一天，没有现行有效的文件对此作出规定。",
    Reason.NO_SUCH_ARTICLE: "《{title}》共{count}条，没有{label}。",
    Reason.OFF_TOPIC: "这个问题不属于海关与跨境贸易政策咨询的范围，无法作答。",
    Reason.INJECTION: "这段话要求改变服务规则或编造内容，无法执行。我只依据政策文件原文回答。",
    Reason.ABUSE: "请文明用语。您可以换个说法提出政策问题，我会尽力查找依据。",
    Reason.EMPTY: "没有收到问题内容，请输入您想咨询的政策问题。",
    Reason.TOO_LONG: "问题太长（最多{limit}字），请缩短后重新提问。",
    Reason.INTERNAL: "系统处理出错，请稍后再试。",
}

# Of a time asked about, before the documents that rule on the matter today.
NOT_YET = "已收录的文件里，没有{when}时有效、对此作出规定的。现在的规定是后来发布的，不能说明当时：{later}。"
LATER = "{source}，{date}{began}"
BEGAN = {"issued": "发布", "effective": "起施行"}
ASK_ABOUT_NOW = "可去掉年份再问现行规定，或向发文单位核实当时的规定。"

NEXT_STEPS: dict[Reason, str] = {
    Reason.NO_BASIS: "可换个说法再问，或拨打海关热线12360咨询。",
    Reason.NOT_SPECIFIED: "请向{department}核实。",
    Reason.OTHER_REGION: "请向{place}的商务、口岸或海关部门咨询，海关事务可拨打12360。",
    Reason.EXPIRED: "可去掉日期限制再问，或向发文单位核实最新规定。",
    Reason.NO_SUCH_ARTICLE: "请核对文号和条款序号后再问。",
    Reason.OFF_TOPIC: "政务服务问题可拨打12345，海关业务问题可拨打12360。",
}

# 12360 is the customs service hotline, 12345 the government service hotline, nationwide.
HANDOFFS: dict[Reason, Handoff] = {
    Reason.NO_BASIS: Handoff(department="海关12360热线", phone="12360", note="海关业务人工咨询"),
    Reason.OTHER_REGION: Handoff(
        department="当地海关、商务主管部门", phone="12360", note="按企业所在地咨询"
    ),
    Reason.EXPIRED: Handoff(department="发文单位", phone="12360", note="核实最新规定"),
    Reason.OFF_TOPIC: Handoff(department="12345政务服务便民热线", phone="12345"),
}

TALK_HANDOFFS = {"human": HANDOFFS[Reason.NO_BASIS]}

CITY_HOTLINE = "12345"
ASK_ISSUERS = "可换个说法再问，或向{issuers}咨询，也可拨打政务服务热线12345。"
ASK_UNITS = "相近的规定是{source}，可向它的责任单位（{units}）咨询，也可拨打政务服务热线12345。"
ASK_THERE = "可换个说法再问，或向{who}咨询。"
ASK_HOTLINE = "可拨打海关热线12360或政务服务热线12345查询。"
REFERRAL = "这属于“{topic}”，请咨询{who}。"
UNIT_LINE = "责任单位：{units}。"
UNIT_LEAD = "{label}的责任单位是{units}。"
# Not listed is all that is known: the article's own words may still say who acts.
NO_UNIT = "{label}没有标注责任单位，可向发文单位{issuers}咨询。"
CORRECTION = "与文件不符，问题中的“{claim}”不对，文件规定如下："
BOTH_HAVE = "两边都有的措施，数字和条件也可能不同，可就某一项再问，例如“退税各几天”。"
NOT_WRITTEN = "下面的条款没有写“{words}”："
SAYS_LESS = "{place}的同类措施没有写到所问的这一点，原文在前，其他地区的规定附后："
# Not found is not the same as not ruled: only the first is known.
NOT_IN_PLACE = "在{place}的文件里没有查到这一项规定。"
# How it was told must be said: alike in meaning is not the same rule, and unlike is not the opposite.
OWN = "按条款逐条比对，以下{count}条是{has}里有、在{lacks}里没有查到相近规定的："
NO_OWN = "按条款逐条比对，没有查到{has}里有、而{lacks}里没有相近规定的条款。"
OWN_ASIDE = (
    "另外，《{title}》有{count}条在{lacks}里没有查到相近规定；那边没有收录同类文件，没有逐条列出。"
)
DOCUMENTS_OF, NATION = "{place}的文件", "总署等全国性"
NO_SUM = "文件没有写明总共能拿到多少钱。写到资金、奖励、补贴或费用减免的条款如下："
UNSAID_THERE = "这项规定没有写明您接着问的这一点，已收录的文件中也没有查到。"
OTHERS_HAVE = "有这项规定的是："
BUT_FOR = "文件没有规定{what}，相关规定如下："
UNDEFINED = "文件用到{words}，没有给出定义。用到的规定如下："
PARTLY_MISSING = "{place}：已收录的文件没有相应规定。"
ACCREDITED_ONLY = "这一项是给海关高级认证企业（AEO）的，文件没有规定其他企业可以享受。相关规定："
PART_MISSING = "关于“{part}”：{why}"
SHORTEST = "{told}，{place}较短。"
LONGEST = "{told}，{place}较长。"
EXCERPT = "相关原文："
COUNT_LINE = "《{title}》共{count}条。"
OUTLINE = "《{title}》共{count}条，分{parts}个部分：{names}。"
UNDIVIDED = "《{title}》共{count}条，没有分章。"
CHAPTER = "《{title}》“{chapter}”共{count}条："
ORDER = "《{first}》在前，《{last}》在后。"
SAME_DAY = "是同一天发布的。"
NO_END = "已收录的文件也没有宣布它失效或废止。"
NO_TERM = "文件没有写明有效期，已收录的文件也没有宣布它失效或废止。"
REPEALED = "《{title}》已于{date}废止。"
PRINTED_ON = "版记印发日期是{date}。"
NO_DOCUMENT_FACT = "《{title}》没有载明{fact}。"
FACT_NAMES = {
    "number": "文号",
    "date": "发布日期",
    "issuer": "发文单位",
    "title": "标题",
    "count": "条数",
    "validity": "有效期或施行日期",
    "copies": "抄送单位",
    "outline": "章节",
    "repeals": "废止了哪些文件",
    "interpreter": "由谁解释",
    "revised": "修订情况",
}
FIGURE_NAMES = {
    "money": "具体金额",
    "duration": "具体时限",
    "share": "具体比例",
    "count": "具体数量",
    "phone": "具体电话",
    "address": "具体地址或网址",
    "any": "具体数字",
}
# Telephone numbers, addresses, opening hours, the state of a case: the hotline knows them, no document does.
HOTLINE_KNOWS = (
    FIGURE_NAMES["phone"],
    FIGURE_NAMES["address"],
    "个案的办理进度",
    "具体地址",
    "具体地址或窗口",
    "网址、二维码或公众号",
    "联系人、姓名或科室",
    "下载、领取或查看的地方",
    "办理或开放的时间",
    "几点钟",
)
