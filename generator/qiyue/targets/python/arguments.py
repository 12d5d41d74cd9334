"""Arguments of a method. In: an operation. Out: its arguments in order, and how each reaches the wire.

An object body is one argument per property; where names collide, or the body is no object, it is ``body=``.
"""

from dataclasses import dataclass

from qiyue.api import Operation, Parameter
from qiyue.api.types import name_of
from qiyue.examples import preferred_media
from qiyue.runtime import operation as runtime
from qiyue.runtime.options import CallOptions
from qiyue.targets.python.context import Context
from qiyue.targets.python.docs import described, schema_text, source_of
from qiyue.targets.python.hoist import Use
from qiyue.targets.python.scalars import BINARY, NULL, is_json
from qiyue.targets.python.words import KEYWORDS, Scope, snake
from qiyue.values import Plain, pointer

RESERVED = KEYWORDS | CallOptions.__annotations__.keys() | {"operations", "options", "self"}
"""What a method uses for itself."""
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Argument:
    """One keyword argument of a method."""

    name: str
    use: Use
    required: bool
    text: str = ""


@dataclass(frozen=True, slots=True)
class Arguments:
    """All arguments of an operation, required ones first, with their declarations for the runtime."""

    listed: tuple[Argument, ...]
    parameters: tuple[runtime.Parameter, ...]
    body: runtime.Body | None
    limits: tuple[runtime.Limit, ...]
    constants: tuple[runtime.Fill, ...]
    """Fields of the body that can have only one value."""


def arguments_of(operation: Operation, context: Context) -> Arguments:
    """Give the arguments of an operation."""
    scope = Scope(RESERVED)
    listed: list[Argument] = []
    parameters: list[runtime.Parameter] = []
    limits: list[runtime.Limit] = []
    filled = _filled(operation, context)
    for parameter in operation.parameters:
        if f"{parameter.location}:{parameter.name}" in filled:
            continue
        argument = _argument(parameter, scope.take(_name(parameter.name, "parameter"), "_"), context)
        listed.append(argument)
        parameters.append(_parameter(parameter, argument, context))
        limits += context.limits.of({"$ref": parameter.type}, f"{parameter.location}:{parameter.name}")
    body = _Body(operation, context, frozenset(a.name for a in listed))
    listed += body.arguments
    ordered = sorted(listed, key=lambda argument: not argument.required)
    constants = (*_selecting(operation, context), *body.constants)
    return Arguments(tuple(ordered), tuple(parameters), body.declared, (*limits, *body.limits), constants)


def _filled(operation: Operation, context: Context) -> frozenset[str]:
    """Give the places that the client fills in by itself."""
    request = operation.envelope.request if operation.envelope else None
    signed = [operation.signature.put] if operation.signature else []
    selected = [fill.at for fill in _selecting(operation, context)]
    return frozenset([*signed, *selected, *(fill.at for fill in (request.fill if request else ()))])


def _selecting(operation: Operation, context: Context) -> tuple[runtime.Fill, ...]:
    """Give the field that selects the operation among those of one path."""
    return tuple(
        runtime.Fill(at=dispatch.field, make="const", value=value)
        for dispatch in context.api.dispatches
        for value, each in dispatch.cases
        if each == operation.id
    )


def _name(wire: str, fallback: str) -> str:
    name = snake(wire, fallback)
    return name + "_" if name in RESERVED else name


def _argument(parameter: Parameter, name: str, context: Context) -> Argument:
    node = context.schema(parameter.type)
    text = described(parameter.description or schema_text(node), source_of(parameter.evidence))
    return Argument(name, context.use(parameter.type), parameter.required, text)


def _parameter(parameter: Parameter, argument: Argument, context: Context) -> runtime.Parameter:
    usual = "simple" if parameter.location in {"path", "header"} else "form"
    explode = parameter.style in {"form", "deepObject"}
    return runtime.Parameter(
        name=parameter.name,
        argument=argument.name,
        location=parameter.location,  # type: ignore[arg-type]
        required=parameter.required,
        type=context.runtime_type(argument.use),
        style="" if parameter.style == usual else parameter.style,
        explode=None if parameter.explode == explode else parameter.explode,
        allow_reserved=parameter.allow_reserved,
        content_type=parameter.content_type,
        sensitive=parameter.sensitive,
    )


