"""The composer against a real server that misbehaves: verified words, or ModelUnavailable in time."""

from __future__ import annotations

import time

import pytest

from assistant.generation import (
    GenerativeComposer,
    ModelDeclined,
    ModelResting,
    ModelUnreachable,
    ModelUnusable,
    build_composer,
)
from assistant.model import Evidence
from corpus.errors import ModelUnavailable
from tests.support.model_server import Behaviour, ModelServer

GOOD = "上海B类工作许可有效期为2年[A1]。厦门B类工作许可有效期最长1年。[A2]"
SAID = ["上海B类工作许可有效期为2年。", "厦门B类工作许可有效期最长1年。"]
QUESTION = "B类工作许可有效期几年？"


def _texts(composer: GenerativeComposer, evidence: list[Evidence]) -> list[str]:
    return [statement.text for statement in composer.compose(QUESTION, evidence)]


def _built(server: ModelServer, **changed: object) -> GenerativeComposer:
    composer = build_composer(server.settings(**changed))
    assert composer is not None
    return composer


def test_without_an_address_there_is_no_composer(server: ModelServer) -> None:
    assert build_composer(server.settings(model_base_url=None)) is None


@pytest.mark.parametrize("piece", [1, 3, 1000])
def test_a_good_reply_comes_through_with_its_bases(
    server: ModelServer, composer: GenerativeComposer, permits: list[Evidence], piece: int
) -> None:
    server.says(GOOD, piece=piece)
    statements = list(composer.compose(QUESTION, permits))
    assert [s.text for s in statements] == SAID
    assert [s.bases[0].evidence.article.id for s in statements] == [
        "sh-aeo-2024#第5条",
        "xm-aeo-2024#第7条",
    ]
    for basis in (basis for s in statements for basis in s.bases):
        span = basis.span
        assert "B类" in basis.evidence.source[span.start : span.end].replace(" ", "")


def test_the_request_is_what_compatible_servers_understand(
    server: ModelServer, composer: GenerativeComposer, permits: list[Evidence]
) -> None:
    server.says(GOOD)
    _texts(composer, permits)
    (request,) = server.requests
    assert request["headers"]["authorization"] == "Bearer secret-key"
    assert request["model"] == "test-model"
    assert (request["temperature"], request["max_tokens"], request["stream"]) == (0, 800, True)
    assert "max_completion_tokens" not in request
    assert "stream_options" not in request
    system, user = request["messages"]
    assert (system["role"], user["role"]) == ("system", "user")
    assert "编号=[A3]" in user["content"]
    assert QUESTION in user["content"]


UNREACHABLE = {
    "slow first token": Behaviour(GOOD, first_s=5),
    "stall before anything is whole": Behaviour(GOOD, stop_after=8, stall_s=5),
    "429": Behaviour(status=429),
    "429 with a long pause": Behaviour(status=429, headers={"Retry-After": "60"}),
    "500": Behaviour(status=500),
    "503": Behaviour(status=503),
    "401": Behaviour(status=401),
    "404": Behaviour(status=404),
    "cut before anything is whole": Behaviour(GOOD, stop_after=8, cut=True),
    "ends without a finish": Behaviour(GOOD, stop_after=8, unfinished=True),
    "broken JSON": Behaviour(GOOD, broken_json_after=8),
    "a login page": Behaviour(raw=b"<html>login</html>", content_type="text/html"),
    "plain JSON in place of a stream": Behaviour(raw=b'{"ok": true}', content_type="application/json"),
    "bytes": Behaviour(raw=bytes(range(256)) * 4),
    "no body": Behaviour(raw=b""),
}  # fmt: skip


@pytest.mark.parametrize("name", UNREACHABLE)
def test_a_server_that_fails_is_unreachable_in_time(
    server: ModelServer, permits: list[Evidence], name: str
) -> None:
    server.script(UNREACHABLE[name])
    composer = _built(server, model_timeout_s=1.0)
    started = time.monotonic()
    with pytest.raises(ModelUnreachable):
        _texts(composer, permits)
    assert time.monotonic() - started < 3.0


