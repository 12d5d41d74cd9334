"""Documents from the network: an http(s) address in, its text out; only where the caller permits it.

What was read is remembered by its hash, in a file beside the first document. Another text under a known address is
refused, and so is a known address that does not answer: what is generated does not change by itself.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from qiyue.diagnostics import Place, refuse
from qiyue.source.loader import MAX_BYTES, read_plain_text, read_text
from qiyue.source.text import Loaded

LOCK = "qiyue.refs.lock"
SECONDS = 30
_MOST_HOPS = 5
_HEAD = "# What $refs into the network led to, by SHA-256; written by qiyue. Delete a line to take a changed text.\n"
_LINE = re.compile(r"([0-9a-f]{64})  (\S+)")


class Unreachable(Exception):
    """An address that gave no text: ``str()`` tells why."""


@dataclass(slots=True)
class Remote:
    """The network as one document may see it."""

    lock: Path
    _known: dict[str, str] = field(default_factory=dict, init=False)
    _is_new: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        if self.lock.exists():
            self._known = dict(_entries(read_plain_text(self.lock, self.lock.name), self.lock.name))

    def load(self, address: str) -> Loaded:
        """Read the document at an address.

        Raises:
            Unreachable: nothing could be read there.
            Refused: it is no document, or not the one that was there before.
        """
        known = self._known.get(address)
        try:
            content = _fetch(address)
        except Unreachable as unreachable:
            if known:
                message = f"{address} was read before, and now {unreachable}"
                raise refuse("ref-changed", message, self._place(address)) from None
            raise
        found = sha256(content).hexdigest()
        if known and found != known:
            message = f"{address} has changed since it was read first"
            hint = f"look at what changed; then delete its line in {self.lock.name}"
            raise refuse("ref-changed", message, self._place(address), hint)
        try:
            loaded = read_text(content.decode("utf-8"), address)
        except UnicodeDecodeError:
            raise refuse("not-utf8", "this is not UTF-8 text", Place(address)) from None
        self._is_new = self._is_new or not known
        self._known[address] = found
        return loaded

    def keep(self) -> None:
        """Write down what was read for the first time.

        Raises:
            Refused: the file cannot be written.
        """
        if not self._is_new:
            return
        lines = [f"{known}  {address}\n" for address, known in sorted(self._known.items())]
        try:
            self.lock.write_text(_HEAD + "".join(lines), "utf-8")
        except OSError as error:
            message = f"the hashes of what was read cannot be kept: {error.strerror}"
            raise refuse("output-not-writable", message, Place(self.lock.as_posix())) from None

    def _place(self, address: str) -> Place:
        return Place(self.lock.name, list(self._known).index(address) + 2, 1)


def _entries(text: str, file: str) -> list[tuple[str, str]]:
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            message = "a line is a hash, two spaces and an address"
            raise refuse("invalid-lock", message, Place(file, number, 1, line))
        found.append((match[2], match[1]))
    return found


def _fetch(address: str) -> bytes:
    """Read the bytes at an address, through a few redirects."""
    import httpx2

    end = time.monotonic() + SECONDS
    try:
        with httpx2.Client(timeout=SECONDS, follow_redirects=False) as client:
            for _ in range(_MOST_HOPS + 1):
                with client.stream("GET", _permitted(address)) as response:
                    if response.is_redirect:
                        address = _next(address, response.headers["location"])
                        continue
                    if response.status_code != 200:
                        raise Unreachable(f"it answers with status {response.status_code}")
                    return _read(response.iter_bytes(), end)
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
        raise Unreachable(f"it cannot be read: {error or type(error).__name__}") from None
    raise Unreachable(f"it leads on more than {_MOST_HOPS} times")


def _read(chunks: Iterator[bytes], end: float) -> bytes:
    content = bytearray()
    for chunk in chunks:
        content += chunk
        if len(content) > MAX_BYTES:
            raise Unreachable(f"it is larger than {MAX_BYTES:,} bytes")
        if time.monotonic() > end:
            raise Unreachable(f"it takes longer than {SECONDS} seconds")
    return bytes(content)


def _next(address: str, location: str) -> str:
    try:
        following = urljoin(address, location)
        is_open = urlsplit(following).scheme != "https"
    except ValueError:
        raise Unreachable("it leads on to what is no address") from None
    if urlsplit(address).scheme == "https" and is_open:
        raise Unreachable("it leads on to an address without TLS")
    return following


def _permitted(address: str) -> str:
    if urlsplit(address).scheme not in ("http", "https"):
        raise Unreachable("it leads on to what is no http address")
    return address
