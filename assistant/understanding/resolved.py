"""A follow-up made self-contained, and what is known of how that came about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question made self-contained.

    ``text`` is the whole of it, ``topic`` the words to search with, ``asks`` the words that tell
    what is wanted: for a new aspect those are the follow-up's own. ``before`` is the topic
    of the question before and ``said`` all of it, ``turn`` the noun that the caller turns to
    (“那查验呢？”), ``own`` the follow-up for itself, which may be all that is meant. ``turned`` is
    it asked of the noun that the turn before turned to alone, ``sides`` are two subjects set beside each other.
    """

    text: str
    topic: str
    asks: str
    is_follow_up: bool
    inherited: str = ""
    before: str = ""
    turn: str = ""
    said: str = ""
    own: str = ""
    turned: str = ""
    sides: tuple[str, ...] = ()
