"""Whether a question speaks of trade, customs, enterprises or public services at all."""

from __future__ import annotations

import re

_DOMAIN = re.compile(
    r"海关|关税|报关|通关|口岸|进口|出口|外贸|贸易|企业|公司|货|税|认证|AEO|高认|保税|检验|检疫|查验|申报|单证|船|港|柜|箱|物流|政策|措施|条款"
    r"|文件|补贴|奖励|融资|贷款|信保|保险|签证|许可|户籍|落户|人才|窗口|电商|原产地|RCEP|担保|外汇|汇率|仓|厂|清关|退运|跨境|商检|ERP|监管"
    r"|部门|热线|申请|办理|备案|注册|证书|外籍|展会|品牌|信用",
    re.IGNORECASE,
)


# What people ask any assistant for. A word counts only where the collection does not know it.
_IDLE = re.compile(
    r"天气|下雨|下雪|气温|台风|股票|[Aa]股|大盘|抄底|基金|比特币|彩票|中奖|星座|运势|算命|情诗|诗|笑话|故事|小说|作文|歌词|唱歌|菜谱|做饭|好吃"
    r"|餐厅|火锅|减肥|感冒|发烧|足球|篮球|世界杯|踢赢|球赛|比赛|(?<!静)电影(?!响)|电视剧|明星|游戏|女朋友|男朋友|对象|恋爱|[Pp]ython|[Jj]ava|代码|编程|排序"
    r"|生日|礼物|老婆|老公|心情|难受|聊聊天?|骂我|失眠|船票|好玩|够不够玩|门票|吃什么|外卖|点歌"
    r"|天文|地震|空气质量|限行|油价|金价|汇率走势|股价|基金定投|双色球|八字|风水|塔罗|解梦|起名|取名|顺口溜|对联|段子|脱口秀|写(?:首|封|篇)|唱(?:首|个)|动漫|综艺|追剧|直播带货技巧|演唱会|偶像"
    r"|健身|瑜伽|跑步|养生|食谱|奶茶|咖啡店|早餐|夜宵|烧烤|红烧|怎么做菜|炖|减脂|护肤|化妆教程|发型|牙疼|头疼|发烧|挂什么科|疫苗接种|怀孕|宝宝|相亲|结婚|离婚|分手|吵架|孤独|抑郁|失恋"
    r"|作业|考研|高考|英语四级|奥数|勾股|微积分|背单词|论文降重|简历|面试技巧|旅行|自驾|民宿|签到|打车|地铁几号线|停车位|快递到哪|充话费|手机卡顿|电脑蓝屏|修电脑|WiFi|密码忘"
    r"|拜年|祝福|贺词|春联|情书|检讨书|请假条|丈母娘|婆婆|闺蜜|同学聚会|麻将|扑克|钓鱼|广场舞|打游戏"
    r"|算法|数学题|方程|翻译成|旅游|景点|酒店|机票|高铁票|挂号|看病|宠物|房价|租房|彩礼|总统|历史上|宇宙|几点了|星期几"
)


def idle_words(text: str) -> list[str]:
    """The words of ``text`` that belong to idle talk."""
    return _IDLE.findall(text)


_STATUS = "AEO|高认|高级认证|经认证的经营者|认证企业"
_ACCREDITED = re.compile(_STATUS, re.IGNORECASE)
# Who benefits; not where becoming or staying accredited is what is spoken of.
_BENEFITS = re.compile(
    rf"(?:(?:{_STATUS})(?:认证)?|高信用)(?!的?(?:企业|公司)?(?:指导|培育|培训|辅导|审核|标准))(?:的)?(?:企业|公司)?"
    r"|(?:通过|过|获得?|取得)了?认证的?(?=企业|公司|厂)",
    re.IGNORECASE,
)


def names_accredited(text: str) -> bool:
    """Whether ``text`` speaks of accredited enterprises (AEO), by any of their names."""
    return bool(_ACCREDITED.search(text))


def without_accreditation(text: str) -> str:
    """``text`` without the accredited enterprises that everything here is for."""
    return _BENEFITS.sub(" ", text)