class _Body:
    """The body of one operation: its arguments and its declaration."""

    def __init__(self, operation: Operation, context: Context, taken: frozenset[str]) -> None:
        self.arguments: tuple[Argument, ...] = ()
        self.declared: runtime.Body | None = None
        self.limits: tuple[runtime.Limit, ...] = ()
        self.constants: tuple[runtime.Fill, ...] = ()
        media = preferred_media(operation)
        if media is None or operation.body is None:
            return
        self._context, self._media, self._required = context, media, operation.body.required
        for other in operation.body.media:
            if other != media:
                context.gap(
                    "body-media-unused", f"{operation.id}: the body is sent as {media.content_type} only", media.place
                )
                break
        wire: Plain = {"$ref": media.type} if media.type else {}
        request = operation.envelope.request if operation.envelope else None
        self._payload = request.payload if request else ""
        self._filled = _filled(operation, context)
        self._use = context.part(context.use(media.type) if media.type else {}, self._payload)
        self.limits = context.limits.of(context.node_at(wire, self._payload), "")
        if not (self._flat() and self._flatten(taken)):
            self._whole(taken, described(operation.body.description, source_of(operation.body.evidence)))

    def _flat(self) -> bool:
        """Tell whether the body is an object in a media type whose properties can be arguments."""
        content_type = self._media.content_type
        if "$ref" not in self._use or not (is_json(content_type) or content_type in {FORM, "multipart/form-data"}):
            return False
        required = self._context.classes[name_of(self._use["$ref"])].get("sent")
        return self._required or not required

    def _flatten(self, taken: frozenset[str]) -> bool:
        node = self._context.classes[name_of(self._use["$ref"])]
        if "properties" not in node:
            return False
        scope = Scope(RESERVED)
        arguments, properties, constants = [], [], []
        for wire, use in node["properties"].items():
            required = wire in node["sent"]
            at = self._payload + pointer([wire])
            if at in self._filled or use.get("readOnly"):
                continue
            if "const" in use and required:
                constants.append(runtime.Fill(at=at, make="const", value=use["const"]))
                continue
            argument = Argument(scope.take(_name(wire, "field"), "_"), use, required, str(use.get("description", "")))
            if argument.name in taken:
                return False
            arguments.append(argument)
            properties.append(self._property(wire, argument))
        self.arguments, self.constants = tuple(arguments), tuple(constants)
        self.declared = runtime.Body(
            content_type=self._media.content_type, required=self._required, properties=tuple(properties)
        )
        return True

    def _property(self, wire: str, argument: Argument) -> runtime.Property:
        encoding = next((each for each in self._media.encodings if each.property == wire), None)
        binary = self._media.content_type.startswith("multipart/") and is_file(argument.use)
        written = encoding.content_type if encoding else ""
        return runtime.Property(
            name=wire,
            argument=argument.name,
            required=argument.required,
            type=None if binary else self._context.runtime_type(argument.use),
            binary=binary,
            content_types=tuple(part.strip() for part in written.split(",") if part.strip()),
            style=encoding.style if encoding else "",
            explode=encoding.explode if encoding else None,
            allow_reserved=encoding.allow_reserved if encoding else False,
            sensitive=argument.use.get("x-qiyue-sensitive") is True,
        )

    def _whole(self, taken: frozenset[str], text: str) -> None:
        name = Scope(RESERVED | taken).take("body", "_")
        textual = is_json(self._media.content_type) or self._media.content_type in {FORM, "multipart/form-data"}
        use: Use = self._use if textual or self._media.content_type.startswith("text/") else BINARY
        self.arguments = (Argument(name, use, self._required, text),)
        self.declared = runtime.Body(
            content_type=self._media.content_type,
            required=self._required,
            argument=name,
            type=self._context.runtime_type(use),
        )


def is_file(use: Use) -> bool:
    """Tell whether a use is a file or a list of files."""
    if use.get("type") == "array":
        return is_file(use["items"])
    branches = [part for part in use.get("anyOf", ()) if part != NULL]
    return all(map(is_file, branches)) if branches else use.get("format") == "binary"
