"""Arguments of a method, spelled, and how each reaches the wire. In: an operation, as planned. Out: declarations."""

from collections.abc import Mapping
from dataclasses import replace

from qiyue.api import Media, Operation, Parameter, Where
from qiyue.base.media import is_multipart
from qiyue.base.value import Value
from qiyue.client_plan import Argument as Planned
from qiyue.client_plan.types.type_ref import BINARY, ListType, is_file
from qiyue.examples import preferred_media
from qiyue.runtime import operation as runtime
from qiyue.schema.places import node_at
from qiyue.targets.python.argument import Argument, ArgumentNames
from qiyue.targets.python.context import Context
from qiyue.targets.python.expressions import BYTES

_WHOLE = ("body", "further")
"""Kinds of arguments that have no place of their own; the empty name of a member is a place."""


class Arguments(Value):
    """All arguments of an operation, needed ones first, with their declarations for the runtime."""

    listed: tuple[Argument, ...]
    parameters: tuple[runtime.Parameter, ...]
    body: runtime.Body | None
    limits: tuple[runtime.Limits, ...]
    constants: tuple[runtime.Fill, ...]
    """Fields that can have only one value."""


def arguments_of(operation: Operation, context: Context) -> Arguments:
    """Give the arguments of an operation."""
    planned, names = context.plan.arguments[operation.id], ArgumentNames()
    spelled = {each.kind if each.kind in _WHOLE else each.at: names.spell(each, context) for each in planned.ordered}
    by_place = {each.at: each for each in planned.listed}
    parameters: list[runtime.Parameter] = []
    limits: list[runtime.Limits] = []
    for parameter in operation.parameters:
        at = f"{parameter.location}:{parameter.name}"
        if at in spelled:
            parameters.append(_parameter(parameter, by_place[at], spelled[at], context))
            limits += context.limits.of({"$ref": parameter.type}, at)
    return Arguments(
        listed=tuple(spelled.values()),
        parameters=tuple(parameters),
        body=_body(operation, spelled, context),
        limits=(*limits, *_body_limits(operation, context)),
        constants=tuple(runtime.Fill(at=each.at, make="const", value=each.value) for each in planned.constants),
    )


def _parameter(parameter: Parameter, planned: Planned, one: Argument, context: Context) -> runtime.Parameter:
    usual = "simple" if parameter.location in {"path", "header"} else "form"
    explode = parameter.style in {"form", "deepObject"}
    return runtime.Parameter(
        name=parameter.name,
        argument=one.name,
        location=parameter.location,
        required=planned.required,
        type=context.runtime_type(one.type),
        style="" if parameter.style == usual else parameter.style,
        explode=None if parameter.explode == explode else parameter.explode,
        allow_reserved=parameter.allow_reserved,
        content_type=parameter.content_type,
        shared=one.shared,
        sensitive=parameter.sensitive,
        default=planned.default,
    )


def _body(operation: Operation, spelled: Mapping[Where, Argument], context: Context) -> runtime.Body | None:
    planned, media = context.plan.arguments[operation.id], preferred_media(operation)
    if planned.body is None or media is None:
        return None
    properties = tuple(
        _property(each, spelled[each.at], media, context)
        for each in planned.listed
        if each.kind in {"member", "beside"}
    )
    body = runtime.Body(content_type=planned.body.content_type, required=planned.body.required, properties=properties)
    if planned.body.is_spread:
        return replace(
            body, read_only=planned.body.read_only, further=spelled["further"].name if "further" in spelled else ""
        )
    ref = planned.body.type
    return replace(body, argument=spelled["body"].name, type=BYTES if ref == BINARY else context.runtime_type(ref))


def _body_limits(operation: Operation, context: Context) -> tuple[runtime.Limits, ...]:
    media = preferred_media(operation)
    if operation.body is None or media is None:
        return ()
    request = operation.envelope.request if operation.envelope else None
    node = node_at({"$ref": media.type} if media.type else {}, request.payload if request else "", context.api.types)
    return context.limits.of(node, "")


def _property(planned: Planned, one: Argument, media: Media, context: Context) -> runtime.Property:
    encoding = next((each for each in media.encodings if each.property == planned.wire), None)
    binary = is_multipart(media.content_type) and is_file(one.type)
    written = encoding.content_type if encoding else ""
    return runtime.Property(
        name=planned.wire,
        argument=one.name,
        at=planned.at if planned.kind == "beside" else "",
        required=planned.required,
        type=None if binary else context.runtime_type(one.type),
        binary=binary,
        several=binary and isinstance(one.type, ListType),
        content_types=tuple(part.strip() for part in written.split(",") if part.strip()),
        style=encoding.style if encoding else "",
        explode=encoding.explode if encoding else None,
        allow_reserved=encoding.allow_reserved if encoding else False,
        shared=one.shared,
        sensitive=planned.sensitive,
    )
