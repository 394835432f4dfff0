import pytest

from assistant.understanding.documents.handed_out import hands_out


@pytest.mark.parametrize(
    ("asks", "said"),
    [
        ("什么时候发", "上海的专项奖励是怎么回事，"),
        ("大概啥时候发下来啊", "展位费有补贴吗，"),
        ("哪天发", "工作许可证几年，"),  # a paper that is handed out
        ("哪个部门发", "通过认证有没有补贴钱，"),
        ("4号文里的奖励什么时候发", ""),  # the money is named where it is asked
        ("这钱是什么时候发的", "退税几天，"),
    ],
)
def test_who_or_when_money_is_handed_out(asks: str, said: str) -> None:
    assert hands_out(asks, said)


@pytest.mark.parametrize(
    ("asks", "said"),
    [
        ("什么时候发的", "上海的专项奖励是怎么回事，"),
        ("什么时候发布", "上海的专项奖励是怎么回事，"),
        ("这份文件什么时候发", "上海的专项奖励是怎么回事，"),
        ("这份文件哪个部门发的", "通过认证有没有补贴钱，"),
        ("什么时候发", "36号文讲什么，"),  # the document was spoken of, and no money
        ("奖励办法什么时候发的", ""),
        ("2号文哪天发的", ""),
    ],
)
def test_when_a_document_was_issued_is_another_question(asks: str, said: str) -> None:
    assert not hands_out(asks, said)
