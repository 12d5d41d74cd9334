"""The other files of a document: an address in, what the file holds out; or why it may not be read.

A document is a stranger's text, so it does not choose what is read: only files in the folder of its first file, or in
a folder below, are opened; for an edition, those of its project. Links are followed before that is judged. The
network is read only where the caller permits it.
"""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from qiyue.diagnostics import Refused, refuse
from qiyue.source.loader import MAX_BYTES, read, read_plain_text
from qiyue.source.remote import LOCK, Remote, Unreachable
from qiyue.source.text import Loaded

MOST_FILES = 2_000


class UnreadableError(Exception):
    """A file that is not there: ``str()`` tells why."""


class Forbidden(UnreadableError):
    """A file, or an address, that a document may not have opened."""


@dataclass(slots=True)
class Neighbours:
    """What a document may refer to: files under ``folder``; diagnostics name them as seen from ``shown``."""

    start: Path
    folder: Path
    shown: Path | None = None
    remote: Remote | None = None
    last_wins: bool = False
    """Whether of a key that stands twice in a mapping the last one counts."""
    _files: int = field(default=0, init=False)
    _characters: int = field(default=0, init=False)

    @classmethod
    def of(
        cls, spec: Path, root: Path | None = None, *, allow_urls: bool = False, last_wins: bool = False
    ) -> "Neighbours":
        """Give the neighbours of a spec: those of ``root`` if it lies there, and the network if that is permitted."""
        spec = spec.resolve()
        wide = root is not None and spec.is_relative_to(root.resolve())
        remote = Remote(spec.parent / LOCK) if allow_urls else None
        return cls(spec, root.resolve() if root and wide else spec.parent, root, remote, last_wins)

    @property
    def address(self) -> str:
        """The address of the first file, against which its references count."""
        return self.start.as_uri()

    def known_as(self, address: str) -> str:
        """Give the one address of a file that may be read, links followed.

        Raises:
            Forbidden: it may not be read.
        """
        if self._is_remote(address):
            return address
        if urlsplit(address).scheme != "file":
            raise Forbidden("qiyue reads nothing from the network, unless it is told --allow-urls")
        path = _path(address)
        if not path.is_relative_to(self.folder):
            raise Forbidden(f"it lies outside of {self.folder.name or self.folder}/, where the document may read")
        return path.as_uri()

    def name(self, address: str) -> str:
        """Give the path of a file as the document's folder sees it; of the network, the address."""
        if self._is_remote(address):
            return address
        return _path(address).relative_to(self.folder).as_posix()

    def load(self, address: str) -> Loaded:
        """Read the file that is known as ``address``.

        Raises:
            Unreadable: there is no such file.
            Refused: it is no document.
        """
        if self.remote is not None and self._is_remote(address):
            try:
                loaded = self.remote.load(address)
            except Unreachable as unreachable:
                raise Forbidden(str(unreachable)) from None
            self._count(loaded)
            return loaded
        path = _path(address)
        try:
            loaded = read(path, self._display(path), last_wins=self.last_wins)
        except Refused as refused:
            if refused.diagnostics[0].code in {"file-missing", "file-is-directory"}:
                raise UnreadableError(refused.diagnostics[0].message) from None
            raise
        self._count(loaded)
        return loaded

    def load_text(self, address: str) -> str:
        """The text of the file that is known as ``address``.

        Raises:
            Unreadable: there is no such file, or it is no text.
        """
        if self._is_remote(address):
            raise Forbidden("only documents are read from the network")
        path = _path(address)
        try:
            return read_plain_text(path, self._display(path))
        except Refused as refused:
            raise UnreadableError(refused.diagnostics[0].message) from None

    def keep(self) -> None:
        """Remember what was read from the network."""
        if self.remote is not None:
            self.remote.keep()

    def _is_remote(self, address: str) -> bool:
        return self.remote is not None and urlsplit(address).scheme in ("http", "https")

    def _display(self, path: Path) -> str:
        for folder in (self.shown, Path.cwd()):
            if folder is not None and path.is_relative_to(folder.resolve()):
                return path.relative_to(folder.resolve()).as_posix()
        return path.as_posix()

    def _count(self, loaded: Loaded) -> None:
        self._files += 1
        self._characters += len(loaded.source.text)
        if self._files > MOST_FILES or self._characters > MAX_BYTES:
            message = f"the files of the document are more than {MOST_FILES:,}, or more than {MAX_BYTES:,} characters"
            raise refuse("file-too-large", message, loaded.source.place(0))


def _path(address: str) -> Path:
    """Give the path of a ``file:`` address, links followed."""
    try:
        return Path(unquote(urlsplit(address).path)).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise UnreadableError(f"it is no path: {error}") from None
