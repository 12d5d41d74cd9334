"""What an output folder would change if it were written now."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from qiyue.base.value import Value
from qiyue.diagnostics import Place, refuse
from qiyue.files.manifest import with_manifest
from qiyue.files.names import STAGE, File, check

_PASSING = frozenset({"__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache"})
_PASSING_ENDS = (".pyc", ".egg-info")


class Difference(Value):
    """One file that is not as it should be."""

    path: str
    what: Literal["changed", "missing", "extra"]


def compare(files: Sequence[File], out: Path) -> tuple[Difference, ...]:
    """Compare a folder with what should be in it; an absent folder misses everything.

    Raises:
        Refused: the folder cannot be read.
    """
    check(files)
    planned = {file.path: file.content for file in with_manifest(files)}
    found: list[Difference] = []
    try:
        there = set(list_files(out)) if out.is_dir() else set()
        for path, content in planned.items():
            if path not in there:
                found.append(Difference(path, "missing"))
            elif (out / path).read_bytes() != content:
                found.append(Difference(path, "changed"))
    except OSError as error:
        place = Place(str(error.filename or out))
        raise refuse("file-unreadable", f"the output cannot be read: {error.strerror}", place) from None
    found += [Difference(path, "extra") for path in there - planned.keys()]
    return tuple(sorted(found, key=lambda difference: difference.path))


def list_files(out: Path) -> Iterator[str]:
    """Give the path of every file in a folder, but for caches that Python and its tools leave."""
    for folder, folders, names in os.walk(out, onerror=_raise):
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = [name for name in folders if name not in links and not _passing(name)]
        for name in (*names, *links):
            if not _passing(name):
                yield (here / name).relative_to(out).as_posix()


def _passing(name: str) -> bool:
    return name in _PASSING or name.endswith(_PASSING_ENDS) or name.startswith(STAGE)


def _raise(error: OSError) -> None:
    raise error
