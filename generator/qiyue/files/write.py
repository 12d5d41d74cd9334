"""Write files into a folder so that it holds all of them, or is as it was."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from qiyue.base.value import Value
from qiyue.diagnostics import Place, refuse
from qiyue.files.compare import list_files
from qiyue.files.manifest import names_in, with_manifest
from qiyue.files.names import File, check
from qiyue.files.replace import replace_files

_ANYONE_MAY_WRITE = 0o222


class WriteResult(Value):
    """What happened: the files that are new or changed, and those that went."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


def write(files: Sequence[File], out: Path) -> WriteResult:
    """Bring a folder to exactly these files; what an earlier call wrote and is not among them goes.

    Raises:
        Refused: nothing was changed.
    """
    check(files)
    planned = {file.path: file.content for file in with_manifest(files)}
    try:
        ours = _ours(out)
        removed = sorted(path for path in ours - planned.keys() if os.path.lexists(out / path))
        _refuse_links(out, [*planned, *removed])
        _refuse_obstacles(out, planned, ours)
        changed = {path: content for path, content in planned.items() if _differs(out / path, content)}
        if changed or removed:
            _refuse_read_only(out, [*changed, *removed])
            replace_files(out, changed, removed, ours)
    except OSError as error:
        raise refuse(
            "output-not-writable", f"{error.strerror or error}; nothing was changed", Place(str(out))
        ) from None
    return WriteResult(tuple(sorted(changed)), tuple(removed))


def _ours(out: Path) -> frozenset[str]:
    """Give the paths that an earlier call wrote."""
    if not os.path.lexists(out):
        return frozenset()
    if not out.is_dir():
        raise refuse("output-not-writable", "there is a file where the output folder should be", Place(str(out)))
    names = names_in(out)
    if names is None and next(list_files(out), None) is not None:
        hint = "choose an empty folder, or delete this one"
        raise refuse("output-not-ours", "the folder is not empty, and qiyue did not write it", Place(str(out)), hint)
    return names or frozenset()


def _refuse_links(out: Path, paths: Iterable[str]) -> None:
    for folder in {folder for path in paths for folder in _folders(out, path)}:
        if folder.is_symlink():
            raise refuse("output-escapes", "this link leads out of the output folder", Place(str(folder)))


def _refuse_obstacles(out: Path, planned: Iterable[str], ours: frozenset[str]) -> None:
    """Refuse where something of the user's is in the way."""
    for path in planned:
        target = out / path
        for folder in _folders(out, path):
            if folder.is_file() and folder.relative_to(out).as_posix() not in ours:
                raise refuse("output-not-ours", "there is a file where a folder is needed", Place(str(folder)))
        if target.is_dir() and not target.is_symlink():
            if any(f"{path}/{inner}" not in ours for inner in list_files(target)):
                raise refuse("output-not-ours", "there is a folder where a file is needed", Place(str(target)))
        elif path not in ours and os.path.lexists(target):
            raise refuse("output-not-ours", "qiyue did not write the file that is there", Place(str(target)))


def _folders(out: Path, path: str) -> list[Path]:
    """Give the folders between ``out`` and a file in it."""
    return list((out / path).parents)[: path.count("/")]


def _differs(file: Path, content: bytes) -> bool:
    return file.is_symlink() or not file.is_file() or file.read_bytes() != content


def _refuse_read_only(out: Path, paths: Iterable[str]) -> None:
    """Respect write protection even where the system would let us through."""
    touched = {out, *(folder for path in paths for folder in (out / path, *_folders(out, path)))}
    existing = {next(place for place in (each, *each.absolute().parents) if place.exists()) for each in touched}
    for place in sorted(existing):
        if not place.stat().st_mode & _ANYONE_MAY_WRITE:
            raise refuse("output-not-writable", "this is write-protected; nothing was changed", Place(str(place)))
