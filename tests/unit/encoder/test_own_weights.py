"""The weights in the project know what callers mean: everyday words lie near official ones."""

from __future__ import annotations

import numpy as np
import pytest

from index.encoder import load_encoder
from index.model import Encoder

PASSAGES = {
    "退税": "上海市若干措施 加大出口退税等政策支持力度\n"
    "进一步加快出口退税进度，高级认证企业正常出口退税平均办理时间压缩至2个工作日内。",
    "查验": "上海海关行动方案 优先办理\n对高级认证企业的进出口货物适用较低的查验率，需要查验的优先实施查验。",
    "担保": "海关总署通知 降低企业进出口成本\n高级认证企业可以向海关申请免除税款担保。",
    "人才": "厦门市若干措施 人才服务\n为企业外籍高层次人才办理工作许可、居留许可提供便利。",
    "租赁": "中华人民共和国民法典合同编 第十四章 租赁合同\n"
    "出租人出卖租赁房屋的，应当在出卖之前的合理期限内通知承租人，承租人享有优先购买的权利。",
    "试用期": "中华人民共和国劳动合同法 第二章 劳动合同的订立\n"
    "劳动合同期限三个月以上不满一年的，试用期不得超过一个月。",
    "动物": "中华人民共和国民法典侵权责任编 饲养动物损害责任\n"
    "饲养的动物造成他人损害的，动物饲养人或者管理人应当承担侵权责任。",
}


@pytest.fixture(scope="module")
def own() -> Encoder:
    return load_encoder()


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("卖到国外的货，交的税多久能退回来", "退税"),
        ("海关老来开箱子看货，能不能少抽几次", "查验"),
        ("进货的时候押金能不能不交", "担保"),
        ("公司请的老外签证怎么办", "人才"),
        ("房东想把房子卖掉，我租着呢，能先卖给我吗", "租赁"),
        ("刚入职，老板说先干三个月看看，合法吗", "试用期"),
        ("被邻居家的狗咬了找谁要医药费", "动物"),
    ],
)
def test_an_everyday_question_is_nearest_to_its_article(
    own: Encoder, question: str, wanted: str
) -> None:
    scores = own.encode_passages(list(PASSAGES.values())) @ own.encode_queries([question])[0]
    assert list(PASSAGES)[int(np.argmax(scores))] == wanted
