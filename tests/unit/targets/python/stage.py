"""What tests of hoisting share: named types become a table of classes."""

from typing import Any

from qiyue.api import Api
from qiyue.client_plan import plan_client
from qiyue.targets.python.hoist import Schemas, hoist
from qiyue.targets.python.names import plan_names
from qiyue.values import freeze

REF = "#/components/schemas/"


def hoisted(**types: Any) -> tuple[Schemas, list[str]]:
    """Hoist named types; give the table and the codes of its gaps."""
    frozen = freeze({REF + name: node for name, node in types.items()})
    names = plan_names(plan_client(Api("t", "1", types=frozen)), "Tea")
    gaps: list[str] = []
    return hoist(frozen, names.types, names.scope, lambda code, *_: gaps.append(code)), gaps
