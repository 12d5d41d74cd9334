"""The files of a first spec on the disk: written anew only while they are as ``init`` wrote them.

``source.lock`` keeps a digest of each. A file that somebody has changed stays: what would have been written stands
beside it, as ``openapi.draft.yaml``.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from qiyue import source
from qiyue.base.value import Value
from qiyue.diagnostics import Place, refuse
from qiyue.fidelity import Lock, lockfile, store
from qiyue.fidelity.lock import Digest
from qiyue.init import choices
from qiyue.init.choices import Chosen
from qiyue.init.draft import FINDINGS, SPEC, locks
from qiyue.init.reading import Pages
from qiyue.source import Source

LOCK: Final = "source.lock"


class Written(Value):
    """What was written."""

    files: tuple[Path, ...] = ()
    beside: tuple[str, ...] = ()
    """The names of files that a person has changed, and that stay as they are."""


def check_free(out: Path, *, again: bool) -> None:
    """Check that a folder can be begun in: nothing was begun there, or it was, and there are choices to make of it.

    Raises:
        Refused: somebody has begun there already.
    """
    chosen = store.text_if_there(out / choices.NAME) is not None
    known = read_lock(out)
    if known and known.skeleton and (again or chosen):
        return
    for name in (SPEC, FINDINGS, LOCK):
        if store.text_if_there(out / name) is not None:
            hint = "choose another --out" if not known else "review it with --review, or choose another --out"
            raise refuse("output-not-ours", f"there is a {name} already", Place(out.as_posix()), hint)


def write(out: Path, files: Mapping[str, str], read: Pages, further: Mapping[str, str]) -> Written:
    """Write a spec and the lock of its pages; ``further`` files are written where there are none of their names.

    Raises:
        Refused: a file cannot be written, or the lock that is there cannot be read.
    """
    before = read_lock(out)
    texts: dict[Path, str] = {}
    ours: dict[str, Digest] = dict(before.skeleton) if before else {}
    beside = []
    for name, text in files.items():
        if _is_ours(out / name, ours.get(name)):
            texts[out / name], ours[name] = text, Digest.exact(text)
        else:
            beside.append(name)
            texts[out / draft_name(name)] = text
    if before is None or not beside:
        texts[out / LOCK] = lockfile.write(Lock({**(before.pages if before else {}), **locks(read)}, ours))
    texts |= {out / name: text for name, text in further.items() if store.text_if_there(out / name) is None}
    store.make_folder(out)
    store.write(texts)
    return Written(tuple(texts), tuple(beside))


def draft_name(name: str) -> str:
    """Where the text goes that would replace a file which a person has changed: ``openapi.draft.yaml``."""
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.draft.{suffix}"


def read_lock(out: Path) -> Lock | None:
    """Read the lock of a folder, if there is one.

    Raises:
        Refused: it cannot be read.
    """
    file = out / LOCK
    text = store.text_if_there(file)
    return None if text is None else lockfile.read(Source(file.as_posix(), text))


def read_choices(out: Path, read: Pages) -> Chosen | None:
    """Read the choices that are kept in a folder, None where there are none.

    Raises:
        Refused: they cannot be read.
    """
    file = out / choices.NAME
    loaded = source.read_if_there(file)
    return None if loaded is None else choices.parse(loaded.data, file.as_posix(), read)


def keep_choices(out: Path, chosen: Chosen, read: Pages) -> None:
    """Write the file of choices; where there is none, and nothing is chosen, none is made.

    Raises:
        Refused: it cannot be written.
    """
    if not chosen.choices and store.text_if_there(out / choices.NAME) is None:
        return
    store.make_folder(out)
    store.write({out / choices.NAME: choices.text(chosen, read)})


def _is_ours(file: Path, written: Digest | None) -> bool:
    """Tell whether a file is as ``init`` wrote it, or not there."""
    text = store.text_if_there(file)
    return text is None or Digest.exact(text) == written
