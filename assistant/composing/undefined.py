"""Answers for a word that the documents use and do not define: they say so, and quote where it is used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.answer import Handoff, Outcome, Reason
from assistant.composing import wording
from assistant.composing.answers import article_name, source_name
from assistant.composing.quoting import statements
from assistant.composing.sentences import of_article
from assistant.model import Draft, Evidence, Section
from corpus.model import Article

_MADE = r"(?:制度|机制|模式|方式|服务|工作|做法|试点|业务)?"
# However a text may tell what a word means: by saying so, by its other name, by what goes on there, by
# what stands before it, by a heading of which it is the subject.
_TELLS = (
    r"{word}{made}[^，。；]{{0,6}}(?:是指|系指|指的?是|即|就是|是[^否不]|属于|包括|包含)",
    r"(?:即|所称的?|所谓的?|称为|称作|简称|叫做?|就是|也就是|俗称){word}",
    r"[（(][^）)]{{0,12}}{word}|{word}{made}[（(]|{word}{made}(?:[：:]|——)",
    r"{word}[^，。；]{{0,10}}，(?:允许|实行|实现|即|由|通过|采取|使|让|可|只|无[需须]|不再|一次|统一|优先|将|对|凭|以|在)",
    r"{word}[^，。；]{{0,10}}，[^。；]{{4,}}的，",
    r"[^，。；、]{{3,}}式{word}",
    r"(?:[^，。；、]{{8,}}|[^，。；]{{4,}}、[^，。；]{{2,}})的{word}{made}",
)
_HEADED = r"^[一-鿿A-Za-z]{{0,8}}{word}{made}$"


def using(found: Iterable[Evidence], words: Sequence[str]) -> Iterator[Evidence]:
    """Those of ``found`` that use one of ``words``."""
    return (one for one in found if any(_in(word, one.article.text) for word in words))


def _in(word: str, text: str) -> bool:
    return word.lower() in text.lower()


def may_tell(article: Article, word: str) -> bool:
    """Whether ``article`` tells in any way what ``word`` means, as far as its form shows."""
    quoted = rf"[“\"]?{re.escape(word)}[”\"]?"
    ways = "|".join(_TELLS).format(word=quoted, made=_MADE)
    headed = _HEADED.format(word=quoted, made=_MADE)
    return bool(
        re.search(ways, article.text, re.IGNORECASE) or re.search(headed, article.heading or "")
    )


def undefined(words: Sequence[str], found: Sequence[Evidence]) -> Draft:
    """What uses ``words``, quoted from ``found`` after saying that no document defines them."""
    used = [word for word in words if list(using(found, [word]))]
    named = [one for one in used if not any(one != word and one in word for word in used)]
    first = found[0]
    units = first.article.responsible_units or first.policy.issuers
    department = "、".join(units) or "发文单位"
    return Draft(
        Outcome.PARTIAL,
        tuple(_using(one, named) for one in found),
        lead=wording.UNDEFINED.format(words="".join(f"“{one}”" for one in named)),
        tail=wording.NEXT_STEPS[Reason.NOT_SPECIFIED].format(department=department),
        reason=Reason.NOT_SPECIFIED,
        handoff=Handoff(department=department),
    )


def _using(evidence: Evidence, words: Sequence[str]) -> Section:
    sentences = of_article(evidence.article)
    saying = [one for one in sentences if any(_in(word, one.text) for word in words)]
    title = f"{source_name(evidence.policy, article_name(evidence.article))}："
    return Section(statements(evidence, saying or sentences[:1]), title)
