"""Which document a loose description means: “厦门那份AEO措施”, “上海口岸2023年的文件”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import rjieba

from assistant.understanding.documents.facts import DocumentFact
from assistant.understanding.documents.facts_asked import DOCUMENT_WORD, document_facts
from assistant.understanding.documents.kinds import ANY
from assistant.understanding.documents.known import Names, known
from assistant.understanding.domain import names_accredited
from assistant.understanding.scope import nationwide_in, places_in, without_places
from corpus.model import NATIONWIDE, PolicyMetadata
from index.text import leaves_out, normalise

# A description that more documents answer to than this names none of them.
MOST_ALIKE = 8
# Fewer characters in common with a document's names than these tell none from another.
TELLING = 2
# A document called by how many articles it has: 厦门21条.
_BY_COUNT = re.compile(r"(?<![第\d])\d{2,3}条(?!以|左|里|中)")
# A clause this short (“文号？”) asks of what the clause before named.
_ELLIPTIC = 5


# “关税法” is not 关税条例: a document of another of these kinds is another document.
_SHARP = re.compile("条例|细则|基准|准则|规程|(?:管理|若干|暂行)规定")


def hinted(text: str, catalogue: Sequence[PolicyMetadata]) -> tuple[str, ...]:
    """The document that words like “市内免税店的规定” name in a question about a document.

    Words that several documents answer to alike tell none.
    """
    found = known(catalogue).loose.hinted_in(normalise(text))
    return tuple(dict.fromkeys(name.policies[0] for name in found if len(name.policies) == 1))


def described(text: str, catalogue: Sequence[PolicyMetadata]) -> tuple[str, ...]:
    """The ids of the documents that fit the description best; several when they fit equally.

    Empty when the words speak of no document, or describe none of these better than the rest.
    """
    if not (DOCUMENT_WORD.search(text) or _BY_COUNT.search(text)):
        return ()
    places = set(places_in(text)) | ({NATIONWIDE} if nationwide_in(text) else set())
    here = [
        one for one in known(catalogue).names if not places or one.policy.jurisdiction in places
    ]
    kind = _SHARP.search(text)
    possible = _of_kind(text, kind, here, placed=bool(places)) if kind else here
    if not possible:
        return ()
    # A place tells whose documents are possible; among them it tells none of a sharp kind.
    said = without_places(text) if kind else text
    words = {word.lower() for word in rjieba.cut(said) if len(word) > 1}
    kinds = set(DOCUMENT_WORD.findall(text))
    accredited = names_accredited(text)
    scores = [_fit(words, kinds, one, accredited=accredited) for one in possible]
    best = max(scores)
    if best < TELLING and len(possible) > 1:
        return ()
    fitting = [one.policy.id for one, score in zip(possible, scores, strict=True) if score == best]
    telling = len(fitting) < len(catalogue) or len(catalogue) == 1
    return tuple(fitting) if telling and len(fitting) <= MOST_ALIKE else ()


# Words of any question about any document.
_COMMON = re.compile(
    r"文件|文号|发布|印发|制定|公布|下发|出台|通知|措施|方案|政策|办法|单位|部门|机构|联合|一起|日期|时间|时候|标题|名称"
    r"|全称|若干|各[有自是]?|分别|什么|多少|怎么|到底|进一步|支持|工作|是为了|[哪谁几那这的是了吗呢和及与给在说写里要向由号文个份条]|\d+",
    re.IGNORECASE,
)


_HAN = re.compile(r"[一-鿿]{2,}")


_YEAR = re.compile(r"(?<!\d)(20\d\d)年?")
_SHORT_YEAR = re.compile(r"(?<![\d.])(?P<year>\d\d)(?=年(?!有效|期|以|之|前|后|内|来|度期))")


def full_years(text: str, catalogue: Sequence[PolicyMetadata]) -> str:
    """``text`` with the years of documents in full: 23年 → 2023年.

    Others stay: 20年 may be how long something takes.
    """
    if not _SHORT_YEAR.search(text):
        return text
    years = known(catalogue).years
    return _SHORT_YEAR.sub(
        lambda year: f"20{year['year']}" if int(f"20{year['year']}") in years else year["year"],
        text,
    )


def of_the_year(text: str, catalogue: Sequence[PolicyMetadata]) -> tuple[str, ...] | None:
    """The documents of the one year that ``text`` names; ``None`` where it names none or several."""
    years = {int(year) for year in _YEAR.findall(full_years(text, catalogue))}
    if len(years) != 1:
        return None
    (year,) = years
    places = set(places_in(text)) | {NATIONWIDE}
    here = [one for one in catalogue if one.jurisdiction in places] or list(catalogue)
    return tuple(one.id for one in here if is_of_year(one, year))


def is_of_year(policy: PolicyMetadata, year: int) -> bool:
    """Whether ``policy`` was issued in ``year`` or has it in its title."""
    issued = policy.issued_on is not None and policy.issued_on.year == year
    return issued or f"{year}年" in policy.title


def particulars(text: str, names: str = "") -> tuple[str, ...]:
    """The stretches of a question about a document that no other such question would have.

    ``names`` are what the document is called: its words are no particulars.
    """
    rest = _COMMON.sub(" ", without_places(text))
    return tuple(part for one in _HAN.findall(rest) for part in _unnamed(one, names))


def _unnamed(stretch: str, names: str) -> list[str]:
    """What is left of ``stretch`` without the words of ``names``."""
    if not names:
        return [stretch]
    words = (word if word not in names else " " for word in rjieba.cut(stretch))
    return _HAN.findall("".join(words))


def plain_facts(text: str, names: str = "") -> tuple[DocumentFact, ...]:
    """The facts that whole clauses of ``text`` ask of the document and nothing else."""
    clauses = [one for one in re.split(r"[，,。？?；;]", text) if len(one) > _ELLIPTIC]
    return tuple(
        fact for one in clauses if not particulars(one, names) for fact in document_facts(one)
    )


def sole_issuer(text: str, catalogue: Sequence[PolicyMetadata]) -> set[str]:
    """The ids of the documents whose only issuer ``text`` names: “上海海关的做法”."""
    sole = known(catalogue).sole_issuers
    return {one for name, ids in sole.items() if name in text for one in ids}


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
    rf"(?P<who>[一-鿿]{{2,6}}?)(?:牵头)?(?:搞|发|出|印|定|制定|印发|发布|出台)?的?那?(?:[份个]|{ANY})"
)


def led_by(text: str, catalogue: Sequence[PolicyMetadata]) -> set[str]:
    """The ids of the documents whose first issuer ``text`` names for short: “商委那份”.

    A short name is made of characters of the full one, in order, the first and others.
    """
    who = _MAKER.match(text.strip())
    if who is None:
        return set()
    short = who["who"]
    leading = known(catalogue).leading
    return {
        one
        for full, ids in leading.items()
        if full.startswith(short[0]) and leaves_out(short, full)
        for one in ids
    }


def _of_kind(
    text: str, kind: re.Match[str], possible: Sequence[Names], *, placed: bool
) -> list[Names]:
    """The documents of this ``kind``, and of what is said right before it.

    “快递暂行条例” is no 快递业促进条例; a place may have but one document of the kind.
    """
    before = rjieba.cut(text[: kind.start()])[-1:]
    word = "" if placed or before == ["的"] else "".join(before)
    return [one for one in possible if kind[0] in one.said and word.lower() in one.said]


def _fit(words: set[str], kinds: set[str], names: Names, *, accredited: bool) -> int:
    """How many characters of the description stand in the document's names."""
    said = sum(len(word) for word in words if word in names.said)
    fitting = sum(kind in names.policy.title for kind in kinds)
    return said + 3 * (accredited and names.accredited) + 2 * fitting
