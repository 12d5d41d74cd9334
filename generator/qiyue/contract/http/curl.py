"""Curl: a shell command that sends a request again."""

import httpx2

from qiyue.contract.http.redaction import Redactor
from qiyue.contract.http.server_url import without_user

_OWN = {"host", "content-length", "accept-encoding", "connection", "user-agent", "accept"}
_LONGEST = 4000


def curl(request: httpx2.Request, masks: Redactor) -> str:
    """Write a request as a ``curl`` command; bytes that are no text as escapes of the shell."""
    words = ["curl", "-sS", "-X", request.method]
    for name, value in request.headers.items():
        if name.lower() not in _OWN:
            words += ["-H", masks.quoted(f"{name}: {value}")]
    if request.content:
        words += ["--data-binary", _data(request.content, masks)]
    return " ".join([*words, masks.quoted(without_user(str(request.url)))])


def _data(content: bytes, masks: Redactor) -> str:
    if len(content) > _LONGEST:
        return f"@body.bin  # {len(content)} bytes"
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = ""
    if text and text.isprintable():
        return masks.quoted(text)
    return "$'" + "".join(f"\\x{byte:02x}" for byte in masks.content(content)) + "'"
