"""The lock of a vendor on the disk: ``source.lock`` beside the spec; and the files whose citations were renumbered."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
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


def make_folder(folder: Path) -> None:
    """Make a folder, where there is none.

    Raises:
        Refused: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refuse("output-not-writable", error.strerror or str(error), Place(folder.as_posix())) from None


def text_if_there(file: Path) -> str | None:
    """Read a text, None where there is no such file.

    Raises:
        Refused: it is there and cannot be read.
    """
    return source.read_plain_text(file, file.as_posix()) if file.exists() else None


def files_in(path: Path, endings: AbstractSet[str]) -> tuple[Path, ...]:
    """Give the files of a folder whose names end so, in the order of their names; a file is itself.

    Raises:
        Refused: the folder has none, or cannot be read.
    """
    if not path.is_dir():
        return (path,)
    try:
        found = sorted(each for each in path.iterdir() if each.suffix.casefold() in endings and each.is_file())
    except OSError as error:
        raise refuse("file-unreadable", error.strerror or str(error), Place(path.as_posix())) from None
    if not found:
        raise refuse(
            "usage", f"{path.as_posix()} has no page", hint=f"names of pages end with {', '.join(sorted(endings))}"
        )
    return tuple(found)
