"""Connections: what a client does with its connections. In: a scene. Out: problems."""

from collections.abc import Iterator
from typing import Any

import httpx2

from qiyue.contract.client.scenarios.recorded_call import RecordedCall
from qiyue.contract.client.scenarios.scripted_server import Form, ScriptedClient, play_in_order
from qiyue.contract.http.asgi_transport import BASE_URL
from qiyue.contract.oracle.checks import Problem


def check_connections(scene: RecordedCall, form: Form) -> Iterator[Problem]:
    """Close clients: connections are closed by the client that made them, and by no other."""
    for sentence in (*_lent(scene, form), *_own(scene, form)):
        yield Problem("closing", f"The {form} client {sentence}.")


def _lent(scene: RecordedCall, form: Form) -> Iterator[str]:
    """Close a client that was given its connections."""
    stage = ScriptedClient(scene, form, play_in_order(scene.good))
    stage.run(stage.client.close)
    if stage.call().raised is not None:
        yield "closes connections that are not its own"


def _own(scene: RecordedCall, form: Form) -> Iterator[str]:
    """Close a client that made its connections, by ``with``, and a copy of it before."""
    make = scene.package.client if form == "sync" else scene.package.async_client
    client = make(base_url=BASE_URL, environment={}, **scene.client_arguments)
    stage = ScriptedClient(scene, form, play_in_order(scene.good))
    stage.run(lambda: client.with_options(timeout=1).close())
    if any(each.is_closed for each in _connections(client)):
        yield "closes its connections when a copy of it is closed"
    stage.run(lambda: _left(client, form))
    if not all(each.is_closed for each in _connections(client)):
        yield "leaves its connections open behind `with`"


def _left(client: Any, form: Form) -> Any:
    if form == "async":
        return _left_too(client)
    with client:
        return None


async def _left_too(client: Any) -> None:
    async with client:
        pass


def _connections(client: Any) -> list[Any]:
    """Find what a client sends through: it holds it itself, or in a holder, one by one or in a mapping."""
    held = list(vars(client).values())
    inside = [one for each in held for one in getattr(each, "__dict__", {}).values()]
    listed = [one for each in (*held, *inside) if isinstance(each, dict) for one in each.values()]
    found = [each for each in (*held, *inside, *listed) if isinstance(each, httpx2.Client | httpx2.AsyncClient)]
    if not found:
        raise AssertionError("a client has something to send through")
    return found
