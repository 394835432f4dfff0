"""The verification: true sentences pass, and each kind of falsehood is caught.

Sentences are the articles' own; what is false about the others is known by construction.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant.model import Evidence
from assistant.verification import verify
from eval.components.model import Check, Material, share
from eval.library import Library

Fault = Callable[[str], str | None]

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
_FIGURE = re.compile(r"\d+(?=%|个?工作日|小时|年|日|次|亿|万)")
_PLACES = {"上海": "厦门", "厦门": "上海"}


def verification(material: Material) -> tuple[Check, ...]:
    """The share of true sentences that pass, and of each kind of false ones that are stopped."""
    evidence = list(_evidence(material.library))
    told = [(one, text) for one in evidence for text in _sentences(one)]
    return (
        share("原文句子放行", ((_passes(text, one), f"{one.article.id} {text[:30]}") for one, text in told)),
        *(
            share(
                f"拦下：{label}",
                (
                    (not _passes(false, one), f"{one.article.id} {false[:40]}")
                    for one, text in told
                    if (false := fault(text)) is not None
                ),
            )
            for label, fault in FAULTS.items()
        ),
        share("拦下：不注出处", ((not verify(text, {"A1": one}).holds, one.article.id) for one, text in told)),
        share("拦下：出处编造", ((not verify(f"{text}[A9]", {"A1": one}).holds, one.article.id) for one, text in told)),
    )  # fmt: skip


def _evidence(library: Library) -> Iterator[Evidence]:
    for policy in library.policies:
        for article in policy.articles:
            if article.number > 0:
                yield Evidence(policy.metadata, policy.source, article)


def _sentences(evidence: Evidence) -> Iterator[str]:
    """The article's own sentences; what only introduces a list says nothing by itself."""
    for match in _SENTENCE.finditer(evidence.article.text):
        words = match[0].strip()
        if len(words) >= 10 and not words.endswith(("：", ":")):
            yield words


def _passes(text: str, evidence: Evidence) -> bool:
    return verify(f"{text}[A1]", {"A1": evidence}).holds


def _other_figure(text: str) -> str | None:
    match = _FIGURE.search(text)
    return f"{text[: match.start()]}{int(match[0]) + 1}{text[match.end() :]}" if match else None


def _tenfold(text: str) -> str | None:
    match = _FIGURE.search(text)
    return f"{text[: match.start()]}{match[0]}0{text[match.end() :]}" if match else None


def _other_place(text: str) -> str | None:
    name = next((name for name in _PLACES if name in text), None)
    return text.replace(name, _PLACES[name], 1) if name else None


def _promised(text: str) -> str | None:
    return f"{text.rstrip('。；')}，并一次性奖励50万元。"


def _negated(text: str) -> str | None:
    for said, denied in (
        ("不得", "可以"),
        ("免于", "必须"),
        ("优先", "不再优先"),
        ("支持", "不支持"),
    ):
        if said in text:
            return text.replace(said, denied, 1)
    return None


FAULTS: dict[str, Fault] = {
    "数字加一": _other_figure,
    "数字十倍": _tenfold,
    "换了城市": _other_place,
    "添了承诺": _promised,
    "反了意思": _negated,
}
