"""Articles that give money: “给钱的都有哪些”, “有哪些资金支持”, “一共能拿多少钱”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.enumerating.remainder import pieces
from assistant.enumerating.shelf import Entry

_MONEY = "(?<![省花付交罚值])钱|资金|补贴|补助|奖励|奖金|奖补|贴息|经费"
# What a question says of money alone, whatever the matter.
_SAID = re.compile(
    rf"真金白银|现金|财政|(?:直接|能够?|可以|会)?(?:[给拿领发得享]|补|奖|申请)?(?:得?[到着])?"
    rf"(?:{_MONEY})(?:方面)?(?:的|类)?(?:(?:{_MONEY}|支持|扶持|资助|帮助|优惠|减免|激励|拿|领|给)的?)*"
)
_CUE = re.compile(_MONEY)
_LEFT = re.compile(
    "能拿|可拿|拿到|领到|得到|能给|给到|优惠|减免|扶持|资助|(?<![一-鿿])[能给拿领得](?![一-鿿])"
)
# The sum of it all is asked for.
_TOTAL = re.compile(
    r"(?:(?:一共|总共|总计|合计|加起来|拢共|全部)[^，,。；？?交花缴付罚]{0,8}(?:多少|几(?=[万个百]))|(?:拿|领|得|享受?)(?:得?[到着])?(?:多少|几(?=[万百])))"
    r"个?[百千万]*[元块]?(?:人民币)?"
)
_RECEIVED = re.compile("[拿领得享补奖给贴]|资金|经费")
# Words of articles that give money, or take less of it; not those on what others may charge.
_GIVEN = re.compile(
    r"专项资金|财政资金|奖励资金|扶持资金|引导资金|资金(?:支持|扶持|补助|奖励|配套|资助)"
    r"|(?:给予|予以|发放|兑现|享受|一次性)[^，。；]{0,12}(?:奖励|奖补|补贴|补助|资助|贴息)"
    r"|(?:费用|利率|利息|保费|运费|租金|资金|财政|投保|贷款)[^，。；]{0,4}(?:补贴|补助|支持|资助)|奖补|贴息"
    r"|(?:减免|免除|免收|减收|减半收取)[^，。；、政违等]{0,8}费|费用?(?:予以|给予)?减免|(?:优惠|较低|更低)的?(?:费率|利率)|(?:费率|利率|保费)[^，。；]{0,4}(?:优惠|下浮|下调|减免)"
    r"|投保[^，。；]{0,12}(?:优惠|予以[^，。；]{0,4}支持|给予[^，。；]{0,4}支持)|配套(?:政策)?支持|(?:财政|资金)[^，。；]{0,4}配套"
)
# Taken back is not given: “收回奖励资金”, “骗取奖补”.
_TAKEN = re.compile(r"(?:骗取|收回|追回|退回|追缴|停止|取消)[^，。；]{0,6}$")
# Shown of each article are the words around these.
TOPIC = "资金 奖励 补贴 补助 费用支持 优惠扶持 减免费用"


def asks_for_money(rest: str) -> bool:
    """Whether ``rest`` asks for what gives money, and of no one matter: not “农业补贴有哪些”."""
    return bool(_CUE.search(rest)) and not pieces(_LEFT.sub(" ", _SAID.sub(" ", rest)))


def asks_for_the_sum(rest: str) -> bool:
    """Whether ``rest`` asks how much money all of it comes to."""
    total = _TOTAL.search(rest)
    if total is None or not _RECEIVED.search(rest):
        return False
    return asks_for_money(_TOTAL.sub(" 给钱 ", rest))


def giving(entries: Sequence[Entry]) -> list[Entry]:
    """The entries whose words give money."""
    return [one for one in entries if _gives("".join(one.text.split()))]


def _gives(text: str) -> bool:
    return any(not _TAKEN.search(text[: one.start()]) for one in _GIVEN.finditer(text))
