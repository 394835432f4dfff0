import pytest

from assistant.composing.comparing import _called


@pytest.mark.parametrize(
    ("subject", "question", "name"),
    [
        ("推荐库进", "推荐库怎么进，跟白名单是一回事吗", "推荐库"),
        ("生物医药白名单不用定", "生物医药白名单不用办什么，谁来定", "生物医药白名单"),
        ("的一类出口企业", "青岛的一类出口企业和二类企业，退税各几天", "一类出口企业"),
        ("特殊物品", "特殊物品快还是动植物快", "特殊物品"),
        ("意思", "怎么申请", ""),
    ],
)
def test_a_subject_is_called_what_the_question_calls_it(
    subject: str, question: str, name: str
) -> None:
    assert _called(subject, question) == name
