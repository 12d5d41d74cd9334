"""What a page's words say of success: of a code that it means success, of a field which values mean it.

Words of Chinese and English, no vendor's. In: the text of one cell, label or sentence.
"""

import re
from typing import Final

_GOOD: Final = r"(?:成功|正常|(?i:(?<![a-z])(?:success(?:ful|fully)?|succeed(?:s|ed)?|ok)(?![a-z])))"
_BAD: Final = re.compile(
    r"不|未|非|无|没|部分|是否|失败|错误|异常|过期|重复|已|前|后|率|或"
    r"|(?i:\b(?:not|no|un\w+|fail\w*|error\w*|invalid|wrong|partial\w*|partly|without|until|before|after|already|than|too)\b)"
)
_FAILED: Final = re.compile(r"失败|错误|异常|(?i:\b(?:fail\w*|errors?|invalid|wrong)\b)")
_CLAUSE: Final = re.compile(r"[,,;;。.!!((]")

_LINK: Final = (
    r"(?:[\s::=>→-]|为|是|则|时|即|代表|表示|说明|请求|操作|调用|处理|返回|响应|接口|业务|交易|查询|提交|执行|受理"
    r"|(?i:means?|is|on|if|for|when|indicates?|the|an?|calls?|requests?|returns?)\b)"
)
_TELLS: Final = r"[::=→-]|为|是|即|代表|表示|(?i:means?|is|indicates?)\b"
_SURE: Final = r"[\"'“‘「`](?P<quoted>[A-Za-z0-9_-]{1,30})[\"'”’」`]|(?P<number>-?\d{1,12})"
_WORD: Final = r"(?P<word>true|false|[A-Z][A-Z0-9_]{1,29})"
_BEFORE: Final = re.compile(
    rf"(?<![A-Za-z0-9_非.!<>-])(?<!不为)(?<!不是)(?:{_SURE}|{_WORD}(?=\s{{0,3}}(?:{_TELLS})))"
    rf"{_LINK}{{0,14}}{_GOOD}(?!率|与否|或|/|后|前)"
)
_BEHIND: Final = re.compile(
    rf"(?<![不未非分否]){_GOOD}\s{{0,3}}(?:时|则|返回|为|是|[::=]|(?i:is|returns?|code)\b)"
    rf"{_LINK}{{0,6}}(?:{_SURE}|{_WORD})(?![A-Za-z0-9_.])(?!\s{{0,3}}(?:[::=-]\s{{0,3}})?(?:失败|错误|异常|(?i:fail|error)))"
)
"""A value before the word for success, or behind it; a word in capitals counts only where something says "means"."""


def is_success(words: str) -> bool:
    """Tell whether the words that a page has beside a code, or a label, say success: 成功, "OK".

    What comes behind the first clause explains. 不成功, 部分成功, "unsuccessful" say none.
    """
    first = _CLAUSE.split(words.strip(), maxsplit=1)[0]
    return is_success_label(first) and len(first) <= 60


def is_success_label(label: str) -> bool:
    """Tell whether a label, such as that of a sample, says success: 返回示例(成功), "200 OK"."""
    return bool(re.search(_GOOD, label)) and not _BAD.search(label)


def is_failure(words: str) -> bool:
    """Tell whether the words beside a code say that something failed."""
    return bool(_FAILED.search(words)) and not is_success(words)


def success_values(text: str) -> tuple[str, ...]:
    """Give the values that mean success, as a text tells of a field: ``0:成功,其他见错误码`` → ``("0",)``."""
    for pattern in (_BEFORE, _BEHIND):
        found = dict.fromkeys(next(filter(None, match.groups())) for match in pattern.finditer(text[:2000]))
        if found:
            return tuple(found)
    return ()
