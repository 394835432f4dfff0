"""Who does something: an act that the source gives to one body may not be told of another.

经市商务委出具推荐函 is not 市科委出具的推荐函, though both stand in the article and its 责任单位.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.verification.source import Source

_BODY = (
    r"(?P<body>[^\W\d_的和与及或经由在被向对从为是将把拿到得凭持有获取请找让给]{0,8}?"
    r"(?:\([^()]{2,6}\)|局|委(?!托|员|派)|总署|(?<!签)署|厅|海关|部门|专班|协会|商会|银行))"
)
_ACT = r"(?P<act>出具|公布|发布|认定|评估|审核|审批|批准|核准|推荐|推送|提供|制定|印发|牵头|会同|联合|报送|受理|确认|出资|选择)"
_DONE = re.compile(
    rf"{_BODY}(?:应当?|须|可以?|将|会|负责|定期|优先|依法|统一|共同|来|予以|主动|及时)*{_ACT}"
)
_NAMED_LESS = re.compile(
    r"^(?:各|有关|相关|所在地|当地|主管|属地|现场|隶属|本|该|其|市|省)+|\([^()]*\)"
)
# Any body of the kind may be meant.
_ANY = frozenset(("", "部门"))


def misdone(sentence: str, source: Source) -> Iterator[str]:
    """The bodies of the folded ``sentence`` that do what ``source`` gives to others only.

    Who issued the document may speak of itself.
    """
    told: dict[str, set[str]] = {}
    own = [_bare(one) for one in (*source.issuers, *source.customs)]
    for match in _DONE.finditer(source.text):
        told.setdefault(match["act"], set()).add(_bare(match["body"]))
    for match in _DONE.finditer(sentence):
        body, known = _bare(match["body"]), told.get(match["act"], set())
        if body in (*_ANY, *own) or not known or known & _ANY:
            continue
        if match.group() not in source.text and not any(_same(body, one) for one in known):
            yield f"{match['body']}{match['act']}"


def _bare(body: str) -> str:
    return _NAMED_LESS.sub("", body)


def _same(one: str, other: str) -> bool:
    """Whether one is the other's name in short (海关 of 上海海关, 商务委 of 商务部门)."""
    if one in other or other in one:
        return True
    return one[:2] == other[:2] and "部门" in (one[-2:], other[-2:])
