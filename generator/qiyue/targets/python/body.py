"""The body of an operation as arguments. In: an operation. Out: its arguments and its declaration.

An object is one argument per property; where names collide, or the body is no object, it is ``body=``. What stands
beside the payload of an envelope is an argument each.
"""

from collections.abc import Iterator
from dataclasses import replace

from qiyue.api import Operation
from qiyue.base.media import is_json, is_json_lines, is_multipart
from qiyue.base.where import parts_of, pointer
from qiyue.client_plan.texts import described, source_of
from qiyue.client_plan.types.table import Field, ObjectType
from qiyue.client_plan.types.type_ref import (
    ANY,
    BINARY,
    MAP,
    ClassType,
    ConstType,
    ListType,
    MapType,
    TypeRef,
    as_text,
    is_file,
)
from qiyue.examples import preferred_media
from qiyue.runtime import operation as runtime
from qiyue.targets.python.argument import RESERVED, Argument, Wanted, argument
from qiyue.targets.python.context import Context
from qiyue.targets.python.expressions import BYTES
from qiyue.targets.python.words import Scope
from qiyue.values import Plain

FORM, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"


class BodyPlan:
    """The body of one operation: its arguments and its declaration."""

    def __init__(self, operation: Operation, context: Context, taken: frozenset[str], filled: frozenset[str]) -> None:
        self.arguments: list[Argument] = []
        self.declared: runtime.Body | None = None
        self.limits: tuple[runtime.Limits, ...] = ()
        self.constants: list[runtime.Fill] = []
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
        self._filled = filled
        self._type = context.types.member(context.types.ref(media.type), self._payload)
        self._object = context.types.object_of(self._type)
        self._node = context.node_at(wire, self._payload)
        self.limits = context.limits.of(self._node, "")
        if not (self._flat() and self._flatten(taken)):
            self._whole(taken, described(operation.body.description, source_of(operation.body.evidence)))
        self._surround(taken)

    def _flat(self) -> bool:
        """Tell whether the body is an object in a media type whose properties can be arguments.

        What is required of a body that may be left out needs the whole as one argument; but files are always arguments.
        """
        content_type = self._media.content_type
        if self._object is None or not (is_json(content_type) or content_type == FORM or is_multipart(content_type)):
            return False
        return self._required or not self._object.sent or is_multipart(content_type)

    def _flatten(self, taken: frozenset[str]) -> bool:
        if self._object is None:
            return False
        arguments, properties = [], []
        names = Scope(RESERVED)
        for each in self._asked(self._object, self._payload):
            required = each.wire in self._object.sent
            one = self._argument(each, required and self._required, names)
            if one.name in taken:
                self.constants = []
                return False
            arguments.append(one)
            properties.append(replace(self._property(each, one), required=required))
        further = ""
        if self._context.is_open(self._node):
            further = Scope(RESERVED | taken | {one.name for one in arguments}).take("fields", "_")
            arguments.append(Argument(further, MAP, False, "Fields that the document does not name."))
        self.arguments = arguments
        self.declared = runtime.Body(
            content_type=self._media.content_type,
            required=self._required,
            properties=tuple(properties),
            further=further,
        )
        return True

    def _asked(self, owner: ObjectType, at: str) -> Iterator[Field]:
        """Walk the members that the caller gives; those with one value are constants. Outside of a multipart form a
        file is text."""
        for each in owner.fields:
            here = at + pointer([each.wire])
            if here in self._filled or each.read_only:
                continue
            if isinstance(each.type, ConstType) and each.wire in owner.sent:
                self.constants.append(runtime.Fill(at=here, make="const", value=each.type.value))
            else:
                yield each if is_multipart(self._media.content_type) else replace(each, type=as_text(each.type))

    def _surround(self, taken: frozenset[str]) -> None:
        """Let what stands beside the payload be arguments too."""
        names = Scope(RESERVED | taken | {one.name for one in self.arguments})
        types, at, beside = self._context.types, "", []
        ref = types.ref(self._media.type)
        for part in parts_of(self._payload):
            owner = types.object_of(ref)
            for each in self._asked(owner, at) if owner else ():
                if owner and each.wire != part:
                    one = self._argument(each, each.wire in owner.sent, names)
                    self.arguments.append(one)
                    beside.append(self._property(each, one, at + pointer([each.wire])))
            ref, at = types.member(ref, pointer([part])), at + pointer([part])
        if self.declared and beside:
            self.declared = replace(self.declared, properties=(*self.declared.properties, *beside))

    def _argument(self, each: Field, required: bool, names: Scope) -> Argument:
        return argument(Wanted(each.wire, each.type, required, each.description, each.scope), names, self._context)

    def _property(self, each: Field, one: Argument, at: str = "") -> runtime.Property:
        encoding = next((found for found in self._media.encodings if found.property == each.wire), None)
        binary = is_multipart(self._media.content_type) and is_file(one.type)
        written = encoding.content_type if encoding else ""
        return runtime.Property(
            name=each.wire,
            argument=one.name,
            at=at,
            required=one.required,
            type=None if binary else self._context.runtime_type(one.type),
            binary=binary,
            several=binary and isinstance(one.type, ListType),
            content_types=tuple(part.strip() for part in written.split(",") if part.strip()),
            style=encoding.style if encoding else "",
            explode=encoding.explode if encoding else None,
            allow_reserved=encoding.allow_reserved if encoding else False,
            shared=one.shared,
            sensitive=each.sensitive,
        )

    def _whole(self, taken: frozenset[str], text: str) -> None:
        name = Scope(RESERVED | taken).take("body", "_")
        ref = whole_type(self._media.content_type, self._type)
        self.arguments = [Argument(name, ref, self._required, text)]
        self.declared = runtime.Body(
            content_type=self._media.content_type,
            required=self._required,
            argument=name,
            type=BYTES if ref == BINARY else self._context.runtime_type(ref),
        )


def whole_type(content_type: str, ref: TypeRef) -> TypeRef:
    """Give what the client takes for a body that is one argument; bytes where it cannot write the type."""
    if content_type in {FORM, MULTIPART}:
        return MAP if ref == ANY else ref
    if is_multipart(content_type):
        return ref if isinstance(ref, ClassType | MapType) else BINARY
    if is_json_lines(content_type):
        return as_text(ref if isinstance(ref, ListType) else ListType(ref))
    return as_text(ref) if is_json(content_type) or content_type.startswith("text/") else BINARY
