"""A follow-up made self-contained, and what is known of how that came about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question made self-contained.

    What it is now:

    - ``text``: the whole of it; ``topic``: the words to search with; ``asks``: the words that tell
      what is wanted, for a new aspect the follow-up's own.
    - ``is_follow_up``: something of the turns before is in ``text``; ``inherited``: the place that is
      all of it, empty where more is taken over or nothing.

    What was before, empty for the first question only:

    - ``before``: the topic of the question before; ``said``: all of that question, self-contained.
    - ``goes_on``: what was asked before may be meant along. Not where the turn is whole, drops what
      was before, asks for all of a kind, or puts a noun right: that is in ``text`` already.

    What else the turn may mean, each empty unless told here:

    - ``noun``: the noun that it turns to and asks nothing of (“那查验呢？”), or puts right.
    - ``alone``: the turn as a question by itself, with the place that holds, where it has words of
      its own and neither points back nor names nothing but documents.
    - ``of_noun``: the turn asked of the noun that the turn before turned to, and of nothing else:
      only where that turn had both ``noun`` and ``alone``, and this one leans on it.
    - ``sides``: the two subjects that it sets beside each other.
    - ``rest``: whether it asks for the rest of what the turns before were about.
    """

    text: str
    topic: str
    asks: str
    is_follow_up: bool
    inherited: str = ""
    before: str = ""
    said: str = ""
    goes_on: bool = False
    noun: str = ""
    alone: str = ""
    of_noun: str = ""
    sides: tuple[str, ...] = ()
    rest: bool = False

    @property
    def leans(self) -> bool:
        """Whether more than a place is taken over from the turns before."""
        return self.is_follow_up and not self.inherited
