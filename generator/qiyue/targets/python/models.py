"""The view of ``models.py``. In: the table of ``hoist``. Out: its classes, unions and types that hold themselves."""

from collections.abc import Iterator, Mapping

from qiyue.targets.python.expressions import NONE, Expression, Writer, runtime_import, union
from qiyue.targets.python.fields import field_names
from qiyue.targets.python.hoist import Schemas
from qiyue.targets.python.literals import literal
from qiyue.targets.python.methods import import_lines
from qiyue.targets.python.unions import TaggedUnion
from qiyue.targets.python.uses import Use, as_text
from qiyue.targets.python.views import AliasView, ClassView, MemberView, ModelsView, ReadOnlyView, UnionView

_WRITER = Writer(models="")
_ENUMS = {"string": "OpenStrEnum", "integer": "OpenIntEnum"}
_NARROWER = "  # pyright: ignore[reportIncompatibleVariableOverride]"
"""Pydantic wants further fields declared narrower than its own class has them."""


def models_view(schemas: Schemas, read_only: Mapping[str, tuple[str, ...]]) -> ModelsView:
    """Decide ``models.py``; ``read_only`` are the fields that answers always have and requests need not, by class.

    What it says of classes that are not in the table counts for nothing.
    """
    module = _Module(schemas)
    classes = tuple(module.classes())
    unions = tuple(module.tagged_union(name, told) for name, told in schemas.unions.items())
    aliases = tuple(module.alias(name, use) for name, use in schemas.aliases.items())
    fields = (
        ReadOnlyView(name, literal(tuple(sorted(map(module.names[name].__getitem__, wires)))))
        for name, wires in read_only.items()
        if name in module.names
    )
    return ModelsView(import_lines(module.imports, "."), classes, unions, aliases, tuple(fields))


class _Module:
    """Writes the parts of the module, and keeps what they import."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self.imports: set[tuple[str, str]] = set()
        types = {*schemas.classes, *schemas.unions, *schemas.aliases, *(each.name for each in schemas.times)}
        objects = {name: node["properties"] for name, node in schemas.classes.items() if "properties" in node}
        self.names = {name: field_names(properties, types) for name, properties in objects.items()}
        """The name of each field: class → wire name → field."""

    def classes(self) -> Iterator[ClassView]:
        for name, node in self._schemas.classes.items():
            if "enum" in node:
                base, members = _ENUMS[node["type"]], tuple(_enum_members(node))
            else:
                base, members = "Model", tuple(self._fields(name, node))
            self.imports.add(runtime_import(base))
            yield ClassView(name, base, node.get("description", ""), members)

    def _fields(self, owner: str, node: Use) -> Iterator[MemberView]:
        names = self.names[owner]
        for wire, use in node["properties"].items():
            field = self._annotation(use, names[wire], wire, wire in node["required"])
            yield MemberView(f"{names[wire]}: {field}", use.get("description", ""))
        if "extra" in node:
            yield MemberView(f"__pydantic_extra__: dict[str, {self._form(node['extra'])}]{_NARROWER}", "")

    def _annotation(self, use: Use, name: str, wire: str, required: bool) -> str:
        form = self._form(use)
        text = form.text if required else union((form, NONE)).text
        notes = [f"alias={literal(wire)}"] if wire != name else []
        notes += ["deprecated=True"] if use.get("deprecated") is True else []
        if notes:
            self.imports |= {("typing", "Annotated"), ("pydantic", "Field")}
            text = f"Annotated[{text}, Field({', '.join(notes)})]"
        return text if required else f"{text} = None"

    def tagged_union(self, name: str, told: TaggedUnion) -> UnionView:
        branches = dict.fromkeys([*(form for form in told.classes if form != told.rest), told.rest])
        self.imports |= {("typing", "Annotated"), ("typing", "TypeAlias"), runtime_import("Tagged")}
        if told.rest not in self._schemas.classes:
            self.imports.add(runtime_import(told.rest))
        tags = ", ".join(f"{literal(tag)}: {form}" for tag, form in told.tags)
        called = {self.names[form].get(told.field, told.field) for form in branches if form in self.names}
        arguments = tuple(sorted(called - {told.field}))
        given = [literal(told.field), f"{{{tags}}}", *([literal(arguments)] if arguments else [])]
        return UnionView(name, " | ".join(branches), ", ".join(given))

    def alias(self, name: str, use: Use) -> AliasView:
        self.imports.add(("typing_extensions", "TypeAliasType"))
        return AliasView(name, self._form(use).text)

    def _form(self, use: Use) -> Expression:
        form = _WRITER.write(as_text(use))
        self.imports |= form.imports
        return form


def _enum_members(node: Use) -> Iterator[MemberView]:
    for name, value, text in zip(node["names"], node["enum"], node["meanings"], strict=True):
        yield MemberView(f"{name} = {literal(value)}", text)
