"""What is known of a question once it is understood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.understanding.asks.asserted import Asserted
from assistant.understanding.asks.demands import Demand
from assistant.understanding.asks.intents import Intent
from assistant.understanding.documents.facts import DocumentFact
from assistant.understanding.figures.claimed import Claim
from assistant.understanding.figures.wanted import Wanted
from index.addressing import Address


@dataclass(frozen=True, slots=True)
class Contender:
    """One of the things that a question sets side by side: a place, documents, or a subject.

    ``asked`` are the ways in which the question may be meant of it; none when it is the topic.
    """

    name: str = ""
    policies: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Then:
    """A time that is asked about: its ``name`` (“2022年”), its last day, the words that tell it."""

    name: str
    end: dt.date
    said: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose rules a question is about.

    ``jurisdictions`` are those with documents here, ``elsewhere`` those without;
    ``nationwide`` when the question names the national authority itself; ``policies`` are the
    documents it names, ``compared`` the documents that it sets side by side, one or more for each
    side. Empty means open.
    """

    jurisdictions: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    nationwide: bool = False
    policies: tuple[str, ...] = ()
    compared: tuple[Contender, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the question names neither place nor document."""
        return not (self.jurisdictions or self.elsewhere or self.nationwide or self.policies)

    @property
    def places(self) -> int:
        """How many sides a comparison within this scope would have."""
        if self.compared:
            return len(self.compared)
        return len(self.jurisdictions) + len(self.elsewhere) + self.nationwide


@dataclass(frozen=True, slots=True)
class Understanding:
    """A self-contained question: its words, what it wants, of whom, as of when.

    ``asks_figure`` unless the figure ``wants`` stands in the story that leads up to the question;
    ``demands`` are what else must be stated for an answer; ``claims`` the figures that it asserts of
    a rule, ``asserted`` what else;
    ``outsider`` when it is asked for an enterprise that is not accredited; ``lists`` when it wants
    every measure on a subject, of one place or of several; ``rest`` when what else there is of it;
    ``asked_of`` tells what is asked of each place compared, in the ways it may be meant;
    ``subjects`` are two subjects that may be what is compared, where neither places nor documents are;
    ``dated`` when only its year tells which documents are meant; ``then`` the earlier time that it asks
    about, whose last day ``as_of`` is.

    Of a follow-up (see ``Resolved``): ``before`` is the topic of the question before, empty for the
    first one and where the turn does not go on about it; ``noun`` what the turn turns to and asks
    nothing of, or puts right (then ``before`` is empty); ``alone`` the turn as a question by itself;
    ``of_noun`` the turn asked of the noun alone that the turn before had turned to. Each is empty where
    the turn cannot mean that, and ``noun`` and ``alone`` for callers without accreditation.
    """

    text: str
    topic: str
    intent: Intent
    scope: Scope
    as_of: dt.date
    wants: Wanted | None = None
    asks_figure: bool = True
    demands: tuple[Demand, ...] = ()
    document_facts: tuple[DocumentFact, ...] = ()
    addresses: tuple[Address, ...] = ()
    claims: tuple[Claim, ...] = ()
    asserted: tuple[Asserted, ...] = ()
    is_follow_up: bool = False
    item: int | None = None
    outsider: bool = False
    lists: bool = False
    rest: bool = False
    before: str = ""
    dated: bool = False
    then: Then | None = None
    noun: str = ""
    alone: str = ""
    of_noun: str = ""
    asked_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    subjects: tuple[Contender, ...] = ()

    @property
    def gathers(self) -> bool:
        """Whether a list of measures on a subject is asked for, where there are documents."""
        kinds = (Intent.LIST, Intent.COMPARISON)
        return self.lists and self.intent in kinds and not self.scope.elsewhere
