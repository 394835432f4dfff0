"""Places called by one character, and the words in which the character is none."""

from __future__ import annotations

import pytest

from corpus import letters


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("沪企能享受吗", ("上海市",)),
        ("甬的政策", ("宁波市",)),
        ("沪厦两地谁快", ("上海市", "厦门市")),
        ("穗和深哪个补贴高", ("广州市", "深圳市")),
        ("京津两地", ("北京市", "天津市")),
        ("厦企怎么申请", ("厦门市",)),
        ("大厦的物业", ()),
        ("海关大厦企业服务", ()),
        ("上海的企业", ()),
        ("江苏的企业", ()),
        ("江浙的货代", ()),
        ("京津冀一体化", ()),
        ("粤闽浙沿海", ()),
        ("深的水", ()),
    ],
)
def test_places_by_one_character(text: str, found: tuple[str, ...]) -> None:
    assert letters.find_in(text) == found
