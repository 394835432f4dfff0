"""The questions offered before the first one."""

from __future__ import annotations

from pathlib import Path

from api.console.examples import topics
from corpus import Policy, PolicyMetadata, PolicyStore, load_policy, parse_policy, read_corpus

POLICIES = Path(__file__).resolve().parents[3] / "corpus" / "policies"


def store_of(path: Path, policies: list[Policy]) -> PolicyStore:
    PolicyStore.write(path, policies)
    return PolicyStore.open(path)


def test_all_topics_are_offered_over_our_policies(tmp_path: Path) -> None:
    policies = [policy for policy in read_corpus(POLICIES) if isinstance(policy, Policy)]
    offered = topics(store_of(tmp_path / "s", policies))
    assert len(offered) == 4
    assert all(len(topic.questions) >= 2 for topic in offered)


def test_only_questions_whose_policy_is_there_are_offered(tmp_path: Path) -> None:
    xiamen = store_of(tmp_path / "s", [load_policy(POLICIES / "xm-aeo-2024.txt")])
    questions = [question for topic in topics(xiamen) for question in topic.questions]
    assert questions
    assert all("厦门" in question for question in questions)


def test_other_policies_get_questions_from_their_articles(tmp_path: Path) -> None:
    source = "本地办法\n\n第一条 【申报手续】申报可以在线办理。\n\n第二条 材料齐全的，当日办结。\n"
    policy = parse_policy(source, PolicyMetadata(id="local", title="本地办法"))
    offered = topics(store_of(tmp_path / "s", [policy]))
    assert [topic.name for topic in offered] == ["本地办法"]
    assert offered[0].questions == (
        "申报手续有什么规定？",
        "《本地办法》第二条是怎么规定的？",
    )
