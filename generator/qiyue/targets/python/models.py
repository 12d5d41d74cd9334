"""The view of ``models.py``. In: the table of types. Out: its classes, unions and types that hold themselves."""

from collections.abc import Iterator, Mapping

from qiyue.client_plan.types.table import EnumType, Field, ObjectType, TaggedUnion, TypeTable
from qiyue.client_plan.types.type_ref import ANY, TypeRef, as_text
from qiyue.client_plan.words import env_name
from qiyue.targets.python.expressions import NONE, Expression, Writer, runtime_import, union
from qiyue.targets.python.fields import field_names
from qiyue.targets.python.literals import literal
from qiyue.targets.python.methods import import_lines
from qiyue.targets.python.views import AliasView, ClassView, MemberView, ModelsView, ReadOnlyView, UnionView

_WRITER = Writer(models="")
_UNKNOWN = "Unknown"
"""The class of an object whose tag nobody told."""
_ENUMS = {"string": "OpenStrEnum", "integer": "OpenIntEnum"}
_NARROWER = "  # pyright: ignore[reportIncompatibleVariableOverride]"
"""Pydantic wants further fields declared narrower than its own class has them."""


def models_view(types: TypeTable, read_only: Mapping[str, tuple[str, ...]]) -> ModelsView:
    """Decide ``models.py``; ``read_only`` are the fields that answers always have and requests need not, by class.

    What it says of classes that are not in the table counts for nothing.
    """
    module = _Module(types)
    classes = tuple(module.classes())
    unions = tuple(module.tagged_union(name, told) for name, told in types.unions.items())
    aliases = tuple(module.alias(name, ref) for name, ref in types.aliases.items())
    fields = (
        ReadOnlyView(name, literal(tuple(sorted(map(module.names[name].__getitem__, wires)))))
        for name, wires in read_only.items()
        if name in module.names
    )
    return ModelsView(import_lines(module.imports, "."), classes, unions, aliases, tuple(fields))


class _Module:
    """Writes the parts of the module, and keeps what they import."""

    def __init__(self, types: TypeTable) -> None:
        self._types = types
        self.imports: set[tuple[str, str]] = set()
        taken = {*types.classes, *types.unions, *types.aliases, *(each.name for each in types.times)}
        objects = {name: each for name, each in types.classes.items() if isinstance(each, ObjectType)}
        self.names = {name: field_names(each.wires, taken) for name, each in objects.items()}
        """The name of each field: class → wire name → field."""

    def classes(self) -> Iterator[ClassView]:
        for name, each in self._types.classes.items():
            if isinstance(each, EnumType):
                base, members = _ENUMS[each.kind], tuple(_enum_members(each))
            else:
                base, members = "Model", tuple(self._fields(name, each))
            self.imports.add(runtime_import(base))
            yield ClassView(name, base, each.description, members)

    def _fields(self, owner: str, node: ObjectType) -> Iterator[MemberView]:
        names = self.names[owner]
        for each in node.fields:
            field = self._annotation(each, names[each.wire], each.wire in node.received)
            yield MemberView(f"{names[each.wire]}: {field}", each.description)
        if node.further != ANY:
            yield MemberView(f"__pydantic_extra__: dict[str, {self._form(node.further)}]{_NARROWER}", "")

    def _annotation(self, field: Field, name: str, required: bool) -> str:
        form = self._form(field.type)
        text = form.text if required else union((form, NONE)).text
        notes = [f"alias={literal(field.wire)}"] if field.wire != name else []
        notes += ["deprecated=True"] if field.deprecated else []
        if notes:
            self.imports |= {("typing", "Annotated"), ("pydantic", "Field")}
            text = f"Annotated[{text}, Field({', '.join(notes)})]"
        return text if required else f"{text} = None"

    def tagged_union(self, name: str, told: TaggedUnion) -> UnionView:
        rest = told.rest or _UNKNOWN
        branches = dict.fromkeys([*(form for form in told.classes if form != rest), rest])
        self.imports |= {("typing", "Annotated"), ("typing", "TypeAlias"), runtime_import("Tagged")}
        if not told.rest:
            self.imports.add(runtime_import(_UNKNOWN))
        tags = ", ".join(f"{literal(tag)}: {form}" for tag, form in told.tags)
        called = {self.names[form].get(told.field, told.field) for form in branches if form in self.names}
        arguments = tuple(sorted(called - {told.field}))
        given = [literal(told.field), f"{{{tags}}}", *([literal(arguments)] if arguments else [])]
        return UnionView(name, " | ".join(branches), ", ".join(given))

    def alias(self, name: str, ref: TypeRef) -> AliasView:
        self.imports.add(("typing_extensions", "TypeAliasType"))
        return AliasView(name, self._form(ref).text)

    def _form(self, ref: TypeRef) -> Expression:
        form = _WRITER.write(as_text(ref))
        self.imports |= form.imports
        return form


def _enum_members(node: EnumType) -> Iterator[MemberView]:
    for each in node.values:
        yield MemberView(f"{env_name(each.name)} = {literal(each.value)}", each.description)
