"""Other names for types, where a language keeps some for itself. In: a plan, old name → new name. Out: the plan."""

from collections.abc import Mapping
from dataclasses import replace

from qiyue.client_plan.model import Arguments, ClientPlan
from qiyue.client_plan.types.table import Class, ObjectType, TaggedUnion, TypeTable
from qiyue.client_plan.types.type_ref import (
    AliasType,
    ClassType,
    JsonTextType,
    ListType,
    MapType,
    TaggedType,
    TupleType,
    TypeRef,
    UnionType,
    VendorTimeType,
)


def rename_types(plan: ClientPlan, names: Mapping[str, str]) -> ClientPlan:
    """Return the plan with new names of types; what is not in ``names`` keeps its own."""
    if not names:
        return plan
    renamed = _Renamed(names)
    arguments = {each: renamed.arguments(given) for each, given in plan.arguments.items()}
    return replace(plan, types=_table(plan.types, renamed), arguments=arguments)


def _table(types: TypeTable, renamed: "_Renamed") -> TypeTable:
    return TypeTable(
        classes={renamed.name(name): renamed.node(each) for name, each in types.classes.items()},
        refs={type_id: renamed.ref(each) for type_id, each in types.refs.items()},
        names={type_id: renamed.name(name) for type_id, name in types.names.items()},
        times=tuple(replace(each, name=renamed.name(each.name)) for each in types.times),
        unions={renamed.name(name): renamed.union(each) for name, each in types.unions.items()},
        aliases={renamed.name(name): renamed.ref(each) for name, each in types.aliases.items()},
    )


class _Renamed:
    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def name(self, name: str) -> str:
        return self._names.get(name, name)

    def arguments(self, given: Arguments) -> Arguments:
        listed = tuple(replace(each, type=self.ref(each.type)) for each in given.listed)
        return replace(given, listed=listed, body=given.body and replace(given.body, type=self.ref(given.body.type)))

    def node(self, node: Class) -> Class:
        if not isinstance(node, ObjectType):
            return node
        fields = tuple(replace(each, type=self.ref(each.type)) for each in node.fields)
        return replace(node, fields=fields, further=self.ref(node.further))

    def union(self, union: TaggedUnion) -> TaggedUnion:
        return replace(
            union,
            classes=tuple(map(self.name, union.classes)),
            tags=tuple((tag, self.name(name)) for tag, name in union.tags),
            rest=self.name(union.rest),
        )

    def ref(self, ref: TypeRef) -> TypeRef:
        match ref:
            case ClassType(name) | AliasType(name) | VendorTimeType(name):
                return replace(ref, name=self.name(name))
            case TaggedType(name, classes):
                return TaggedType(self.name(name), tuple(ClassType(self.name(each.name)) for each in classes))
            case JsonTextType(inner):
                return JsonTextType(self.ref(inner))
            case ListType(item):
                return ListType(self.ref(item))
            case MapType(value):
                return MapType(self.ref(value))
            case TupleType(places):
                return TupleType(tuple(map(self.ref, places)))
            case UnionType(parts):
                return UnionType(tuple(map(self.ref, parts)))
            case _:
                return ref
