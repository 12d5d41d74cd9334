"""What takes more than one request. In: an operation with its arguments. Out: declarations, and the methods beside it.

What the document says of a place that no argument reaches cannot be done; that is told, and left out.
"""

from dataclasses import replace
from typing import Any

from qiyue import api
from qiyue.base.value import Value
from qiyue.client_plan.types.type_ref import TypeRef
from qiyue.runtime import flows as runtime
from qiyue.targets.python.argument import Argument
from qiyue.targets.python.arguments import Arguments
from qiyue.targets.python.context import Context
from qiyue.targets.python.expressions import Expression
from qiyue.targets.python.spots import item_of, spot_of, told, without

ITERATOR_TEXT = "Gives every item, one after the other; the next page is fetched when it is needed."
STREAM_TEXT = "Gives each item when it comes. The connection is closed at the end, or by ``with``."
FILE_STREAM_TEXT = "Gives the bytes as they come; ``save`` writes them to a file. ``with`` closes the connection."
UPLOAD_TEXT = "Asks for an address and puts the file there. No credential, cookie or header of the client goes along."
FILE_TEXT = "The file: its path, its bytes, an open binary file, (name, bytes) or (name, bytes, media type)."


class Flow(Value):
    """A method beside the one that makes the request: its arguments, and the type of an item or of the result."""

    method: str
    arguments: tuple[Argument, ...]
    gives: TypeRef


class Flows(Value):
    """What goes beyond one request."""

    paging: runtime.Paging | None = None
    iterator: Flow | None = None
    declared_upload: runtime.Upload | None = None
    upload: Flow | None = None


def flows_of(operation: api.Operation, arguments: Arguments, context: Context) -> Flows:
    """Decide what goes beyond one request."""
    paging = _paging(operation, arguments, context)
    upload = _upload(operation, arguments, context)
    caller = context.names.callers[operation.id]
    iterator = sent = None
    if paging and operation.pagination:
        gives = item_of(told(operation.pagination.items, operation, context))
        iterator = Flow(caller.iterator, without(arguments, paging.spot), gives)
    if upload:
        left = without(arguments, upload.file_name, upload.content_type)
        sent = Flow(caller.upload, left, told(upload.result, operation, context))
    return Flows(paging, iterator, upload, sent)


def _paging(operation: api.Operation, arguments: Arguments, context: Context) -> runtime.Paging | None:
    pages = operation.pagination
    if pages is None:
        return None
    where = pages.cursor if pages.style == "cursor" else pages.page
    spot = spot_of(where, operation, arguments, context)
    if spot is None:
        _left_out("x-qiyue-pagination", where, operation, context)
        return None
    return runtime.Paging(
        style=pages.style,
        spot=spot,
        items=pages.items,
        size=spot_of(pages.size, operation, arguments, context) if pages.size else None,
        first=pages.first,
        default_size=pages.default_size,
        max_size=pages.max_size,
        total=pages.total,
        pages=pages.pages,
        next=pages.next,
    )


def _upload(operation: api.Operation, arguments: Arguments, context: Context) -> runtime.Upload | None:
    upload = operation.upload
    if upload is None:
        return None
    spots = {}
    for name in ("content_type", "file_name"):
        where = getattr(upload, name)
        spots[name] = spot_of(where, operation, arguments, context) if where else None
        if where and spots[name] is None:
            _left_out("x-qiyue-upload", where, operation, context)
    return runtime.Upload(address=upload.address, result=upload.result, method=upload.method, **spots)


def quota_of(operation: api.Operation, context: Context) -> runtime.Quota | None:
    """Give how many calls the vendor takes; what the document says for all of them counts all of them."""
    quota = operation.quota
    if quota is None:
        return None
    return runtime.Quota(calls=quota.calls, seconds=float(quota.per), shared=quota == context.api.quota)


def token_call(
    scheme: api.SecurityScheme, operation: api.Operation, arguments: Arguments, context: Context
) -> runtime.TokenCall | None:
    """Give how the credentials of a scheme become a token by calling an operation."""
    token: Any = scheme.token
    request = []
    for where, name in token.request:
        spot = spot_of(where, operation, arguments, context)
        if spot is None:
            _left_out("x-qiyue-token", where, operation, context)
            return None
        request.append((spot, context.constructor.secret(name)))
    return runtime.TokenCall(
        operation=_declared(context.names.callers[operation.id].constant),  # type: ignore[arg-type]
        token=token.token,
        request=tuple(request),
        lifetime=token.lifetime,
        seconds=float(token.lifetime_seconds) if token.lifetime_seconds else None,
        renew_on=tuple(kind.value for kind in token.renew_on),
        early=float(token.early),
    )


def _declared(constant: str) -> Expression:
    """Refer to an operation from a module that is imported before the operations are."""
    text = f'lambda: import_module("._operations", __package__).{constant}'
    return Expression(text, frozenset({("importlib", "import_module")}))


def _left_out(extension: str, where: str, operation: api.Operation, context: Context) -> None:
    context.gap("flow-left-out", f"{operation.id}: {extension}: no argument reaches {where}", operation.place)


def beside(operation: api.Operation, text: str) -> api.Operation:
    """Give the operation as its docstring describes it where a method does more."""
    return replace(operation, description="\n\n".join(filter(None, [text, operation.description.strip()])))
