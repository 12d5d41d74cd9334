"""The file of a page to its text: everything that can be wrong with the file itself is found here."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from qiyue import source
from qiyue.diagnostics import Place, refuse
from qiyue.pages import office
from qiyue.pages.encodings import decode

MAX_BYTES: Final = 10 * 1024 * 1024


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


def read(path: Path, display: str | None = None, encoding: str = "") -> Page:
    """Read the file of a page; diagnostics call it ``display``; its ``encoding`` is guessed where it is "".

    Raises:
        Refused: the file cannot be read, is empty, too large, or no text in one of these encodings.
    """
    file = display or path.as_posix()
    content = source.read_bytes(path, file, MAX_BYTES)
    text = office.text_of(content, file)
    text = decode(content, file, encoding) if text is None else text
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
