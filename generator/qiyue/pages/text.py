"""The file of a page to its text: everything that can be wrong with the file itself is found here."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from qiyue import source
from qiyue.diagnostics import Place, refuse

MAX_BYTES: Final = 10 * 1024 * 1024

# Characters that pages about interfaces are made of: text of another encoding, read as GBK, hardly has any.
_COMMON: Final = frozenset(
    "的是不为在有和或以及对请求参数返回字段类型必填说明接口示例响应错误码信息名称格式长度编号"
    "时间日期认用户单据金额状态成功失败数据列表查询创建更新删除默最大小可选值如当前则系统服务"
)


class Form(StrEnum):
    """How a page is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page; lines end with ``\\n``, and are as many as the file has."""

    file: str
    text: str
    form: Form = Form.TEXT


def read(path: Path, display: str | None = None) -> Page:
    """Read the file of a page: UTF-8, UTF-16 with its mark, or GBK; diagnostics call it ``display``.

    Raises:
        Refused: the file cannot be read, is empty, too large, or no text in one of these encodings.
    """
    file = display or path.as_posix()
    text = _decode(source.read_bytes(path, file, MAX_BYTES), file)
    if not text.strip():
        raise refuse("page-empty", "the page holds nothing but white space", Place(file))
    return read_text(text, file)


def read_text(text: str, file: str = "page.txt") -> Page:
    """Give the page that a text is; how it is written is told by its content, then by the name of its file."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return Page(file, text, _form(text, file.lower()))


_HTML: Final = re.compile(
    r"\s*(?><!--.*?-->\s*)*+<(?:!doctype html|html|head|body|table|div|article|h[1-6]|p)\b", re.IGNORECASE | re.DOTALL
)
_MARKDOWN: Final = re.compile(
    r"^(?:#{1,6} +\S|```|~~~|[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*(?:\|[ \t:-]*)+$)", re.MULTILINE
)


def _form(text: str, file: str) -> Form:
    if _HTML.match(text) or (file.endswith((".html", ".htm", ".xhtml")) and "</" in text):
        return Form.HTML
    if file.endswith((".md", ".markdown", ".mdx")) or _MARKDOWN.search(text):
        return Form.MARKDOWN
    return Form.TEXT


def _decode(content: bytes, file: str) -> str:
    place = Place(file)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(content, "utf-16", file)
    if b"\0" in content:
        raise refuse("file-binary", "the file holds zero bytes: it is not text", place, "give the text of the page")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        try:
            text = content.decode("gb18030")
        except UnicodeDecodeError:
            text = ""
        if _reads_as_chinese(text):
            return text
        line = content.count(b"\n", 0, wrong.start) + 1
        message = f"byte {content[wrong.start]:#04x} is neither UTF-8 nor GBK"
        raise refuse("page-encoding", message, Place(file, line, 1), "save the page as UTF-8") from None


def _strict(content: bytes, encoding: str, file: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise refuse("page-encoding", f"the file is not whole {encoding.upper()}", Place(file)) from None


def _reads_as_chinese(text: str) -> bool:
    foreign = [character for character in text if character > "\x7f"]
    return sum(character in _COMMON for character in foreign) * 20 >= max(len(foreign), 1)
