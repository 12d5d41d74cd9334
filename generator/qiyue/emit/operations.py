"""Operations, written back. What equals the document's default is not repeated."""

from collections.abc import Iterable

from qiyue.api import Api, Dispatch, Media, Operation
from qiyue.codec import behaviour, envelope, errors, evidence, fields, signature
from qiyue.emit import parts
from qiyue.emit.parts import drop_empty
from qiyue.values import Plain, thaw


def items(api: Api, keyed: Iterable[tuple[str, Operation]]) -> Plain:
    """Write operations as path items."""
    written: dict[str, Plain] = {}
    for key, operation in keyed:
        written.setdefault(key, {})[operation.method.lower()] = _operation(api, operation)
    return written


def _operation(api: Api, operation: Operation) -> Plain:
    return {
        **_said(operation),
        **drop_empty(parameters=[parts.parameter(api, each) for each in operation.parameters]),
        **({} if operation.body is None else {"requestBody": parts.body(api, operation.body)}),
        **drop_empty(responses={each.status: parts.answer(api, each) for each in operation.answers}),
        **drop_empty(callbacks=_callbacks(api, operation)),
        **_where_and_who(api, operation),
        **_behaviours(operation, api),
        **_dispatch(api, operation),
        **thaw(operation.extra),
    }


def _said(operation: Operation) -> dict[str, Plain]:
    name = drop_empty(resource=operation.resource, method=operation.name)
    return {
        "operationId": operation.id,
        **drop_empty(
            summary=operation.summary,
            description=operation.description,
            deprecated=operation.deprecated,
            tags=list(operation.tags),
        ),
        **({"x-qiyue-name": name} if name else {}),
        **evidence.write(operation.evidence),
    }


def _where_and_who(api: Api, operation: Operation) -> dict[str, Plain]:
    written: dict[str, Plain] = {}
    if operation.servers != api.servers:
        written["servers"] = [parts.server(each) for each in operation.servers]
    if operation.security != api.security:
        written["security"] = parts.security(operation.security)
    return written


def _behaviours(operation: Operation, default: Api | Operation) -> dict[str, Plain]:
    """Write an operation's behaviours that differ from the default's; null where only the default has one."""
    inherited = {
        "envelope": envelope.write,
        "errors": errors.write,
        "signature": signature.write,
        "quota": behaviour.write_quota,
        "timeout": fields.write_seconds,
    }
    own = {
        "pagination": behaviour.write_pagination,
        "safety": behaviour.write_safety,
        "upload": fields.write,
        "mock": behaviour.write_mock,
    }
    written: dict[str, Plain] = {}
    for word, write in inherited.items():
        value = getattr(operation, word)
        if value != getattr(default, word):
            written[f"x-qiyue-{word}"] = write(value) if value else None  # type: ignore[operator]
    for word, write in own.items():
        value = getattr(operation, word)
        if value is not None:
            written[f"x-qiyue-{word}"] = write(value)  # type: ignore[operator]
    return written


def _callbacks(api: Api, operation: Operation) -> Plain:
    written: dict[str, Plain] = {}
    for callback in operation.callbacks:
        item = items(api, ((callback.expression, each) for each in callback.operations))
        written.setdefault(callback.name, {}).update(item or {callback.expression: {}})
    return written


def _dispatch(api: Api, operation: Operation) -> dict[str, Plain]:
    for dispatch in api.dispatches:
        if dispatch.carrier == operation:
            cases = {value: _case(api, dispatch, api.operation(case)) for value, case in dispatch.cases}
            return {"x-qiyue-dispatch": {"field": dispatch.field, "cases": cases}}
    return {}


def _case(api: Api, dispatch: Dispatch, operation: Operation) -> Plain:
    """Write a case: what it says otherwise than its carrier."""
    carrier = dispatch.carrier
    written = _said(operation) | _behaviours(operation, carrier)
    if operation.tags == carrier.tags:
        written.pop("tags", None)
    if operation.body is not None and carrier.body is not None:
        written |= _own_type(api, "request", operation.body.media, carrier.body.media)
    for own, shared in zip(operation.answers, carrier.answers, strict=True):
        if own.status.startswith("2"):
            written |= _own_type(api, "answer", own.media, shared.media)
    return {**written, **thaw(operation.extra)}


def _own_type(api: Api, word: str, own: tuple[Media, ...], shared: tuple[Media, ...]) -> dict[str, Plain]:
    """Write the type of a case's media where it is not what the carrier has."""
    for each, other in zip(own, shared, strict=True):
        if each.type is not None and (other.type is None or api.types[each.type] != api.types[other.type]):
            return {word: parts.schema(api, each.type)}
    return {}
