"""Change files of a folder one rename at a time, with a way back for each step."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from qiyue.files.manifest import render
from qiyue.files.names import MANIFEST, STAGE


def replace_files(out: Path, changed: Mapping[str, bytes], removed: Sequence[str], ours: Iterable[str]) -> None:
    """Write and remove files of a folder; ``changed`` holds its manifest.

    Raises:
        OSError: a step failed, and every step before it was taken back.
    """
    existing = next(folder for folder in (out, *out.absolute().parents) if folder.is_dir())
    for left_behind in out.glob(STAGE + "*"):
        shutil.rmtree(left_behind, ignore_errors=True)
    stage = Path(tempfile.mkdtemp(prefix=STAGE, dir=existing))
    try:
        for path, content in changed.items():
            _put(stage / "new" / path, content)
        if out.is_dir():
            _put(stage / "both" / MANIFEST, render(dict.fromkeys({*changed, *ours} - {MANIFEST}, "")))
            _Swap(out, stage).run(changed, removed)
        else:
            out.parent.mkdir(parents=True, exist_ok=True)
            (stage / "new").rename(out)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _put(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


class _Swap:
    def __init__(self, out: Path, stage: Path) -> None:
        self.out = out
        self.stage = stage
        self.done: list[str] = []

    def run(self, changed: Iterable[str], removed: Sequence[str]) -> None:
        try:
            # While both old and new files are there, the manifest names both: whatever happens, they stay ours.
            self._replace(self.stage / "both" / MANIFEST, MANIFEST)
            for path in removed:
                self._back_up(path)
                (self.out / path).unlink()
            self._prune(removed)
            for path in sorted(changed, key=lambda path: (path == MANIFEST, path)):
                self._replace(self.stage / "new" / path, path)
        except BaseException:
            self._undo()
            raise

    def _replace(self, new: Path, path: str) -> None:
        self._back_up(path)
        target = self.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        new.replace(target)

    def _back_up(self, path: str) -> None:
        if path in self.done:
            return
        old, backup = self.out / path, self.stage / "old" / path
        if os.path.lexists(old):
            backup.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(old, backup, follow_symlinks=False)
        self.done.append(path)

    def _prune(self, removed: Sequence[str]) -> None:
        """Take out the folders that are empty now."""
        for path in removed:
            for folder in list((self.out / path).parents)[: len(Path(path).parts) - 1]:
                with suppress(OSError):
                    folder.rmdir()

    def _undo(self) -> None:
        for path in reversed(self.done):
            target, backup = self.out / path, self.stage / "old" / path
            with suppress(OSError):
                if os.path.lexists(backup):
                    target.parent.mkdir(parents=True, exist_ok=True)
                    backup.replace(target)
                else:
                    target.unlink(missing_ok=True)
                    self._prune([path])
