"""Stated: roles that ``x-qiyue-mock`` gives. In: operations. Out: resources by store."""

from collections.abc import Iterable, Iterator, Mapping

from qiyue.api import Operation, Where
from qiyue.inference.model import Action, Resource, Role

_ACTIONS = {
    "create": Action.CREATE,
    "save": Action.CREATE,
    "get": Action.GET,
    "list": Action.LIST,
    "update": Action.UPDATE,
    "delete": Action.DELETE,
}
_BY_METHOD = {"PUT": Action.REPLACE, "PATCH": Action.PATCH}


def is_stated(operation: Operation) -> bool:
    """Tell whether the document says what an operation does with objects, be it nothing."""
    return operation.mock is not None and bool(operation.mock.do)


def stated_resources(operations: Iterable[Operation]) -> Iterator[Resource]:
    """Return a resource for each store that operations name."""
    stores: dict[str, list[Operation]] = {}
    for operation in operations:
        if operation.mock and operation.mock.do in _ACTIONS and operation.mock.store:
            stores.setdefault(operation.mock.store, []).append(operation)
    for store, found in stores.items():
        keys = [str(each.mock.key.get("at", "")) for each in found if each.mock]
        roles: dict[Action, Role] = {}
        for role in map(_role, found):
            roles.setdefault(role.action, role)
        yield Resource(
            store,
            next((key for key in keys if key.startswith("/")), ""),
            tuple(roles[action] for action in Action if action in roles),
        )


def answer_spot(operation: Operation) -> Where:
    """Return where an answer holds the object or list, as extensions tell: its payload, where they say nothing else."""
    role, envelope, pages = operation.mock, operation.envelope, operation.pagination
    if role and "answer" in role.extra:
        return str(role.extra["answer"])
    if pages and (role is None or role.do == "list"):
        return pages.items
    return envelope.answer.payload if envelope and envelope.answer else ""


def _role(operation: Operation) -> Role:
    mock = operation.mock
    key: Mapping[str, object] = mock.key if mock else {}
    extra: Mapping[str, object] = mock.extra if mock else {}
    action = _ACTIONS[mock.do if mock else ""]
    if action is Action.UPDATE:
        action = _BY_METHOD.get(operation.method, action)
    creates, spot, at = action is Action.CREATE, answer_spot(operation), str(key.get("at", ""))
    sends = creates or action in (Action.UPDATE, Action.REPLACE, Action.PATCH)
    asked = (
        ""
        if mock and mock.do == "create" and "make" in key
        else str(key.get("from") or ("" if action is Action.LIST else at))
    )
    payload = operation.envelope.request.payload if operation.envelope and operation.envelope.request else ""
    return Role(
        operation.id,
        action,
        asked,
        (mock.scope,) if mock and mock.scope else (),
        str(extra.get("object", payload)) if sends else None,
        None if action is Action.DELETE else spot,
        spot + at if creates else None,
        ("x-qiyue-mock says so",),
    )
