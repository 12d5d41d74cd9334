"""The lock of a vendor on the disk: ``source.lock`` beside the spec; and the files whose citations were renumbered."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from qiyue import source
from qiyue.config import Edition
from qiyue.diagnostics import Place, refuse
from qiyue.fidelity import lockfile
from qiyue.fidelity.lock import Lock
from qiyue.source import Source


def path(edition: Edition) -> Path:
    """Give where the lock of an edition's vendor lies."""
    return edition.spec.parent / "source.lock"


def read(edition: Edition) -> Lock | None:
    """Read the lock of an edition's vendor, if there is one.

    Raises:
        Refused: it is there and cannot be read.
    """
    file = path(edition)
    return lockfile.read(_source(file, edition)) if file.exists() else None


def sources(editions: Sequence[Edition], further: Iterable[str]) -> dict[Path, Source]:
    """Read what is written by hand about a vendor: specs, overlays, findings; and ``further`` files by their names.

    Raises:
        Refused: a file cannot be read.
    """
    found = {file: edition for edition in editions for file in (edition.spec, *edition.overlays, edition.findings)}
    root = editions[0].root
    for name in further:
        found.setdefault(root / name, editions[0])
    return {file: _source(file, edition) for file, edition in found.items() if file.exists()}


def _source(file: Path, edition: Edition) -> Source:
    shown = (file.relative_to(edition.root) if file.is_relative_to(edition.root) else file).as_posix()
    return Source(shown, source.read_plain_text(file, shown))


def write(files: dict[Path, str]) -> tuple[str, ...]:
    """Write the texts that differ, each beside its place first, so that none is left half; gives what was written.

    Raises:
        Refused: a file cannot be written.
    """
    drafts = []
    try:
        for file, text in files.items():
            if file.exists() and file.read_bytes() == text.encode("utf-8"):
                continue
            draft = file.with_name(file.name + ".new")
            drafts.append((draft, file))
            draft.write_bytes(text.encode("utf-8"))
        for draft, file in drafts:
            draft.replace(file)
        return tuple(file.name for _, file in drafts)
    except OSError as error:
        for draft, _ in drafts:
            draft.unlink(missing_ok=True)
        message = f"{error.strerror or error}"
        raise refuse("output-not-writable", message, Place(str(error.filename or ""))) from None


def create(folder: Path, files: dict[str, str]) -> tuple[Path, ...]:
    """Write new files into a folder, which is made if need be; nothing that is there is replaced.

    Raises:
        Refused: one of them is there already, or the folder cannot be written.
    """
    for name in files:
        if (folder / name).exists():
            raise refuse(
                "output-not-ours", f"there is a {name} already", Place(folder.as_posix()), "choose another --out"
            )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refuse("output-not-writable", error.strerror or str(error), Place(folder.as_posix())) from None
    write({folder / name: text for name, text in files.items()})
    return tuple(folder / name for name in files)
