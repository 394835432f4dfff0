"""The understanding: what is asked, of whom, and what a follow-up leans on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.service import today
from assistant.understanding import Understanding, understand
from assistant.understanding.asks.intents import Intent
from corpus import NATIONWIDE, jurisdictions
from eval.cases import Case, type_name
from eval.components.model import Check, Material, share

# The form of answer that a type of question wants; other types have no one form.
INTENTS = {
    "comparison": {Intent.COMPARISON},
    "responsible_unit": {Intent.UNIT},
    "conditions": {Intent.CONDITIONS, Intent.LIST},
    "list": {Intent.LIST, Intent.COMPARISON},
    "document_fact": {Intent.DOCUMENT_FACT},
}

Seen = tuple[Case, Understanding]


def understanding(material: Material) -> tuple[Check, ...]:
    """Intents by type, figures wanted, places, follow-ups and addresses."""
    seen = [(case, understood(case, material)) for case in material.cases if case.question.strip()]
    of_type = _by_type(seen)
    return (
        *(share(f"意图：{type_name(kind)}", _intents(of_type(kind), kind)) for kind in INTENTS),
        share("数字陷阱：看出要数字", ((one.wants is not None, _name(case)) for case, one in of_type("figure_trap"))),
        share("地区：所问之地在范围内", (found for case, one in seen for found in _place(case, one, material))),
        share("追问：接上前文", ((one.is_follow_up, _name(case)) for case, one in seen if case.history)),
        share("直接点条：认出条号", (found for case, one in of_type("addressing") for found in _address(case, one))),
    )  # fmt: skip


def understood(case: Case, material: Material) -> Understanding:
    """The case's question as the assistant understands it."""
    return understand(
        case.question.strip(),
        case.history,
        case.region,
        case.as_of or today(),
        material.index.store.metadata(),
        material.index.addresses.addressed,
    )


def _by_type(seen: list[Seen]) -> Callable[[str], list[Seen]]:
    return lambda kind: [(case, one) for case, one in seen if case.type == kind]


def _intents(seen: list[Seen], kind: str) -> Iterator[tuple[bool, str]]:
    for case, one in seen:
        yield one.intent in INTENTS[kind], f"{_name(case)}（当成 {one.intent}）"


def _place(case: Case, one: Understanding, material: Material) -> Iterator[tuple[bool, str]]:
    """Where all gold is of one place that the question names, the scope must hold that place."""
    places = {material.library.jurisdiction(ref.policy) for ref in case.gold}
    named = set(jurisdictions.find_in(" ".join((case.question, case.region or ""))))
    if len(places) == 1 and places & named - {NATIONWIDE}:
        scope = one.scope
        held = places <= {*scope.jurisdictions, *(NATIONWIDE,) * scope.nationwide}
        about = {material.library.jurisdiction(policy) for policy in scope.policies}
        yield held or places <= about, _name(case)


def _address(case: Case, one: Understanding) -> Iterator[tuple[bool, str]]:
    """Where the gold is one article, it must be among the addresses."""
    if len(case.gold_keys) == 1 and case.gold[0].article > 0:
        found = {(address.policy_id, address.number) for address in one.addresses}
        yield bool(case.gold_keys & found), _name(case)


def _name(case: Case) -> str:
    return f"{case.id} {case.question[:30]}"
