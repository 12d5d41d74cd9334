"""Client: drives conversations with httpx2. ``SyncClient`` and ``AsyncClient`` differ in ``await``, in nothing else."""

import os
import time
from collections.abc import Awaitable, Callable, Generator, Iterable, Mapping
from contextlib import aclosing, closing
from copy import copy
from math import inf
from threading import TIMEOUT_MAX
from types import TracebackType
from typing import Any, Self, TypeVar, Unpack

import httpx2

from .connections import Connections
from .content import read, read_async
from .errors import ClientError
from .exchange import quietly
from .files import FileInput
from .loops import enter, pause
from .operation import Operation
from .options import CallOptions, Changes, ClientOptions, refuse_unknown
from .response import RawResponse
from .secret import Secret, conceal
from .servers import Places, address, template_of
from .service import Service
from .settings import Settings, changed, configured, portable, settled
from .steps import Alone, Lost, Outcome, Received, Send, Step, Wait
from .surplus import guarded
from .timeouts import timeouts_of
from .tracing import tracing
from .transport import UNSENDABLE, auth_of, incoming, lost, outgoing, proxy_of, stays_open
from .watch import announce

__all__ = ["AsyncClient", "SyncClient", "pause"]

T = TypeVar("T")


class _Client:
    """What both clients have: settings, and copies of the client with other ones."""

    _settings: Settings
    _connections: Connections[Any]
    _owns_http: bool
    _sleep: Any

    def with_options(self, **changes: Unpack[Changes]) -> Self:
        """Give a client that shares the connections of this one and has other options.

        Raises:
            TypeError: an option is none, or is settled when a client is made.
        """
        conceal(changes)
        refuse_unknown(changes, Changes, "with_options")
        other = object.__new__(type(self))
        other.__dict__.update({name: self.__dict__[name] for name in ("_connections", "_sleep")})
        other._settings = changed(self._settings, changes)
        other._owns_http = False
        return other

    def _converse(
        self, operation: Operation[T], arguments: Mapping[str, Any], options: CallOptions
    ) -> Generator[Step, Outcome, RawResponse[T]]:
        from .conversation import converse  # a third of the runtime, first needed by the first call
        from .request import draft_of  # as above

        conceal(options)
        draft = draft_of(operation, arguments, options, self._settings.shared)
        return converse(operation, draft, options, self._settings)

    def _upload(
        self, operation: Operation[Any], file: FileInput, arguments: Mapping[str, Any], options: CallOptions
    ) -> Generator[Step, Outcome, Any]:
        from .uploading import upload  # as above

        conceal(options)
        return upload(operation, file, arguments, options, self._settings)

    def __getstate__(self) -> dict[str, Any]:
        """Return what is copied and pickled: settings with credentials, for connections, tokens, quotas of its own."""
        return {"_settings": portable(self._settings), "_sleep": self._sleep, "_connections": copy(self._connections)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state, _settings=settled(state["_settings"]), _owns_http=True)

    def _add_proxy(self, error: ClientError) -> None:
        if error.origin and not error.proxy:
            error.proxy = proxy_of(self._connections.http, error.origin)

    def __repr__(self) -> str:
        settings = self.__dict__.get("_settings")
        if settings is None:  # it could not be configured
            return f"<{type(self).__name__}>"
        shown = settings.base_url or address(
            template_of(settings.service, settings.variables), settings.variables, settings.service
        )
        return f"<{type(self).__name__} {shown.partition('?')[0].rpartition('@')[2]}>"


def _configured(
    service: Service,
    credentials: Mapping[str, str | None],
    shared: Mapping[str, Any],
    variables: Places,
    options: ClientOptions,
    http: httpx2.Client | httpx2.AsyncClient | None,
) -> Settings:
    conceal(credentials, options)
    return configured(service, credentials, shared, variables, options, Secret(os.environ), timeouts_of(http))


