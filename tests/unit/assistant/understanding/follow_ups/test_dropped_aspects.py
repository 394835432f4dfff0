import pytest

from assistant.understanding.follow_ups.dropped_aspects import without_last_aspect
from assistant.understanding.follow_ups.leaning import may_stand_alone, noun_of

MATTER = "口岸乱收费怎么办"


@pytest.mark.parametrize(
    "aspect", ["电话给一个", "要什么材料", "有效期几年", "普通企业呢，就不是AEO的"]
)
def test_an_aspect_can_be_left_out_again(aspect: str) -> None:
    assert without_last_aspect((MATTER, aspect)) == (MATTER,)


@pytest.mark.parametrize(
    "turn",
    [
        "社保呢",  # another thing
        "社保断交三个月怎么办",
        "那厦门呢",  # another place
        "如果超过一年呢",  # a case
        "我去年被降过级",
        "C级呢",
    ],
)
def test_what_the_call_turned_to_is_kept(turn: str) -> None:
    assert without_last_aspect((MATTER, turn)) is None
    assert without_last_aspect((turn,)) is None


def test_a_turn_that_asks_whether_names_no_noun() -> None:
    assert noun_of("要收费不", "要收费不") == ""
    assert not may_stand_alone("要收费不")
    assert noun_of("动植物的", "动植物的") == "动植物"
