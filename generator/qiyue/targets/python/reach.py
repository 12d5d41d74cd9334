"""Which classes a caller can meet. In: the table of types and the planned operations. Out: the table of those.

Components stay, whatever holds them: users import them. What has no name of its own and is in a body whose fields are
arguments is met nowhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import filterfalse

from qiyue.api import TypeId
from qiyue.api.types import is_named
from qiyue.client_plan.types.table import TypeTable
from qiyue.targets.python.operations import Planned


def met(types: TypeTable, planned: Sequence[Planned]) -> TypeTable:
    """Leave out what no caller meets."""
    spread = {*filterfalse(is_named, _spread(planned))}
    own = filter(None, (types.object_of(types.ref(each)) for each in spread))
    held = [ref for type_id, ref in types.refs.items() if type_id not in spread]
    return types.only(types.reached([*held, *(field.type for each in own for field in each.fields)]))


def _spread(planned: Iterable[Planned]) -> Iterator[TypeId]:
    """Walk the types of bodies whose fields are arguments."""
    for each in planned:
        body = each.arguments.body
        if each.operation.body and not (body and body.argument):
            yield from (media.type for media in each.operation.body.media if media.type)
