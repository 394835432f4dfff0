"""The words of a sentence: each must come from the source, and they must say something of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

import rjieba

from assistant.verification import bounds, modality, negation, numbers, transitions
from assistant.verification.figures import Figure, figures
from assistant.verification.fold import fold
from assistant.verification.occurrences import bigrams
from assistant.verification.source import Source
from assistant.verification.tiling import Tiling, tile
from assistant.verification.verdict import Fault, Objection
from corpus.jurisdictions import spans_in

# Fewer characters from the source than this say nothing that could be supported.
LEAST_CONTENT = 4

_QUOTED = re.compile(
    r"“([^”]{1,200})”|「([^」]{1,200})」|『([^』]{1,200})』|《([^》]{1,200})》|\"([^\"]{1,200})\""
)
# Who does something, or where to turn, must stand in the article or its 责任单位.
_IN_CHARGE = re.compile(
    r"负责|责任单位|责任部门|牵头|主管(?!当局|海关)|承办|向[^,]{2,14}(?:申请|提出|报送|咨询|反馈|办理)"
    r"|由[^,]{2,14}(?:办理|受理|审批|审核|出具|实施|认定|提供)|找[^,]{2,12}|联系[^,]{2,12}"
)
_CLAUSES = re.compile(r"[,，。;；:：\n]")
_TAKES = re.compile(
    r"可以?(?P<verb>办理|享受|适用|免除)(?P<what>[^,，。;；:：、的]{2,20})(?=$|[,，。;；])"
)
_OFFICE = re.compile(r"[一-龥]{2}(?:局|委(?!托|员|派|办)|署(?!名)|厅)")
_CUSTOMS = re.compile(r"海关|关区")
_LAYS_DOWN = re.compile(r"(?:的)?(?:规定|提出|明确|要求|文件|通知|方案|措施)|[,，]|$")
_DIMENSIONS: tuple[tuple[Callable[[Figure], bool], re.Pattern[str]], ...] = (
    (
        lambda figure: figure.is_time,
        re.compile(r"年限|期限|时限|时间|时长|天数|用时|(?<=[日时月年天内])办结"),
    ),
    (lambda figure: figure.unit in ("%", "‰", "分之", "倍", "折"), re.compile(r"比例|比率|占比")),
    (lambda figure: figure.unit in ("元", "美元"), re.compile(r"金额|数额|额度")),
    (lambda figure: figure.unit in ("次", "批次"), re.compile(r"次数|频次|频率")),
    (lambda figure: figure.unit in ("家", "户", "个", "名"), re.compile(r"数量|数目")),
)
# A character of these would say which way, or whether at all.
_TURNING = frozenset("免减退停禁罚增降升延缩提限补征缴授认批准许")
_ISSUING = re.compile(r"印发|发布|制定|发文|出台|联合|下发|文件")


def laid(unit: str, source: Source) -> Tiling:
    """The tiling of one clause; what other checks answer for needs no words of the source."""
    found = figures(unit)
    answered = [
        *((figure.start, figure.end) for figure in found),
        *bounds.spans(unit),
        *bounds.suffix_spans(unit, found),
        *transitions.spans(unit),
        *modality.spans(unit),
        *numbers.denials(unit),
        *_dimensions(unit, found),
        *_contracted(unit, source.text),
        *(
            (start, end)
            for start, end, name in spans_in(unit)
            if name.startswith(unit[start:end]) and not _CUSTOMS.match(unit, end)
        ),
        *((one.at.start, one.at.end) for one in negation.negations(unit)),
    ]
    return tile(unit, _pools(unit, source), answered)


def _dimensions(unit: str, found: tuple[Figure, ...]) -> Iterator[tuple[int, int]]:
    """Where nouns stand that only say what a figure beside them measures: 年限, 比例, 金额."""
    for measured, noun in _DIMENSIONS:
        if any(measured(figure) for figure in found):
            yield from (match.span() for match in noun.finditer(unit))


def _contracted(unit: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a verb of one character stands for one of two that the article has: 持 for 持有."""
    position = 0
    for word, tag in _tagged(unit):
        verb = word.removesuffix("有") if len(word) == 2 else word
        if len(verb) == 1 and tag.startswith("v") and verb not in _TURNING and verb in _verbs(text):
            yield position, position + len(word)
        position += len(word)


