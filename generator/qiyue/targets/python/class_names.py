"""Names of types that Python or ``models.py`` has in use. In: a plan. Out: the plan with others."""

from qiyue.client_plan import ClientPlan
from qiyue.client_plan.rename import rename_types
from qiyue.client_plan.types.names import TypeNames
from qiyue.targets.python.expressions import RUNTIME
from qiyue.targets.python.words import BUILTINS, KEYWORDS

_IMPORTS = f"Annotated Any Field Literal TypeAlias TypeAliasType annotations {RUNTIME['types']} {RUNTIME['tagged']}"
"""What ``models.py`` imports."""

_NO_CLASSES = frozenset(name.casefold() for name in (*KEYWORDS, *BUILTINS, *_IMPORTS.split()))


def spell_types(plan: ClientPlan) -> ClientPlan:
    """Name a type ``XModel`` where ``X`` is taken."""
    types = plan.types
    named = [*types.names.values(), *types.classes, *types.unions, *types.aliases, *(each.name for each in types.times)]
    scope = TypeNames(named)
    taken = [name for name in dict.fromkeys(named) if name.casefold() in _NO_CLASSES]
    return rename_types(plan, {name: scope.take(f"{name}Model") for name in taken})
