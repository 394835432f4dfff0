"""A list that names one measure of each cited article: 免除担保、延长时限和降低查验率[A1][A2][A3].

No one article holds the list; each of its members must be words of an article of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.verification.counting import items
from assistant.verification.fold import fold, fold_names
from assistant.verification.source import Source

_LIST = re.compile(r"(?:(?<=[:：])|(?<=包括)|(?<=分别是)|(?<=分别为)|(?<=即))[^,，。;；:：]+")
_TRAILING = re.compile(
    r"(?:等)?(?:几|[一二两三四五六七八九十\d]+)?(?:个)?(?:方面|措施|内容)?[。.]?$"
)


def without_true(text: str, cited: Sequence[Source]) -> tuple[str, bool]:
    """``text`` without its list, when each member is named by a different cited article."""
    for match in _LIST.finditer(text):
        words = match.group()[: _TRAILING.search(match.group()).start()]  # type: ignore[union-attr]
        members = [fold_names(fold(one)) for one in items(words)]
        if len(members) > 1 and len(members) == len(cited) and _each_own(members, cited):
            return text[: match.start()] + text[match.start() + len(words) :], True
    return text, False


def _each_own(members: Sequence[str], cited: Sequence[Source]) -> bool:
    """Whether the members can be given to the articles one to one, each in its heading."""
    left = list(cited)
    for member in members:
        own = next((source for source in left if _names(member, source)), None)
        if own is None:
            return False
        left.remove(own)
    return True


def _names(member: str, source: Source) -> bool:
    """Whether the words of ``member`` stand in the article's heading, in the same order."""
    import rjieba  # its dictionary loads on import, 0.2 s

    heading = fold_names(fold(source.evidence.article.heading)) or source.segments[0].text
    position, skipped = 0, 0
    for word in rjieba.cut(member):
        place = heading.find(word, position)
        if place < 0:
            return False
        skipped += position > 0 and place > position
        position = place + len(word)
    return bool(member) and skipped <= 1
