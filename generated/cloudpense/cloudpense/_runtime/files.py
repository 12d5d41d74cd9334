"""Files that a caller sends: read once, so that a retry sends the same bytes."""

from dataclasses import dataclass, field
from io import TextIOBase
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

from .media import essence

FileInput: TypeAlias = Path | bytes | BinaryIO | tuple[str, bytes] | tuple[str, bytes, str]
"""A file: its path, its bytes, an open binary file, ``(name, bytes)``, or ``(name, bytes, media type)``."""


@dataclass(frozen=True, slots=True)
class FilePart:
    """A file's name, bytes and media type (``""``: not known)."""

    name: str
    content: bytes = field(repr=False)
    content_type: str = ""

    @property
    def shape(self) -> str:
        return f"file({len(self.content)})"


_SUFFIXES: Final = {
    "bmp": "image/bmp",
    "csv": "text/csv",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "gif": "image/gif",
    "heic": "image/heic",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "json": "application/json",
    "ofd": "application/ofd",
    "pdf": "application/pdf",
    "png": "image/png",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "txt": "text/plain",
    "webp": "image/webp",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
    "zip": "application/zip",
}

_BEGINNINGS: Final = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)


def open_file(given: FileInput) -> FilePart:
    """Read what the caller gave.

    Raises:
        TypeError: it is not a file.
        OSError: it cannot be read.
    """
    match given:
        case Path():
            return FilePart(given.name, given.read_bytes())
        case bytes():
            return FilePart("file", given)
        case (str(name), bytes(content)):
            return FilePart(name, content)
        case (str(name), bytes(content), str(content_type)):
            return FilePart(name, content, content_type)
    if isinstance(given, tuple) or not hasattr(given, "read"):
        raise TypeError(f"a file is a Path, bytes, an open binary file or (name, bytes), not a {type(given).__name__}")
    read = b"" if isinstance(given, TextIOBase) else given.read()
    if isinstance(given, TextIOBase) or not isinstance(read, bytes):
        raise TypeError("the file is open as text; open it with mode 'rb'")
    name = getattr(given, "name", "")
    return FilePart(Path(name).name if isinstance(name, str) and name else "file", read)


def media_type_of(part: FilePart, allowed: tuple[str, ...]) -> str | None:
    """Choose a part's media type: the caller's, else by its first bytes, else by its name.

    ``None`` where that is not an allowed one.
    """
    if part.content_type:
        return part.content_type if _is_allowed(part.content_type, allowed) else None
    begins = next((form for magic, form in _BEGINNINGS if part.content.startswith(magic)), "")
    named = _SUFFIXES.get(part.name.rpartition(".")[2].lower(), "") if "." in part.name else ""
    for form in (begins, named):
        if form and _is_allowed(form, allowed):
            return form
    if not allowed:
        return begins or named or "application/octet-stream"
    if begins or named:
        return None
    return allowed[0] if len(allowed) == 1 and "*" not in allowed[0] else None


def _is_allowed(form: str, allowed: tuple[str, ...]) -> bool:
    bare = essence(form)
    main = bare.partition("/")[0]
    return not allowed or any(one.lower() in {bare, f"{main}/*", "*/*"} for one in allowed)
