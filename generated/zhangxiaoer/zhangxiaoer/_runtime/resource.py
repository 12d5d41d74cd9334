"""Resource: a group of a client's methods, and its twin that gives whole responses."""

from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping
from dataclasses import replace
from typing import Any, ParamSpec, TypeVar, cast

from .client import AsyncClient, SyncClient
from .files import FileInput
from .objects import OrBody
from .operation import Operation
from .options import CallOptions
from .paging import Pages
from .response import RawResponse
from .stream import AsyncStream, Stream

P = ParamSpec("P")
T = TypeVar("T")


class Resource:
    """Methods of a ``SyncClient``."""

    def __init__(self, client: SyncClient, *, raw: bool = False) -> None:
        self._client = client
        self._raw = raw

    def _call(self, operation: Operation[T], arguments: Mapping[str, Any], options: CallOptions | None = None) -> T:
        response = self._client._respond(operation, arguments, options)
        return cast("T", response) if self._raw else response.data

    def _stream(self, operation: Operation[Any], arguments: Mapping[str, Any], options: CallOptions) -> Stream[Any]:
        response = self._client._respond(operation.streamed(), arguments, options)
        stream: Stream[Any] = Stream(response.data, response.answer or operation.streams[0], operation.id)
        return cast("Stream[Any]", replace(response, data=stream)) if self._raw else stream

    def _iterate(self, operation: Operation[Any], arguments: Mapping[str, Any], options: CallOptions) -> Iterator[Any]:
        pages = Pages(operation, arguments)
        while pages.asked is not None:
            yield from pages.turned(self._client._respond(operation, pages.asked, options))

    def _upload(
        self, operation: Operation[Any], file: FileInput, arguments: Mapping[str, Any], options: CallOptions
    ) -> Any:
        return self._client._send_file(operation, file, arguments, options)


class AsyncResource:
    """Methods of an ``AsyncClient``."""

    def __init__(self, client: AsyncClient, *, raw: bool = False) -> None:
        self._client = client
        self._raw = raw

    async def _call(
        self, operation: Operation[T], arguments: Mapping[str, Any], options: CallOptions | None = None
    ) -> T:
        response = await self._client._respond(operation, arguments, options)
        return cast("T", response) if self._raw else response.data

    async def _stream(
        self, operation: Operation[Any], arguments: Mapping[str, Any], options: CallOptions
    ) -> AsyncStream[Any]:
        response = await self._client._respond(operation.streamed(), arguments, options)
        stream: AsyncStream[Any] = AsyncStream(response.data, response.answer or operation.streams[0], operation.id)
        return cast("AsyncStream[Any]", replace(response, data=stream)) if self._raw else stream

    async def _iterate(
        self, operation: Operation[Any], arguments: Mapping[str, Any], options: CallOptions
    ) -> AsyncIterator[Any]:
        pages = Pages(operation, arguments)
        while pages.asked is not None:
            for item in pages.turned(await self._client._respond(operation, pages.asked, options)):
                yield item

    async def _upload(
        self, operation: Operation[Any], file: FileInput, arguments: Mapping[str, Any], options: CallOptions
    ) -> Any:
        return await self._client._send_file(operation, file, arguments, options)


def raw(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """Give the method of a resource as one that gives the whole response."""
    return cast("Callable[P, RawResponse[T]]", _twin(method))


def async_raw(method: Callable[P, Coroutine[Any, Any, T]]) -> Callable[P, Coroutine[Any, Any, RawResponse[T]]]:
    """Give the method of an async resource as one that gives the whole response."""
    return cast("Callable[P, Coroutine[Any, Any, RawResponse[T]]]", _twin(method))


def raw_or_body(method: OrBody[P, T]) -> OrBody[P, RawResponse[T]]:
    """Give a method that takes ``body``, too, as one that gives the whole response."""
    return cast("OrBody[P, RawResponse[T]]", _twin(method))


def async_raw_or_body(
    method: OrBody[P, Coroutine[Any, Any, T]],
) -> OrBody[P, Coroutine[Any, Any, RawResponse[T]]]:
    """Give the same of an async resource."""
    return cast("OrBody[P, Coroutine[Any, Any, RawResponse[T]]]", _twin(method))


def _twin(method: Any) -> Any:
    """Find the same method on a copy of its resource that does not unpack responses."""
    resource = method.__self__
    return getattr(type(resource)(resource._client, raw=True), method.__name__)
