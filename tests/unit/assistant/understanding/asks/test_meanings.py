"""Which words are asked for their meaning, and which questions ask for more."""

from __future__ import annotations

import pytest

from assistant.understanding.asks.meanings import words_asked


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("门到门是什么意思，我们能用吗", ("门到门",)),
        ("什么叫双随机，“一公开”", ("双随机", "一公开")),
        ("“两头在外”啥意思", ("两头在外",)),
        ("抵港直装怎么理解", ("抵港直装",)),
        ("小而精的项目是啥", ("小而精",)),
        ("什么是样品批、到货批", ("样品批", "到货批")),
        ("随到随放模式指的是什么", ("随到随放模式", "随到随放")),
        ("抽批比例是什么", ()),
        ("补贴资金来源是啥", ()),
        ("什么是查验，多久一次", ()),
        ("什么样的企业能申请", ()),
        ("门到门服务几天办好", ()),
    ],
)
def test_the_meaning_of_words_is_asked(question: str, words: tuple[str, ...]) -> None:
    assert words_asked(question) == words
