"""What a document is called: its title, also one broken over lines, or what it brings out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.counties import places_in
from corpus.metadata.bodies import bodies_in
from corpus.metadata.dates import DATE
from corpus.metadata.opening import Line, Opening, fields_in

_KINDS = (
    "办法|规定|条例|细则|措施|通知|公告|意见|方案|决定|通告|法|法典|解释|规则|规程|规范|批复|目录|指南|"
    "制度|计划|纲要|要点|须知|解读|问答|章程|协定|公约|准则|基准|标准|清单|函|修正案|安排|决议|指引|攻略|"
    "手册|说明|解答|流程|通报|倡议书|简章|预案|导则|告知书|公示|汇编|一览表|名单|名录|口径|规划|方法|举措"
)
_NOTE = r"(?:[（(].{1,30}[）)])"
_TITLE_END = re.compile(rf"(?:{_KINDS}){_NOTE}*$")
# A line below the title that belongs to it.
_EDITION = re.compile(
    r"[（(](?:\d{4}年?(?:[\u4e00-\u9fff]{0,4}(?:版|本|稿|修订))?|(?:试|暂)行|修订|[\u4e00-\u9fff\d]{0,8}[版稿本])[）)]$"
)
# The head of a letter, not what it is about: 某某海关公告, 某某市人民政府令.
_LETTERHEAD = re.compile(
    r"[\u4e00-\u9fff、 ]{2,60}(?:\d{4}年 ?第? ?\d+ ?号)?(?:公告|通告|令|文件|通知|决定|函)$"
)
_PUBLISHES = re.compile(
    r"^《([^《》]{4,60})》(?:已|业)[^《》]{0,60}?(?:通过|同意|批准)[^。《》]{0,20}?现[予将]?[^。]{0,6}(?:公布|发布|印发)"
    r"|(?:制定|修订|修改|起草)了?《([^《》]{4,60})》[^。《》]{0,30}?(?:现[予将]|予以)[^。]{0,6}(?:公布|发布|公告|印发)"
)
_SUBJECT = re.compile(r"号[（(](关于[^（()）]{4,60}的(?:公告|通告|通知|命令))[）)]$")
_NOTICE = "(?:通知|公告|通告|决定|函)"
_BRINGS_OUT = re.compile(rf"(?:印发|发布|公布)《([^《》]{{6,60}})》的{_NOTICE}$")
_BRINGS_OUT_PLAINLY = re.compile(
    rf"^(?:.{{0,60}}?关于)?(?:印发|重新[印发]发|重新发布)([^《》]{{6,60}})的{_NOTICE}$"
)
_NO_HEADLINE = re.compile(
    r"[。；：:;]|^[（(]?[一二三四五六七八九十\d]+[)）、.．]|^第[一二三四五六七八九十]+[章节条]"
    r"|(?:局|委|委员会|政府|厅|部|办|办公室|海关|署|院|会|组|指挥部|发布|网|报|社)$"
)
_HEADLINE = (6, 60)
_FIRST_LINES = 15
_LONGEST_TITLE, _MOST_LINES = 90, 4
# What a page writes before a title: （转载）, 标题：
_REPOSTED = re.compile(
    r"^(?:[（(【\[](?:转载|转发|公告|通知|原文)[）)】\]]|[【\[]?(?:文件|文章|信息)?(?:标 ?题|题 ?名|名 ?称)[】\]]?[：:])\s*"
)
# A title's first line says what the rest only ends: 关于…, 《…
_OPEN = re.compile(r"(?:关于|印发|转发)(?!.*(?:通知|公告|通告|意见|决定|函|批复)$)")
_WHOLE = re.compile(r"关于|印发|[\u4e00-\u9fff]{2,12}关于")
_NO_PART = re.compile(
    r"[。；：:>|｜！？]|号[）)]?$|网站?$|平台$|^[（(【\[]|^\d|^第[一二三四五六七八九十]+[章节条]"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title and the lines ``[first, last]`` that it stands on; ``spaced`` keeps their blanks."""

    text: str
    spaced: str
    first: int
    last: int


def title_in(opening: Opening) -> Title | None:
    """The title: the first heading that reads like one, else the first such line or lines."""
    lines = opening.lines[:_FIRST_LINES]
    reads = [at for at, line in enumerate(lines) if _is_title(line.text) or _ends_one(lines, at)]
    headed = [at for at in reads if 0 < lines[at].depth <= 2 and not _is_letterhead(lines[at])]
    other = [at for at, line in enumerate(lines) if line.depth == 1 and _is_heading(line)]
    own = [at for at in reads if not _is_letterhead(lines[at])]
    chosen = next(iter(headed or other or own), None)
    if chosen is None:
        return None
    title = _joined(opening.lines, chosen)
    return Title(
        _REPOSTED.sub("", title.text) + _book(opening, lines[chosen]),
        _REPOSTED.sub("", title.spaced),
        title.first,
        title.last,
    )


