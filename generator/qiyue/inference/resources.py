"""Resources: the operations of an Api, put together by the collection that their paths name. In: Api. Out: resources.

A collection is a resource where at least two operations have roles in it. Each role goes to one operation: the one
without a verb in its path comes first.
"""

from collections import Counter
from collections.abc import Iterator

from qiyue.api import Api, Operation, Where
from qiyue.inference.actions import Actions
from qiyue.inference.addresses import Address, address_of, collections_of
from qiyue.inference.links import linked_creations
from qiyue.inference.model import Action, Resource, Role
from qiyue.inference.shapes import Shapes
from qiyue.inference.stated import answer_spot, is_stated, stated_resources
from qiyue.inference.words import ids_of, key_names

Members = list[tuple[Operation, Address]]
Roles = dict[Action, tuple[Role, Operation]]


def infer_resources(api: Api) -> tuple[Resource, ...]:
    """Return the resources of an Api: those that extensions state, then those that paths tell."""
    shapes = Shapes(api)
    found = (_resource(shapes, members) for members in _collections(api).values())
    return (*stated_resources(api.operations), *(each for each in found if len(each.roles) > 1))


def list_spot(api: Api, operation: Operation) -> Where | None:
    """Return where the body of a success holds a list, ``None`` where it holds none."""
    shapes = Shapes(api)
    node = shapes.answer(operation)
    return None if node is None else shapes.list_in(node, "", answer_spot(operation))


def _collections(api: Api) -> dict[tuple[str, ...], Members]:
    """Return the operations by collection; what is made elsewhere, or lies deeper, comes to its items."""
    chosen = {each for dispatch in api.dispatches for _, each in dispatch.cases}
    told = [each for each in api.operations if not is_stated(each) and each.id not in chosen]
    below = collections_of(told)
    found: dict[tuple[str, ...], Members] = {}
    for operation in told:
        address = address_of(operation, below)
        if address is not None:
            found.setdefault(address.collection, []).append((operation, address))
    for maker, getter in linked_creations(told):
        homes = {each.id: collection for collection, members in found.items() for each, _ in members}
        if maker in homes and getter in homes and not _names_items(found[homes[maker]]):
            found[homes[getter]] += found.pop(homes[maker])
    for collection in list(found):
        if collection in found and not _names_items(found[collection]):
            homes_of = [each for each in found if _is_home(each, collection) and _names_items(found[each])]
            if len(homes_of) == 1:
                found[homes_of[0]] += found.pop(collection)
    return found


def _names_items(members: Members) -> bool:
    return any(address.key for _, address in members)


def _is_home(home: tuple[str, ...], collection: tuple[str, ...]) -> bool:
    """Tell whether items of a collection may be called without what they lie in: ``/users/{}/things``, ``/things``."""
    return home != collection and home[-1] == collection[-1] != "{}" and home[:-1] == collection[: len(home) - 1]


def _resource(shapes: Shapes, members: Members) -> Resource:
    keys = Counter(address.key for _, address in members if address.key)
    parameter = max(keys, key=lambda each: keys[each], default="")
    noun = next((address.noun for _, address in members if address.noun), "")
    names = tuple(dict.fromkeys(key_names(parameter, noun) if parameter else ids_of(noun)))
    creates = any(operation.method == "POST" and not address.key for operation, address in members)
    actions = Actions(shapes, noun, names, creates=creates)
    roles: Roles = {}
    for operation, address in sorted(members, key=_turn):
        role = actions.role(operation, address)
        if role is not None:
            roles.setdefault(role.action, (role, operation))
    shown = (actions.key_shown(role, operation) for role, operation in _surest_first(roles))
    key = next((each for each in shown if each is not None), "")
    path = min((address.path for _, address in members), key=len)
    told = [roles[action][0] for action in Action if action in roles]
    return Resource(path, key, tuple(told) if _leads_somewhere(actions, roles, bool(parameter or key)) else ())


def _turn(member: tuple[Operation, Address]) -> tuple[bool, int, bool]:
    operation, address = member
    return address.verb is not None, len(address.above), operation.deprecated


def _surest_first(roles: Roles) -> Iterator[tuple[Role, Operation]]:
    order = (Action.GET, Action.LIST, Action.CREATE, Action.REPLACE, Action.PATCH, Action.UPDATE)
    yield from (roles[action] for action in order if action in roles)


def _leads_somewhere(actions: Actions, roles: Roles, named: bool) -> bool:
    """Tell whether objects can be made or found, and named; where nothing names them, a list shows what is made."""
    if named:
        return not roles.keys().isdisjoint({Action.CREATE, Action.GET, Action.LIST})
    pair = (roles.get(Action.CREATE), roles.get(Action.LIST))
    return pair[0] is not None and pair[1] is not None and actions.lists_what_is_made(pair[0], pair[1])
