"""What the words of a question alone tell: do such documents answer what is asked like this?

Two questions on one subject may differ in a word: how long a refund takes is ruled, which forms it
needs is not. Both kinds of questions stand beside the articles, and every word has a weight of
evidence, the logarithm of how much oftener it is in one kind than in the other (Good, 1950; a
naive Bayes classifier, its evidence scaled by the square root of the words counted, since
neighbouring words say the same twice).

The words are weighed four times over: all of them, those around the question word (what is asked
about the subject), and of either those that the article in hand does not have. The weights are
learned by ``zhengwen eval calibrate`` and lie in ``phrasing.tsv`` beside this file.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from index.coverage import Terms

PATH = Path(__file__).with_name("phrasing.tsv")
# Added to every count, so that a word seen in one kind only is no proof.
PRIOR = 0.5
# A word met once tells nothing.
SEEN = 2
# A word that weighs less tells next to nothing and is not written down.
TOLD = 0.15

_ASKING = re.compile(
    "什么|多少|几|哪|谁|怎么|怎样|如何|咋|为什么|为啥|啥|多久|多长|多快|是否|是不是|能不能|能否|有没有"
    "|可不可以|会不会|要不要|对吧|[吗吧么嘛]"
)
_BREAK = re.compile(r"[，,。；;！!？?：: ]")
# Characters before and after a question word that belong to what is asked.
BEFORE, AFTER = 8, 8
# Of several question words the last ones ask; those before tell the story.
LAST = 2


def focus_of(text: str) -> str:
    """The words around what asks: “退税的申请表|在哪|下载”. The end of a text without question words."""
    asking = list(_ASKING.finditer(text))[-LAST:]
    if not asking:
        return text[-BEFORE - AFTER :]
    around = (
        _BREAK.split(text[max(0, one.start() - BEFORE) : one.start()])[-1]
        + _BREAK.split(text[one.start() : one.start() + AFTER])[0]
        for one in asking
    )
    return " ".join(dict.fromkeys(around))


# The ways a word is weighed, see above.
TABLES = ("whole", "left", "focus", "focus_left")


@dataclass(frozen=True, slots=True)
class Worded:
    """A question's terms: all of them, and those of its ``focus``."""

    whole: Terms
    focus: Terms

    @classmethod
    def of(cls, text: str) -> Worded:
        """The terms of ``text`` in normal form."""
        return cls(Terms.of(text), Terms.of(focus_of(text)))


@dataclass(frozen=True, slots=True)
class Known:
    """A known question, the article it is asked around (its terms), and whether that answers."""

    worded: Worded
    article: Terms
    answered: bool


@dataclass(frozen=True, slots=True)
class Phrasing:
    """The weight of evidence of each word that a question is *not* answered, table by table.

    ``whole`` and ``focus`` weigh any word, ``left`` and ``focus_left`` those that the article
    does not have.
    """

    whole: Mapping[str, float]
    left: Mapping[str, float]
    focus: Mapping[str, float]
    focus_left: Mapping[str, float]

    @classmethod
    def learn(cls, questions: Iterable[Known]) -> Phrasing:
        """The weights that known questions give."""
        counts = {one.name: (Counter[str](), Counter[str]()) for one in fields(cls)}
        sizes = [0, 0]
        for question in questions:
            kind = 0 if question.answered else 1
            sizes[kind] += 1
            for name, terms in _told(question.worded, question.article).items():
                counts[name][kind].update(terms)
        scale = math.log((sizes[0] + 2 * PRIOR) / (sizes[1] + 2 * PRIOR))
        return cls(**{name: _weights(*both, scale) for name, both in counts.items()})

    @classmethod
    def load(cls, path: Path = PATH) -> Phrasing:
        """The committed weights."""
        header, *lines = path.read_text("utf-8").splitlines()
        names = header.split("\t")[1:]
        tables: dict[str, dict[str, float]] = {name: {} for name in names}
        for line in lines:
            term, *weights = line.split("\t")
            for name, weight in zip(names, weights, strict=True):
                if weight:
                    tables[name][term] = float(weight)
        return cls(**tables)

    def save(self, path: Path = PATH) -> None:
        """Write the weights where ``load`` finds them: a line for each word, a column each."""
        names = [one.name for one in fields(self)]
        tables = [getattr(self, name) for name in names]
        lines = ["\t".join(("term", *names))]
        for term in sorted(set().union(*tables)):
            weights = (f"{table[term]:.2f}" if term in table else "" for table in tables)
            lines.append("\t".join((term, *weights)))
        path.write_text("\n".join(lines) + "\n", "utf-8")

    def asked(self, question: Worded) -> Phrased:
        """A question with the weights of its terms, to be laid beside many articles."""
        whole, focus = question.whole, question.focus
        return Phrased(
            _evidence(_weighed(self.whole, whole.words | whole.pairs).values()),
            _evidence(_weighed(self.focus, focus.words | focus.pairs).values()),
            Left.of(self.left, whole),
            Left.of(self.focus_left, focus),
        )


@dataclass(frozen=True, slots=True)
class Left:
    """The weights of the terms that tell anything where an article does not have them: of those that
    are words, that are pairs, and that are both."""

    words: Mapping[str, float]
    pairs: Mapping[str, float]
    both: Mapping[str, float]

    @classmethod
    def of(cls, table: Mapping[str, float], terms: Terms) -> Left:
        """The weights of ``terms``."""
        return cls(
            _weighed(table, terms.words - terms.pairs),
            _weighed(table, terms.pairs - terms.words),
            _weighed(table, terms.words & terms.pairs),
        )

    def beside(self, article: Terms) -> float:
        """The evidence of the terms that ``article`` does not have."""
        words, pairs = article.words, article.pairs
        told = [one for term, one in self.words.items() if term not in words]
        told += [one for term, one in self.pairs.items() if term not in pairs]
        told += [one for term, one in self.both.items() if term not in words or term not in pairs]
        return _evidence(told)


@dataclass(frozen=True, slots=True)
class Phrased:
    """The evidence of a question's words, and of those that an article may not have."""

    whole: float
    focus: float
    left: Left
    focus_left: Left

    def evidence(self, article: Terms) -> dict[str, float]:
        """The evidence of each table that ``article`` does not answer: about -5 to 5, 0 for none."""
        return {
            "whole": self.whole,
            "left": self.left.beside(article),
            "focus": self.focus,
            "focus_left": self.focus_left.beside(article),
        }


def _told(question: Worded, article: Terms) -> dict[str, frozenset[str]]:
    """The terms of a question that each table weighs."""
    whole, focus = question.whole, question.focus
    return {
        "whole": whole.words | whole.pairs,
        "left": (whole.words - article.words) | (whole.pairs - article.pairs),
        "focus": focus.words | focus.pairs,
        "focus_left": (focus.words - article.words) | (focus.pairs - article.pairs),
    }


def _weights(answered: Counter[str], unanswered: Counter[str], scale: float) -> dict[str, float]:
    """The weights of the words seen often enough that tell anything."""
    weights = {
        term: math.log((unanswered[term] + PRIOR) / (answered[term] + PRIOR)) + scale
        for term in answered | unanswered
        if answered[term] + unanswered[term] >= SEEN
    }
    return {term: weight for term, weight in weights.items() if abs(weight) >= TOLD}


def _weighed(table: Mapping[str, float], terms: Iterable[str]) -> dict[str, float]:
    return {term: table[term] for term in terms if term in table}


def _evidence(told: Collection[float]) -> float:
    return sum(told) / math.sqrt(len(told)) if told else 0.0