def published_in(opening: Opening) -> str | None:
    """What an announcement without a title is of: （关于…的公告）, 制定了《…办法》，现予公布."""
    for line in opening.lines[:_FIRST_LINES]:
        if match := _SUBJECT.search(line.text) or _PUBLISHES.search(line.text):
            return next(name for name in match.groups() if name)
    return None


def headline_of(opening: Opening) -> str | None:
    """The first line, where it stands over the text as the headline of a page or a news item does:
    short, no sentence, no salutation, no number or date alone, and followed by longer words."""
    if len(opening.lines) < 2:
        return None
    first, *rest = (line.text for line in opening.lines)
    follows = any(len(line) > len(first) for line in rest)
    plain = re.sub(rf"{DATE}|\S*\d+\s*号", "", first)
    reads = _HEADLINE[0] <= len(plain) <= _HEADLINE[1] and not _NO_HEADLINE.search(first)
    return _REPOSTED.sub("", first) if reads and follows else None


def within(title: str) -> str:
    """What a notice brings out (关于印发《…措施》的通知), which is what people call it; else ``title``."""
    match = _BRINGS_OUT.search(title) or _BRINGS_OUT_PLAINLY.match(title)
    return match[1] if match else title


def _joined(lines: tuple[Line, ...], at: int) -> Title:
    """The title on line ``at`` with the lines before and below that it is broken over."""
    first = last = at
    while step := _begun_above(lines, first):
        first -= step
    text = "".join(line.text for line in lines[first : last + 1])
    while last + 1 < len(lines) and _goes_on(text, lines[last + 1]):
        last += 1
        text += lines[last].text
    return Title(text, "".join(line.spaced for line in lines[first : last + 1]), first, last)


def _begun_above(lines: tuple[Line, ...], at: int) -> int:
    """How many lines further up the title begins whose rest stands on the line ``at``."""
    for step in range(1, min(at, _MOST_LINES) + 1):
        # an empty line may stand even inside a title, where its first line is plainly unfinished
        if not _is_rest(lines[at - step], lines[at - step + 1]):
            break
        before = lines[at - step].text
        if _OPEN.search(before) or before.count("《") > before.count("》"):
            return step
    return int(at > 0 and _is_second_half(lines[at - 1], lines[at], at == 1))


def _ends_one(lines: tuple[Line, ...], at: int) -> bool:
    """Whether the line only ends the title above it: 关于印发《…措施》 / 的通知."""
    return bool(re.fullmatch(f"的{_NOTICE}", lines[at].text) and _begun_above(lines, at))


def _is_second_half(before: Line, line: Line, opens: bool) -> bool:
    """Whether ``before`` is the longer first half of a title: 食品生产企业备案 / 办理指南."""
    return (
        not line.apart
        and _is_rest(before, line)
        and (opens or before.apart)
        and len(before.text) >= len(line.text)
        and not _is_title(before.text)
        and not _begins_with_a_place(line.text)
    )


def _is_rest(before: Line, line: Line) -> bool:
    """Whether ``line`` may be the rest of a title that ``before`` begins or goes on with."""
    if line.depth or before.depth > 1 or len(before.text) > _LONGEST_TITLE:
        return False
    if _NO_PART.search(before.text) or fields_in(before) or bodies_in(before.spaced):
        return False
    return not _is_letterhead(before) and not _WHOLE.match(line.text)


def _begins_with_a_place(text: str) -> bool:
    spans = places_in(text[:10])
    return bool(spans) and spans[0][0] == 0


def _goes_on(text: str, below: Line) -> bool:
    """Whether the line below belongs to the title: （2025年版）, or the end of 关于印发…."""
    if _EDITION.fullmatch(below.text) or re.fullmatch(f"的{_NOTICE}", below.text):
        return True
    open_ = bool(_OPEN.search(text)) or text.count("《") > text.count("》")
    return open_ and not below.apart and _is_title(below.text)


def _book(opening: Opening, title: Line) -> str:
    """The second line of a title that names one book of a code (民法典 / 物权编)."""
    at = opening.lines.index(title) + 1
    following = opening.lines[at] if at < len(opening.lines) else None
    is_book = following is not None and following.depth == title.depth == 1
    return (
        following.text if is_book and following and re.search("编$|附则$", following.text) else ""
    )


def _is_title(text: str) -> bool:
    return 4 <= len(text) <= _LONGEST_TITLE and "。" not in text and bool(_TITLE_END.search(text))


def _is_heading(line: Line) -> bool:
    """Whether a heading can be a title that ends like none: neither a body's name nor a number."""
    head = re.search(r"(?:文件|号[）)]?)$", line.text) or _is_letterhead(line)
    return len(line.text) >= 6 and not head and not fields_in(line) and not bodies_in(line.spaced)


def _is_letterhead(line: Line) -> bool:
    """Whether a line is a body's name with the kind of paper: 某某市场监督管理局公告."""
    match = _LETTERHEAD.match(line.text)
    return match is not None and bool(
        bodies_in(
            re.sub(
                r" ?(?:\d{4} ?年 ?第? ?\d+ ?号)? ?(?:公 ?告|通 ?告|令|文件|通知|决定|函)$",
                "",
                line.spaced,
            )
        )
    )
