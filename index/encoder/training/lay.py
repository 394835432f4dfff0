"""Questions made from the laws themselves: a clause, put into the words callers use.

A table of legal and customs terms with everyday words for each (``data/lay_words.tsv``, written
for this project) is all it takes; grammar does not matter to an encoder that sees bags of words.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from index.encoder.clauses import cut
from index.encoder.training.material import Material

LONGEST = 70
_ENDINGS = (
    *("怎么办", "可以吗", "吗", "怎么处理", "有什么规定", "谁负责", "要赔吗", "怎么赔", "是什么"),
    *("要多久", "合法吗", "能不能", "违法吗", "需要什么条件", "找谁", "怎么算"),
    *("",) * 6,
)
_FILLERS = re.compile(r"的|，|。|；|、|应当|由|对|或者|以及|并|依照|规定|有关|其")
_SHORTEST = 6
_LONGEST_TERM = 20
_SAID_OTHERWISE = 0.8


@cache
def lay_words() -> Mapping[str, tuple[str, ...]]:
    """Every legal term with the everyday words that stand for it."""
    table = files("index.encoder.training") / "data" / "lay_words.tsv"
    return read_words(table.read_text(encoding="utf-8").splitlines())


def read_words(lines: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Lines of a term, a tab and everyday words; what stands in several lines is joined."""
    words: dict[str, tuple[str, ...]] = {}
    for line in lines:
        term, tab, everyday = line.partition("\t")
        options = [word for word in everyday.split() if word != term]
        if tab and options and not line.startswith("#"):
            words[term] = tuple(dict.fromkeys([*words.get(term, ()), *options]))
    return words


def add_rewritten(material: Material, per_text: Mapping[str, float], seed: int) -> None:
    """Adds questions of the source ``rewritten``.

    ``per_text`` says how many tries every text of a kind gets; a fraction is a chance. A try
    whose clause holds none of the terms gives nothing.
    """
    rng = random.Random(seed)
    for number, text in enumerate(material.texts):
        wanted = per_text.get(text.kind, 0.0)
        tries = int(wanted) + (rng.random() < wanted % 1)
        for _ in range(tries):
            question = rewritten(text.head, cut(text.body), rng)
            if question:
                material.ask("rewritten", question, [number])


def rewritten(head: str, clauses: Sequence[str], rng: random.Random) -> str:
    """One or two neighbouring clauses in everyday words; empty where no term occurs."""
    start = rng.randrange(len(clauses))
    count = 1 + (rng.random() < 0.5)
    span = "".join(clauses[start : start + count])
    if len(span) < _SHORTEST:
        span = "".join(clauses[start : start + count + 2])
    if rng.random() < 0.25:
        span = head.partition(" ")[0] + span
    pieces = list(pieces_of(span[:LONGEST], lay_words()))
    if not any(piece in lay_words() for piece in pieces):
        return ""
    everyday = "".join(_said(piece, rng) for piece in pieces)
    shorter = _FILLERS.sub(lambda match: match[0] if rng.random() < 0.5 else "", everyday)
    return shorter + rng.choice(_ENDINGS)


def pieces_of(text: str, terms: Mapping[str, object]) -> Iterator[str]:
    """``text`` as the longest terms it holds, left to right, and single characters between them.

    Thousands of terms as one regular expression would be tried in turn at every character.
    """
    at = 0
    while at < len(text):
        ends = range(min(at + _LONGEST_TERM, len(text)), at + 1, -1)
        end = next((end for end in ends if text[at:end] in terms), at + 1)
        yield text[at:end]
        at = end


def _said(piece: str, rng: random.Random) -> str:
    """A term mostly in everyday words, anything else as it is."""
    options = lay_words().get(piece)
    return rng.choice(options) if options and rng.random() < _SAID_OTHERWISE else piece
