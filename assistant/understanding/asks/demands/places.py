"""Demands for materials to hand in, for which places, and for the state of the caller's own case."""

from __future__ import annotations

import re

from assistant.understanding.asks.demands.model import Demand
from corpus import jurisdictions

_MATERIALS = re.compile(
    r"(?:什么|哪些|哪几样|哪几种|啥|几样|几份)(?:申请|证明|申报|辅助|支撑)?(?:材料|证明|"
    r"资料|表格?|单据)"
    r"|(?<!少)(?:交|带|递|(?<!具)备|填)(?:齐|上|好)?(?:什么|哪些|哪几样|啥)(?:材料|证明|"
    r"资料|东西|表格?)?|材料清单|申请表"
)
_STATES_MATERIALS = re.compile(
    r"材料|证明|资料|报告|承诺|许可证|清单|单证|申请[书表单]|委托书|《[^》]*[表书单]》|复印件|保单|预案|"
    r"(?:提交|提供|交验|递交|出具|携带|凭(?!借))[^。；]{0,24}(?:单据|凭证|文件|合同|发票|证件|证书)"
)
_WHICH_PLACE = re.compile(
    r"(?:哪|(?<=[是有了跟和到])几)(?:些|几)?(?:个|家|座)?(?:直属|隶属|试点|内河|沿海)?(?P<kind>国家|国|"
    r"海关(?!关)|港口|港(?!口)|城市|省份?|区(?!域|别|块)|地区|口岸)(?:的|可以|能|已经|在|"
    r"是|有|$|[，,。？?]|开|设|试|批|选|签|互认|承认)"
    r"|(?P<region>区|国家|港口|海关)(?:和地区|[（(]地区[）)])?(?:是|有|分别是|包括|名单是)哪(?:些|几)(?:个|家)?(?=$|[，,。？?])"
)
_COUNTRIES = re.compile(
    r"欧盟|东盟|新加坡|美国|日本|韩国|英国|德国|法国|俄罗斯|澳大利亚|新西兰|加拿大|印度|"
    r"巴西|泰国|越南|马来西亚|香港|澳门|台湾|瑞士|以色列|智利|墨西哥|南非|阿联酋|沙特"
)
_OWN_CASE = re.compile(
    r"[A-Za-z\d]{8,}[^。]{0,16}(?:到哪|进度|状态|结果|放行没|查一?下)"
    r"|我们?(?:公司|家|厂|企业|单位)?[^，。]{0,4}(?:在不在|在没在|是不是在|"
    r"有没有被?(?:列[入进]|进|入选))[^，。]{0,12}(?:名单|库|目录|清单)|"
    r"(?:帮我|给我|替我|麻烦)(?:查|看)(?:一?下|查|看)?(?:我|我们)?(?:那|"
    r"这)?[^，。？?]{0,8}(?:卡在哪|到哪(?:一?步|儿|里|了)|进度|办到哪)"
    r"|我(?:们)?(?:家|公司)?(?:那|这|的)(?:一)?(?:笔|票|批|单|件|柜)[^。？?]{0,20}(?:卡在|"
    r"没到账|还没到|没下来|没动静|为什么|咋还|怎么还|查一?下)"
)


# Where a place is at which one is served: not where it is set up (which the
# measure tells), where a rule stands or a gain lies.
_WHERE = re.compile(
    r"(?:(?:专窗|窗口|中心|服务[站点]|大厅|网点|办公室|站点|工作站|仓库?|展厅|咨询点|受理点|指导站)(?:都|具体|到底|现在|是|就)*在?(?:哪里|哪儿|何处|哪(?=$|[，,。呀呢啊]))"
    r"|(?:专窗|窗口|中心|服务[站点]|大厅|网点|办公室|工作站)[^，,]{0,6}[，,](?:都|具体|到底|现在|是|就)*在(?:哪里|哪儿|何处|哪(?=$|[，,。呀呢啊])))"
)
_STATES_ADDRESS = re.compile(r"[路街道]\s*\d|\d+号|\d+[楼层]|位于|地址|坐落")


def where_asked(text: str) -> Demand | None:
    """The address of a place that the measure speaks of."""
    if not _WHERE.search(text):
        return None
    return Demand("具体地址", lambda said: bool(_STATES_ADDRESS.search(said)), aside=True)


def own_case(text: str) -> Demand | None:
    """The state of the caller's own case, which no document can tell."""
    return Demand("个案的办理进度", lambda _: False) if _OWN_CASE.search(text) else None


def demand_of(text: str) -> Demand | None:
    """The materials or places that ``text`` asks for, if any."""
    if _MATERIALS.search(text):
        return Demand("要交哪些材料", lambda said: bool(_STATES_MATERIALS.search(said)))
    which = _WHICH_PLACE.search(text)
    if which is not None:
        kind = which["kind"] or which["region"]
        return Demand(
            f"具体是哪些{kind}",
            lambda said: _names_place(said, kind),
            about=_attribute(text[: which.start()]) if which["region"] else "",
            names=True,
        )
    return None


def _attribute(before: str) -> str:
    """What the places are to each other, as far as it stands right before them: 互认 of 互认国家."""
    return before[-2:] if re.fullmatch(r"[一-鿿]{2}", before[-2:]) else ""


def _names_place(text: str, kind: str) -> bool:
    """Whether ``text`` names a place of its own; a country is none of China's."""
    if kind.startswith("国"):
        return bool(_COUNTRIES.search(text))
    return any(
        jurisdictions.parent_of(name) for _, _, name in jurisdictions.spans_in(text)
    ) or bool(re.search(r"[一-鿿]{2}(?:等区|港|新区)", text))
