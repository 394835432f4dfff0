"""Turns that name a document and ask nothing of their own: “那23年的文件呢”, “那份口岸的怎么说”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understanding.documents.known import Names, known
from assistant.understanding.domain import without_accreditation
from corpus.model import PolicyMetadata

# What names a document whatever it is called, or asks once more what was asked before.
_OF_DOCUMENTS = re.compile(
    r"20\d\d年?|\d\d年|文件|方案|措施|通知|通告|总署|海关|商务?委|\d+号文?|号文|[那这]?[份个篇]"
    r"|这件事|这个事|这事儿?|这方面|这块|这一?点|更?[快慢长短多少高低宽严]了?(?:没有?|吗)|有变化|变了|改了|怎么|咋|如何|讲|说|写|提|规定|有没有|没有?"
    r"|我们?|咱们?|公司|企业|可是?|但是?|应该|其实|[换改]成|[要就]|是|[看换查翻问]|一下|也|跟着|、|以及|或者?|[的呢吗么呀啊里中上面又也是对有到了那在自己本身]",
)
# Only beside these do words of a title mean the document, and not what it is about.
_CALLS = re.compile(r"文件|方案|通知|通告|号|20\d\d年|(?<!\d)\d\d年|[那这][份篇]")


def names_only_documents(text: str, catalogue: Sequence[PolicyMetadata]) -> bool:
    """Whether ``text``, without places, says nothing but which document is meant now.

    Words of the title of one document of ``catalogue`` name it, where the text calls a document.
    """
    return not _left(text) or bool(entitled(text, catalogue))


def entitled(text: str, catalogue: Sequence[PolicyMetadata]) -> tuple[str, ...]:
    """The ids of the documents that ``text`` names by words of their titles, and says no more."""
    if not (_CALLS.search(text) and _left(text)):
        return ()
    names = known(catalogue).names
    return tuple(one.policy.id for one in names if not _left(_without_title(text, one)))


def _left(text: str) -> str:
    return re.sub(r"[\W_]", "", _OF_DOCUMENTS.sub("", text))


def _without_title(text: str, names: Names) -> str:
    """``text`` without the words that ``names`` are made of."""
    plain = without_accreditation(text) if names.accredited else text
    for word in names.words:
        plain = plain.replace(word, " ")
    return plain
