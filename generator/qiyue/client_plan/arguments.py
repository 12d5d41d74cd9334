"""What a caller gives to a method. In: an operation. Out: its arguments in order, what the client fills in itself.

Parameters come first. A body that is an object is one argument for each member; where names collide, or where it is
something else, it is one argument as a whole. What stands beside the payload of an envelope is an argument each.
"""

from collections.abc import Iterator
from dataclasses import replace

from qiyue.api import Api, Fill, Operation, Parameter, Scope
from qiyue.base.media import is_json, is_multipart
from qiyue.base.where import parts_of, pointer
from qiyue.client_plan.model import Argument, Arguments, Body, Kind
from qiyue.client_plan.settings import shared_words
from qiyue.client_plan.texts import described, schema_text, source_of
from qiyue.client_plan.types.table import Field, ObjectType, TypeTable
from qiyue.client_plan.types.type_ref import MAP, ConstType, ScalarType, as_text
from qiyue.client_plan.whole_body import FORM, whole_type
from qiyue.client_plan.words import Words, WordScope, split_words
from qiyue.examples import preferred_media
from qiyue.schema.merge import resolve
from qiyue.schema.places import is_open, node_at


def plan_arguments(operation: Operation, api: Api, types: TypeTable) -> Arguments:
    """Plan the arguments of an operation."""
    return _Planner(operation, api, types).planned()