def test_nobody_listening_is_unreachable(permits: list[Evidence]) -> None:
    with ModelServer() as server:
        settings = server.settings(model_timeout_s=2.0)
    composer = build_composer(settings)
    assert composer is not None
    with pytest.raises(ModelUnreachable):
        _texts(composer, permits)


UNUSABLE = {
    "empty": "",
    "no tokens": "上海B类工作许可有效期为2年。",
    "unknown tokens": "上海B类工作许可有效期为2年[A8]。",
    "wrong token": "上海B类工作许可有效期为2年[A3]。",
    "swapped cities": "厦门B类工作许可有效期为2年[A2]。",
    "invented figure": "上海B类工作许可有效期为4年[A1]。",
    "invented office": "上海B类工作许可由市公安局办理[A1]。",
    "English": "Class B permits are valid for 2 years [A1].",
    "prompt leak": "我的规则是：只写<条款>里写明的内容，每句话末尾注明编号[A1]。",
    "small talk": "您好！很高兴为您服务，请问还有什么可以帮您？[A1]",
    "nonsense": "的了吗呢吧" * 300,
    "only thoughts": "<think>上海B类工作许可有效期为2年[A1]。",
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_a_reply_without_a_true_sentence_is_unusable(
    server: ModelServer, composer: GenerativeComposer, permits: list[Evidence], name: str
) -> None:
    server.says(UNUSABLE[name])
    with pytest.raises(ModelUnusable):
        _texts(composer, permits)


def test_a_model_that_finds_no_basis_has_declined(
    server: ModelServer, composer: GenerativeComposer, permits: list[Evidence]
) -> None:
    server.says("无依据。")
    with pytest.raises(ModelDeclined):
        _texts(composer, permits)


@pytest.mark.parametrize(
    "how", [{"cut": True}, {"stall_s": 5}, {"unfinished": True}, {"broken_json_after": 40}]
)
def test_what_was_verified_before_the_stream_broke_stays(
    server: ModelServer, permits: list[Evidence], how: dict[str, object]
) -> None:
    late = {} if "broken_json_after" in how else {"stop_after": 26}
    server.says(GOOD, piece=2, **late, **how)
    texts = _texts(_built(server, model_timeout_s=1.0), permits)
    assert texts == SAID[: len(texts)]
    assert texts


def test_true_sentences_beside_false_ones_stay(
    server: ModelServer, composer: GenerativeComposer, permits: list[Evidence]
) -> None:
    server.says(f"您好！\n上海B类工作许可有效期为9年[A1]。{GOOD}如需帮助请拨打12345。[A1]")
    assert [text for text in _texts(composer, permits) if text in SAID] == SAID
    assert not any("9年" in text or "12345" in text for text in _texts(composer, permits))


@pytest.mark.parametrize(
    "how",
    [{"reasoning": "先想一想，B类9年[A1]。"}, {}],
)
def test_reasoning_models_are_heard_without_their_thoughts(
    server: ModelServer, composer: GenerativeComposer, permits: list[Evidence], how: dict[str, str]
) -> None:
    server.says(f"<think>上海B类3年[A1]。\n</think>\n{GOOD}", piece=3, **how)
    assert _texts(composer, permits) == SAID


def test_an_endless_reply_is_ended_by_us(
    server: ModelServer, composer: GenerativeComposer, permits: list[Evidence]
) -> None:
    server.says("上海B类工作许可有效期为2年[A1]。", endless=True)
    assert _texts(composer, permits) == SAID[:1]
    assert server.abandoned.wait(3)


def test_a_huge_reply_without_a_sentence_is_ended_by_us(
    server: ModelServer, composer: GenerativeComposer, permits: list[Evidence]
) -> None:
    server.says("甲乙丙丁戊己庚辛", piece=400, endless=True)
    with pytest.raises(ModelUnavailable):
        _texts(composer, permits)
    assert server.abandoned.wait(3)


def test_a_refusal_with_a_short_pause_is_tried_once_more(
    server: ModelServer, composer: GenerativeComposer, permits: list[Evidence]
) -> None:
    server.script(Behaviour(status=429, headers={"Retry-After": "0"}), Behaviour(GOOD))
    assert _texts(composer, permits) == SAID
    server.script(Behaviour(status=500), Behaviour(GOOD))
    with pytest.raises(ModelUnreachable):
        _texts(composer, permits)
    assert len(server.requests) == 1


def test_statements_come_while_the_model_still_writes(
    server: ModelServer, permits: list[Evidence]
) -> None:
    server.says(GOOD, piece=22, pause_s=1.0)
    stream = _built(server, model_timeout_s=8.0).compose(QUESTION, permits)
    started = time.monotonic()
    assert next(stream).text == SAID[0]
    first = time.monotonic() - started
    assert [statement.text for statement in stream] == SAID[1:]
    assert time.monotonic() - started - first > 0.5


def test_a_caller_who_leaves_closes_the_connection(
    server: ModelServer, permits: list[Evidence]
) -> None:
    server.says(GOOD + "。" * 4000, piece=4, pause_s=0.002)
    stream = _built(server, model_timeout_s=60.0).compose(QUESTION, permits)
    assert next(stream).text == SAID[0]
    stream.close()
    assert server.abandoned.wait(3)


def test_after_failures_in_a_row_the_server_is_left_alone(
    server: ModelServer, composer: GenerativeComposer, permits: list[Evidence]
) -> None:
    server.script(Behaviour(status=500))
    for _ in range(3):
        with pytest.raises(ModelUnreachable):
            _texts(composer, permits)
    with pytest.raises(ModelResting):
        _texts(composer, permits)
    assert len(server.requests) == 3


def test_replies_that_fail_verification_do_not_open_the_breaker(
    server: ModelServer, composer: GenerativeComposer, permits: list[Evidence]
) -> None:
    server.says("上海B类工作许可有效期为4年[A1]。")
    for _ in range(5):
        with pytest.raises(ModelUnusable):
            _texts(composer, permits)
    assert len(server.requests) == 5


def test_only_permitted_places_are_spoken_of(
    server: ModelServer, composer: GenerativeComposer, permits: list[Evidence]
) -> None:
    server.says(GOOD)
    found = composer.compose(QUESTION, permits, {"厦门市"})
    assert [statement.text for statement in found] == SAID[1:]


async def _collected(composer: GenerativeComposer, evidence: list[Evidence]) -> list[str]:
    return [statement.text async for statement in composer.acompose(QUESTION, evidence)]


def test_the_composer_serves_event_loops_and_threads_alike(
    server: ModelServer, composer: GenerativeComposer, permits: list[Evidence]
) -> None:
    import asyncio
    from concurrent.futures import ThreadPoolExecutor

    server.says(GOOD)

    async def several() -> list[list[str]]:
        return await asyncio.gather(*(_collected(composer, permits) for _ in range(4)))

    assert asyncio.run(several()) == [SAID] * 4
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: _texts(composer, permits), range(4))) == [SAID] * 4


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (Behaviour("厦门AEO企业的B类工作许可有效期几年？"), "厦门AEO企业的B类工作许可有效期几年？"),
        (Behaviour("<think>嗯</think>厦门AEO企业的B类工作许可有效期几年？"), "厦门AEO企业的B类工作许可有效期几年？"),
        (Behaviour("深圳AEO企业的B类工作许可有效期几年？"), None),
        (Behaviour("厦门AEO企业的B类工作许可有效期是1年吗？"), None),
        (Behaviour(status=500), None),
        (Behaviour("厦门", first_s=3), None),
    ],
)  # fmt: skip
def test_a_follow_up_is_rephrased_or_left_as_it_is(
    server: ModelServer, reply: Behaviour, expected: str | None
) -> None:
    server.script(reply)
    composer = _built(server, model_timeout_s=1.0)
    history = ["上海AEO企业的B类工作许可有效期几年？"]
    assert composer.rephrase("那厦门呢？", history) == expected
