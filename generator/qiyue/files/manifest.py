"""The list of files that were written into a folder, kept in that folder.

It tells our files from a user's: what it does not name is never replaced nor deleted.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from qiyue.diagnostics import Place, refuse
from qiyue.files.names import MANIFEST, File, fault


def manifest(files: Iterable[File]) -> File:
    """Give the manifest of files; equal files give equal bytes."""
    return File(MANIFEST, render({file.path: hashlib.sha256(file.content).hexdigest() for file in files}))


def render(hashes: Mapping[str, str]) -> bytes:
    text = json.dumps({"files": dict(sorted(hashes.items()))}, indent=1, ensure_ascii=False)
    return (text + "\n").encode()


def with_manifest(files: Sequence[File]) -> tuple[File, ...]:
    return (*files, manifest(files))


def names_in(folder: Path) -> frozenset[str] | None:
    """Give the paths that the manifest of a folder names; ``None`` if there is no manifest.

    Raises:
        Refused: the manifest is damaged.
    """
    file = folder / MANIFEST
    if not file.is_file():
        return None
    try:
        names = frozenset(json.loads(file.read_bytes())["files"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        names = frozenset({""})
    if any(not isinstance(name, str) or fault(name) for name in names):
        hint = "delete the folder, then generate again"
        raise refuse("output-not-ours", "the manifest of this folder is damaged", Place(str(file)), hint)
    return names | {MANIFEST}
