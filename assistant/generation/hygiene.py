"""What is taken out of text before a model, a log or a reader sees it.

Tag characters (U+E0000 and after), zero-width characters, bidirectional controls and variation
selectors are invisible and carry hidden instructions; none of them has a place in a question.
"""

from __future__ import annotations

import re
import unicodedata

from assistant.verification.instructions import instructed_from

# Invisible letters that Unicode does not class as format characters: Hangul fillers, the braille
# blank, the Khmer inherent vowels, variation selectors.
_FILLERS = re.compile(
    "[\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_HIDDEN_CLASSES = frozenset({"Cf", "Cc", "Cs", "Co", "Cn"})
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_MARKS = str.maketrans(
    {"<": "＜", ">": "＞", "[": "（", "]": "）", "【": "（", "】": "）", "［": "（", "］": "）"}
)


def clean_question(text: str) -> str:
    """``text`` as its reader sees it: nothing invisible, single spaces, no blank ends."""
    return _LINES.sub(" ", visible(text)).strip()


def visible(text: str) -> str:
    """``text`` without characters that show nothing; line breaks stay, other spaces are plain."""
    text = _FILLERS.sub("", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = (
        char for char in text if char == "\n" or unicodedata.category(char) not in _HIDDEN_CLASSES
    )
    return _SPACES.sub(" ", "".join(kept))


def as_material(text: str) -> str:
    """``text`` with nothing in it that could pass for our own delimiters or source tokens."""
    return visible(text).translate(_MARKS)


def passage_text(text: str) -> str:
    """An article's words as material, up to the first sentence that addresses a model."""
    return as_material(text[: instructed_from(text)]).strip()
