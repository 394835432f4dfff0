"""Whether the answer keeps to the place and the version that were asked about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus import NATIONWIDE, Status, jurisdictions
from eval.cases import Case
from eval.library import Library
from eval.matching import contains
from eval.metrics.facts import figures
from eval.metrics.model import Family, Judgement
from eval.results import Record


@dataclass(frozen=True, slots=True)
class RightJurisdiction:
    """0 when an answer meant for one place cites, or takes a figure from, another place.

    Applies where all gold articles belong to one place (national ones apart) and the question,
    its region or its history names that place or the policy. A citation is of another place
    when its policy is, unless the article is acceptable; a figure is, when it stands in another
    place's policy and in nothing that the answer may rest on.
    """

    library: Library
    name: str = "right_jurisdiction"
    label: str = "地区正确"
    family: Family = Family.SCOPE

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """See the class."""
        place = self._asked_place(case)
        if record.given is None or place is None:
            return None
        allowed = case.gold_keys | case.acceptable_keys
        foreign = [
            f"{one.policy_id}{one.label}"
            for one in record.given.citations
            if (one.policy_id, one.article) not in allowed
            and self.library.jurisdiction(one.policy_id) not in (place, NATIONWIDE, None)
        ]
        foreign += self._figures(case, record, place)
        why = f"只应答{place}，却出现：{'、'.join(dict.fromkeys(foreign))}" if foreign else ""
        return Judgement(float(not foreign), why)

    def _asked_place(self, case: Case) -> str | None:
        policies = [one for one in (self.library.metadata(ref.policy) for ref in case.gold) if one]
        places = {one.jurisdiction for one in policies} - {NATIONWIDE}
        if len(places) != 1:
            return None
        (place,) = places
        words = " ".join((case.question, case.region or "", *case.history))
        names = (name for one in policies for name in (one.title, one.doc_number, *one.aliases))
        named = place in _with_parents(jurisdictions.find_in(words))
        return place if named or any(name and contains(words, name) for name in names) else None

    def _figures(self, case: Case, record: Record, place: str) -> list[str]:
        assert record.given is not None
        here = (place, NATIONWIDE)
        own = [key for key in record.cited if self.library.jurisdiction(key[0]) in here]
        basis = [self.library.text(key) for key in (*case.gold_keys, *case.acceptable_keys, *own)]
        basis += [case.question, *case.history]
        others = [policy.source for policy in self.library.other_places([place])]
        return [
            figure
            for figure in figures(record.given.answer)
            if not any(contains(text, figure) for text in basis)
            and any(contains(text, figure) for text in others)
        ]


def _with_parents(places: Iterable[str]) -> set[str]:
    """``places`` and all that lie around them."""
    found: set[str] = set()
    for name in places:
        here: str | None = name
        while here is not None and here not in found:
            found.add(here)
            here = jurisdictions.parent_of(here)
    return found


@dataclass(frozen=True, slots=True)
class RightVersion:
    """0 when a policy not in force is cited, or another version of a gold policy.

    Two policies are versions of each other when they bear the same title. What the gold itself
    names is never wrong.
    """

    library: Library
    name: str = "right_version"
    label: str = "版本正确"
    family: Family = Family.SCOPE

    def judge(self, case: Case, record: Record) -> Judgement | None:
        """See the class."""
        if record.given is None or not record.given.citations:
            return None
        allowed = case.gold_keys | case.acceptable_keys
        policies = {ref.policy for ref in case.gold}
        titles = {one.title for one in map(self.library.metadata, policies) if one}
        wrong = [
            f"{one.policy_id}{one.label}"
            for one in record.given.citations
            if (one.policy_id, one.article) not in allowed
            and (
                one.status != Status.IN_FORCE
                or (one.title in titles and one.policy_id not in policies)
            )
        ]
        why = f"引用了失效或另一版本：{'、'.join(dict.fromkeys(wrong))}" if wrong else ""
        return Judgement(float(not wrong), why)
