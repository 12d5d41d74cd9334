"""What every view needs to know: the Api with its names and its hoisted types."""

from collections.abc import Mapping

from qiyue.api import Api, TypeId, Types
from qiyue.api.types import name_of
from qiyue.base.value import Value
from qiyue.base.where import parts_of
from qiyue.client_plan import Method
from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.schema.merge import resolve
from qiyue.targets.python.expressions import Expression, Writer, union
from qiyue.targets.python.hoist import Schemas
from qiyue.targets.python.limits import LimitTables
from qiyue.targets.python.names import Names
from qiyue.targets.python.service import Constructor
from qiyue.targets.python.uses import NULL, Use
from qiyue.targets.target import Locate
from qiyue.values import Plain

"""JSON Pointer into the document → its place in a file."""


class Gaps(Value):
    """Tells the report what is degraded."""

    report: Report
    locate: Locate
    places: Mapping[TypeId, str]

    def __call__(self, code: str, message: str, place: str) -> None:
        """``place`` is a JSON Pointer or a type id."""
        pointer = self.places.get(place, place.removeprefix("#"))
        found = self.locate(pointer) if pointer.startswith("/") else None
        self.report.add(Diagnostic(code, Severity.GAP, message, found))


class Context(Value):
    """One client in the making."""

    api: Api
    methods: Mapping[str, Method]
    """By the id of their operation, as planned."""
    package: str
    names: Names
    schemas: Schemas
    limits: LimitTables
    constructor: Constructor
    gap: Gaps

    @property
    def types(self) -> Types:
        return self.api.types

    @property
    def classes(self) -> Mapping[str, Use]:
        return self.schemas.classes

    def schema(self, type_id: TypeId) -> Plain:
        """Give the node of a type as the spec has it."""
        return self.api.types.get(type_id, {})

    def use(self, type_id: TypeId) -> Use:
        """Give a type as it is written where it is used."""
        return self.schemas.uses.get(type_id, {})

    def part(self, use: Use, where: str) -> Use:
        """Follow a JSON Pointer into a use, of a union into the branches that have it; else it is anything."""
        for name in parts_of(where):
            branches = [each for part in use.get("anyOf", (use,)) for each in part.get("tagged", (part,))]
            found = [self._member(part, name) for part in branches if part != NULL]
            known = [member for member in found if member]
            use = known[0] if known and all(member == known[0] for member in known) else {}
        return use

    def _member(self, use: Use, name: str) -> Use:
        if "$ref" in use:
            found: Use = self.classes[name_of(use["$ref"])].get("properties", {}).get(name, {})
            return found
        inner: Use = use.get("items" if name.isdigit() else "additionalProperties", {})
        return inner

    def node_at(self, node: Plain, where: str) -> Plain:
        """Follow a JSON Pointer into a schema of the spec."""
        for name in parts_of(where):
            node = resolve(node, self.types).get("properties", {}).get(name, {})
        return node

    def is_open(self, node: Plain) -> bool:
        """Tell whether the document says that an object has further fields; a union beside properties names some."""
        held = resolve(node, self.types)
        further = held.get("additionalProperties", False)
        return further is True or isinstance(further, Mapping) or not held.keys().isdisjoint({"oneOf", "anyOf"})

    def runtime_type(self, use: Use) -> Expression | None:
        """Give what the runtime validates a value as; ``None`` lets every plain value through."""
        return Writer().write(use) if use else None


def optional(expression: Expression) -> Expression:
    """Allow ``None`` as well."""
    return union([expression, Expression("None")])
