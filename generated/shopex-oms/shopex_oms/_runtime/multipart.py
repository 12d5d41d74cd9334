"""Multipart: writing ``multipart/form-data`` and its like.

The boundary follows from the content: the same parts, the same bytes.
"""

from dataclasses import dataclass
from hashlib import sha256

from .media import essence


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a form."""

    name: str
    content: bytes
    content_type: str = ""
    filename: str | None = None


def write_multipart(parts: list[Part], media_type: str = "multipart/form-data") -> tuple[bytes, str]:
    """Give the body, and its content type with the boundary; that of related parts names the type of the first."""
    chunks = [(_head(part), part.content) for part in parts]
    boundary = _boundary(chunks)
    fence = f"--{boundary}\r\n".encode()
    body = b"".join(b"".join((fence, head, content, b"\r\n")) for head, content in chunks)
    root = parts[0].content_type if parts and media_type == "multipart/related" else ""
    kind = f'; type="{essence(root)}"' if root else ""
    return body + f"--{boundary}--\r\n".encode(), f"{media_type}; boundary={boundary}{kind}"


def _head(part: Part) -> bytes:
    lines = [f'Content-Disposition: form-data; name="{_escaped(part.name)}"']
    if part.filename is not None:
        lines[0] += f'; filename="{_escaped(part.filename)}"'
    if part.content_type:
        lines.append(f"Content-Type: {_one_line(part.content_type)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _escaped(name: str) -> str:
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _one_line(text: str) -> str:
    return "".join(character for character in text if character.isprintable())


def _boundary(chunks: list[tuple[bytes, bytes]]) -> str:
    digest = sha256()
    for head, content in chunks:
        digest.update(len(content).to_bytes(8, "big") + head + content)
    boundary = digest.hexdigest()[:40]
    while any(boundary.encode() in content for _, content in chunks):
        digest.update(b"again")
        boundary = digest.hexdigest()[:40]
    return boundary
