"""Pages in PDF and in Word, by their text: of PDF its lines, of Word paragraphs, headings and tables as Markdown.

In: the bytes of a file. Out: its text, None where it is neither of the two. Both need the extra [pages].
"""

import io
from collections.abc import Iterator
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from qiyue.diagnostics import Place, refuse

_PDF: Final = b"%PDF-"
_ZIP: Final = b"PK\x03\x04"
_WORD: Final = "word/document.xml"
_MOST: Final = 200 * 1024 * 1024
"""Bytes that a file in Word may unfold to."""


def text_of(content: bytes, file: str) -> str | None:
    """Give the text of a file in PDF or Word, None where it is another one.

    Raises:
        Refused: it cannot be read, or what reads it is not installed.
    """
    reader = _pdf if content.startswith(_PDF) else _word if _is_word(content, file) else None
    if reader is None:
        return None
    try:
        return "\n".join(reader(content))
    except ModuleNotFoundError as error:
        message = f"pages in PDF and Word need the extra [pages]: there is no module `{error.name}`"
        raise refuse("extra-missing", message, Place(file), "install qiyue with [pages], or with [all]") from None
    except Exception as error:  # noqa: BLE001  (of a broken file these readers raise whatever comes)
        raise refuse("page-broken", f"the file cannot be read: {str(error)[:100]}", Place(file)) from None


def _is_word(content: bytes, file: str) -> bool:
    if not content.startswith(_ZIP):
        return False
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            names = packed.infolist()
    except BadZipFile:
        return False
    if sum(each.file_size for each in names) > _MOST:
        raise refuse("file-too-large", f"it unfolds to more than {_MOST:,} bytes", Place(file))
    return any(each.filename == _WORD for each in names)


def _pdf(content: bytes) -> Iterator[str]:
    from pypdf import PdfReader

    for page in PdfReader(io.BytesIO(content)).pages:
        yield page.extract_text(extraction_mode="layout")


def _word(content: bytes) -> Iterator[str]:
    import docx
    from docx.table import Table

    for block in docx.Document(io.BytesIO(content)).iter_inner_content():
        yield from _rows(block) if isinstance(block, Table) else ("", _paragraph(block))


def _paragraph(paragraph: Any) -> str:
    """Write a paragraph: one in the style of a heading with its marks."""
    style = str(paragraph.style.name if paragraph.style is not None else "")
    word, _, level = style.rpartition(" ")
    marks = "#" * min(int(level), 6) + " " if word == "Heading" and level.isdigit() else ""
    return marks + str(paragraph.text) if paragraph.text.strip() else ""


def _rows(table: Any) -> Iterator[str]:
    """Write a table with bars; a cell that goes over several columns stands once."""
    yield ""
    for number, row in enumerate(table.rows):
        cells = {cell._tc: " ".join(cell.text.split()).replace("|", "\\|") for cell in row.cells}
        yield f"| {' | '.join(cells.values())} |"
        if number == 0:
            yield f"|{'---|' * len(cells)}"
    yield ""
