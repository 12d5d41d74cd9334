"""The body of an operation as arguments. In: an operation. Out: its arguments and its declaration.

An object is one argument per property; where names collide, or the body is no object, it is ``body=``. What stands
beside the payload of an envelope is an argument each.
"""

from collections.abc import Iterator
from dataclasses import replace

from qiyue.api import Operation
from qiyue.api.types import name_of
from qiyue.base.media import is_json, is_json_lines, is_multipart
from qiyue.base.where import parts_of, pointer
from qiyue.codec import behaviour
from qiyue.examples import preferred_media
from qiyue.runtime import operation as runtime
from qiyue.targets.python.argument import RESERVED, Argument, Wanted, argument
from qiyue.targets.python.context import Context
from qiyue.targets.python.docs import described, source_of
from qiyue.targets.python.expressions import BYTES
from qiyue.targets.python.uses import BINARY, MAP, NULL, Use, as_text
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
        self._use = context.part(context.use(media.type) if media.type else {}, self._payload)
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
        if "$ref" not in self._use or not (is_json(content_type) or content_type == FORM or is_multipart(content_type)):
            return False
        required = self._context.classes[name_of(self._use["$ref"])].get("sent")
        return self._required or not required or is_multipart(content_type)

    def _flatten(self, taken: frozenset[str]) -> bool:
        node = self._context.classes[name_of(self._use["$ref"])]
        if "properties" not in node:
            return False
        arguments, properties = [], []
        names = Scope(RESERVED)
        for wire, use in self._asked(node, self._payload):
            required = wire in node["sent"]
            one = self._argument(wire, use, required and self._required, names)
            if one.name in taken:
                self.constants = []
                return False
            arguments.append(one)
            properties.append(replace(self._property(wire, one), required=required))
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

    def _asked(self, node: Use, at: str) -> Iterator[tuple[str, Use]]:
        """Walk the properties that the caller gives; those with one value are constants. Outside of a multipart form a
        file is text."""
        for wire, use in node["properties"].items():
            here = at + pointer([wire])
            if here in self._filled or use.get("readOnly"):
                continue
            if "const" in use and wire in node["sent"]:
                self.constants.append(runtime.Fill(at=here, make="const", value=use["const"]))
            else:
                yield wire, use if is_multipart(self._media.content_type) else as_text(use)

    def _surround(self, taken: frozenset[str]) -> None:
        """Let what stands beside the payload be arguments too."""
        names = Scope(RESERVED | taken | {one.name for one in self.arguments})
        use, at, beside = self._context.use(self._media.type) if self._media.type else {}, "", []
        for part in parts_of(self._payload):
            node = self._context.classes[name_of(use["$ref"])] if "$ref" in use else {}
            for wire, inner in self._asked({"properties": {}, "sent": (), **node}, at):
                if wire != part:
                    one = self._argument(wire, inner, wire in node["sent"], names)
                    self.arguments.append(one)
                    beside.append(self._property(wire, one, at + pointer([wire])))
            use, at = self._context.part(use, pointer([part])), at + pointer([part])
        if self.declared and beside:
            self.declared = replace(self.declared, properties=(*self.declared.properties, *beside))

    def _argument(self, wire: str, use: Use, required: bool, names: Scope) -> Argument:
        scope = behaviour.read_scope(use["x-qiyue-scope"]) if "x-qiyue-scope" in use else None
        return argument(Wanted(wire, use, required, str(use.get("description", "")), scope), names, self._context)

    def _property(self, wire: str, one: Argument, at: str = "") -> runtime.Property:
        encoding = next((each for each in self._media.encodings if each.property == wire), None)
        binary = is_multipart(self._media.content_type) and is_file(one.use)
        written = encoding.content_type if encoding else ""
        return runtime.Property(
            name=wire,
            argument=one.name,
            at=at,
            required=one.required,
            type=None if binary else self._context.runtime_type(one.use),
            binary=binary,
            several=binary and one.use.get("type") == "array",
            content_types=tuple(part.strip() for part in written.split(",") if part.strip()),
            style=encoding.style if encoding else "",
            explode=encoding.explode if encoding else None,
            allow_reserved=encoding.allow_reserved if encoding else False,
            shared=one.shared,
            sensitive=one.use.get("x-qiyue-sensitive") is True,
        )

    def _whole(self, taken: frozenset[str], text: str) -> None:
        name = Scope(RESERVED | taken).take("body", "_")
        use = whole_use(self._media.content_type, self._use)
        self.arguments = [Argument(name, use, self._required, text)]
        self.declared = runtime.Body(
            content_type=self._media.content_type,
            required=self._required,
            argument=name,
            type=BYTES if use == BINARY else self._context.runtime_type(use),
        )


def whole_use(content_type: str, use: Use) -> Use:
    """Give what the client takes for a body that is one argument; bytes where it cannot write the type."""
    if content_type in {FORM, MULTIPART}:
        return use or MAP
    if is_multipart(content_type):
        return use if "$ref" in use or use.get("type") == "object" else BINARY
    if is_json_lines(content_type):
        return as_text(use if use.get("type") == "array" else {"type": "array", "items": use})
    return as_text(use) if is_json(content_type) or content_type.startswith("text/") else BINARY


def is_file(use: Use) -> bool:
    """Tell whether a use is a file or a list of files."""
    if use.get("type") == "array":
        return is_file(use["items"])
    branches = [part for part in use.get("anyOf", ()) if part != NULL]
    return all(map(is_file, branches)) if branches else use.get("format") == "binary"
