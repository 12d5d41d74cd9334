"""``x-qiyue-dispatch``: one operation of the document → the operations that it carries."""

from collections.abc import Iterator
from dataclasses import replace

from qiyue.api import Answer, Body, Dispatch, Operation
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
    media = tuple(
        replace(
            each,
            type=context.types.use(node.child("request"), f"#{operation_id}/body/{each.content_type}"),
            examples=(),
        )
        for each in body.media
    )
    return replace(body, media=media)


def _answers(context: Context, answers: tuple[Answer, ...], node: Node, operation_id: str) -> Iterator[Answer]:
    """Give the carrier's answers with the case's type in those of success."""
    schema = node.child("answer")
    for answer in answers:
        if schema is None or not answer.status.startswith("2"):
            yield answer
            continue
        inline = f"#{operation_id}/answers/{answer.status}"
        media = tuple(
            replace(each, type=context.types.use(schema, f"{inline}/{each.content_type}"), examples=())
            for each in answer.media
        )
        yield replace(answer, media=media)