class _Planner:
    def __init__(self, operation: Operation, api: Api, types: TypeTable) -> None:
        self._operation, self._api, self._types = operation, api, types
        self._constants = list(_selecting(operation, api))
        self._filled = frozenset([*_filled(operation), *(fill.at for fill in self._constants)])
        request = operation.envelope.request if operation.envelope else None
        self._payload = request.payload if request else ""
        self._scope = WordScope()

    def planned(self) -> Arguments:
        listed = tuple(self._parameters())
        body, members = self._body()
        return Arguments((*listed, *members), body, tuple(self._constants))

    def _parameters(self) -> Iterator[Argument]:
        path = self._operation.path
        for parameter in sorted(self._operation.parameters, key=lambda each: _spot(each, path)):
            at = f"{parameter.location}:{parameter.name}"
            ref = as_text(self._types.ref(parameter.type))
            if at in self._filled:
                continue
            default = ref.value if parameter.required and isinstance(ref, ConstType) else None
            if default is not None and self._is_fixed(parameter):
                self._constants.append(Fill(at=at, make="const", value=default))
                continue
            if isinstance(ref, ConstType) and default is not None:
                ref = ScalarType(ref.kind)
            called = parameter.called or parameter.name
            shared = _shared(called, parameter.scope)
            yield Argument(
                name=self._scope.take(_words(called, parameter.scope)),
                kind="parameter",
                wire=parameter.name,
                at=at,
                type=ref,
                required=parameter.required and default is None,
                needed=parameter.required and default is None and not shared,
                description=self._parameter_text(parameter),
                shared=shared,
                sensitive=parameter.sensitive,
                default=default,
            )

    def _is_fixed(self, parameter: Parameter) -> bool:
        """Tell whether the one value of a parameter is all that there will ever be; a list of one may grow."""
        return "const" in resolve(self._api.types.get(parameter.type, {}), self._api.types)

    def _parameter_text(self, parameter: Parameter) -> str:
        said = parameter.description or schema_text(self._api.types.get(parameter.type, {}))
        return described(said, source_of(parameter.evidence))

    def _body(self) -> tuple[Body | None, list[Argument]]:
        media, said = preferred_media(self._operation), self._operation.body
        if media is None or said is None:
            return None, []
        ref = self._types.member(self._types.ref(media.type), self._payload)
        found = self._types.object_of(ref)
        multipart = is_multipart(media.content_type)
        if found and (is_json(media.content_type) or media.content_type == FORM or multipart):
            members = self._members(found, always=said.required, multipart=multipart)
            if members is not None:
                members += self._further(media.type)
                beside = self._beside(media.type, multipart=multipart)
                read_only = tuple(each.wire for each in found.fields if each.read_only)
                return Body(media.content_type, said.required, ref, True, read_only), [*members, *beside]
        whole = whole_type(media.content_type, ref)
        text = described(said.description, source_of(said.evidence))
        name = self._scope.take(("body",))
        one = Argument(name, "body", "", self._payload, whole, said.required, said.required, text)
        beside = self._beside(media.type, multipart=multipart)
        return Body(media.content_type, said.required, whole), [one, *beside]

    def _members(self, found: ObjectType, *, always: bool, multipart: bool) -> list[Argument] | None:
        """Plan an argument for each member, ``None`` where a parameter has the name of one."""
        scope, members, constants = WordScope(), [], list(self._constants)
        for each in self._asked(found, self._payload, multipart=multipart):
            name = scope.take(_words(each.wire, each.scope))
            if not self._scope.is_free(name):
                self._constants = constants
                return None
            one = self._member(each, name, self._payload, "member", required=each.wire in found.sent)
            members.append(one if always else replace(one, needed=False))
        for one in members:
            self._scope.take(one.name)
        return members

    def _further(self, body: str | None) -> list[Argument]:
        """Let the caller give members that the document does not name, where it says that there are some."""
        node = node_at({"$ref": body} if body else {}, self._payload, self._api.types)
        if not is_open(node, self._api.types):
            return []
        text = "Fields that the document does not name."
        return [Argument(self._scope.take(("fields",)), "further", "", self._payload, MAP, False, False, text)]

    def _beside(self, body: str | None, *, multipart: bool) -> list[Argument]:
        """Plan an argument for each member beside the payload."""
        ref, at, beside = self._types.ref(body), "", []
        for part in parts_of(self._payload):
            if owner := self._types.object_of(ref):
                for each in self._asked(owner, at, multipart=multipart):
                    if each.wire != part:
                        name = self._scope.take(_words(each.wire, each.scope))
                        beside.append(self._member(each, name, at, "beside", required=each.wire in owner.sent))
            ref, at = self._types.member(ref, pointer([part])), at + pointer([part])
        return beside

    def _asked(self, owner: ObjectType, at: str, *, multipart: bool) -> Iterator[Field]:
        """Walk the members that the caller gives; those with one value are constants. Outside of a multipart form a
        file is text."""
        for each in owner.fields:
            here = at + pointer([each.wire])
            if here in self._filled or each.read_only:
                continue
            if isinstance(each.type, ConstType) and each.wire in owner.sent:
                self._constants.append(Fill(at=here, make="const", value=each.type.value))
            else:
                yield each if multipart else replace(each, type=as_text(each.type))

    def _member(self, each: Field, name: Words, at: str, kind: Kind, *, required: bool) -> Argument:
        shared = _shared(each.wire, each.scope)
        return Argument(
            name=name,
            kind=kind,
            wire=each.wire,
            at=at + pointer([each.wire]),
            type=each.type,
            required=required,
            needed=required and not shared,
            description=each.description,
            shared=shared,
            sensitive=each.sensitive,
        )


def _spot(parameter: Parameter, path: str) -> int:
    """Return where a part of the path stands; what is no part of it stands behind."""
    return path.find(f"{{{parameter.name}}}") if parameter.location == "path" else len(path)


def _words(called: str, scope: Scope | None) -> Words:
    given_once = scope.name if scope and scope.client else ""
    return split_words(given_once or called) or ("parameter",)


def _shared(called: str, scope: Scope | None) -> Words:
    return shared_words(scope, called) if scope and scope.client else ()


def _filled(operation: Operation) -> Iterator[str]:
    """Walk the places that the client fills in by itself."""
    if operation.signature:
        yield operation.signature.put
    if operation.envelope and operation.envelope.request:
        yield from (fill.at for fill in operation.envelope.request.fill)


def _selecting(operation: Operation, api: Api) -> Iterator[Fill]:
    """Walk the field that selects the operation among those of one path."""
    for dispatch in api.dispatches:
        for value, each in dispatch.cases:
            if each == operation.id:
                yield Fill(at=dispatch.field, make="const", value=value)
