"""Cutting a model's stream into sentences, each with the source tokens that belong to it."""

from __future__ import annotations

import re

from assistant.verification.tokens import TOKEN

_ENDS = "。！？!?"
_PAUSES = "；;"
_GOES_ON = tuple("：:；;，,、")
_OPENERS, _CLOSERS = "“「『《（(", "”」』》）)"
_TRAILING = re.compile(r"[”」』》）)\"'’*]+")
_BETWEEN = re.compile(r"[\s,，、]*")
_HALF_TOKEN = re.compile(r"[\[【［〖][^\]】］〗]{0,40}$")
_MARKER = re.compile(
    r"^\s*(?:#{1,6}\s+|>\s*|[-*+•·●]\s+|\d{1,2}[.．、)）](?!\d)\s*|[(（]\d{1,2}[)）]\s*)+"
)
# A short line in bold, before the items that it names.
_HEADING = re.compile(r"(?:#{1,6}\s*)?(?:\*\*|__)[^\W\d_]{2,12}(?:\*\*|__)")
_EMPHASIS = re.compile(r"\*\*|__|`")

# Beyond this many characters without an end, what comes is no sentence.
LONGEST_SENTENCE = 800


class SentenceSplitter:
    """Fed with chunks, gives back whole sentences; tokens after the full stop go with it.

    A list item that ends in ；, or a line that ends in ： or ；, stays with what follows until a
    token has been seen, so that a token after the last item covers all of them.
    """

    def __init__(self) -> None:
        self._text = ""

    def feed(self, chunk: str) -> list[str]:
        """The sentences that ``chunk`` completes."""
        self._text += chunk
        return self._take(final=False)

    def flush(self) -> list[str]:
        """What is left when the stream has ended."""
        found = self._take(final=True)
        rest, self._text = self._text.strip(), ""
        return [*found, rest] if rest else found

    def forget(self) -> None:
        """Drops what has come since the last whole sentence."""
        self._text = ""

    def _take(self, *, final: bool) -> list[str]:
        found = []
        while (end := _end(self._text, final=final)) is not None:
            sentence, self._text = self._text[:end].strip(), self._text[end:]
            if sentence:
                found.append(sentence)
        return found


def plain(sentence: str) -> str:
    """The sentence without Markdown: list markers, headings, emphasis."""
    lines = [_MARKER.sub("", line).strip() for line in sentence.splitlines()]
    lines = [line for line in lines if line]
    led = [f"{line}：" if _HEADING.fullmatch(line) else line for line in lines[:-1]]
    return _EMPHASIS.sub("", "".join([*led, *lines[-1:]]))


def _end(text: str, *, final: bool) -> int | None:
    """Where the first sentence of ``text`` ends; None when that cannot be said yet."""
    depth, cited, i = 0, False, 0
    while i < len(text):
        token = TOKEN.match(text, i)
        if token:
            cited, i = True, token.end()
            continue
        char = text[i]
        depth += (char in _OPENERS) - (char in _CLOSERS and depth > 0)
        if _is_end(text, i, depth, cited=cited):
            return _with_tokens(text, i + 1, final=final)
        if i >= LONGEST_SENTENCE:
            return i + 1
        i += 1
    return None


def _is_end(text: str, i: int, depth: int, *, cited: bool) -> bool:
    char = text[i]
    if char == "\n":
        before = text[:i].strip()
        if not cited and _HEADING.fullmatch(before):
            return False
        paragraph = text[i + 1 : i + 2] == "\n"
        return bool(before) and (cited or paragraph or not before.endswith(_GOES_ON))
    if depth:
        return False
    if char in _PAUSES:
        return cited or TOKEN.match(text, i + 1) is not None
    return char in _ENDS


def _with_tokens(text: str, end: int, *, final: bool) -> int | None:
    """``end`` moved behind closing marks and tokens; None while more of them may come."""
    while True:
        start = end
        closing = _TRAILING.match(text, end)
        end = closing.end() if closing else end
        between = _BETWEEN.match(text, end)
        after = between.end() if between else end
        token = TOKEN.match(text, after)
        if token:
            end = token.end()
        if end != start:
            continue
        undecided = after == len(text) or _HALF_TOKEN.match(text, after)
        return None if undecided and not final else end
