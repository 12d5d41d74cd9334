"""Objects: what an operation does with the objects that are kept. In: a turn and a body. Out: the body, answered.

One function for each word of ``do``. Whether the objects that a call names are there has been looked up before.
"""

from dataclasses import replace

from qiyue.base.absent import ABSENT
from qiyue.base.where import get, put
from qiyue.mock.answered import Answered
from qiyue.mock.turn import Turn
from qiyue.values import Plain


def create(turn: Turn, answered: Answered, body: Plain) -> Plain:
    """Keep new objects: what was sent, around it what the answer holds of a sample, then what the rules write."""
    sample = answered.sample(turn, body)
    made = [_made(turn, answered, {**sample, **sent}) for sent in turn.scene.sent(turn.call)]
    return answered.written(body, made)


def _made(turn: Turn, answered: Answered, value: Plain) -> Plain:
    role, stores = turn.scene.role, turn.scene.stores
    at = role.key.get("at", "")
    if at.startswith("/") and ("make" in role.key or get(value, at) is ABSENT):
        value = put(value, at, stores.new_key(role.store, role.key))
    value = stores.scoped(role.store, value, turn.scope)
    value = answered.changed(replace(turn, is_new=True), value)
    stores.add(role.store, value, turn.scope)
    return value


def update(turn: Turn, answered: Answered, body: Plain) -> Plain:
    """Change the objects that are named: what was sent stands over what was kept."""
    changed, sent = [], turn.scene.sent(turn.call)
    for index, found in enumerate(turn.named()):
        value = {**found, **sent[min(index, len(sent) - 1)]} if sent else found
        changed.append(answered.changed(turn, value))
        turn.scene.stores.replace(turn.scene.role.store, found, changed[-1])
    return answered.written(body, changed)


def save(turn: Turn, answered: Answered, body: Plain) -> Plain:
    """Change the object that is named, or keep a new one where none is."""
    return update(turn, answered, body) if turn.keys() else create(turn, answered, body)


def delete(turn: Turn, answered: Answered, body: Plain) -> Plain:
    """Forget the objects that are named."""
    for found in turn.named():
        turn.scene.stores.remove(turn.scene.role.store, found)
    return answered.told(turn, body)


def find(turn: Turn, answered: Answered, body: Plain) -> Plain:
    """Answer with the object that is named."""
    found = answered.named(turn)
    return answered.told(replace(turn, found=found), answered.written(body, found))


def collect(turn: Turn, answered: Answered, body: Plain) -> Plain:
    """Answer with the objects that the filters let through, cut to a page."""
    found = answered.kept(turn)
    turn = replace(turn, found=found)
    pages = turn.scene.pages
    if pages and pages.total.startswith("/"):
        body = put(body, pages.total, len(found))
    return answered.told(turn, answered.listed(body, answered.cut(turn, found)))


def keep(turn: Turn, answered: Answered, body: Plain) -> Plain:
    """Answer, and keep each object that is answered, in the place of one with the same key."""
    body = answered.told(replace(turn, is_new=True), body)
    role, stores = turn.scene.role, turn.scene.stores
    shown = get(body, answered.at)
    for one in shown if isinstance(shown, list) else [shown]:
        parts = [get(one, part) for part in role.extra.get("parts", ("",))]
        value = {name: inner for part in parts if isinstance(part, dict) for name, inner in part.items()}
        value = stores.scoped(role.store, value, turn.scope)
        key_at = role.key.get("at", "") or stores.key_of(role.store)
        known = stores.find(role.store, get(value, key_at), key_at, turn.scope)
        if known is None or not stores.replace(role.store, known, {**known, **value}):
            stores.add(role.store, value, turn.scope)
    return body


def answer(turn: Turn, answered: Answered, body: Plain) -> Plain:
    """Answer, and keep nothing."""
    found = answered.kept(turn) if turn.scene.role.store else []
    return answered.told(replace(turn, found=found), body)
