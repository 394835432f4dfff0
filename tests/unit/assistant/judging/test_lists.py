"""What a list is weighed among."""

from __future__ import annotations

import datetime as dt

import numpy as np

from assistant.judging.lists import weighed_among
from assistant.model import Evidence
from assistant.searching.sides import Side
from assistant.understanding.asks.intents import Intent
from assistant.understanding.model import Scope, Understanding
from assistant.weighing.support import Candidate
from corpus import PolicyMetadata, parse_policy
from index.model import Hit, Passage


def candidate(policy_id: str, support: float, *places: str) -> Candidate:
    text = f"第一条 略。\n第二条 {'、'.join(places)}的企业可以预约。"
    policy = parse_policy(text, PolicyMetadata(policy_id, "办法", speaks_of=places))
    evidence = Evidence(policy.metadata, policy.source, policy.articles[-1])
    passage = Passage(policy_id, policy_id, "第二条", 2, 0, 0, "办法", None, (), "", text, "全国")
    vector = np.zeros(1, np.float32)
    return Candidate(evidence, Hit(passage, 1.0), (), support, {}, vector, asked=True)


def asked(text: str, scope: Scope) -> Understanding:
    return Understanding(text, text, Intent.LIST, scope, dt.date(2026, 11, 27))


def test_several_sides_are_one_list_the_surest_first_and_each_article_once() -> None:
    first, second = candidate("a", 0.4), candidate("b", 0.9)
    sides = [Side("", (first,)), Side("", (second, candidate("a", 0.6)))]
    found = weighed_among(asked("预约有哪些措施", Scope()), sides)
    assert [(one.policy_id, one.support) for one in found] == [("b", 0.9), ("a", 0.6)]


def test_of_a_place_without_documents_only_what_speaks_of_it_is_weighed() -> None:
    sides = [Side("", (candidate("c", 0.9), candidate("d", 0.2, "杭州市")))]
    understanding = asked("杭州有什么政策", Scope(elsewhere=("杭州市",)))
    assert [one.policy_id for one in weighed_among(understanding, sides)] == ["d"]
