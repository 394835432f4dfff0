"""When a question asks what held: “2022年厦门AEO退税几天” asks it of that year, not of today.

A year is as often a document's name (“2023年口岸那份”), or stands in the story that leads up to the
question (“我们2022年评上的”); it is the time asked about only where its own clause asks, and nothing
in that clause makes it either of these.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from assistant.understanding.asks.clauses import asks
from assistant.understanding.model import Then
from assistant.understanding.scope import without_places

_CLAUSE = re.compile(r"[，,。；;：:！!？?\s]+")
_TIME = re.compile(
    r"(?<![\d〔（(])(?:(?P<year>20\d\d)年(?:度)?|(?P<short>[012]\d)年(?=1?\d月|的?时候|那会|那时|当时|那年)|(?P<told>[去前今]年))"
    r"(?:(?P<month>1[0-2]|0?[1-9])月(?:份|底|初|末)?|(?P<half>[上下])半年|(?P<quarter>[一二三四1-4])季度|年?[底初末])?"
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)|[去前今]年")
# Says of itself that it tells a time, whatever follows.
_PLAINLY = re.compile(r"(?:的?时候|那会儿?|那时候?|那阵子?|当时|那年|那段时间|期间)")
# What the year is then: the start of a time, a document's or a number's own, an end to be reached.
_OTHERWISE = re.compile(
    r"^(?:以来|以后|之后|[后起版号第]|开始|的?[那这]|的?(?:文|通知|通告|公告|方案|措施|办法|意见|专项))"
)
_NAMES = re.compile(
    r"[那这]个?[份篇]|文件|号文|文号|通知|通告|公告|方案|措施|行动|专项|发布|印发|出台|发的"
)
_LED_TO = re.compile(r"(?:[到至自从截比较和与跟同]|截[止至])$")
_NOW = re.compile(r"现在|目前|如今|眼下|今后|以后|将来|计划|打算|目标")
# What happened to the caller in that year: it is no time of the rules.
_STORY = re.compile(
    r"[了过](?![程境关渡往户])|[我咱俺]|公司|本企业|老板|客户|成立|注册|评上|评为|评的|通过|拿到|取得|获得|受罚|被|罚|签的|买的|申报的|[进出]口的"
)
# “支持AEO的政策”, “怎么规定的” qualify no goods and no caller.
_OF = re.compile(r"(?<=.)的(?!$|政策|规定|优惠|便利|补贴|支持|好处)")
_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_BACK = {"今": 0, "去": 1, "前": 2}


def asked_then(text: str, today: dt.date) -> Then | None:
    """The time before ``today`` of whose rules ``text`` asks; ``None`` where it asks of no one time."""
    if len({*_YEAR.findall(text)}) > 1 or _NOW.search(text):
        return None
    found = next((one for clause in _CLAUSE.split(text) for one in _told(clause)), None)
    if found is None:
        return None
    time, said = found
    then = _read(time, said, today)
    return then if then.end < today else None


def _told(clause: str) -> Iterator[tuple[re.Match[str], str]]:
    """The time in ``clause`` and the words that tell it, where the clause asks what held then."""
    time = _TIME.search(clause)
    if time is None or not asks(clause):
        return
    before, after = clause[: time.start()], clause[time.end() :]
    plainly = _PLAINLY.match(after)
    if _OTHERWISE.search(after) and not plainly:
        return
    if _LED_TO.search(before) or _NAMES.search(clause) or _STORY.search(clause):
        return
    # “2022年出口的食品” may be goods of that year.
    bare = without_places(after).removeprefix("的")
    if plainly or not _OF.search(re.sub(r"^(?:市|海关|AEO|企业)*的", "", bare)):
        yield time, time[0] + (plainly[0] if plainly else "")


def _read(time: re.Match[str], said: str, today: dt.date) -> Then:
    year = int(time["year"] or 0) or (int(f"20{time['short']}") if time["short"] else 0)
    year = year or today.year - _BACK[time["told"][0]]
    month = int(time["month"] or 0) or _last_of_part(time)
    end = dt.date(year, month, calendar.monthrange(year, month)[1])
    part = time[0][time[0].index("年") + 1 :]
    return Then(f"{year}年{part}", end, said)


def _last_of_part(time: re.Match[str]) -> int:
    """The last month of the half or quarter that is told; of the year where none is."""
    if time["half"] == "上":
        return 6
    quarter = time["quarter"]
    return 3 * int(_NUMBERS.get(quarter, quarter)) if quarter else 12
