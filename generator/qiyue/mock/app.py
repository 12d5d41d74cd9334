"""App: an Api → an ASGI app. Everything is made ready here, once; a request is then looked up and served."""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Unpack

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from qiyue.api import Api, Kind, Operation
from qiyue.mock.endpoint import Endpoint
from qiyue.mock.failure import Failure
from qiyue.mock.fork import Fork, Twins
from qiyue.mock.incoming import BodyTooLargeError, Incoming, Reply, receive_all, send_reply
from qiyue.mock.options import Given, Options
from qiyue.mock.origins import Origins
from qiyue.mock.ready import Ready
from qiyue.mock.refuse import Refusals, row_for
from qiyue.mock.routes import Found, Routes, WrongMethod, bare
from qiyue.mock.shared import Shared
from qiyue.mock.storage import StorageError
from qiyue.mock.uploads import PREFIX

_LOG = logging.getLogger(__name__)
_ORIGIN = re.compile(r"^([^/?#]*:)?//[^/?#]*")


def app(api: Api, name: str = "", **options: Unpack[Given]) -> Starlette:
    """Build the mock of an Api; the options are those of ``Options``. What is kept is kept under the name."""
    given = Options(**options)
    return _build([Under("", Mock(Ready(api, given.report), given, name))], [api], given)


def apps(apis: Mapping[str, Api], **options: Unpack[Given]) -> Starlette:
    """Build the mocks of several Apis, each under its name: ``/<edition>/…``."""
    given = Options(**options)
    mocks = {name: Mock(Ready(api, given.report), given, name) for name, api in apis.items()}
    return _build([Under(f"/{name}", each) for name, each in mocks.items()], apis.values(), given)


def _build(routes: Sequence[BaseRoute], apis: Iterable[Api], options: Options) -> Starlette:
    return Starlette(routes=routes, middleware=[Middleware(Origins, apis=apis, allowed=options.origins)])


class Mock:
    """The server of one Api: ``answer`` is the whole of it, calling it is the ASGI shell around that."""

    def __init__(self, ready: Ready, options: Options, name: str = "") -> None:
        api, shared = ready.api, Shared(ready, options, name)
        self._routes = Routes(_rows(shared), _prefixes(api))
        self._uploads, self._storage = shared.uploads, shared.storage
        self._lost = Refusals(api, _stand_in(api), ready.answered)
        errors = _stand_in(api).errors
        known = bool(errors and row_for(errors, Kind.UNKNOWN_OPERATION))
        self._kind = Kind.UNKNOWN_OPERATION if known else Kind.NOT_FOUND
        with self._storage.transaction():
            shared.stores.add_seed()

    def answer(self, incoming: Incoming) -> Reply:
        """Answer one request. What it changes is kept when this returns, or the answer is a refusal."""
        try:
            with self._storage.transaction():
                return self._answer(incoming)
        except StorageError as error:
            _LOG.error("nothing of %s %s was kept: %s", incoming.method, incoming.path, error)
            return self._lost.reply(Failure(Kind.SERVER, "", "storage"))

    def _answer(self, incoming: Incoming) -> Reply:
        if incoming.path.startswith(PREFIX):
            return self._uploads.answer(incoming)
        found = self._routes.find(incoming.method, incoming.path)
        if isinstance(found, Found):
            return found.target.serve(incoming, found.values)
        if isinstance(found, WrongMethod):
            made = self._lost.reply(Failure(self._kind, "", "method"), 405)
            return Reply(405, (*made.headers, ("allow", ", ".join(found.allowed))), made.body)
        return self._lost.reply(Failure(self._kind, "", "path"), 404)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            incoming = await receive_all(scope, receive)
        except ClientDisconnect:
            return
        except BodyTooLargeError:
            reply = self._lost.reply(Failure(Kind.TOO_LARGE, "", "body"))
            reply = replace(
                reply, headers=(*reply.headers, ("connection", "close"))
            )  # what is still to come is not read
        else:
            reply = self.answer(incoming)
        await send_reply(reply, send)


class Under(BaseRoute):
    """Everything under a prefix. Starlette's own ``Mount`` does not know paths with a line break in them."""

    def __init__(self, prefix: str, app: ASGIApp) -> None:
        self._prefix, self._app = prefix, app

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        root = scope.get("root_path", "")
        if scope["type"] != "http" or not f"{scope['path']}/".startswith(f"{root}{self._prefix}/"):
            return Match.NONE, {}
        return Match.FULL, {"root_path": root + self._prefix}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)


def _rows(shared: Shared) -> Iterator[tuple[str, str, Endpoint | Fork | Twins]]:
    endpoints = {operation.id: Endpoint(operation, shared) for operation in shared.api.operations}
    for dispatch in shared.api.dispatches:
        cases = {value: endpoints[name] for value, name in dispatch.cases if name in endpoints}
        if cases:
            yield dispatch.carrier.method, dispatch.carrier.path, Fork(dispatch.field, cases)
    alike: dict[tuple[str, str], list[tuple[str, Endpoint]]] = {}
    for operation in shared.api.operations:
        if not operation.dispatch:
            path = operation.path.partition("?")[0]
            alike.setdefault((operation.method, bare(path)), []).append((path, endpoints[operation.id]))
    for (method, _), same in alike.items():
        path, endpoint = same[0]
        yield method, path, endpoint if len(same) == 1 else Twins(same)


def _prefixes(api: Api) -> Iterator[str]:
    """Give the paths of the servers: a request may have them, or come without."""
    for server in (*api.servers, *(one for operation in api.operations for one in operation.servers)):
        path = _ORIGIN.sub("", server.url).partition("?")[0].partition("#")[0].rstrip("/")
        if "{" not in server.url and path.startswith("/"):
            yield path


def _stand_in(api: Api) -> Operation:
    """Make up the operation that refuses what no operation answers: the document's codes, the first error's shape."""
    with_errors = [one for one in api.operations if any(not a.status.startswith(("2", "3")) for a in one.answers)]
    shown = (with_errors or list(api.operations) or [Operation("", "", "")])[0]
    return Operation(
        id="",
        method="",
        path="",
        answers=shown.answers,
        envelope=api.envelope or shown.envelope,
        errors=api.errors or shown.errors,
    )
