"""Connections: what a client does with its connections. In: a scene. Out: problems."""

from collections.abc import Iterator

from qiyue.contract.client.scenarios.recorded_call import RecordedCall
from qiyue.contract.client.scenarios.scripted_server import ScriptedClient, answer_in_order
from qiyue.contract.oracle.checks import Problem
from qiyue.drivers import Form


def check_connections(scene: RecordedCall, form: Form) -> Iterator[Problem]:
    """Close clients: connections are closed by the client that made them, and by no other."""
    for sentence in (*_lent(scene, form), *_own(scene, form)):
        yield Problem("closing", f"The {form} client {sentence}.")


def _lent(scene: RecordedCall, form: Form) -> Iterator[str]:
    """Close a client that was given its connections."""
    stage = ScriptedClient(scene, form, answer_in_order(scene.success_response))
    stage.close_client()
    if stage.call().raised is not None:
        yield "closes connections that are not its own"


def _own(scene: RecordedCall, form: Form) -> Iterator[str]:
    """Close a client that made its connections, by ``with``, and a copy of it before."""
    client = ScriptedClient(scene, form, answer_in_order(scene.success_response)).open_client(owns_connections=True)
    client.close("copy")
    if not client.has_connections():
        yield "closes its connections when a copy of it is closed"
    client.close("block")
    if client.has_connections():
        yield "leaves its connections open behind `with`"
