"""Planted faults through the whole chain: a model streams true and false sentences side by side.

Run with ``-s`` to see the table by kind.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from assistant.generation import GenerativeComposer
from assistant.model import Evidence, Statement
from assistant.verification.fold import fold
from tests.support.model_server import ModelServer
from tests.support.planted_faults import Fault, broken, invented, misattributed, sentences, spliced
from tests.support.policies import cited, evidence, honest

ROUNDS = 60
PER_KIND = 2


@dataclass
class Tally:
    """What was planted and what became of it."""

    planted: Counter[str] = field(default_factory=Counter)
    through: Counter[str] = field(default_factory=Counter)
    examples: list[tuple[str, str]] = field(default_factory=list)
    honest: int = 0
    survived: int = 0
    unquoted: list[str] = field(default_factory=list)


def _rounds() -> Iterator[tuple[str, Evidence, Evidence]]:
    """An honest sentence, its article, and another article that does not say it."""
    chooser = random.Random(20261121)
    articles = [one for one in evidence().values() if one.article.number]
    written = [row for row in honest("report") if len(row["articles"]) == 1]
    heads = [
        (text, one)
        for one in evidence().values()
        if not one.article.number
        for text in sentences(one)
        if text.endswith("。") and ("号" in text or "月" in text)
    ]
    written_head = [row for row in honest("tune") if row["articles"][0].endswith("#文首")]
    heads += [(row["sentence"], evidence()[row["articles"][0]]) for row in written_head]
    figured = [
        (text, one)
        for one in articles
        for text in sentences(one)
        if len(re.findall(r"\d+", text)) > 1
    ]
    for text, one in heads + figured:
        others = [o for o in articles if o.policy.id != one.policy.id]
        yield text, one, chooser.choice(others)
    for i in range(ROUNDS):
        if i % 2:
            sentence, tokens = cited(written[i * len(written) // ROUNDS])
            one, text = tokens["A1"], sentence.replace("[A1]", "")
        else:
            one = chooser.choice(articles)
            text = chooser.choice(sentences(one))
        others = [o for o in articles if fold(text).rstrip("。;") not in fold(o.article.text)]
        yield text.rstrip("。；") + "。", one, chooser.choice(others)


def _faults(text: str, one: Evidence, other: Evidence, i: int) -> list[Fault]:
    """At most two faults of each kind; a moved token becomes that of the other article."""
    made = [*broken(text, one), *invented(text, one, i), *spliced(text, one, other)]
    moved = [
        Fault(f.kind, f.sentence.replace("[A1]", "[A2]"), f.truth, {})
        if f.kind == "token moved"
        else f
        for f in misattributed(text, one, [other])
    ]
    kinds: Counter[str] = Counter()
    chosen = []
    for fault in made + moved:
        kinds[fault.kind] += 1
        if kinds[fault.kind] <= PER_KIND:
            chosen.append(fault)
    return chosen


def _clean(text: str) -> str:
    words = fold(text)
    for label in ("上海市:", "厦门市:"):
        words = words.removeprefix(label)
    return words.replace("[a1]", "").replace("(a1)", "").replace("(a2)", "").rstrip("。;")


def _judge(tally: Tally, told: list[Statement], truth: str, faults: list[Fault]) -> None:
    shown = {_clean(statement.text): statement for statement in told}
    tally.honest += 1
    tally.survived += _clean(truth) in shown
    for fault in faults:
        tally.planted[fault.kind] += 1
        if _clean(fault.sentence) in shown and _clean(fault.sentence) != _clean(truth):
            tally.through[fault.kind] += 1
            tally.examples.append((fault.kind, fault.sentence))
    for words, statement in shown.items():
        quoted = any(words in fold(basis.evidence.article.text) for basis in statement.bases)
        if not quoted and words not in _clean(truth):
            tally.unquoted.append(statement.text)


@pytest.fixture(scope="module")
def tally() -> Tally:
    counted = Tally()
    with ModelServer() as server:
        for i, (truth, one, other) in enumerate(_rounds()):
            faults = _faults(truth, one, other, i)
            settings = server.settings(model_timeout_s=30.0, model_max_tokens=8000)
            composer = _composer(settings)
            lines = [fault.sentence for fault in faults]
            lines.insert(len(lines) // 2, f"{truth.rstrip('。')}[A1]。")
            server.says("\n".join(lines), piece=400)
            _judge(counted, list(_told(composer, [one, other])), truth, faults)
    return counted


def _composer(settings: object) -> GenerativeComposer:
    from assistant.generation import build_composer

    composer = build_composer(settings)  # type: ignore[arg-type]
    assert composer is not None
    return composer


def _told(composer: GenerativeComposer, given: list[Evidence]) -> Iterator[Statement]:
    from corpus.errors import ModelUnavailable

    try:
        yield from composer.compose("有什么规定？", given)
    except ModelUnavailable:
        return


def test_no_planted_fault_is_shown(tally: Tally) -> None:
    for kind, count in sorted(tally.planted.items()):
        print(f"{kind:26} planted {count:4}  through {tally.through[kind]}")
    print(f"honest {tally.survived}/{tally.honest}, faults {tally.planted.total()}")
    assert not tally.examples
    assert tally.planted.total() >= 200
    assert len(tally.planted) >= 15


def test_everything_shown_is_the_honest_sentence_or_part_of_it_or_a_quotation(tally: Tally) -> None:
    assert not tally.unquoted


def test_the_honest_sentences_beside_them_survive(tally: Tally) -> None:
    assert tally.survived >= 0.95 * tally.honest
