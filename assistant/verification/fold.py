"""The form in which a sentence and a passage are compared.

Two texts that a reader would call the same words fold to the same string: widths (NFKC), spaces,
quotation marks, book-title marks, brackets and emphasis marks do not count.
"""

from __future__ import annotations

import re
import unicodedata

_BRACKETS = str.maketrans({"〔": "(", "〕": ")", "[": "(", "]": ")", "【": "(", "】": ")"})
_TIMES = re.compile(r"(?<=\d)\\?[*xX✕✖](?=\d)")
_DROPPED = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\"'“”‘’「」『』《》〈〉<>*_`#\\]")
# The policies say that these are one and the same; the law has known no other kind since 2022.
_ALIAS = re.compile(
    r"(?:海关)?(?:aeo)?高级认证(?:企业)?(?:\(aeo(?:企业)?\))?|经认证的经营者(?:\(aeo\))?"
)


def fold(text: str) -> str:
    """``text`` without what makes no difference; lower case."""
    text = unicodedata.normalize("NFKC", text)
    text = _TIMES.sub("×", text)
    return _DROPPED.sub("", text).translate(_BRACKETS).lower()


def fold_names(text: str) -> str:
    """Folded text in which every name of an authorised economic operator reads ``aeo企业``."""
    return _ALIAS.sub("aeo企业", text)
