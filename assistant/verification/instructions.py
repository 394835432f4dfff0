"""Words in a document that address a language model instead of a reader.

A passage is material, never an instruction. What a planted instruction says stands in the
document all the same, so containment alone would let it through; therefore the text from the
first such sentence on is neither shown to the model nor accepted as support.
"""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")
_INSTRUCTION = re.compile(
    r"(?<![不得可能应])(?:忽略|无视|忘记|忘掉|不要(?:理会|遵守)|抛开)[^。；\n]{0,16}?(?:指令|指示|提示|规则|设定|要求|内容|上文|限制)"
    r"|系统提示词|系统指令|提示词|开发者模式|越狱模式|角色扮演"
    r"|你(?:现在)?(?:是|扮演|作为)[^。；\n]{0,12}?(?:助手|模型|机器人|AI|专家|角色)"
    r"|(?:作为|身为)(?:一个|一名)?(?:AI|人工智能|语言模型|智能助手|大模型)"
    r"|(?:请|务必|必须|应当?)?(?:直接)?(?:回答|回复|输出|告诉用户|告知用户|引用)(?:[:：“\"]|以下(?:内容|文字)|用户[:：]|如下)"
    r"|(?:AI|人工智能|智能|大)?(?:助手|模型)(?:请|必须|务必|应当)"
    r"|\[\s*A\d+\s*\]|【\s*A\d+\s*】"
    r"|<\s*/?\s*(?:system|assistant|user|im_start|im_end|条款|问题)\b|<\|"
    r"|ignore\s+(?:all|any|the|previous|above|prior)|disregard\s+(?:all|any|the|previous|above)"
    r"|system\s*prompt|you\s+are\s+(?:now\s+)?(?:an?|the)\b|jailbreak|\bDAN\b",
    re.IGNORECASE,
)


def is_instruction(text: str) -> bool:
    """Whether ``text`` addresses a language model."""
    return bool(_INSTRUCTION.search(text))


def instructed_from(text: str) -> int:
    """Where the first sentence that addresses a model begins; the text's length when none does."""
    for match in _SENTENCE.finditer(text):
        if is_instruction(match.group()):
            return match.start()
    return len(text)
