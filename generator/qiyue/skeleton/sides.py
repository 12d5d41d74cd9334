"""Which side of a call a block is of: what is sent, and where it stands there; what comes back; a failure.

The headings above a block tell it, the innermost first; where they do not, the order does: what stands behind the
answer belongs to the answer.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from qiyue.pages.words import simplified


class Side(StrEnum):
    """What a block says something of."""

    BODY = "body"
    QUERY = "query"
    HEADER = "header"
    PATH = "path"
    ANSWER = "answer"
    FAILURE = "failure"
    NOTHING = ""  # headers of an answer, and what is no table of fields


_WORDS: Final = (
    (Side.NOTHING, re.compile(r"(?:响应|返回|应答|response|return)\W{0,3}(?:头|headers?)", re.IGNORECASE)),
    (Side.FAILURE, re.compile(r"错误|失败|异常|\berrors?\b|fail", re.IGNORECASE)),
    (
        Side.ANSWER,
        re.compile(
            r"响应|返回|应答|回应|回传|出参|输出|回参|结果|反馈|respon|returns?\b|results?\b|output|answer|回执",
            re.IGNORECASE,
        ),
    ),
    (Side.HEADER, re.compile(r"请求头|头部|报文头|header|消息头|head\b", re.IGNORECASE)),
    (Side.PATH, re.compile(r"路径参数|path\W?(?:param|variable|arg)|url\W?path|uri\W?param|地址参数", re.IGNORECASE)),
    (
        Side.QUERY,
        re.compile(r"查询(?:参数|字符串|条件|串)|\bquery|url\W?param|get\W?参数|url参数|查询$", re.IGNORECASE),
    ),
    (
        Side.BODY,
        re.compile(
            r"请求|入参|输入|提交|上送|发送|报文体|body|request|input|\bform\b|表单|payload|传参|调用参数|arguments?",
            re.IGNORECASE,
        ),
    ),
)
_SAMPLE: Final = re.compile(r"示例|样例|范例|例子|举例|举例|例:?$|\bexamples?\b|\bsamples?\b|demo", re.IGNORECASE)


def side(labels: Iterable[str]) -> Side | None:
    """Tell the side by the headings above a block, the innermost first; None where none of them tells it."""
    for text in labels:
        plain = simplified(text)
        for found, pattern in _WORDS:
            if pattern.search(plain):
                return found
    return None


def is_sample(labels: Iterable[str]) -> bool:
    """Tell whether headings say that a sample follows."""
    return any(_SAMPLE.search(simplified(text)) for text in labels)
