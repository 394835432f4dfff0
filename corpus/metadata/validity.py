"""When a document was issued, when it takes effect and ends, and what it repeals."""

from __future__ import annotations

import datetime as dt
import re

from corpus.metadata.dates import DATE, first_date, read_date, years_later
from corpus.metadata.opening import Opening

_STEM_DATE = re.compile(r"[（(](\d{4}-\d{1,2}-\d{1,2})[）)]$")
_ENACTED = re.compile(r"通过|公布|发布|修订|修正|批准|颁布|印发|制定")
_DATED = re.compile(rf"[（(]?经?{DATE}")
# A signature's date has a line of its own or follows the signing body.
_SIGNED = re.compile(rf"(?:^|[署部局委会府关院办厅])({DATE})(?:印发|发布)?", re.MULTILINE)
_STARTS = re.compile(rf"自?({DATE})起?(?:正式)?(?:施行|实施|执行|生效)")
_LONGEST_ENACTMENT = 60
_SELF = re.compile(r"(?:本|以上|该)[\u4e00-\u9fff]{0,6}?(?:自|于|从|有效|执行|实施|施行|期限)")
_VALID_YEARS = re.compile(r"有效期(?:限)?(?:为|是|：)?([一二三四五六七八九十两\d]{1,2})年")
_VALID_UNTIL = re.compile(
    rf"(?:有效期(?:限)?(?:为|：)?[^，。]{{0,14}}?|执行|实施|施行|有效)至({DATE})"
)
# A field beside a web page's text, not the document's own line.
_LABELLED = re.compile(r"[-·\s]*(?:实施|生效|施行|失效|废止|发布|更新)(?:日期|时间)：")
_REPEALING = re.compile(r"(?:同时|即行|予以|一并|相应)?(?:废止|停止执行|失效)")
# A named document, unless it is only what the repealed one rests on.
_NAMED = re.compile(
    r"(?<!根据)(?<!依照)(?<!依据)(?<!按照)(?<!修改)(?<!修订)(?<!关于)《((?:[^《》]|《[^《》]*》)+)》(?:[（(]([^（）()]*[〔（(\[]\d{4}[〕）)\]]第?\d+号)[）)])?"
)


def strip_date(stem: str) -> str:
    """A file's stem without the date it may end in."""
    return _STEM_DATE.sub("", stem)


def issued_on(stem: str, opening: Opening) -> dt.date | None:
    """The day of this version: from the file's name, the latest enactment line, or a signature."""
    if match := _STEM_DATE.search(stem):
        return read_date(match[1])
    if written := labelled_date("成文日期|发文日期", opening):
        return written
    lines = [line for line in opening.short_lines if not _LABELLED.match(_tight(line))]
    dated = [(line, date) for line in lines if (date := first_date(line[:40])) is not None]
    enacted = [date for line, date in dated if _ENACTED.search(line) and _DATED.match(line)]
    alone = [date for line, date in dated if len(line) <= 30 and "施行" not in line]
    signatures = _SIGNED.findall("\n".join(map(_tight, opening.ending.splitlines())))
    if enacted:
        return max(enacted)
    if alone:
        return alone[0]
    if signatures:
        return read_date(signatures[-1])
    return labelled_date("发布(?:日期|时间)", opening)


def effective_on(issued: dt.date | None, opening: Opening) -> dt.date | None:
    """The day this version takes effect, where the text names one.

    An amended law still says when its first version took effect: a day before ``issued`` is
    not this version's, and ``None`` is returned.
    """
    stated = [labelled_date("(?:实施|生效|施行)日期", opening)]
    stated += [
        _start_in(line)
        for line in opening.short_lines
        if len(line) <= _LONGEST_ENACTMENT and re.search(r"(?:施行|实施|生效)[）)]?$", line)
    ]
    stated += [read_date(match[1]) for match in _STARTS.finditer(_tight(opening.ending))]
    days = [day for day in stated if day is not None and (issued is None or day >= issued)]
    return days[0] if days else None


def _start_in(line: str) -> dt.date | None:
    """The day of 自…起施行 in an enactment line, which may name the day of the decree first."""
    match = _STARTS.search(_tight(line))
    return read_date(match[1]) if match else first_date(line)


def expires_on(start: dt.date | None, opening: Opening) -> dt.date | None:
    """The last day of validity, where a sentence about the document itself sets one."""
    if stated := labelled_date("(?:失效|废止)日期", opening):
        return stated
    for sentence in _sentences(opening.ending):
        if ("有效" not in sentence and "至" not in sentence) or not _SELF.search(sentence):
            continue
        if match := _VALID_UNTIL.search(sentence):
            return read_date(match[1])
        if (match := _VALID_YEARS.search(sentence)) and start is not None:
            return years_later(start, match[1])
    return None


def labelled_date(names: str, opening: Opening) -> dt.date | None:
    """The date on a line such as 失效日期：2024年1月31日; ``names`` are alternatives of a regex."""
    for line in opening.short_lines:
        if match := re.match(rf"[-·\s]*(?:{names})：({DATE})", _tight(line)):
            return read_date(match[1])
    return None


def repeals(opening: Opening) -> tuple[str, ...]:
    """The titles and numbers of the documents that the last sentences repeal (…同时废止)."""
    names: list[str] = []
    for sentence in _sentences(opening.ending):
        if _REPEALING.search(sentence) and not re.search(r"部分|条款|不再", sentence):
            for match in _NAMED.finditer(sentence):
                names += [name for name in match.groups() if name]
    return tuple(dict.fromkeys(names))


def _sentences(text: str) -> list[str]:
    return re.split(r"[。；]", _tight(text))


def _tight(text: str) -> str:
    return re.sub(r"[\s\u3000*]", "", text)
