"""resolve: document → Api.

Input: a ``Document`` in OpenAPI 3.1 form whose extensions were checked. Output: the frozen ``Api``. A construct
that cannot be kept is left out or widened, and said in the report.
"""

from collections.abc import Iterator, Mapping

from qiyue.api import Api, Dispatch, Operation, SecurityScheme, Tag
from qiyue.codec import behaviour, envelope, errors, evidence, fields, signature
from qiyue.document import Document, Node
from qiyue.positions import FILES
from qiyue.resolve import dispatch, operations, parameters, security
from qiyue.resolve.access import mark_access
from qiyue.resolve.context import Context, Defaults
from qiyue.resolve.ids import Ids
from qiyue.resolve.types import TypeTable
from qiyue.values import FrozenMap

_ROOT = (
    "openapi info servers paths webhooks components security tags x-qiyue-envelope x-qiyue-errors x-qiyue-signature "
    "x-qiyue-quota x-qiyue-timeout x-qiyue-mock x-qiyue-sources x-qiyue-findings x-qiyue-source x-qiyue-catalogue"
).split()
_INFO = ["title", "version", "summary", "description", evidence.KEY]


def resolve(document: Document) -> Api:
    """Give the Api of a document.

    Raises:
        Refused: a reference leads nowhere or back to itself, and the report is strict.
    """
    root = document.root
    schemes = security.schemes(document)
    known = {scheme.id: scheme for scheme in schemes}
    defaults = _defaults(root, known)
    context = Context(document, TypeTable(document), Ids(), known, defaults)
    found, dispatches = _operations(context)
    webhooks = tuple(_webhooks(context))
    context.types.open_loops()
    document.report.stop_on_errors()
    return _api(root, context, schemes, found, webhooks, dispatches)


def _api(
    root: Node,
    context: Context,
    schemes: tuple[SecurityScheme, ...],
    found: tuple[Operation, ...],
    webhooks: tuple[Operation, ...],
    dispatches: tuple[Dispatch, ...],
) -> Api:
    """Put together what was read."""
    info = _info(root)
    defaults = context.defaults
    return Api(
        title=info.text("title"),
        version=info.text("version"),
        summary=info.text("summary"),
        description=info.text("description"),
        info=info.rest(_INFO),
        servers=defaults.servers,
        tags=_tags(root),
        operations=found,
        webhooks=webhooks,
        types=FrozenMap(mark_access(context.types.types)),
        type_places=FrozenMap(context.types.places),
        security_schemes=schemes,
        security=defaults.security,
        envelope=defaults.envelope,
        errors=defaults.errors,
        signature=defaults.signature,
        quota=defaults.quota,
        timeout=defaults.timeout,
        dispatches=dispatches,
        catalogue=behaviour.read_catalogue(root.data.get("x-qiyue-catalogue")),
        mock=fields.mapping(root.data.get("x-qiyue-mock")),
        pages=behaviour.read_pages(root.data.get("x-qiyue-sources")),
        findings=behaviour.read_findings(root.data.get("x-qiyue-findings")),
        evidence=evidence.read(info.data),
        extra=root.rest(_ROOT, [FILES]),
        place=info.pointer,
    )


def _info(root: Node) -> Node:
    info = root.child("info")
    if info is not None and isinstance(info.data, dict):
        return info
    root.note("odd-shape", "`info` is missing, or no mapping: the API has neither title nor version")
    return Node(root.document, {}, "/info")


def _defaults(root: Node, known: Mapping[str, SecurityScheme]) -> Defaults:
    data = root.data
    return Defaults(
        servers=operations.servers(root),
        security=security.requirements(root, known),
        envelope=envelope.read(data["x-qiyue-envelope"]) if "x-qiyue-envelope" in data else None,
        errors=errors.read(data["x-qiyue-errors"]) if "x-qiyue-errors" in data else None,
        signature=signature.read(data["x-qiyue-signature"]) if "x-qiyue-signature" in data else None,
        quota=behaviour.read_quota(data["x-qiyue-quota"]) if "x-qiyue-quota" in data else None,
        timeout=fields.read_seconds(data["x-qiyue-timeout"]) if data.get("x-qiyue-timeout") is not None else None,
    )


def _operations(context: Context) -> tuple[tuple[Operation, ...], tuple[Dispatch, ...]]:
    found: list[Operation] = []
    dispatches: list[Dispatch] = []
    for path, item in context.document.root.mapping("paths"):
        if path.startswith("x-"):
            continue
        for node, operation in operations.of_path(context, path, item):
            if node.child(operations.DISPATCH) is None:
                found.append(parameters.with_path(context, node, operation))
                continue
            carried, cases = dispatch.split(context, node, operation)
            dispatches.append(carried)
            found.extend(cases)
    return tuple(found), tuple(dispatches)


def _webhooks(context: Context) -> Iterator[Operation]:
    for name, item in context.document.root.mapping("webhooks"):
        yield from (operation for _, operation in operations.of_path(context, name, item))


def _tags(root: Node) -> tuple[Tag, ...]:
    found = []
    for node in root.sequence("tags"):
        if isinstance(node.data, str):
            node.note("odd-shape", "a tag is a mapping; this text is read as its `name`")
            found.append(Tag(node.data))
        elif isinstance(node.data, dict):
            found.append(Tag(node.text("name"), node.text("description"), node.rest(["name", "description"])))
        else:
            node.odd("a tag")
    return tuple(found)
