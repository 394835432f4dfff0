"""The words of a question that carry its topic: courtesies and question frames taken away."""

from __future__ import annotations

import re

from assistant.understanding.asks.intents import UNIT_CUE

_COURTESY = re.compile(
    r"(?:^|(?<=[，,。！!；;？? ]))(?:喂|您?好呀?|你好|哎|诶|嗯|那个|请问(?:一下|下)?|麻烦(?:问一?下|您)?|打扰一?下|咨询(?:一下|下)?|请教(?:一下|下)?"
    r"|(?:我|我们|我这边|这边|我们这边)(?:就)?是(?:一?[家个名])?(?:做)?[^，,。！？?]{1,8}(?:，|,|。)|(?:我|我们)?(?:就)?想(?:咨询|了解|问问|问|请教|知道|打听)(?:一下|下|问)?|问一?下|帮我?(?:查|看|问)(?:一下|下|查|看)?|听(?:说|讲|人说)|老师|同志|师傅|谢谢(?:您|你)?|多谢|急|在线等)"
    r"(?:，|,|。|！|!|、| |了|吗|啊|呀|哈)*"
)
_SPOKEN = re.compile(
    r"(?:我|给谁|该)?打谁的?电话|(?:谢谢|多谢|感谢)(?:您|你|啦|了)*[。！!]?$|讲给我听|念给我听|说给我听|告诉我|跟我说"
)


def without_frames(text: str, *, asks_unit: bool = False) -> str:
    """``text`` without courtesies and, for a question after a unit, without that frame."""
    plain = _SPOKEN.sub("", _COURTESY.sub("", text))
    if asks_unit:
        plain = UNIT_CUE.sub("", plain)
    return plain if sum(map(str.isalnum, plain)) >= 2 else text
