"""Actions: what one operation does with the objects of its collection. In: an operation, its address. Out: a role."""

from collections.abc import Iterator, Sequence

from qiyue.api import Operation, Where
from qiyue.inference.addresses import Address
from qiyue.inference.links import linked_key
from qiyue.inference.model import Action, Role
from qiyue.inference.shapes import Node, Shapes, is_list
from qiyue.inference.stated import answer_spot
from qiyue.inference.words import joined, plain_words

_ON_ITEM = {
    "GET": Action.GET,
    "PUT": Action.REPLACE,
    "PATCH": Action.PATCH,
    "POST": Action.UPDATE,
    "DELETE": Action.DELETE,
}
_ON_COLLECTION = {**_ON_ITEM, "GET": Action.LIST, "POST": Action.CREATE}
_CHANGING = (Action.REPLACE, Action.PATCH, Action.UPDATE)
_SENDING = (Action.CREATE, *_CHANGING)


class Actions:
    """The operations of one collection."""

    def __init__(self, shapes: Shapes, noun: str, names: Sequence[str], *, creates: bool) -> None:
        self._shapes, self._noun, self._names, self._creates = shapes, noun, names, creates

    def role(self, operation: Operation, address: Address) -> Role | None:
        """Return what an operation does, ``None`` where that is none of the actions."""
        action = self._action(operation, address)
        key = self._key(operation, address, action)
        listed = action is Action.LIST
        if action is None or (key == "" and action not in (Action.CREATE, Action.LIST)):
            return None
        shown = self._list(operation) if listed else self._object(operation)
        sent = self._sent(operation) if action in _SENDING else None
        told = self._answered_key(operation, shown) if action is Action.CREATE else None
        if action is Action.CREATE and sent is None and told is None:
            return None
        finds = listed or action is Action.GET
        if finds and (shown is None or (not listed and self._is_list(operation))):
            return None
        return Role(
            operation.id,
            action,
            key,
            tuple(f"path:{each}" for each in address.above),
            sent,
            None if action is Action.DELETE else shown,
            told,
            tuple(self._reasons(operation, address, action, key)),
        )

    def key_shown(self, role: Role, operation: Operation) -> Where | None:
        """Return where an object in an answer holds its key, ``None`` where it holds none."""
        node = self._shapes.answer(operation)
        if node is None or role.shown is None:
            return None
        at = f"{role.shown}/*" if role.action is Action.LIST else role.shown
        return self._shapes.key_in(self._shapes.at(node, at), self._names)

    def lists_what_is_made(self, made: tuple[Role, Operation], listed: tuple[Role, Operation]) -> bool:
        """Tell whether the objects of a list have a member of what a creation sends, or are nothing but one."""
        role, operation = made
        sent, shown = self._shapes.request(operation), self._shapes.answer(listed[1])
        if sent is None or shown is None or role.sent is None:
            return False
        names = set(self._shapes.at(sent, role.sent).get("properties", ()))
        item = self._shapes.at(shown, f"{listed[0].shown}/*")
        return not names.isdisjoint(item.get("properties", ())) or (len(names) == 1 and self._shapes.is_scalar(item))

    def _action(self, operation: Operation, address: Address) -> Action | None:
        live = operation.safety.live if operation.safety else ""
        usual = (_ON_ITEM if address.key else _ON_COLLECTION).get(operation.method)
        action = address.verb or usual
        if address.verb and operation.method == "GET" and address.verb not in (Action.GET, Action.LIST):
            return None
        if address.verb is Action.UPDATE:
            action = {"PUT": Action.REPLACE, "PATCH": Action.PATCH}.get(operation.method, Action.UPDATE)
        if action is Action.LIST and not self._is_list_at_all(operation):
            action = Action.GET  # one object, named elsewhere than in the path
        if action is Action.CREATE and self._is_list(operation) and not address.verb:
            return None
        return None if live == "read" and action not in (Action.GET, Action.LIST, None) else action

    def _key(self, operation: Operation, address: Address, action: Action | None) -> Where:
        """Return where a request holds the key, ``""`` where it holds none."""
        if address.key:
            return f"path:{address.key}"
        if action is Action.LIST:
            return ""
        wanted = [name for name in self._names if name != "name"]
        asked = {joined(plain_words(each.name)): each for each in operation.parameters if each.location == "query"}
        in_query = (asked[name] for name in wanted if name in asked and asked[name].required)
        if action is not Action.CREATE and (found := next(in_query, None)):
            return f"query:{found.name}"
        node, sent = self._shapes.request(operation), self._sent(operation)
        if node is None or sent is None or (action in (Action.REPLACE, Action.PATCH) and not self._creates):
            return ""
        held = self._shapes.at(node, sent)
        key = self._shapes.key_in(held, self._names)
        if key is None or (action is Action.CREATE and not self._is_chosen(operation, held, key)):
            return ""
        return sent + key

    def _is_chosen(self, operation: Operation, held: Node, key: Where) -> bool:
        """Tell whether the caller of a creation chooses the key: he can, and no answer has to tell him another one."""
        node, spot = self._shapes.answer(operation), self._object(operation)
        told = self._shapes.key_in(self._shapes.at(node, spot), self._names) if node and spot is not None else None
        is_asked = key[1:] in held.get("required", ()) or not node
        return is_asked and told in (None, key) and self._shapes.at(held, key).get("readOnly") is not True

    def _sent(self, operation: Operation) -> Where | None:
        node = self._shapes.request(operation)
        envelope = operation.envelope.request if operation.envelope else None
        start = envelope.payload if envelope else ""
        if node is None or is_list(self._shapes.at(node, start)):
            return None
        return self._shapes.object_in(node, (), self._noun, start)

    def _object(self, operation: Operation) -> Where | None:
        node, start = self._shapes.answer(operation), answer_spot(operation)
        return None if node is None else self._shapes.object_in(node, self._names, self._noun, start)

    def _list(self, operation: Operation) -> Where | None:
        node, start = self._shapes.answer(operation), answer_spot(operation)
        return None if node is None else self._shapes.list_in(node, self._noun, start)

    def _is_list(self, operation: Operation) -> bool:
        """Tell whether an answer is a list and shows no object with a key."""
        spot = self._list(operation)
        node = self._shapes.answer(operation)
        if spot is None or node is None:
            return False
        found = self._shapes.object_in(node, self._names, self._noun, answer_spot(operation))
        return found is None or self._shapes.key_in(self._shapes.at(node, found), self._names) is None

    def _is_list_at_all(self, operation: Operation) -> bool:
        return self._list(operation) is not None

    def _answered_key(self, operation: Operation, shown: Where | None) -> Where | None:
        linked, node = linked_key(operation), self._shapes.answer(operation)
        if linked is not None:
            return linked
        if node is not None and self._shapes.is_scalar(node):
            return ""
        if node is not None and shown is not None:
            key = self._shapes.key_in(self._shapes.at(node, shown), self._names)
            if key is not None:
                return shown + key
        headers = (header.name.lower() for answer in operation.success_answers for header in answer.headers)
        return "header:Location" if "location" in headers else None

    def _reasons(self, operation: Operation, address: Address, action: Action, key: Where) -> Iterator[str]:
        place = f"{address.path}/{{{address.key}}}" if address.key else address.path
        yield f"{operation.method} {place}"
        if address.verb:
            yield f"its path says {action}"
        if action is Action.CREATE and linked_key(operation) is not None:
            yield "a link of its answer leads to the object"
        if key and not address.key:
            yield f"its request holds the key at {key}"
