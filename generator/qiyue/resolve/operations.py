"""Path items → operations."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from qiyue.api import Callback, Operation, Server
from qiyue.codec import behaviour, envelope, errors, evidence, fields, signature
from qiyue.codes import suggest_word
from qiyue.document import Node
from qiyue.resolve import parameters, parts, security
from qiyue.resolve.context import Context
from qiyue.values import FrozenMap, Plain

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
DISPATCH = "x-qiyue-dispatch"

_PATH_ITEM = frozenset([*METHODS, "$ref", "summary", "description", "servers", "parameters"])
_BESIDE_REF = ("operationId", "summary", "description", "tags", "deprecated")
KNOWN = (
    "operationId summary description deprecated tags parameters requestBody responses callbacks servers security "
    "x-qiyue-name x-qiyue-envelope x-qiyue-errors x-qiyue-signature x-qiyue-pagination x-qiyue-safety x-qiyue-timeout "
    "x-qiyue-quota x-qiyue-upload x-qiyue-mock x-qiyue-source x-qiyue-dispatch"
).split()

T = TypeVar("T")


def of_path(context: Context, path: str, item: Node) -> Iterator[tuple[Node, Operation]]:
    """Read every operation of a path item, each with the node it was read from.

    What stands beside its ``$ref`` counts too, unless the path that it leads to has it.
    """
    target = item.followed()
    if target is None:
        return
    yield from _members(context, path, target)
    if target.pointer != item.pointer and isinstance(item.data, dict):
        beside = {key: value for key, value in item.data.items() if target.child(key.lower()) is None}
        for key in item.data.keys() - beside.keys():
            item.gap("odd-shape", f"{key!r} stands beside a $ref to a path that has it; it is left out")
        yield from _members(context, path, Node(item.document, beside, item.pointer))


def _members(context: Context, path: str, target: Node) -> Iterator[tuple[Node, Operation]]:
    for key, node in target.members():
        method = key.lower()
        if method not in METHODS:
            if key not in _PATH_ITEM and not key.startswith("x-"):
                guess = suggest_word(method, _PATH_ITEM)
                hint = f"did you mean `{guess}`?" if guess else ""
                node.gap("unknown-method", f"{key!r} is no HTTP method that OpenAPI knows; it is left out", hint)
        elif method != key and target.child(method) is not None:
            node.gap("unknown-method", f"{key!r} stands beside {method!r}; it is left out")
        else:
            if method != key:
                node.note("odd-shape", f"methods are written in small letters; {key!r} is read as {method!r}")
            operation = _followed(node)
            if operation is not None:
                yield operation, read(context, method, path, operation, target)


def read(context: Context, method: str, path: str, node: Node, item: Node) -> Operation:
    """Read one operation."""
    operation_id = context.ids.assign(node, node.text("operationId"), method, path)
    defaults = context.defaults
    named = node.child("x-qiyue-name")
    own_servers = node.child("servers") or item.child("servers")
    required = security.requirements(node, context.schemes) if node.child("security") else defaults.security
    keys = security.keys(required, context.schemes)
    return Operation(
        id=operation_id,
        method=method.upper(),
        path=path,
        resource="" if named is None else named.text("resource"),
        name="" if named is None else named.text("method"),
        tags=tuple(_tags(node)),
        summary=node.text("summary"),
        description=node.text("description"),
        deprecated=bool(node.flag("deprecated")),
        parameters=parameters.parameters(context, (item, node), path, operation_id, keys),
        body=parts.body(context, node, operation_id),
        answers=parts.read_responses(context, node, operation_id),
        callbacks=tuple(_callbacks(context, node)),
        servers=defaults.servers if own_servers is None else servers(node if node.child("servers") else item),
        security=required,
        envelope=_own(node, "envelope", envelope.read, defaults.envelope),
        errors=_own(node, "errors", errors.read, defaults.errors),
        signature=_own(node, "signature", signature.read, defaults.signature),
        pagination=_own(node, "pagination", behaviour.read_pagination, None),
        safety=_own(node, "safety", behaviour.read_safety, None),
        timeout=_own(node, "timeout", fields.read_seconds, defaults.timeout),
        quota=_own(node, "quota", behaviour.read_quota, defaults.quota),
        upload=_own(node, "upload", behaviour.read_upload, None),
        mock=_own(node, "mock", behaviour.read_mock, None),
        evidence=evidence.read(node.data),
        extra=node.rest(KNOWN),
        place=node.pointer,
    )


def _followed(node: Node) -> Node | None:
    """The operation that a node is, or refers to; texts beside the ``$ref`` go before those of the target."""
    target = node.followed()
    if target is None or target.pointer == node.pointer:
        return target
    beside = {key: node.data[key] for key in _BESIDE_REF if key in node.data}
    return Node(node.document, {**target.data, **beside}, target.pointer) if beside else target


def _own(node: Node, word: str, read_it: Callable[[Plain], T], default: T | None) -> T | None:
    """Give an operation's own behaviour; null switches the document's off; absent keeps it."""
    child = node.child(f"x-qiyue-{word}")
    if child is None:
        return default
    return None if child.data is None else read_it(child.data)


def _callbacks(context: Context, node: Node) -> Iterator[Callback]:
    for name, child in node.mapping("callbacks"):
        target = child.followed()
        for expression, item in target.members() if target is not None else ():
            if not expression.startswith("x-"):
                found = tuple(operation for _, operation in of_path(context, expression, item))
                yield Callback(name, expression, found)


def _tags(node: Node) -> Iterator[str]:
    """Read the names of ``tags``; a tag written out is known by its name."""
    for tag in node.sequence("tags"):
        named = tag.child("name") or tag
        if named.is_text():
            yield str(named.data)


def servers(owner: Node) -> tuple[Server, ...]:
    """Read ``servers``; an address alone is a server too."""
    return tuple(
        Server(
            url=node.text("url"),
            description=node.text("description"),
            variables=_variables(node),
            evidence=evidence.read(node.data),
            extra=node.rest(["url", "description", "variables", evidence.KEY]),
        )
        for node in map(_whole_server, owner.sequence("servers"))
        if node is not None
    )


def _whole_server(node: Node) -> Node | None:
    if isinstance(node.data, str):
        node.note("odd-shape", "a server is a mapping; this text is read as its `url`")
        return Node(node.document, {"url": node.data}, node.pointer)
    if not isinstance(node.data, dict):
        node.odd("a server")
        return None
    return node


def _variables(server: Node) -> FrozenMap:
    """Read the variables of an address: default and choices as text."""
    found = {}
    for name, node in server.mapping("variables"):
        if not isinstance(node.data, dict):
            node.odd("a mapping")
            continue
        default = {"default": node.text("default")} if "default" in node.data else {}
        choices = {"enum": node.texts("enum")} if "enum" in node.data else {}
        found[name] = FrozenMap({**default, **choices, **node.rest(["default", "enum"])})
    return FrozenMap(found)
