"""What callers call a document whose name they do not say: alternatives of a pattern.

Other lists of such nouns are no copies of these: where a question asks for measures, or for what
rests on 政策, the same words mean the matter and not the document.
"""

from __future__ import annotations

# Any document, whatever its kind.
ANY = "文件|通知|措施|方案|政策"
KINDS = f"{ANY}|通告|办法|公告|规定|条例|细则|基准|准则|规程|意见"
