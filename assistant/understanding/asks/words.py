"""The words of asking, and those of asking for lists: what is left without them is the subject.

One place for what the readers of such questions share; what only one of them passes over stands there.
"""

from __future__ import annotations

import re

from corpus import letters

# Any word that asks.
ASKING = re.compile(r"几|多少|多久|什么|啥|哪|谁|吗|么|怎|如何|咋|能不能|有没有|是不是|要不要")
# What joins two terms.
JOINERS = frozenset(re.findall(r"\S+", "、 和 与 跟 及 以及 或 或者 还有 /"))
# Words that only hold a question for a list together.
IDLE = frozenset(
    re.findall(
        r"\S+",
        """
        的 了 吗 呢 啊 在 是 有 里 中 对 给 把 都 也 还 就 那 这 哪 几 些 个 条 项
        处 点 份 件 种 要 能 会 可 可以 请 我 你 您 咱 们 我们 说 写 讲 提 列 念 数
        到 着 过 出 来 去 下 被 由 让 归 从 按 全 各 每 等 一 一下 为 将 已 上 内 所
        之 靠 用 做 看 那些 这些 那个 这个 什么 啥 哪些 哪里 哪儿 怎么 吧 嘛 呀 哈 另外
        分 共 只 只有 家 事 块 类
        """,
    )
)
# Patterns: putting together, as a list is; not the customs' 汇总征税.
COLLECTED = r"汇总(?![征缴纳申计报])|梳理|盘点|总结|归纳"
# Nothing is to be left out.
COMPLETE = r"一个(?:都|也)?(?:别|不要|不能)[漏落](?:掉|了)?|别[漏落](?:掉|了)?"
# Wherever it is, and in two places at once: 两座城市, 沪厦.
ANYWHERE = r"不[管论](?:是)?(?:哪|什么)[个座]?(?:市|城市|地方|文件)?|无论哪个?[市里]?"
BOTH_PLACES = rf"两[座个]?城市|两地|两个?市|{letters.pairs()}"
# What is given to those who ask, in everyday words.
FAVOURS = "优待|照顾|关照|扶持|帮扶|福利|红利|甜头|实惠"
