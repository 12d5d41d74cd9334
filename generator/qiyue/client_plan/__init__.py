"""The client plan: an Api as its callers see it, in words, without a language.

In: an Api. Out: a ``ClientPlan``, which a target spells, and of which it escapes the words that its language reserves.
"""

from qiyue.api import Api
from qiyue.client_plan.arguments import plan_arguments
from qiyue.client_plan.lock import read_lock, write_lock
from qiyue.client_plan.model import Argument, Arguments, ClientPlan, Method, Resource, Result, Stream
from qiyue.client_plan.naming import Naming, name_operations
from qiyue.client_plan.refusals import share_refusal_types
from qiyue.client_plan.resources import plan_resources
from qiyue.client_plan.settings import plan_settings
from qiyue.client_plan.success_branches import filter_success_branches
from qiyue.client_plan.types.build import Gap, build_types

__all__ = [
    "Argument",
    "Arguments",
    "ClientPlan",
    "Gap",
    "Method",
    "Naming",
    "Resource",
    "Result",
    "Stream",
    "plan_client",
    "read_lock",
    "write_lock",
]


def plan_client(api: Api, gap: Gap = lambda _code, _message, _type: None, naming: Naming = Naming()) -> ClientPlan:
    """Decide what the client of an Api offers and under which words. ``gap`` is told what types cannot say."""
    seen = share_refusal_types(filter_success_branches(api))
    types = build_types(seen, gap, naming.lock)
    return ClientPlan(
        resources=plan_resources(seen, name_operations(seen, naming)),
        settings=plan_settings(seen),
        types=types,
        arguments={operation.id: plan_arguments(operation, seen, types) for operation in seen.operations},
        api=seen,
    )
