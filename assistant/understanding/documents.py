"""Which document a loose description means: “厦门那份AEO措施”, “上海口岸2023年的文件”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import rjieba

from assistant.understanding.asked_of_documents import DOCUMENT_WORD, document_facts
from assistant.understanding.domain import names_accredited
from assistant.understanding.facts import DocumentFact
from assistant.understanding.scope import nationwide_in, places_in
from corpus.jurisdictions import short_name
from corpus.model import NATIONWIDE, PolicyMetadata
from index.text import leaves_out

# A description that more documents answer to than this names none of them.
MOST_ALIKE = 8
# Fewer characters in common with a document's names than these tell none from another.
TELLING = 2
# A document called by how many articles it has: 厦门21条.
_BY_COUNT = re.compile(r"(?<![第\d])\d{2,3}条(?!以|左|里|中)")
# A clause this short (“文号？”) asks of what the clause before named.
_ELLIPTIC = 5


def described(text: str, catalogue: Sequence[PolicyMetadata]) -> tuple[str, ...]:
    """The ids of the documents that fit the description best; several when they fit equally.

    Empty when the words speak of no document, or describe none of these better than the rest.
    """
    if not (DOCUMENT_WORD.search(text) or _BY_COUNT.search(text)):
        return ()
    places = set(places_in(text)) | ({NATIONWIDE} if nationwide_in(text) else set())
    possible = [policy for policy in catalogue if not places or policy.jurisdiction in places]
    if not possible:
        return ()
    words = {word.lower() for word in rjieba.cut(text) if len(word) > 1}
    scores = [_fit(words, text, policy) for policy in possible]
    best = max(scores)
    if best < TELLING and len(possible) > 1:
        return ()
    fitting = [policy.id for policy, score in zip(possible, scores, strict=True) if score == best]
    telling = len(fitting) < len(catalogue) or len(catalogue) == 1
    return tuple(fitting) if telling and len(fitting) <= MOST_ALIKE else ()


# Words of any question about any document.
_COMMON = re.compile(
    r"上海|厦门|海关|总署|口岸|AEO|高级|认证|企业|文件|文号|发布|印发|制定|公布|下发|出台|通知|措施|方案|政策|办法|单位|部门|机构|联合|一起|日期|时间|时候|标题|名称"
    r"|全称|若干|各[有自是]?|分别|什么|多少|怎么|到底|进一步|支持|工作|是为了|[哪谁几那这的是了吗呢和及与给在说写里要向由号文个份条]|\d+",
    re.IGNORECASE,
)


_HAN = re.compile(r"[一-鿿]{2,}")


_YEAR = re.compile(r"(?<!\d)(20\d\d)年?")
_SHORT_YEAR = re.compile(r"(?<![\d.])(?P<year>\d\d)(?=年(?!有效|期|以|之|前|后|内|来|度期))")


def full_years(text: str, catalogue: Iterable[PolicyMetadata]) -> str:
    """``text`` with the years of documents in full: 23年 → 2023年.

    Others stay: 20年 may be how long something takes.
    """
    known = {policy.issued_on.year for policy in catalogue if policy.issued_on}
    return _SHORT_YEAR.sub(
        lambda year: f"20{year['year']}" if int(f"20{year['year']}") in known else year["year"],
        text,
    )


def of_the_year(text: str, catalogue: Sequence[PolicyMetadata]) -> tuple[str, ...] | None:
    """The documents of the one year that ``text`` names; ``None`` where it names none or several."""
    years = {int(year) for year in _YEAR.findall(full_years(text, catalogue))}
    if len(years) != 1:
        return None
    (year,) = years
    places = set(places_in(text)) | {NATIONWIDE}
    known = [one for one in catalogue if one.jurisdiction in places] or list(catalogue)
    return tuple(
        one.id
        for one in known
        if (one.issued_on and one.issued_on.year == year) or f"{year}年" in one.title
    )


def particulars(text: str) -> tuple[str, ...]:
    """The stretches of a question about a document that no other such question would have."""
    return tuple(_HAN.findall(_COMMON.sub(" ", text)))


def plain_facts(text: str) -> tuple[DocumentFact, ...]:
    """The facts that whole clauses of ``text`` ask of the document and nothing else."""
    clauses = [one for one in re.split(r"[，,。？?；;]", text) if len(one) > _ELLIPTIC]
    return tuple(fact for one in clauses if not particulars(one) for fact in document_facts(one))


def sole_issuer(text: str, catalogue: Sequence[PolicyMetadata]) -> set[str]:
    """The ids of the documents whose only issuer ``text`` names: “上海海关的做法”."""
    return {
        policy.id
        for policy in catalogue
        if len(policy.issuers) == 1 and any(name in text for name in _called(policy.issuers[0]))
    }


# Whose documents are meant where only the kind of authority is said: “市里的和海关的”.
OFFICE = re.compile(
    r"(?P<city>市里(?:面|头)?|市级|市政府|本市|地方(?:上|政府|层面)?(?=的|文件|政策|那|$|[怎也还有说写给])|市?商务?[委局])"
    r"|(?P<customs>(?:隶属|直属|当地)?海关(?!总署|认证|高级|高认|AEO|aeo|监管|特殊|编码|信用|统计|查验|检查|热线|协调|经认证)(?=$|的|那|这|配|说|写|给|怎|也|还|有|文件|方案|自己))"
)


def of_office(text: str, catalogue: Iterable[PolicyMetadata]) -> set[str]:
    """The ids of the documents of a city itself, or of its customs house, as ``text`` says.

    Of all places where it names none.
    """
    told = OFFICE.search(text)
    if told is None:
        return set()
    places = set(places_in(text))
    return {
        policy.id
        for policy in catalogue
        if policy.jurisdiction != NATIONWIDE
        and (not places or policy.jurisdiction in places)
        and all("海关" in one for one in policy.issuers) == (told["city"] is None)
    }


# Who made a document, said before what it is called: “商委那份”, “税务局发的文件”.
_MAKER = re.compile(
    r"(?P<who>[一-鿿]{2,6}?)(?:牵头)?(?:搞|发|出|印|定|制定|印发|发布|出台)?的?那?(?:[份个]|文件|措施|方案|通知|政策)"
)


def led_by(text: str, catalogue: Sequence[PolicyMetadata]) -> set[str]:
    """The ids of the documents whose first issuer ``text`` names for short: “商委那份”.

    A short name is made of characters of the full one, in order, the first and others.
    """
    who = _MAKER.match(text.strip())
    if who is None:
        return set()
    return {policy.id for policy in catalogue if policy.issuers and _short_of(who["who"], policy)}


def _short_of(short: str, policy: PolicyMetadata) -> bool:
    """Whether ``short`` abbreviates the name of the policy's first issuer without its place."""
    place = policy.jurisdiction
    full = policy.issuers[0].removeprefix(place).removeprefix(short_name(place))
    return full.startswith(short[0]) and leaves_out(short, full)


def _called(issuer: str) -> tuple[str, ...]:
    """An issuer's name, and how it is said for short (总署)."""
    return (issuer, issuer.removeprefix("海关")) if issuer.endswith("总署") else (issuer,)


def _fit(words: set[str], text: str, policy: PolicyMetadata) -> int:
    """How many characters of the description stand in the policy's names."""
    year = f"{policy.issued_on.year}年" if policy.issued_on else ""
    names = " ".join((policy.title, policy.doc_number or "", *policy.aliases, year)).lower()
    accredited = names_accredited(text) and names_accredited(names)
    kinds = sum(match in policy.title for match in set(DOCUMENT_WORD.findall(text)))
    return sum(len(word) for word in words if word in names) + 3 * accredited + 2 * kinds
