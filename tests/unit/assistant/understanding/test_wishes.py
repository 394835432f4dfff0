import pytest

from assistant.understanding.wishes import wishes_of


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("我们在青岛又想退税快又想参展，一起说说", ("我们在青岛想退税快", "我们在青岛想参展")),
        ("想落户还想开账户，哪两条", ("想落户", "想开账户")),
        ("又要贷款又要保险，有什么补贴", ("要贷款，有什么补贴", "要保险，有什么补贴")),
        ("比较一下青岛的审批时间和抽检比例", ("青岛审批时间要多久", "青岛抽检比例是多少")),
        ("退税几天，展会也有支持吗", ("退税几天", "展会有支持吗")),
        ("青岛退税几天，展会也有支持吗", ("青岛退税几天", "青岛：展会有支持吗")),
    ],
)
def test_each_wish_becomes_a_question(text: str, wishes: tuple[str, ...]) -> None:
    assert wishes_of(text) == wishes


@pytest.mark.parametrize(
    "text",
    [
        "货又怕静电又怕粉尘，能到厂里查吗",  # what something is like is no wish
        "企业又大又强才行吗",
        "想再去韩国登记，还要专家上门看厂吗",  # the second asks about the first
        "退税几天，青岛也有吗",
        "进口和出口食品的抽检比例",
        "特殊物品审批时限和抽批比例是多少",  # the second is of the subject of the first
    ],
)
def test_one_question_stays_one(text: str) -> None:
    assert wishes_of(text) == (text,)
