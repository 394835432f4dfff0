"""Whether gold cases say what the policies say: run on every gold file before it is trusted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus import NATIONWIDE, counties
from eval.cases import Case
from eval.library import Library
from eval.matching import contains_any, normalise


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one case, in Chinese."""

    case_id: str
    message: str

    def __str__(self) -> str:
        """``id：message``, one line."""
        return f"{self.case_id}：{self.message}"


def validate(cases: Sequence[Case], library: Library) -> tuple[Problem, ...]:
    """Everything wrong with ``cases``, in their order; empty when they may be trusted."""
    found = [
        Problem(case.id, message)
        for case in cases
        for check in _CHECKS
        for message in check(case, library)
    ]
    return (*found, *_duplicates(cases))


def _articles_exist(case: Case, library: Library) -> Iterator[str]:
    for field, refs in (("gold", case.gold), ("acceptable", case.acceptable)):
        for ref in refs:
            if library.metadata(ref.policy) is None:
                yield f"{field} 的文件 {ref.policy} 不在政策库中"
            elif not library.articles(ref.key):
                yield f"{field} 的 {ref.policy} 没有第 {ref.article} 条"
    for key in sorted(case.gold_keys & {ref.key for ref in case.acceptable}):
        yield f"{key[0]}#{key[1]} 同时在 gold 与 acceptable 中"


def _facts_follow(case: Case, library: Library) -> Iterator[str]:
    text = "\n".join(library.text(ref.key) for ref in case.gold)
    for forms in case.must_include:
        if not any(normalise(form) for form in forms):
            yield "must_include 有一组没有任何写法"
        elif not contains_any(text, forms):
            yield f"must_include 的“{'”“'.join(forms)}”在 gold 条款原文中都找不到"


def _forms_agree(case: Case, library: Library) -> Iterator[str]:  # noqa: ARG001 - one signature
    for form in case.must_not_include:
        if not normalise(form):
            yield "must_not_include 有空写法"
        elif any(
            contains_any(required, [form]) for forms in case.must_include for required in forms
        ):
            yield f"“{form}”既被要求又被禁止"


def _answerable_agrees(case: Case, library: Library) -> Iterator[str]:  # noqa: ARG001
    if case.answerable and not case.gold:
        yield "answerable 为 true，却没有 gold"
    if not case.answerable and (case.gold or case.must_include):
        yield "answerable 为 false，却有 gold 或 must_include"


def _can_be_asked(case: Case, library: Library) -> Iterator[str]:  # noqa: ARG001
    if not case.question.strip() and case.answerable:
        yield "question 为空"
    if case.region and case.region != NATIONWIDE and counties.resolve(case.region) is None:
        yield f"region “{case.region}”不是已知的省、市、区县名称"


_CHECKS: tuple[Callable[[Case, Library], Iterable[str]], ...] = (
    _articles_exist,
    _facts_follow,
    _forms_agree,
    _answerable_agrees,
    _can_be_asked,
)


def _duplicates(cases: Sequence[Case]) -> Iterator[Problem]:
    ids: set[str] = set()
    asked: dict[str, str] = {}
    for case in cases:
        if case.id in ids:
            yield Problem(case.id, "id 重复")
        ids.add(case.id)
        words = [normalise(text) for text in (*case.history, case.question)]
        key = json.dumps([*words, case.region, str(case.as_of)], ensure_ascii=False)
        first = asked.setdefault(key, case.id)
        if first != case.id:
            yield Problem(case.id, f"与 {first} 问得一样")
