"""``x-qiyue-dispatch``: one operation of the document → the operations that it carries."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from qiyue.api import Answer, Body, Dispatch, Media, Operation
from qiyue.document import Node
from qiyue.resolve.context import Context, Defaults
from qiyue.resolve.operations import DISPATCH, KNOWN, read


def split(context: Context, node: Node, carrier: Operation) -> tuple[Dispatch, tuple[Operation, ...]]:
    """Give the dispatch of an operation that has the extension, and its cases as operations."""
    extension = node.child(DISPATCH)
    assert extension is not None
    cases = tuple(_case(context, carrier, value, case) for value, case in extension.mapping("cases"))
    dispatch = Dispatch(
        carrier=carrier,
        field=extension.text("field"),
        cases=tuple((case.dispatch, case.id) for case in cases),
    )
    return dispatch, cases


def _case(context: Context, carrier: Operation, value: str, node: Node) -> Operation:
    """Read a case as an operation whose defaults are its carrier's."""
    defaults = Defaults(
        servers=carrier.servers,
        security=carrier.security,
        envelope=carrier.envelope,
        errors=carrier.errors,
        signature=carrier.signature,
        quota=carrier.quota,
        timeout=carrier.timeout,
    )
    case = read(replace(context, defaults=defaults), carrier.method, f"{carrier.path}/{value}", node, node)
    return replace(
        case,
        path=carrier.path,
        dispatch=value,
        tags=case.tags or carrier.tags,
        parameters=carrier.parameters,
        body=_body(context, carrier.body, node, case.id),
        answers=tuple(_answers(context, carrier.answers, node, case.id)),
        safety=case.safety or carrier.safety,
        extra=node.rest(KNOWN, ["request", "answer"]),
    )


def _body(context: Context, body: Body | None, node: Node, operation_id: str) -> Body | None:
    if body is None:
        return None
    return replace(body, media=_media(context, body.media, node.child("request"), f"#{operation_id}/body"))


def _answers(context: Context, answers: tuple[Answer, ...], node: Node, operation_id: str) -> Iterator[Answer]:
    """Give the carrier's answers, with the case's type in those of success."""
    for answer in answers:
        schema = node.child("answer") if answer.status.startswith("2") else None
        yield replace(answer, media=_media(context, answer.media, schema, f"#{operation_id}/answers/{answer.status}"))


def _media(context: Context, media: tuple[Media, ...], schema: Node | None, base: str) -> tuple[Media, ...]:
    """Give the carrier's media with the type of the case's schema, else of their own, under the case's id."""
    return tuple(
        replace(each, type=context.types.use(wanted, f"{base}/{each.content_type}"), examples=())
        for each in media
        for wanted in [schema or _own_schema(context, each)]
    )


def _own_schema(context: Context, media: Media) -> Node | None:
    node = context.document.node(f"#{quote(media.place)}")
    return None if node is None else node.child("schema")
