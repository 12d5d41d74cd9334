"""Call: from wire values to a generated method and its keyword arguments.

In: a client, the declaration of an operation, a request. Out: the arguments, or the result of the call.
"""

from collections.abc import Mapping
from functools import reduce
from typing import Any

from qiyue.base.absent import ABSENT
from qiyue.base.media import is_json_lines
from qiyue.base.where import get, pointer
from qiyue.drivers.package import Package
from qiyue.examples import Request
from qiyue.sample import SampleFile
from qiyue.values import Plain, thaw


def arguments(declared: Any, request: Request) -> dict[str, Any]:
    """Give the keyword arguments of a generated method that say the request.

    What the operation does not declare cannot be said and is left out.
    """
    given: dict[str, Any] = {}
    for parameter in declared.parameters:
        values = request.parameter(parameter.location)
        if parameter.name in values:
            given[parameter.argument] = thaw(values[parameter.name])
    if declared.body is not None and request.content_type:
        envelope = declared.envelope and declared.envelope.request
        at = envelope.payload if envelope else ""
        given |= _body(declared.body, at, request)
        if declared.body.further:
            given[declared.body.further] = _further(declared, at, request)
    return given


def call(package: Package, client: Any, request: Request) -> Any:
    """Call an operation with a synchronous client; of a stream, give all items."""
    declared = package.operations[request.operation]
    gave = method(client, declared.caller)(**arguments(declared, request))
    return list(gave) if is_stream(declared) else gave


async def call_async(package: Package, client: Any, request: Request) -> Any:
    """Call an operation with an asynchronous client."""
    declared = package.operations[request.operation]
    gave = await method(client, declared.caller)(**arguments(declared, request))
    return [item async for item in gave] if is_stream(declared) else gave


def is_stream(declared: Any) -> bool:
    """Tell whether the method of an operation gives its answer bit by bit."""
    return bool(declared.streams) and not declared.answers


def upload(package: Package, client: Any, operation: str, file: SampleFile) -> Any:
    """Upload a file by an operation that gives addresses; an asynchronous client gives something to be awaited."""
    resource = package.operations[operation].caller.rpartition(".")[0]
    return method(client, f"{resource}.upload")(file=(file.name, file.content, file.content_type))


def method(client: Any, caller: str) -> Any:
    """Find a method by the name callers use: ``invoices.recognize``."""
    return reduce(getattr, caller.split("."), client)


def _body(body: Any, at: str, request: Request) -> dict[str, Any]:
    payload = get(request.body, at)
    files: dict[str, list[Plain]] = {}
    for name, file in request.files:
        files.setdefault(name, []).append((file.name, file.content, file.content_type))
    given: dict[str, Any] = {}
    if body.argument:
        given[body.argument] = files[""][0] if "" in files else _whole(body.content_type, thaw(payload))
    for declared in body.properties:
        if declared.name in files:
            sent = files[declared.name]
            given[declared.argument] = sent if len(sent) > 1 else sent[0]
            continue
        value = get(request.body, declared.at) if declared.at else get(payload, pointer([declared.name]))
        if value is not ABSENT:
            given[declared.argument] = thaw(value)
    return given


def _whole(content_type: str, payload: Plain) -> Plain:
    """Give a body that is one argument; of JSON lines the document may describe one."""
    return [payload] if is_json_lines(content_type) and not isinstance(payload, list) else payload


def _further(declared: Any, at: str, request: Request) -> dict[str, Plain]:
    """Give the members of the payload that the operation does not name, nor makes by itself."""
    fills = (*(declared.envelope.request.fill if declared.envelope and declared.envelope.request else ()),)
    made = {fill.at for fill in (*fills, *declared.constants)} | {declared.signature.put if declared.signature else ""}
    named = {at + pointer([one.name]) for one in declared.body.properties if not one.at} | made
    payload = get(request.body, at)
    members: dict[str, Plain] = thaw(payload) if isinstance(payload, Mapping) else {}
    return {name: value for name, value in members.items() if at + pointer([name]) not in named}
