"""Documents that nobody described answer for their own place, and for no other. All are invented."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome, Question, Reason
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wiring import build_assistant
from index.build import build_index
from index.encoder import load_encoder

DOCUMENTS = {
    "a1": "关于开展老旧电梯更新补贴申报的通知\n各物业企业：我市对使用满十五年的老旧电梯给予更新补贴，"
    "每台补贴十万元，由物业企业在线申报。\n衢州市住房和城乡建设局\n2025年3月2日",
    "b2": "遵义推出“夜校券”支持技工学艺\n新华社贵阳4月9日电（记者 某某）遵义市推出的夜校券每人最多可领八百元，"
    "一年内用完。",
    "c3": "宁夏医疗队支援西藏\n宁夏卫生健康委介绍，宁夏派往西藏的医疗队将在当地工作半年，共有四十名队员。",
    "d4": "关于小微企业缓缴水费的通知\n各省、自治区、直辖市水利厅：小微企业可以缓缴水费三个月，"
    "海南省的小微企业可以缓缴水费六个月。",
    "e5": "海陵区关于开放校园球场的通告\n本区中小学球场每周六向居民开放，居民凭身份证入场。\n"
    "海陵区教育局\n2025年7月9日",
}


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("unprepared")
    for name, text in DOCUMENTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    build_index(folder, folder / "index", load_encoder(None))
    return build_assistant(Settings(index_dir=folder / "index", model_base_url=None))


@pytest.mark.parametrize(
    ("question", "policy", "words"),
    [
        ("衢州老旧电梯更新每台补贴多少", "a1", "十万元"),
        ("浙江省衢州市老旧电梯每台补贴多少", "a1", "十万元"),
        ("遵义推出的夜校券每人最多领多少", "b2", "八百元"),
        ("宁夏派往西藏的医疗队有多少名队员", "c3", "四十名"),
        ("海南省的小微企业可以缓缴水费几个月", "d4", "六个月"),
        ("泰州市海陵区居民凭什么进中小学球场", "e5", "身份证"),
    ],
)
def test_a_place_is_answered_from_what_is_about_it(
    own: Assistant, question: str, policy: str, words: str
) -> None:
    answer = own.ask(Question(question=question))
    assert answer.outcome is Outcome.ANSWERED
    assert words in answer.answer
    assert {citation.policy_id for citation in answer.citations} == {policy}


@pytest.mark.parametrize(
    "question",
    [
        "绍兴老旧电梯更新每台补贴多少",
        "贵阳推出的夜校券每人最多领多少",
        "深圳有哪些校园球场开放的规定",
    ],
)
def test_a_place_that_no_document_speaks_of_is_refused(own: Assistant, question: str) -> None:
    answer = own.ask(Question(question=question))
    assert answer.reason is Reason.OTHER_REGION
    assert answer.citations == ()
