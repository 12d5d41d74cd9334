"""The view of ``pyproject.toml`` and ``README.md``. In: the planned operations. Out: their list, with examples."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from qiyue.base.absent import ABSENT
from qiyue.base.where import get, pointer
from qiyue.examples import Request, example_requests
from qiyue.targets.python.argument import Argument
from qiyue.targets.python.context import Context
from qiyue.targets.python.expressions import Expression
from qiyue.targets.python.flows import ITERATOR_TEXT, STREAM_TEXT, UPLOAD_TEXT
from qiyue.targets.python.literals import literal, one_line
from qiyue.targets.python.operations import Planned
from qiyue.targets.python.views import ClientView, Distribution, Doubt, Entry, Group, ServerView, WebhooksView
from qiyue.targets.python.words import constant
from qiyue.values import Plain, thaw

_VERSION = re.compile(r"\d+(\.\d+)*")


def distribution_view(
    context: Context, client: ClientView, webhooks: WebhooksView, planned: Iterable[Planned], has_address: bool
) -> Distribution:
    """Decide what stands beside the package."""
    ordered = sorted(planned, key=lambda each: each.caller.resource)
    groups = groupby(ordered, key=lambda each: each.caller.resource)
    return Distribution(
        package=context.package,
        client=client.name,
        title=client.title,
        version=_version(context.api.version),
        summary=f"Python client of {one_line(client.title)}",
        secrets=client.secrets,
        common=client.common,
        variables=client.variables,
        servers=tuple(
            ServerView(name, address, planned.description)
            for (name, address), planned in zip(
                context.constructor.addresses.environments.items(), context.plan.settings.environments, strict=True
            )
        ),
        env=constant(context.package),
        has_address=has_address,
        groups=tuple(_group(name, tuple(members), context) for name, members in groups),
        webhooks=webhooks.webhooks,
        doubts=tuple(Doubt(each.id, each.title, each.chosen) for each in context.api.findings),
    )


def _version(text: str) -> str:
    """Give a version that packages may have: the numbers the document's version begins with."""
    found = _VERSION.search(text)
    return found[0][:40] if found else "0"


def _group(name: str, planned: tuple[Planned, ...], context: Context) -> Group:
    return Group(name, _example(planned[0], context), tuple(entry for each in planned for entry in _entries(each)))


def _entries(planned: Planned) -> Iterator[Entry]:
    """Walk the methods of an operation: the call itself, and what takes more than one request."""
    operation, resource = planned.operation, planned.caller.resource
    path = operation.path + (f" {operation.dispatch}" if operation.dispatch else "")
    request = f"{operation.method} {path}"
    yield Entry(f"{planned.caller}({_names(planned.arguments.listed)})", request, operation.summary)
    if flow := planned.flows.iterator:
        yield Entry(
            f"{resource}.{flow.method}({_names(flow.arguments)})", f"{request}, {_pages(planned)}", ITERATOR_TEXT
        )
    if planned.caller.stream not in {"", planned.caller.method}:
        call = f"{resource}.{planned.caller.stream}({_names(planned.arguments.listed)})"
        yield Entry(call, f"{request}, as it comes", STREAM_TEXT)
    if flow := planned.flows.upload:
        names = ", ".join(filter(None, ["file", _names(flow.arguments)]))
        yield Entry(f"{resource}.{flow.method}({names})", f"{request}, then the file", UPLOAD_TEXT)


def _pages(planned: Planned) -> str:
    is_inferred = "x-qiyue-inferred" in planned.operation.extra
    return "all pages, found by the names of its fields" if is_inferred else "all pages"


def _names(listed: Iterable[Argument]) -> str:
    return ", ".join(each.name if each.needed else f"[{each.name}]" for each in listed)


def _example(planned: Planned, context: Context) -> str:
    """Write a call with the values that the document shows."""
    request = next(iter(example_requests(context.api, planned.operation)))
    given = ", ".join(f"{name}={_source(value)}" for name, value in _given(planned, request))
    return f"client.{planned.caller}({given})"


def _source(value: Plain) -> str:
    return value.text if isinstance(value, Expression) else literal(thaw(value))


def _given(planned: Planned, request: Request) -> Iterable[tuple[str, Plain]]:
    """Walk the arguments that say the request; what the client gives is left to it."""
    for parameter in planned.declared.parameters:
        values = request.parameter(parameter.location)
        if parameter.name in values and not parameter.shared:
            yield parameter.argument, values[parameter.name]
    body, envelope = planned.declared.body, planned.operation.envelope
    if body is None or not request.content_type:
        return
    payload = get(request.body, envelope.request.payload if envelope and envelope.request else "")
    files = {name: Expression(f"Path({literal(file.name)})") for name, file in request.files}
    if body.argument and ("" in files or payload is not ABSENT):
        yield body.argument, files.get("", payload)
    for one in body.properties:
        value = get(request.body, one.at) if one.at else get(payload, pointer([one.name]))
        if one.name in files:
            yield one.argument, files[one.name]
        elif value is not ABSENT and not one.shared:
            yield one.argument, value
