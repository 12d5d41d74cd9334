"""What may be the path of an output file: checked here, before anything touches the disk."""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from qiyue.base.value import Value
from qiyue.diagnostics import Diagnostic, Refused, Severity

# Control characters, and what Windows gives a meaning; a backslash or a colon would lead elsewhere there.
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
MANIFEST = ".qiyue-manifest.json"

STAGE = ".qiyue-stage-"
"""How the name of a folder begins that exists only while files are written."""

_LONGEST = 200  # bytes of one name; file systems stop at 255, and a stage needs a few


class File(Value):
    """A file to write; ``path`` is relative, with ``/``."""

    path: str
    content: bytes


def fault(path: str) -> str:
    """Tell what is wrong with a path, or ``""``."""
    if not path or path.startswith("/"):
        return "it is not relative"
    if _FORBIDDEN.search(path):
        return "it holds a character that is not the same on every system"
    for part in path.split("/"):
        if part in ("", ".", ".."):
            return f"it holds the part {part!r}"
        if _RESERVED.fullmatch(part) or part.endswith((".", " ")):
            return f"{part!r} is no file name on Windows"
        try:
            if len(part.encode()) > _LONGEST:
                return "a name in it is too long"
        except UnicodeEncodeError:
            return "it holds half a character"
    return ""


def check(files: Sequence[File]) -> None:
    """Refuse paths that leave the folder, or that fall together.

    Raises:
        Refused: with every such path.
    """
    found = [
        Diagnostic("output-escapes", Severity.ERROR, f"cannot write {file.path[:200]!r}: {reason}")
        for file in files
        if (reason := fault(file.path))
    ]
    found += [
        Diagnostic("output-collision", Severity.ERROR, f"{path!r} would be written twice")
        for path in _collisions([MANIFEST, *(file.path for file in files)])
    ]
    if found:
        raise Refused(found)


def _collisions(paths: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    folders: set[str] = set()
    collisions = []
    for path in paths:
        folded = path.casefold()
        above = {parent.as_posix() for parent in PurePosixPath(folded).parents}
        if folded in seen or folded in folders or not above.isdisjoint(seen):
            collisions.append(path)
        seen.add(folded)
        folders |= above
    return collisions