@lru_cache(maxsize=1024)
def _tagged(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(rjieba.tag(text))


@lru_cache(maxsize=512)
def _verbs(text: str) -> frozenset[str]:
    """The characters of the two-character verbs of ``text``."""
    verbs = (word for word, tag in _tagged(text) if len(word) == 2 and tag.startswith("v"))
    return frozenset(char for word in verbs for char in word)


def _pools(unit: str, source: Source) -> tuple[str, ...]:
    """The texts whose words the unit may use."""
    if _IN_CHARGE.search(unit):
        spoken = source.issuers if _speaks(unit, source) and "负责" not in unit else ()
        return source.own + source.customs + spoken
    named = _ISSUING.search(unit) or _speaks(unit, source)
    return source.words + source.issuers if named else source.words


def _speaks(unit: str, source: Source) -> bool:
    """Whether the one issuer of the document, or each with what it lays down, begins the unit."""
    spoken = [name for name in source.issuers if unit.startswith(name)]
    return bool(spoken) and (
        len(source.issuers) == 1
        or any(_LAYS_DOWN.match(unit, len(name)) is not None for name in spoken)
    )


def misquoted(words: str, source: Source) -> Iterator[Objection]:
    """Quoted words and titles that the source does not hold exactly."""
    for match in _QUOTED.finditer(words):
        quoted = fold(next(filter(None, match.groups()), ""))
        if quoted and quoted not in source.plain:
            yield Objection(Fault.QUOTE, match.group())


def unsupported(tilings: list[Tiling]) -> Iterator[Objection]:
    """Words that come from nowhere."""
    for tiling in tilings:
        if tiling.leftover:
            yield Objection(Fault.UNSUPPORTED_WORDS, "、".join(tiling.leftover))


def pieced_offices(text: str, source: Source) -> Iterator[Objection]:
    """Offices whose last words the source does not hold together (市商务局 beside 市商务委)."""
    pools = source.words + source.issuers
    for match in _OFFICE.finditer(text):
        if not any(match.group() in pool for pool in pools):
            yield Objection(Fault.ORGANISATION, match.group())


def misplaced(text: str, source: Source) -> Iterator[Objection]:
    """What is applied for or enjoyed, when the source does that with something else only."""
    clauses = _CLAUSES.split(source.text)
    for match in _TAKES.finditer(text):
        verb, end = match["verb"], match["what"].rstrip("()")[-2:]
        there = [clause for clause in clauses if verb in clause]
        held = end in source.text and there
        if held and not any(end in clause for clause in there):
            yield Objection(Fault.MIXED, match.group())


def hollow(tilings: list[Tiling], source: Source, *, elliptic: bool) -> Iterator[Objection]:
    """Whether the words say anything of the article, and not only of its document."""
    counted = [figure for tiling in tilings for figure in figures(tiling.text)]
    own = frozenset(b for words in source.own for b in bigrams(words))
    said = frozenset(b for tiling in tilings for b in content(tiling))
    least = 1 if elliptic else LEAST_CONTENT - (2 if counted else 1)
    framed = frozenset(b for words in source.frame + source.issuers for b in bigrams(words))
    if _quoted_whole(tilings, source) or any(numbers.counts_items(f, source) for f in counted):
        return
    document = frozenset(b for words in source.document for b in bigrams(words))
    of_article = said & own - document if source.evidence.article.number else said & own
    if (
        len(of_article) < min(least, 2)
        or len(said & own) < least
        or len(said & own) * 2 < len(said - framed)
    ):
        yield Objection(Fault.NOTHING_SAID)


def _quoted_whole(tilings: list[Tiling], source: Source) -> bool:
    """Whether all the words are a stretch of the article."""
    whole = ",".join(tiling.text for tiling in tilings)
    return len(whole) >= LEAST_CONTENT + 2 and whole in source.text


def content(tiling: Tiling) -> frozenset[str]:
    """The bigrams of the words that come from the source, and of the figures."""
    text = tiling.text
    counted = tuple(text[figure.start : figure.end] for figure in figures(text))
    return frozenset(b for words in tiling.borrowed + counted for b in bigrams(words))
