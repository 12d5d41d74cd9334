"""Stream: an answer that is read while it comes: events, JSON lines, or the bytes of a file.

The connection is closed at the end of the stream, and by ``close`` or ``with`` before that.
"""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeVar

import httpx2
from httpx2 import ServerSentEvent
from pydantic import ValidationError

from ..base import json
from .errors import UndecodableError
from .operation import Answer
from .reading import misfits, read, read_as
from .transport import lost

__all__ = ["AsyncStream", "ServerSentEvent", "Stream"]

T = TypeVar("T")

_EVENTS: Final = ("events", "whole-events")
_END: Final = "[DONE]"
"""What many services send as the last event."""


class _Items(Generic[T]):
    """What both streams have: pieces of the answer become items."""

    def __init__(self, response: httpx2.Response, answer: Answer, operation: str) -> None:
        self._response, self._answer, self._operation = response, answer, operation
        if answer.stream in _EVENTS:
            response.encoding = "utf-8-sig"  # events are UTF-8, whatever the answer says

    @property
    def status(self) -> int:
        return self._response.status_code

    @property
    def headers(self) -> httpx2.Headers:
        return self._response.headers

    def _of_event(self, event: ServerSentEvent) -> list[Any]:
        if self._answer.type is None:
            return [event]
        if self._answer.stream == "whole-events":
            return [self._whole(event)] if event.data else []
        return [self._read(event.data)] if event.data else []

    def _whole(self, event: ServerSentEvent) -> Any:
        """Read an event by a type that names its parts: ``data`` are text, or else JSON. Some send the whole object as
        ``data``."""
        try:
            data = json.loads(event.data)
        except json.JsonError:
            data = event.data
        if isinstance(data, dict) and "data" in data:
            return self._typed(data, event.data)
        told = {"id": event.id or None, "retry": event.retry}
        parts = {"event": event.event, **{name: value for name, value in told.items() if value is not None}}
        try:
            return read_as(self._answer.type, {**parts, "data": event.data}, "strict")
        except ValidationError:
            return self._typed({**parts, "data": data}, event.data)

    def _of_lines(self, lines: list[bytes]) -> list[Any]:
        texts = (line.lstrip(b"\x1e").strip() for line in lines)
        return [self._read(text) for text in texts if text]

    def _read(self, text: str | bytes) -> Any:
        """Read an item.

        Raises:
            UndecodableError: it is not JSON, or lacks what its type requires.
        """
        try:
            data = json.loads(text)
        except json.JsonError as error:
            raise self._undecodable(f"an item of the stream is {error}", text) from None
        return data if self._answer.type is None else self._typed(data, text)

    def _typed(self, data: Any, text: str | bytes) -> Any:
        try:
            return read(self._answer.type, data)
        except ValidationError as error:
            told = misfits(error, data)
            message = f"an item of the stream lacks what its type requires: {'; '.join(map(str, told))}"
            raise self._undecodable(message, text, body=data, problems=told) from None

    def _undecodable(self, message: str, text: str | bytes, **details: Any) -> UndecodableError:
        raw = text.encode() if isinstance(text, str) else text
        return UndecodableError(
            message, operation=self._operation, status=self.status, headers=self.headers, raw=raw, **details
        )


class _Lines:
    """Cuts bytes into lines, at line feeds only: other breaks may stand inside JSON."""

    def __init__(self) -> None:
        self._rest: list[bytes] = []

    def cut(self, chunk: bytes) -> list[bytes]:
        first, *others = chunk.split(b"\n")
        self._rest.append(first)
        if not others:
            return []
        lines = [b"".join(self._rest), *others[:-1]]
        self._rest = others[-1:]
        return lines

    def end(self) -> list[bytes]:
        return [b"".join(self._rest)]


class Stream(_Items[T]):
    """The items of an answer, as they come; to be gone through once."""

    def __init__(self, response: httpx2.Response, answer: Answer, operation: str) -> None:
        super().__init__(response, answer, operation)
        self._items: Iterator[T] = self._walk()

    def __iter__(self) -> Iterator[T]:
        return self._items

    def __next__(self) -> T:
        return next(self._items)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; what has not come yet is lost."""
        self._response.close()

    def save(self: "Stream[bytes]", path: Path) -> int:
        """Write what comes to a file; give the number of bytes."""
        with path.open("wb") as file:
            return sum(map(file.write, self))

    def _walk(self) -> Iterator[Any]:
        try:
            if self._answer.stream == "bytes":
                yield from self._response.iter_bytes()
            elif self._answer.stream in _EVENTS:
                for event in httpx2.EventSource(self._response):
                    if event.data == _END:
                        break
                    yield from self._of_event(event)
            else:
                lines = _Lines()
                for chunk in self._response.iter_bytes():
                    yield from self._of_lines(lines.cut(chunk))
                yield from self._of_lines(lines.end())
        except httpx2.HTTPError as error:
            raise lost(self._operation, error).error from error
        finally:
            self.close()


class AsyncStream(_Items[T]):
    """The items of an answer, as they come; to be gone through once."""

    def __init__(self, response: httpx2.Response, answer: Answer, operation: str) -> None:
        super().__init__(response, answer, operation)
        self._items: AsyncIterator[T] = self._walk()

    def __aiter__(self) -> AsyncIterator[T]:
        return self._items

    async def __anext__(self) -> T:
        return await anext(self._items)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connection; what has not come yet is lost."""
        await self._response.aclose()

    async def save(self: "AsyncStream[bytes]", path: Path) -> int:
        """Write what comes to a file; give the number of bytes."""
        with path.open("wb") as file:
            return sum([file.write(chunk) async for chunk in self])

    async def _walk(self) -> AsyncIterator[Any]:
        try:
            if self._answer.stream == "bytes":
                async for chunk in self._response.aiter_bytes():
                    yield chunk
            elif self._answer.stream in _EVENTS:
                async for event in httpx2.EventSource(self._response):
                    if event.data == _END:
                        break
                    for item in self._of_event(event):
                        yield item
            else:
                lines = _Lines()
                async for chunk in self._response.aiter_bytes():
                    for item in self._of_lines(lines.cut(chunk)):
                        yield item
                for item in self._of_lines(lines.end()):
                    yield item
        except httpx2.HTTPError as error:
            raise lost(self._operation, error).error from error
        finally:
            await self.close()
