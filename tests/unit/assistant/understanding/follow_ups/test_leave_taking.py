import pytest

from assistant.understanding.follow_ups.courtesies import only_chats, telling
from assistant.understanding.follow_ups.leave_taking import takes_leave, without_thanks


@pytest.mark.parametrize(
    "turn",
    [
        *["谢谢侬", "好的谢谢侬", "好嘞谢谢", "多谢啦", "嗯，辛苦了", "知道了，谢谢", "行，拜拜"],
        *["麻烦你了", "没有了，谢谢，再见", "谢谢您的耐心解答", "晓得了", "挂了啊"],
    ],
)
def test_thanks_and_farewells(turn: str) -> None:
    assert takes_leave(turn)
    assert telling(["退税几天", turn]) == ["退税几天"]


@pytest.mark.parametrize(
    "turn",
    [
        "谢谢，那厦门呢",
        "可以",
        "对",
        "太麻烦了",
        "行吗",
        "电话",
        "感谢信怎么开",
        "好的那要什么材料",
    ],
)
def test_what_asks_or_answers_takes_no_leave(turn: str) -> None:
    assert not takes_leave(turn)


@pytest.mark.parametrize(
    ("turn", "asked"),
    [
        ("谢谢，那厦门呢", "那厦门呢"),
        ("好的谢谢侬那厦门呢", "那厦门呢"),
        ("麻烦你了，退税几天", "退税几天"),
        ("麻烦你查一下退税", "麻烦你查一下退税"),
        ("感谢信怎么开", "感谢信怎么开"),
        ("好的谢谢，再见", "好的谢谢，再见"),
    ],
)
def test_thanks_before_a_question_are_no_part_of_it(turn: str, asked: str) -> None:
    assert without_thanks(turn) == asked


def test_chat_neither_asks_nor_names_a_place() -> None:
    assert all(map(only_chats, ("今天天气不错哈", "哈哈", "你讲得真清楚", "你声音太小了")))
    assert not any(map(only_chats, ("天津呢", "今天天气怎么样", "继续", "对", "忙的时候呢")))


@pytest.mark.timeout(5)
@pytest.mark.parametrize("words", ["好的谢谢", "嗯", "哈哈，嗯嗯"])
def test_endless_thanks_are_read_in_no_time(words: str) -> None:
    assert not takes_leave(f"{words * 60}甲")
    assert not only_chats(f"{words * 60}甲")
