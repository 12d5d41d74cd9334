"""Multipart: the parts of a ``multipart/form-data`` body. In: content type and bytes. Out: parts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from qiyue.base.media import essence

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks


@dataclass(frozen=True, slots=True)
class Part:
    """One part; a file has a ``filename``."""

    name: str
    filename: str | None
    content_type: str
    """Without parameters, in lower case; ``""`` where the part does not say."""
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode("utf-8", "replace")


def parts(content_type: str, body: bytes) -> tuple[Part, ...]:
    """Take a body apart.

    Raises:
        ValueError: it is not a complete multipart body, or a part has no name.
    """
    boundary = parse_options_header(content_type)[1].get(b"boundary")
    if not boundary:
        raise ValueError("no boundary")
    collector = _Collector()
    try:
        parser = MultipartParser(boundary, collector.callbacks())
        parser.write(body)
        parser.finalize()
    except FormParserError as error:
        raise ValueError(str(error)) from error
    if not collector.ended:
        raise ValueError("no end")
    return tuple(collector.found)


class _Collector:
    def __init__(self) -> None:
        self.found: list[Part] = []
        self.ended = False
        self._headers: dict[bytes, bytes] = {}
        self._name = self._value = b""
        self._content = bytearray()

    def callbacks(self) -> "MultipartCallbacks":
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._header_name,
            "on_header_value": self._header_value,
            "on_header_end": self._header_end,
            "on_part_data": self._data,
            "on_part_end": self._end,
            "on_end": self._all,
        }

    def _begin(self) -> None:
        self._headers = {}
        self._content = bytearray()

    def _header_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_end(self) -> None:
        self._headers[self._name.lower()] = self._value
        self._name = self._value = b""

    def _data(self, data: bytes, start: int, end: int) -> None:
        self._content += data[start:end]

    def _end(self) -> None:
        _, options = parse_options_header(self._headers.get(b"content-disposition", b""))
        if b"name" not in options:
            raise ValueError("a part without a name")
        name, filename = options[b"name"].decode("utf-8", "replace"), options.get(b"filename")
        self.found.append(
            Part(
                name=name,
                filename=None if filename is None else filename.decode("utf-8", "replace"),
                content_type=essence(self._headers.get(b"content-type", b"").decode("latin-1")),
                content=bytes(self._content),
            )
        )

    def _all(self) -> None:
        self.ended = True
