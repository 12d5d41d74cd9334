"""File: the bytes of a tiny valid file of a content type. In: a content type. Out: name, content type, bytes."""

import struct
import zlib
from base64 import b64decode

from qiyue.base.value import Value


class SampleFile(Value):
    """One file to upload."""

    name: str
    content_type: str
    content: bytes


def sample_file(content_type: str, variant: int = 0) -> SampleFile:
    """Give a tiny valid file; another ``variant`` gives other bytes that are just as valid."""
    essence = specific_media_type(content_type.split(";", maxsplit=1)[0].strip().lower())
    suffix, content = _MAKERS.get(essence, ("bin", _plain))
    return SampleFile(f"sample.{suffix}", essence or "application/octet-stream", content(variant))


def specific_media_type(content_type: str) -> str:
    """Give a content type that a range allows: ``image/*`` → ``image/png``; any other as it is."""
    main, slash, rest = content_type.partition("/")
    if not rest.startswith("*"):
        return content_type
    known = (each for each in _MAKERS if each.startswith(main + slash))
    return "application/octet-stream" if main == "*" else next(known, f"{main}/x-sample")


def _plain(variant: int) -> bytes:
    return b"sample %d\n" % variant


def _csv(variant: int) -> bytes:
    return b"name,amount\nsample,%d.00\n" % variant


def _json(variant: int) -> bytes:
    return b'{"sample": %d}' % variant


def _xml(variant: int) -> bytes:
    return b'<?xml version="1.0" encoding="UTF-8"?><sample>%d</sample>' % variant


def _pdf(variant: int) -> bytes:
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d 200] >>" % (200 + variant),
    )
    text, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return text + table + b"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(text)


def _png(variant: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixel = zlib.compress(bytes((0, variant % 256)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


_JPEG = b64decode(
    "/9j/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/"
    "yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k="
)


def _jpeg(variant: int) -> bytes:
    comment = b"sample %d" % variant
    return _JPEG[:2] + b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment + _JPEG[2:]


def _gif(variant: int) -> bytes:
    colours = bytes((variant % 256, 0, 0, 0, 0, 0))
    return b"GIF89a\x01\x00\x01\x00\x80\x00\x00" + colours + b",\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"


def _zip(variant: int) -> bytes:
    """Give an archive without files, which has a comment."""
    comment = b"sample %d" % variant
    return b"PK\x05\x06" + bytes(16) + struct.pack("<H", len(comment)) + comment


_MAKERS = {
    "application/pdf": ("pdf", _pdf),
    "application/zip": ("zip", _zip),
    "application/json": ("json", _json),
    "application/xml": ("xml", _xml),
    "text/xml": ("xml", _xml),
    "text/csv": ("csv", _csv),
    "text/plain": ("txt", _plain),
    "image/jpeg": ("jpg", _jpeg),
    "image/jpg": ("jpg", _jpeg),
    "image/png": ("png", _png),
    "image/gif": ("gif", _gif),
}