class SyncClient(_Client):
    """A client whose calls wait for the answer."""

    def __init__(
        self,
        service: Service,
        *,
        credentials: Mapping[str, str | None] | None = None,
        shared: Mapping[str, Any] | None = None,
        variables: Places | None = None,
        http_client: httpx2.Client | None = None,
        sleep: Callable[[float], None] = time.sleep,
        **options: Unpack[ClientOptions],
    ) -> None:
        self._settings = _configured(service, credentials or {}, shared or {}, variables or {}, options, http_client)
        self._sleep = sleep
        self._owns_http = http_client is None
        self._connections = Connections(httpx2.Client, service, http_client)

    def close(self) -> None:
        """Close the connections, unless they are shared."""
        if self._owns_http:
            self._connections.end().close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _respond(
        self, operation: Operation[T], arguments: Mapping[str, Any], options: CallOptions | None = None
    ) -> RawResponse[T]:
        return self._hold(self._converse(operation, arguments, options or {}))

    def _send_file(
        self, operation: Operation[Any], file: FileInput, arguments: Mapping[str, Any], options: CallOptions
    ) -> Any:
        return self._hold(self._upload(operation, file, arguments, options))

    def _hold(self, conversation: Generator[Step, Outcome, T]) -> T:
        outcome: Outcome = None
        while True:
            try:
                step = conversation.send(outcome)
            except StopIteration as end:
                result: T = end.value
                return result
            except ClientError as error:
                self._add_proxy(error)
                raise
            outcome = self._do(step)

    def _hold_alone(self, step: Alone) -> Outcome:
        if not step.gate.lock.acquire(timeout=-1 if step.left == inf else min(max(step.left, 0), TIMEOUT_MAX)):
            return None
        try:
            return self._hold(step.conversation)
        finally:
            step.gate.lock.release()

    def _do(self, step: Step) -> Outcome:
        if isinstance(step, Wait):
            announce(self._settings, step)
            self._sleep(step.seconds)
            return None
        if isinstance(step, Alone):
            return self._hold_alone(step)
        span = tracing(step)
        if span is None:
            return self._exchange(step)
        with span:
            return span.note(self._exchange(step, span.headers()))

    def _exchange(self, step: Send, traced: Iterable[tuple[str, str]] = ()) -> Received | Lost:
        try:
            http = self._connections.open()
            content = None
            with quietly(step.left):
                answer = guarded(
                    http.send(outgoing(http, step, traced), auth=auth_of(step), follow_redirects=False, stream=True)
                )
                if not stays_open(step, answer):
                    with closing(answer):
                        content = read(answer, step.most)
            return incoming(step, answer, content, self._settings.clock)
        except (httpx2.HTTPError, *UNSENDABLE) as error:
            return lost(step.operation, error, step.timeout)


class AsyncClient(_Client):
    """A client whose calls are awaited."""

    def __init__(
        self,
        service: Service,
        *,
        credentials: Mapping[str, str | None] | None = None,
        shared: Mapping[str, Any] | None = None,
        variables: Places | None = None,
        http_client: httpx2.AsyncClient | None = None,
        sleep: Callable[[float], Awaitable[None]] = pause,
        **options: Unpack[ClientOptions],
    ) -> None:
        self._settings = _configured(service, credentials or {}, shared or {}, variables or {}, options, http_client)
        self._sleep = sleep
        self._owns_http = http_client is None
        self._connections = Connections(httpx2.AsyncClient, service, http_client)

    async def close(self) -> None:
        """Close the connections, unless they are shared."""
        if self._owns_http:
            await self._connections.end().aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def _respond(
        self, operation: Operation[T], arguments: Mapping[str, Any], options: CallOptions | None = None
    ) -> RawResponse[T]:
        return await self._hold(self._converse(operation, arguments, options or {}))

    async def _send_file(
        self, operation: Operation[Any], file: FileInput, arguments: Mapping[str, Any], options: CallOptions
    ) -> Any:
        return await self._hold(self._upload(operation, file, arguments, options))

    async def _hold(self, conversation: Generator[Step, Outcome, T]) -> T:
        outcome: Outcome = None
        while True:
            try:
                step = conversation.send(outcome)
            except StopIteration as end:
                result: T = end.value
                return result
            except ClientError as error:
                self._add_proxy(error)
                raise
            outcome = await self._do(step)

    async def _hold_alone(self, step: Alone) -> Outcome:
        lock = await enter(step.gate, step.left)
        if lock is None:
            return None
        try:
            return await self._hold(step.conversation)
        finally:
            lock.release()

    async def _do(self, step: Step) -> Outcome:
        if isinstance(step, Wait):
            announce(self._settings, step)
            await self._sleep(step.seconds)
            return None
        if isinstance(step, Alone):
            return await self._hold_alone(step)
        span = tracing(step)
        if span is None:
            return await self._exchange(step)
        with span:
            return span.note(await self._exchange(step, span.headers()))

    async def _exchange(self, step: Send, traced: Iterable[tuple[str, str]] = ()) -> Received | Lost:
        try:
            http = self._connections.open()
            content = None
            with quietly(step.left):
                answer = guarded(
                    await http.send(
                        outgoing(http, step, traced), auth=auth_of(step), follow_redirects=False, stream=True
                    )
                )
                if not stays_open(step, answer):
                    async with aclosing(answer):
                        content = await read_async(answer, step.most)
            return incoming(step, answer, content, self._settings.clock)
        except (httpx2.HTTPError, *UNSENDABLE) as error:
            return lost(step.operation, error, step.timeout)
