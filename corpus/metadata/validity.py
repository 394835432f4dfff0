"""When a document was issued, when it takes effect and ends, and what it repeals."""

from __future__ import annotations

import datetime as dt
import re

from corpus.metadata.bodies import bodies_in
from corpus.metadata.dates import (
    DATE,
    first_date,
    months_later,
    read_date,
    tells_enactment,
    years_later,
)
from corpus.metadata.opening import Line, Opening, fields_in

_STEM_DATE = re.compile(r"[（(](\d{4}-\d{1,2}-\d{1,2})[）)]$")
_PROMULGATED = re.compile(r"公布|发布|修订|修正|批准|颁布|印发|制定")
# A note below the title: （某某办公室2025年4月8日印发，…）.
_NOTED = re.compile(rf"[（(][^（）()]{{0,40}}?({DATE})(?:印发|发布|公布|通过|制定)")
# A signature's date has a line of its own or follows the signing body.
_SIGNED = re.compile(rf"(?:^|[署部局委会府关院办厅])({DATE})(?:印发|发布)?", re.MULTILINE)
_ISSUED_FIELD = "编制(?:日期|时间)|成文日期|发文日期|印发日期|签发日期|制发日期|发文时间|成文时间"
_PUBLISHED_FIELD = "(?:发布|公布|印发|上传)?(?:日期|时间)"
_EFFECTIVE_FIELD = "(?:实施|生效|施行|执行)(?:日期|时间)"
_EXPIRES_FIELD = "(?:失效|废止|终止)(?:日期|时间)|有效期(?:至|截止)?|有效期限"
_STARTS = re.compile(
    rf"(?<![至到])自?({DATE})(?:起?[至到]{DATE}(?:止|期间)?)?(?:\d{{0,2}}零?时)?起?(?:正式|开始)?"
    r"(?:施行|实施|实行|执行|生效|试行|有效)(?!以来|后|的)"
)
_AT_ONCE = re.compile(r"自[\u4e00-\u9fff]{2}之日起(?:施行|实施|实行|执行|生效|试行)")
_AMENDED = re.compile(r"修正|修订|修改")
_RETROACTIVE = dt.timedelta(days=366)
_LONGEST_ENACTMENT, _LONGEST_DATED, _LONGEST_LINE = 60, 40, 80
# The document about itself: 本办法自…, 以上调整自…; or a sentence that begins so: 自…起施行.
_DOCUMENT = r"(?:本(?!证|许可|合同|协议|市|省|区|县|州|年|月|季|次|轮|批|人|企业|单位|项目|活动|平台|系统)|以上|上述|此)"
_SELF = re.compile(
    rf"{_DOCUMENT}[\u4e00-\u9fff]{{0,10}}?(?:自|于|从|有效|执行|实施|施行|试行|期限|暂定)"
    r"|^(?:[一二三四五六七八九十\d]+、)?(?:自|有效期|试行|实施期限|执行期限)"
)
_IN_FORCE = r"(?:有效|执行|实施|施行|实行|试行)"
# A permit, a guarantee, an account may have an end too; only these are documents.
_KIND = (
    "办法|规定|措施|公告|政策|意见|细则|方案|条例|通告|指南|规则|规程|目录|指引|规范|标准|"
    "计划|制度|预案|清单|若干条|调整"
)
# A permit may be called so with a word before: 上述核准文件, 上述批准通知.
_KIND_ALONE = "(?:规范性|政策)?文件|通知|批复|决定"
_OWN = rf"{_DOCUMENT}(?:(?:(?![的第由在经对])[\u4e00-\u9fff]){{0,6}}?(?:{_KIND})|{_KIND_ALONE})"
_BORN = r"(?:(?:发布|公布|印发|施行|实施|执行|颁布|下发|发文)之日|即日)"
_BEGUN = rf"(?:[自从于](?:{DATE}|{_BORN})(?:\d{{0,2}}零?时)?起?(?:[一二三四五六七八九十\d]{{1,3}}[天日]?后)?(?:正式|开始)?)"
_ITEM = re.compile(
    r"^(?:第[一二三四五六七八九十百\d]+条|[（(]?[一二三四五六七八九十\d]+(?:[）)]、?|[、．]|\.(?!\d)))"
)
# Where the document takes effect: an end without a subject may follow at once.
_IN_EFFECT = re.compile(
    rf"{_OWN}(?:自|从|于)?(?:{DATE}|[\u4e00-\u9fff]{{2}}之日|即日)?[^，]{{0,8}}?(?:{_IN_FORCE}|生效|印发)"
    rf"|(?:^|条|、){_BEGUN}{_IN_FORCE}|(?:遵照|贯彻|参照|认真|抓好)(?:执行|实施|落实)$|印发给你们"
)
# What may stand between the two: who explains the document, what it repeals.
_BETWEEN = re.compile(r"解释|废止|停止执行|不再执行|《|号|为准|^$")
_BARE = re.compile(rf"(?:并|且|其)?(?={_IN_FORCE}|暂定|期限|[至到]{DATE})")
_BARE_FORCE = re.compile(r"(?:试行|(?:实施|执行|施行)期限?)")
_BEGINS = re.compile(rf"(?:^|第[一二三四五六七八九十百\d]+条|、)(?={_BEGUN}{_IN_FORCE})")
_ITSELF = "本文件"
_SPAN = rf"(?:自?(?:{DATE}|{_BORN})[起日]?)?"
_TERM = (
    rf"{_OWN}(?:的|暂定?|总)?(?:{_BEGUN}(?:{_IN_FORCE}并?)?)?"
    rf"(?:有效期(?:限)?|{_IN_FORCE}(?:期|期限)?|暂定|期限)(?:暂定)?(?:为|是|：)?"
    rf"(?:自(?:{DATE}|{_BORN})起?(?:计算)?)?([一二三四五六七八九十两\d]{{1,2}})"
)
_VALID_YEARS = re.compile(rf"{_TERM}年")
_VALID_MONTHS = re.compile(rf"{_TERM}个月")
_VALID_UNTIL = re.compile(
    rf"{_OWN}(?:的|暂定?)?(?:{_IN_FORCE}(?:期间?|期限)|{_BEGUN}?暂?{_IN_FORCE})"
    rf"(?:截止|截至|延长|延续)?(?:为|：|是)?{_SPAN}[至到]({DATE})"
    rf"|{_OWN}[自从]{DATE}[起日]?[至到]({DATE})"
    rf"|{_OWN}(?:{_BEGUN}{_IN_FORCE})?[至到]({DATE})(?:止|期满|失效|废止|$)"
)
_REPEALING = re.compile(r"废止|停止执行|失效|不再执行")
# Only this of what is named before is repealed: 第五条, 附件1, 规定的补贴; or 部分条款 of several.
_PART = re.compile(
    r"[）)]?(?:[（(][^（）()]*[）)])?的?(?:第[一二三四五六七八九十百\d]+[条款项章节]|附件|附表|附录|中(?![国华央])|(?:所|有关|相关)?规定的|所?列)"
)
_NEXT = r"(?:[、和及与]?《(?:[^《》]|《[^《》]*》)+》(?:[（(][^（）()]*[）)])?)*"
_PARTS_OF_ALL = re.compile(
    rf"[）)]?(?:[（(][^（）()]*[）)])?{_NEXT}(?:等[^《，。]{{0,8}}?)?(?:中|的)?(?:部分|有关|相关|个别)(?:条款|内容|规定|条文)"
)
_REPEALS_THESE = re.compile(
    r"废止(?:下列|以下)[^，。：]{0,16}：|(?:下列|以下)[^，。：]{0,16}废止："
)
_LISTED = re.compile(r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?《")
# A named document, unless it is only what the repealed one rests on.
_NOT_ITSELF = r"(?<!根据)(?<!依照)(?<!依据)(?<!按照)(?<!按)(?<!适用)(?<!修改)(?<!修订)(?<!关于)"
_CALLED = r"[^（）()]*[〔（(\[]\d{4}[〕）)\]]第?\d+号|[^（）()]{0,40}?\d{4}年第?\d+号"
_NAMED = re.compile(
    rf"{_NOT_ITSELF}《((?:[^《》]|《[^《》]*》)+)》(?:[（(](?:以下简称[^（）()]*)?({_CALLED})[）)])?"
)
# 海关总署公告2019年第64号同时废止: a number without a title.
_NUMBERED = re.compile(
    r"(?:^|[，、和及以日])(?:原|此前的)?((?:(?!号)[\u4e00-\u9fff、]){2,40}(?:公告|通告|令)(?:\d{4}年)?第?\d{1,4}号|(?:(?!号)[\u4e00-\u9fff、]){2,40}\d{4}年第?\d{1,4}号(?:公告|通告)|[\u4e00-\u9fff]{1,16}[〔\[]\d{4}[〕\]]\d{1,5}号)"
    r"(?:文件)?(?=、|和|[公发]布|同时|即行|予以|一并|相应|[自于]|废止|停止|不再)"
)
# The orders that amended what is repealed live on: 第4号公布、根据第8号修改的《…》.
_AMENDED_BY = re.compile(
    r"[、，]?(?:根据|经)[^《》]*?(?:修改|修正|修订)的?(?=《)|[、，][^《》、，]*(?:修改|修正|修订)的?(?=《)"
)
# 某公告2015年第57号、2016年第52号: the second is the same authority's.
_CONTINUED = re.compile(
    r"((?!号)[\u4e00-\u9fff](?:(?!号)[\u4e00-\u9fff、]){1,40}?(?:公告|通告))(\d{4}年第?\d+号)([、和及])(?=\d)(\d{4}年第?\d+号)"
)


def strip_date(stem: str) -> str:
    """A file's stem without the date it may end in."""
    return _STEM_DATE.sub("", stem)


def issued_on(stem: str, opening: Opening) -> dt.date | None:
    """The day of this version: from the file's name, the latest enactment line, or a signature."""
    if match := _STEM_DATE.search(stem):
        return read_date(match[1])
    if written := _labelled(_ISSUED_FIELD, opening):
        return written
    lines = _plain_lines(opening)
    dated = [(line, date) for line in lines if (date := first_date(line.text[:40])) is not None]
    enacted = [date for line, date in dated if tells_enactment(line.text)]
    alone = [date for line, date in dated if _is_dating(line)]
    noted = [read_date(match[1]) for line in lines if (match := _NOTED.match(line.text))]
    signatures = _SIGNED.findall("\n".join(map(_tight, opening.ending.splitlines())))
    if (
        enacted
        and alone
        and not any(
            _PROMULGATED.search(line.text) for line, _ in dated if tells_enactment(line.text)
        )
    ):
        return max(*enacted, alone[0])  # a decree is passed first, and signed later
    if enacted:
        return max(enacted)
    if noted or alone:
        return [*noted, *alone][0]
    if signatures:
        return read_date(signatures[-1])
    return _labelled(_PUBLISHED_FIELD, opening)


def _plain_lines(opening: Opening) -> list[Line]:
    """The short lines of the head that neither are a field nor hold the value of one above."""
    head = opening.lines[:30]
    named = {at + 1 for at, line in enumerate(head) for _, value in fields_in(line) if not value}
    return [
        line
        for at, line in enumerate(head)
        if len(line.text) <= _LONGEST_LINE and at not in named and not fields_in(line)
    ]


def _is_dating(line: Line) -> bool:
    """Whether the line says when, and besides at most who: 2025年3月6日, 某某局 2025年3月6日."""
    words = line.spaced.strip("（()）")
    rest = re.sub(rf"{DATE}(?:印发|发布|公布|编制)?", " ", words, count=1)
    rest = re.sub(r"\S{1,16}[〔\[]\d{4}[〕\]]\d+号", " ", rest).strip()
    return len(line.text) <= _LONGEST_DATED and (not rest or bool(bodies_in(rest)))


def effective_on(issued: dt.date | None, opening: Opening) -> dt.date | None:
    """The day this version takes effect, where the text names one.

    An amended law still says when its first version took effect: a day before ``issued`` is
    not this version's, and ``None`` is returned. Others may take effect some months before.
    """
    stated = [_labelled(_EFFECTIVE_FIELD, opening)]
    stated += [
        _start_in(line)
        for line in opening.short_lines
        if len(line) <= _LONGEST_ENACTMENT and re.search(r"(?:施行|实施|实行|生效)[）)]?$", line)
    ]
    sentences = _sentences(opening.ending)
    own = [one for one in sentences if _SELF.search(one)]
    if not any(_AT_ONCE.search(one) for one in own):  # then other days are those of single rules
        own += sentences
    stated += [read_date(match[1]) for one in own for match in _STARTS.finditer(one)]
    amended = any(_AMENDED.search(line) for line in opening.short_lines)
    slack = dt.timedelta() if amended else _RETROACTIVE
    days = [day for day in stated if day is not None and (issued is None or issued - day <= slack)]
    return days[0] if days else None


def _start_in(line: str) -> dt.date | None:
    """The day of 自…起施行 in an enactment line, which may name the day of the decree first."""
    match = _STARTS.search(_tight(line))
    return read_date(match[1]) if match else first_date(line)


def expires_on(start: dt.date | None, opening: Opening) -> dt.date | None:
    """The last day of validity, where a sentence about the document itself sets one."""
    if stated := _labelled(_EXPIRES_FIELD, opening):
        return stated
    in_effect = False
    for sentence in _sentences(opening.ending):
        about = True  # a sentence begins with what the document does
        for clause in re.split("[，,：（(]", _ITEM.sub("", sentence)):
            if ended := _end_in(_of_itself(clause, in_effect, about), start):
                return ended
            begins = bool(_IN_EFFECT.search(clause))
            in_effect = begins or (in_effect and bool(_BETWEEN.search(clause)))
            about = bool(re.search(_OWN, clause))
    return None


def _of_itself(clause: str, in_effect: bool, about: bool) -> str:
    """The clause with the document as its subject, where it has none and means the document.

    ``in_effect``: the words before it say when the document takes effect; ``about``: it begins a
    sentence, or the clause before it names the document.
    """
    if (in_effect and _BARE.match(clause)) or (about and _BARE_FORCE.match(clause)):
        return _ITSELF + _BARE.sub("", clause, count=1)
    return _BEGINS.sub(_ITSELF, clause) if about else clause


def _end_in(clause: str, start: dt.date | None) -> dt.date | None:
    if match := _VALID_UNTIL.search(clause):
        return read_date(next(filter(None, match.groups())))
    if start and (match := _VALID_YEARS.search(clause)):
        return years_later(start, match[1])
    if start and (match := _VALID_MONTHS.search(clause)):
        return months_later(start, match[1])
    return None


def _labelled(names: str, opening: Opening) -> dt.date | None:
    """The date in a field such as 失效日期：2024年1月31日; ``names`` are alternatives of a regex."""
    value = opening.field(names)
    return first_date(value) if value else None


def repeals(opening: Opening) -> tuple[str, ...]:
    """The titles and numbers of the documents that the last sentences repeal (…同时废止)."""
    names: list[str] = []
    listing = False
    for sentence in _sentences(opening.ending):
        begins = _REPEALS_THESE.search(sentence)
        listing = bool(begins) or (listing and bool(_LISTED.match(sentence)))
        if listing or _REPEALING.search(sentence):
            names += _named(sentence[begins.end() :] if begins else sentence)
    return tuple(dict.fromkeys(names))


def _named(sentence: str) -> list[str]:
    """The documents in a sentence, each by its title and its number, if it is meant as a whole."""
    whole_ones = (
        match for match in _NAMED.finditer(sentence) if not _is_part(sentence, match.end())
    )
    titled = [name for match in whole_ones for name in match.groups() if name]
    untitled = re.sub("（[^（）]*）", "", re.sub("《[^《》]*》", "《》", sentence))
    plain = _AMENDED_BY.sub("", untitled)
    while (whole := _CONTINUED.sub(r"\1\2\3\1\4", plain)) != plain:
        plain = whole
    return titled + _NUMBERED.findall(plain)


def _is_part(sentence: str, end: int) -> bool:
    """Whether only a part is meant of the document whose name ends there: 《…》第五条."""
    return bool(_PART.match(sentence, end) or _PARTS_OF_ALL.match(sentence, end))


def _sentences(text: str) -> list[str]:
    return re.split(r"[。；]", _tight(text))


def _tight(text: str) -> str:
    return re.sub(r"[\s\u3000*]", "", text)
