"""What a title is made of: the words that tell it from others, its kind, and what it publishes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from corpus import jurisdictions
from corpus.model import NATIONWIDE, PolicyMetadata
from index.text import normalise

KINDS = (
    "实施细则|裁量基准|办法|规定|条例|细则|措施|通知|公告|意见|方案|决定|通告|法典|法(?![规律人院定治制官庭典学])|解释|规则|规程|规范|批复|目录|指南|制度"
    "|计划|规划|纲要|要点|须知|解读|问答|章程|协定|公约|准则|基准|标准|清单|指引|攻略|决议|安排"
)
KIND = re.compile(rf"(?P<kind>{KINDS})(?:\((?P<part>[一二三四五六七八九十]{{1,2}}|试行|暂行)\))?")
_ENDING = re.compile(rf"(?P<kind>{KINDS})(?:\((?P<part>[^()]{{1,30}})\))*$")
# A notice that only publishes another document: 关于印发《…办法》的通知.
_PUBLISHED = re.compile(
    rf"(?:印发|发布|公布|转发|修订|制定|实施|贯彻|下发)(?:了|新修订的|修订后的|修改后的)?[《〈]?(?P<inner>[^《》〈〉]{{4,90}}?(?:{KINDS})(?:\([^()]{{1,30}}\))*)[》〉]?的?(?:通知|公告|通告|决定|命令|令)"
)
_STATE = "中华人民共和国"
# Words of any title: they tell none from another.
_GENERAL = re.compile(
    r"中华人民共和国|进一步|若干|行动|专项|关于|管理|实施|暂行|试行|有关|政策|工作|推进|促进|支持|加大|加强|做好|人民政府|办公[室厅]|印发|[市省区县的和与及其对等为在了]"
)


@dataclass(frozen=True, slots=True)
class Core:
    """A name of a document as it may be shortened: the words before its kind.

    ``own`` unless it is the name of what the document only publishes; ``part`` is what follows the
    kind in brackets, ``size`` how many characters tell it from other titles.
    """

    policy_id: str
    text: str
    kind: str
    part: str
    place: str
    own: bool
    size: int


def cores_of(policy: PolicyMetadata) -> Iterator[Core]:
    """The names of ``policy``: its title, and the title of what it publishes."""
    title = re.sub(r"\s", "", normalise(policy.title))
    inner = _PUBLISHED.search(title)
    for own, name in ((True, title), (False, inner["inner"] if inner else "")):
        bare = name.removeprefix(_STATE).strip("《》")
        ending = _ENDING.search(bare)
        if ending is None:
            continue
        text = bare[: ending.start()]
        size = len(content(text))
        kind, part = ending["kind"], ending["part"] or ""
        yield Core(policy.id, text, kind, part, policy.jurisdiction, own, size)


def content(text: str) -> str:
    """``text`` without places, signs and the words of any title."""
    for place in sorted((text[s:e] for s, e, _ in jurisdictions.spans_in(text)), key=len):
        text = text.replace(place, "")
    return re.sub(r"[\W_]", "", _GENERAL.sub("", text))


def rules_in(place: str, places: Collection[str]) -> bool:
    """Whether the rules of ``place`` may be meant where ``places`` are named.

    Those of the nation and of a province hold in its cities; 广州养犬条例 is not 宁波's.
    """
    if not places or place in places or place == NATIONWIDE:
        return True
    parents = {jurisdictions.parent_of(one) for one in places}
    return place in parents or jurisdictions.parent_of(place) in places
