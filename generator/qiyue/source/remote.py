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
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536  # bytes
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
    """The bytes at an address, read through a few redirects."""
    from http.client import HTTPException
    from urllib import request
    from urllib.error import HTTPError

    opener, end = request.OpenerDirector(), time.monotonic() + SECONDS
    for handler in (  # none for redirects: whether they may be followed is judged here
        request.ProxyHandler,
        request.HTTPHandler,
        request.HTTPSHandler,
        request.HTTPErrorProcessor,
        request.HTTPDefaultErrorHandler,
    ):
        opener.add_handler(handler())
    for _ in range(_MOST_HOPS + 1):
        try:
            with opener.open(_permitted(address), timeout=SECONDS) as response:
                if response.status != 200:
                    raise Unreachable(f"it answers with status {response.status}")
                return _read(iter(lambda: response.read1(_CHUNK), b""), end)
        except HTTPError as error:
            with error:
                if error.code not in _REDIRECTS or not error.headers["Location"]:
                    raise Unreachable(f"it answers with status {error.code}") from None
                address = _next(address, error.headers["Location"])
        except (OSError, HTTPException, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            raise Unreachable(f"it cannot be read: {reason or type(error).__name__}") from None
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
