"""What states a telephone number, an address, a share or a moment: patterns over folded text.

A kind of figure is written in more ways than a number with its unit: “延期到疫情结束后办理” tells
when, “减半” tells what share, “户名、开户行、账号” tell where money goes.
"""

from __future__ import annotations

import re

_DASH = "[-－—–‐―]{1,2}"
# Area code and number, mobile, 400 and short numbers; eight digits that are a date are none.
PHONE = re.compile(
    rf"(?<![\d.])(?:0\d{{2,3}}[)）]?{_DASH}?\d{{7,8}}|[48]00{_DASH}?\d{{3,4}}{_DASH}?\d{{3,4}}|\d{{3,4}}{_DASH}?\d{{7,8}}|1\d{{10}}"
    rf"|(?!(?:19|20)\d{{2}}(?:0[1-9]|1[0-2]))[2-9]\d{{6,7}}|\d{{5,6}})(?![\d.]\d|\d|元|万|年|号|份|人|家|户)"
)
ADDRESS = re.compile(
    r"\d+号(?!文|公告|令)|[路街]\d+|https?://|www\.|@|\d楼|\d层|\d室"
    r"|[A-Za-z0-9-]+\.(?:com|cn|net|org|gov)(?![A-Za-z])"
)
# The number of an account, a form or a licence.
LONG_NUMBER = re.compile(r"(?<!\d)\d(?:[ -]?\d){4,}(?!\d)")
# A share without a sign: 三分之一, 减半, 5‰, 50个基点, 1/3.
PART = re.compile(
    r"(?:\d+|[一二三四五六七八九十]+)分之(?:\d+|[一二三四五六七八九十]+)|减半|半价|一半|对半|全额"
    r"|\d‰|\d个?基点|\d[Bb][Pp](?![A-Za-z])|(?<![\d/第])\d{1,2}/\d{1,2}(?![\d/])|\d个?点(?![\d钟半前后])"
)
_MONTH_DAY = r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号]|底|初|中旬|上旬|下旬|份)"
# A moment named: by the calendar or the clock, or by what must have happened.
MOMENT = re.compile(
    rf"{_MONTH_DAY}|\d{{1,2}}[日号](?!线|楼|窗|门|文|公告|令)(?:\d{{1,2}}[时点:]|[前后起至止])"
    r"|(?<!\d)\d{1,2}(?:时|点|:\d\d)(?!间)|即日起|自?(?:发布|印发|公布|公告|本通[知告])之?日起"
    r"|(?:结束|解除|恢复|消除|好转|稳定|届满|期满|到期)[之以]?[後后前]"
    r"|(?:至|到|直至)[^，。；]{0,16}(?:结束|解除|为止|终止|恢复|期满)|年底|年末|月底|季末|季度末"
    r"|另行通知|视[^，。；]{2,24}(?:确定|决定|而定)"
)
# How long something is put off, told by the moment it is put off to.
UNTIL = re.compile(
    rf"(?:延|顺延|推迟|展期|放宽|调整|截止|持续|有效期)[^，。；]{{0,16}}(?:至|到)[^，。；]{{0,8}}(?:{_MONTH_DAY}|结束|解除|月底|年底)"
)
