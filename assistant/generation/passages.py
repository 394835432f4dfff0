"""Evidence as the model sees it: numbered passages between delimiters, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.generation.hygiene import as_material, passage_text
from assistant.model import Evidence

# Whole passages until this many characters; the first is always shown, cut if it must be.
LONGEST_MATERIAL = 16_000
LONGEST_PASSAGE = 6_000


def numbered(evidence: Sequence[Evidence]) -> dict[str, Evidence]:
    """``A1`` … for each piece of evidence that fits, in order; an article once."""
    tokens: dict[str, Evidence] = {}
    seen: set[str] = set()
    room = LONGEST_MATERIAL
    for one in evidence:
        length = min(len(one.article.text), LONGEST_PASSAGE)
        if one.article.id in seen or (tokens and length > room):
            continue
        seen.add(one.article.id)
        room -= length
        tokens[f"A{len(tokens) + 1}"] = one
    return tokens


def shown(tokens: Mapping[str, Evidence]) -> str:
    """The passages as they stand in the prompt."""
    return "\n\n".join(_passage(token, one) for token, one in tokens.items())


def _passage(token: str, one: Evidence) -> str:
    policy, article = one.policy, one.article
    facts = {
        "文件": policy.title,
        "文号": policy.doc_number or "",
        "地区": policy.jurisdiction,
        "发布日期": policy.issued_on.isoformat() if policy.issued_on else "",
        "位置": article.label,
        "责任单位": "、".join(article.responsible_units),
    }
    shown_facts = " ".join(
        f'{name}="{_attribute(value)}"' for name, value in facts.items() if value
    )
    text = passage_text(article.text)[:LONGEST_PASSAGE]
    return f"<条款 编号=[{token}] {shown_facts}>\n{text}\n</条款>"


def _attribute(value: str) -> str:
    return as_material(value).replace('"', "”").replace("\n", " ")
