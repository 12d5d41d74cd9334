"""A file to plain data: everything that can be wrong with a file itself is found here.

In: a path, or a text. Out: ``Loaded``; or ``Refused``, with the place.
"""

import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from qiyue.codes import suggest_word
from qiyue.diagnostics import Diagnostic, Place, Refused, Severity, refuse
from qiyue.source import json
from qiyue.source.spots import Token, find_doubled_keys
from qiyue.source.text import Loaded, Source
from qiyue.values import Plain

MAX_BYTES = 50 * 1024 * 1024
_BOM = "\ufeff"
_LOOKS_LIKE_JSON = re.compile(r"\s*[{\[]")


def read(path: Path, display: str | None = None, *, last_wins: bool = False) -> Loaded:
    """Read a YAML or JSON file; diagnostics call it ``display``. ``last_wins`` as for ``read_text``.

    Raises:
        Refused: the file cannot be read, is not text, or not one well-formed document.
    """
    file = display or path.as_posix()
    return read_text(read_plain_text(path, file), file, last_wins=last_wins)


def read_if_there(path: Path, display: str | None = None) -> Loaded | None:
    """Read a file that may be absent.

    Raises:
        Refused: it is there and cannot be read.
    """
    return read(path, display) if path.exists() else None


def plain_text_if_there(path: Path, file: str) -> str | None:
    """Read the text of a file that may be absent.

    Raises:
        Refused: it is there and cannot be read, or is not text.
    """
    return read_plain_text(path, file) if path.exists() else None


def read_plain_text(path: Path, file: str) -> str:
    """Read the text of a file, whatever it says.

    Raises:
        Refused: the file cannot be read, or is not text.
    """
    return _decode(read_bytes(path, file), file)


def read_text(text: str, file: str, *, last_wins: bool = False) -> Loaded:
    """Read a YAML or JSON text; ``file`` is what diagnostics call it.

    ``last_wins`` is for a stranger's document: of a key that stands twice in one mapping the last one counts, as in
    most readers.

    Raises:
        Refused: the text is not one well-formed document.
    """
    source = Source(file, text.removeprefix(_BOM))
    as_json = Source(file, source.text, json=True)
    try:
        source.text.encode()
    except UnicodeEncodeError as error:
        raise refuse("lone-surrogate", "half a character in the text", source.place(error.start)) from None
    if file.lower().endswith(".json"):
        return _loaded(as_json, *json.load(as_json), json.tokens, last_wins)
    if _LOOKS_LIKE_JSON.match(source.text):
        try:
            return _loaded(as_json, *json.load(as_json), json.tokens, last_wins)
        except Refused as refused:
            if refused.diagnostics[0].code != "json-syntax":
                raise
    return _yaml(source, last_wins)


def _yaml(source: Source, last_wins: bool) -> Loaded:
    from qiyue.source import events, yaml

    return _loaded(source, *yaml.load(source), events.tokens, last_wins)


def _loaded(
    source: Source, data: Plain, has_doubled: bool, tokens: Callable[[Source], Iterator[Token]], last_wins: bool
) -> Loaded:
    """What was read, with its doubled keys.

    Raises:
        Refused: there are some, and the last one must not win.
    """
    if not has_doubled:
        return Loaded(source, data)
    severity = Severity.GAP if last_wins else Severity.ERROR
    doubled = []
    for text, first, offset in find_doubled_keys(tokens(source)):
        message = f"the key {text!r} stands twice in one mapping" + ("; the last one counts" if last_wins else "")
        hint = f"it stands first at {source.place(first)}"
        doubled.append(Diagnostic("duplicate-key", severity, message, source.place(offset), hint))
    if not last_wins:
        raise Refused(doubled[:1])
    return Loaded(source, data, tuple(doubled))


def read_bytes(path: Path, file: str, limit: int = MAX_BYTES) -> bytes:
    """Read a file of at most ``limit`` bytes, whatever they are.

    Raises:
        Refused: the file cannot be read, or is larger.
    """
    place = Place(file)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise refuse("file-is-directory", "this is a folder, not a file", place)
        if not stat.S_ISREG(status.st_mode):
            raise refuse("file-unreadable", "this is not an ordinary file", place)
        if status.st_size > limit:
            message = f"{status.st_size:,} bytes are more than the limit of {limit:,}"
            raise refuse("file-too-large", message, place)
        with path.open("rb") as opened:
            return opened.read(limit)
    except (FileNotFoundError, NotADirectoryError):
        raise refuse("file-missing", "there is no such file", place, _similar(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise refuse("file-unreadable", f"the file cannot be read: {reason}", place) from None


def _similar(path: Path) -> str:
    try:
        names = [other.name for other in path.parent.iterdir()]
    except OSError:
        return ""
    guess = suggest_word(path.name, names)
    return f"did you mean `{guess}`?" if guess else ""


def _decode(content: bytes, file: str) -> str:
    place = Place(file)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refuse("not-utf8", "the file is UTF-16", place, "save it as UTF-8")
    if b"\0" in content:
        raise refuse("file-binary", "the file holds zero bytes: it is not text", place)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = Source(file, content[: error.start].decode("utf-8"))
        message = f"byte {content[error.start]:#04x} is not UTF-8"
        place = before.place(len(before.text))
        raise refuse("not-utf8", message, place, "save the file as UTF-8") from None