# Who says of themselves that they are not accredited, and does not ask how to become so.
_OUTSIDER = re.compile(
    r"(?:^|[，,。；;：: ])(?:那|如果|要是)?(?:我|咱|公司|本企业|企业|厂里?)?(?:们|司|家)?(?:公司|企业|厂)?(?:只是|就是|又|还|也|都)?"
    r"(?:不是|并非|不算|没(?:有)?(?:评上|拿到|通过|取得)?|未(?:评上|取得|通过))(?:海关|你们|什么)?的?(?:AEO|高认|高级认证|认证企业)"
    r"|非(?:AEO|高认|高级认证|认证)|(?:我|咱)(?:们|司)?(?:公司|厂)?(?:只|就)?是(?:个|家)?(?:普通|一般)(?:信用)?(?:企业|公司)",
    re.IGNORECASE,
)
_UNCOMPARED = r"(?!.{0,6}(?:比|相比|区别|不同|不一样|一样|差|快|慢|成为|升|变))"
# Enterprises of another standing that the question is about: “一般认证企业能享受什么”. Beside a word of
# comparison they are what accredited ones are measured by.
_OF_OTHERS = re.compile(
    r"(?:^|[，,。；;：: ])(?:那|那么|如果|要是|请问|作为|对|对于|给|我们|咱们|我)?(?:是|就是|只是)?(?:一?[个家])?"
    r"(?:(?:一般认证|一般信用|一般|普通|失信|常规管理|未认证|没认证)的?"
    r"|(?:没|没有|未)(?:有)?(?:过|通过|评上|拿到|拿|取得|获得|做)(?:了|过)?(?:海关)?的?(?:AEO|高认|高级认证|认证)(?:认证|资质|资格)?的)"
    rf"(?:企业|公司|厂|单位|外贸企业){_UNCOMPARED}"
    # Of no other kind of thing is it said: “一般认证的能不能免担保”.
    rf"|(?<![^\W\d_])(?:我们|咱们|我司|公司)?(?:只|就)?是?(?:个|家)?一般(?:认证|信用)(?=[的，,。；;]|能|可以?|有|要|也|算){_UNCOMPARED}",
    re.IGNORECASE,
)
_SELF = re.compile(r"我|咱|公司是")
# Another, accredited one through whom it is asked for: “找高级认证的车队拉货”.
_PARTNER = re.compile(
    rf"(?:找|委托|交给|请|让|由|用|通过|靠|经|跟|和)(?:一?家|个)?(?:{_STATUS})[^，,。；;？?]{{0,8}}"
    r"(?:物流|运输|车队|承运|拉货|货代|报关|代理|供应|客户|子公司|母公司|集团|合作|运|做)",
    re.IGNORECASE,
)
# Whom the question is about after all: “普通企业抽一百批，我们抽几批”.
_US = re.compile(r"我们|咱|认证企业|高认|AEO(?:企业|公司|呢|提前|抽|要|是)", re.IGNORECASE)
# Who is not the one to benefit, or may do so through a partner.
_OTHERWISE = re.compile(
    r"想|申请|怎么(?:评|成为|才能)|辅导|培训|培育|推荐|评(?:一|个)|争取|打算|准备|客户|供货|上下游|代理|供应商|是不是"
)


def is_outsider(text: str) -> bool:
    """Whether ``text`` is asked for an enterprise that is not accredited and does not seek to be."""
    others = _OF_OTHERS.search(text)
    of_us = others and (_SELF.search(others.group()) or not _US.search(text, others.end()))
    about = _OUTSIDER.search(text) or of_us
    return bool(about) and not (_OTHERWISE.search(text) or _PARTNER.search(text))


def unaccredited(text: str) -> str:
    """``text`` without the accreditation that the caller does not have, nor says to lack."""
    plain = _OF_OTHERS.sub("，企业", _OUTSIDER.sub("，", text))
    return _ACCREDITED.sub("", plain).lstrip("，,的。 ")


def in_domain(text: str) -> bool:
    """Whether any word of ``text`` belongs to what such policies deal with."""
    return bool(_DOMAIN.search(text))
