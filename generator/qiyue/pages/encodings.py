"""The bytes of a page to its text: UTF-8, UTF-16 with its mark, GB 18030, Big5, Windows-1252, or what is named.

An encoding that is told by nobody is guessed: text that is read in a wrong one hardly has the characters that pages
about interfaces are made of.
"""

import codecs
from typing import Final

from qiyue.diagnostics import Place, refuse

_COMMON: Final = frozenset(
    "的是不为在有和或以及对请求参数返回字段类型必填说明接口示例响应错误码信息名称格式长度编号"
    "时间日期认用户单据金额状态成功失败数据列表查询创建更新删除默最大小可选值如当前则系统服务"
    "為請參數欄位類說明響應錯誤碼訊名稱長號時間認單據狀態敗資列詢創刪預選當則統務傳"
)
_SIGNS: Final = frozenset("’‘“”—–…·×÷±°§、。,;:?!()《》【】「」￥•→©®™éèêëàâäáãåçñóòôöõúùûüíìîïß€£")
"""Signs that text in Latin letters has here and there."""


def decode(content: bytes, file: str, encoding: str = "") -> str:
    """Read the text of a page; ``encoding`` is "" where it has to be guessed.

    Raises:
        Refused: it is no text, or none in one of these encodings, or the encoding is unknown.
    """
    if encoding:
        return _named(content, encoding, file)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(content, "utf-16", file)
    if b"\0" in content:
        place = Place(file)
        raise refuse("file-binary", "the file holds zero bytes: it is not text", place, "give the text of the page")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        guessed = _guessed(content)
        if guessed is not None:
            return guessed
        line = content.count(b"\n", 0, wrong.start) + 1
        message = f"byte {content[wrong.start]:#04x} is neither UTF-8 nor GBK"
        hint = "save the page as UTF-8, or name its encoding: --encoding"
        raise refuse("page-encoding", message, Place(file, line, 1), hint) from None


def _guessed(content: bytes) -> str | None:
    """Read a text in the first encoding in which it looks like one."""
    for encoding in ("gb18030", "big5"):
        text = _tried(content, encoding)
        if text is not None and (_reads_as_chinese(text) or _has_only_signs(text)):
            return text
    text = _tried(content, "cp1252")
    return text if text is not None and _has_only_signs(text) else None


def _tried(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _named(content: bytes, encoding: str, file: str) -> str:
    try:
        codecs.lookup(encoding).decode(b"")
    except (LookupError, UnicodeError):
        raise refuse("page-encoding", f"no encoding is called {encoding}", Place(file)) from None
    return _strict(content, encoding, file)


def _strict(content: bytes, encoding: str, file: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise refuse("page-encoding", f"the file is not whole {encoding.upper()}", Place(file)) from None


def _foreign(text: str) -> list[str]:
    return [character for character in text if character > "\x7f"]


def _reads_as_chinese(text: str) -> bool:
    foreign = _foreign(text)
    return sum(character in _COMMON for character in foreign) * 20 >= max(len(foreign), 1)


def _has_only_signs(text: str) -> bool:
    """Tell whether what is not ASCII are the signs of a text in Latin letters, and few."""
    foreign = _foreign(text)
    return len(foreign) * 10 < len(text) and all(character in _SIGNS for character in foreign)
