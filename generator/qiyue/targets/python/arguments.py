"""Arguments of a method. In: an operation. Out: its arguments in order, and how each reaches the wire."""

from collections.abc import Iterable

from qiyue.api import Operation, Parameter
from qiyue.base.value import Value
from qiyue.client_plan.texts import described, schema_text, source_of
from qiyue.client_plan.types.type_ref import ConstType, as_text
from qiyue.runtime import operation as runtime
from qiyue.targets.python.argument import RESERVED, Argument, Wanted, argument
from qiyue.targets.python.body import BodyPlan
from qiyue.targets.python.context import Context
from qiyue.targets.python.words import Scope


class Arguments(Value):
    """All arguments of an operation, required ones first, with their declarations for the runtime."""

    listed: tuple[Argument, ...]
    parameters: tuple[runtime.Parameter, ...]
    body: runtime.Body | None
    limits: tuple[runtime.Limits, ...]
    constants: tuple[runtime.Fill, ...]
    """Fields that can have only one value."""


def arguments_of(operation: Operation, context: Context) -> Arguments:
    """Give the arguments of an operation."""
    names = Scope(RESERVED)
    listed: list[Argument] = []
    parameters: list[runtime.Parameter] = []
    limits: list[runtime.Limits] = []
    constants = list(_selecting(operation, context))
    filled = _filled(operation, constants)
    for parameter in operation.parameters:
        wanted, at = _wanted(parameter, context), f"{parameter.location}:{parameter.name}"
        if at in filled:
            continue
        if parameter.required and isinstance(wanted.type, ConstType):
            constants.append(runtime.Fill(at=at, make="const", value=wanted.type.value))
            continue
        one = argument(wanted, names, context)
        listed.append(one)
        parameters.append(_parameter(parameter, one, context))
        limits += context.limits.of({"$ref": parameter.type}, at)
    body = BodyPlan(operation, context, frozenset(one.name for one in listed), filled)
    listed += body.arguments
    ordered = sorted(listed, key=lambda one: not one.needed)
    constants += body.constants
    return Arguments(tuple(ordered), tuple(parameters), body.declared, (*limits, *body.limits), tuple(constants))


def _filled(operation: Operation, selecting: Iterable[runtime.Fill]) -> frozenset[str]:
    """Give the places that the client fills in by itself."""
    request = operation.envelope.request if operation.envelope else None
    signed = [operation.signature.put] if operation.signature else []
    made = request.fill if request else ()
    return frozenset([*signed, *(fill.at for fill in made), *(fill.at for fill in selecting)])


def _selecting(operation: Operation, context: Context) -> tuple[runtime.Fill, ...]:
    """Give the field that selects the operation among those of one path."""
    return tuple(
        runtime.Fill(at=dispatch.field, make="const", value=value)
        for dispatch in context.api.dispatches
        for value, each in dispatch.cases
        if each == operation.id
    )


def _wanted(parameter: Parameter, context: Context) -> Wanted:
    node = context.schema(parameter.type)
    text = described(parameter.description or schema_text(node), source_of(parameter.evidence))
    ref = as_text(context.types.ref(parameter.type))
    return Wanted(parameter.name, ref, parameter.required, text, parameter.scope, parameter.called)


def _parameter(parameter: Parameter, one: Argument, context: Context) -> runtime.Parameter:
    usual = "simple" if parameter.location in {"path", "header"} else "form"
    explode = parameter.style in {"form", "deepObject"}
    return runtime.Parameter(
        name=parameter.name,
        argument=one.name,
        location=parameter.location,  # type: ignore[arg-type]
        required=parameter.required,
        type=context.runtime_type(one.type),
        style="" if parameter.style == usual else parameter.style,
        explode=None if parameter.explode == explode else parameter.explode,
        allow_reserved=parameter.allow_reserved,
        content_type=parameter.content_type,
        shared=one.shared,
        sensitive=parameter.sensitive,
    )
