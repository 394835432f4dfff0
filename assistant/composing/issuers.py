"""Who issued a document: all of them, and whether the one that is asked about is among them."""

from __future__ import annotations

import re

from assistant.understanding.documents.head_facts import ALONE
from corpus.model import PolicyMetadata
from index.text import leaves_out

_AUTHORITY = re.compile(
    r"(?:有没有|有无|有|含|包括|是不是|是否|带|除了)(?P<after>[一-鿿]{1,12}?(?:委员会|委|局|海关|总署|办公室|办|署|厅|政府|银行|人行|总部|专班|部(?!门|分)))(?=吗|么|嘛|呢|吧|没|参|一起|联合|署|落|发|会签|在|[？?，,。]|$)"
    r"|(?P<before>[一-鿿]{1,12}?(?:委员会|委|局|海关|总署|办公室|办|署|厅|政府|银行|人行|总部|专班|部(?!门|分)))(?:有没有|是否|是不是|也|算不算|在不在|参与|参加|单独|自己|独家)"
)

_HOW_MANY = re.compile(r"[几多]少?(?:家|个|方|部门|单位)")
_TOOK_PART = re.compile(r"(?:有没有|是否|是不是|参与|参加|在不在|算不算)")
# What belongs to the document's name before the authority: 号文财政部.
_DOCUMENT = re.compile(r"^.*(?:文件?|措施|方案|通知|办法|公告|号|[的是里有])")


def issued(metadata: PolicyMetadata, text: str) -> str:
    """The sentence that names the issuers, led by the answer to what ``text`` supposes of them."""
    issuers = metadata.issuers
    # Their number stands in no quote: it is told only where it is asked for.
    count = f"{len(issuers)}家单位" if _HOW_MANY.search(text) else ""
    together = f"{count}联合" if len(issuers) > 1 else ""
    return f"{_lead(issuers, text)}《{metadata.title}》由{'、'.join(issuers)}{together}发布。"


def _lead(issuers: tuple[str, ...], text: str) -> str:
    if ALONE.search(text):
        return "是单独发文，" if len(issuers) == 1 else "不是单独发文，"
    for match in _AUTHORITY.finditer(text):
        name = match["after"] or match["before"]
        found = _named(name, issuers)
        if found:
            return f"发文单位中有{found}：" if len(issuers) > 1 else "是，"
        if match["after"] or _TOOK_PART.match(text, match.end("before")):
            return f"发文单位中没有{_DOCUMENT.sub('', name)}："
    return ""


def _named(said: str, issuers: tuple[str, ...]) -> str:
    """The issuer that is called ``said`` for short: its characters in the same order (商委)."""
    for start in range(len(said) - 1):
        for issuer in issuers:
            if leaves_out(said[start:], issuer):
                return issuer
    return ""
