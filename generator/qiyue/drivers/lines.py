"""The line protocol: how a client of any language is driven in a program of its own.

The program is started with the client at hand. It reads requests from its standard input and writes to its standard
output, each message one JSON object on one line, in UTF-8; what it says for people goes to standard error. It ends at
the end of its input. ``messages`` has every member.

- ``{"do": "describe"}`` → ``{"offers": {operation: …}, "variables": {setting: …}}``
- ``{"do": "open", "client": 1, "opening": …}`` → ``{}``; further requests name the client by this number
- ``{"do": "call", "client": 1, "calls": [call, …]}`` → ``{"outcomes": [outcome, …]}``; several are made at once
- ``{"do": "read", "client": 1, "reading": 7, "call": …}`` → ``{}``; then ``next`` and ``end`` of this ``reading`` →
  ``outcome``
- ``{"do": "close", "client": 1, "ending": "close"}`` → ``outcome``; ``{"do": "look", "client": 1}`` → ``texts``,
  ``connections``
- ``{"do": "write", "request": …}`` → ``text``; ``{"do": "listen", "word": …}`` → ``{}``; ``{"do": "heard"}`` →
  ``names``
- Any request may have ``forget``, the numbers of clients that nobody will name again. What the program cannot do it
  answers with ``{"error": "…"}``.

Before it answers a request the program may ask, and reads the answer from the next line:

- ``{"ask": "exchange", "client": 1, "method", "url", "headers": [[name, value], …], "content", "timeout"}`` instead of
  sending: → ``{"status", "headers", "content"}``, or ``{"broken": "read-timeout", "text"}`` for what a network does. Of
  an answer that comes bit by bit there is ``pieces``, a number, in the place of ``content``: ``{"ask": "piece",
  "pieces": 3}`` → ``{"piece": …}``, ``null`` at the end; ``{"ask": "enough", "pieces": 3}`` closes the connection.
- ``{"ask": "clock"}`` → ``seconds`` since 1970; ``{"ask": "wait", "seconds": 0.5}`` → ``{}``; ``{"ask": "random"}`` →
  ``number`` from 0 to 1, or with ``bits``, an integer of so many.

Numbers keep every digit, as in JSON itself. ``{"$bytes": "…"}`` holds bytes in base64; a member whose own name begins
with ``$`` has one ``$`` more. Dates and times are text, as they travel. A member that is not there is not said, which
``null`` is not.
"""

from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Mapping

from qiyue.base import json
from qiyue.drivers.driver import DriverError
from qiyue.values import Plain

_BYTES = "$bytes"


def write_line(message: Mapping[str, Plain]) -> bytes:
    """Write a message as one line."""
    return json.dumps({name: _pack(value) for name, value in message.items()}) + b"\n"


def read_line(line: bytes) -> dict[str, Plain]:
    """Read a message.

    Raises:
        DriverError: the line holds none.
    """
    try:
        message = json.loads(line)
        if isinstance(message, dict):
            return {name: _unpack(value) for name, value in message.items()}
    except (json.JsonError, Error):
        pass
    raise DriverError(f"a line is no message of the protocol: {line[:80]!r}")


def _pack(value: Plain) -> Plain:
    if isinstance(value, bytes):
        return {_BYTES: b64encode(value).decode()}
    if isinstance(value, Mapping):
        return {f"${name}" if name.startswith("$") else name: _pack(each) for name, each in value.items()}
    return [_pack(each) for each in value] if isinstance(value, list | tuple) else value


def _unpack(value: Plain) -> Plain:
    if isinstance(value, list):
        return [_unpack(each) for each in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {_BYTES}:
        return b64decode(value[_BYTES], validate=True)
    return {name.removeprefix("$") if name.startswith("$$") else name: _unpack(each) for name, each in value.items()}
