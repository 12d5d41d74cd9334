"""Objects: what an operation does with the objects that are kept. In: a turn and a body. Out: the body, answered.

One function for each word of ``do``; the key that a call names has been looked up before.
"""

from dataclasses import replace

from qiyue.mock.answered import Answered
from qiyue.mock.turn import Turn
from qiyue.runtime.absent import ABSENT
from qiyue.runtime.where import get, put
from qiyue.values import Plain


def create(turn: Turn, answered: Answered, body: Plain) -> Plain:
    """Keep a new object: what was sent, around it what the answer holds of a sample, then what the rules write."""
    scene, turn = turn.scene, replace(turn, is_new=True)
    role, stores = scene.role, scene.stores
    sent = scene.sent(turn.call)
    kept = {**answered.sample(turn, body), **sent}
    at = role.key.get("at", "")
    if at.startswith("/") and ("make" in role.key or get(sent, at) is ABSENT):
        kept = put(kept, at, stores.new_key(role.store, role.key))
    kept = answered.changed(turn, stores.scoped(role.store, kept, turn.scope))
    stores.add(role.store, kept, turn.scope)
    return answered.one(body, kept)


def update(turn: Turn, answered: Answered, body: Plain) -> Plain:
    """Change the object that is named: what was sent stands over what was kept."""
    scene = turn.scene
    kept: Plain = None
    for key in turn.named():
        found = scene.stores.find(scene.role.store, key, "", turn.scope) or {}
        kept = {**found, **scene.sent(turn.call)}
        kept = answered.changed(turn, kept)
        scene.stores.replace(scene.role.store, key, kept, turn.scope)
    return answered.one(body, kept)


def save(turn: Turn, answered: Answered, body: Plain) -> Plain:
    """Change the object that is named, or keep a new one where none is."""
    return update(turn, answered, body) if turn.named() else create(turn, answered, body)


def delete(turn: Turn, answered: Answered, body: Plain) -> Plain:
    """Forget the objects that are named."""
    for key in turn.named():
        turn.scene.stores.remove(turn.scene.role.store, key, turn.scope)
    return answered.changed(turn, body)


def find(turn: Turn, answered: Answered, body: Plain) -> Plain:
    """Answer with the object that is named."""
    scene = turn.scene
    found = [scene.stores.find(scene.role.store, key, "", turn.scope) for key in turn.named()]
    return answered.changed(replace(turn, found=found), answered.one(body, found[0]))


def collect(turn: Turn, answered: Answered, body: Plain) -> Plain:
    """Answer with the objects that the filters let through, cut to a page."""
    found = answered.found(turn)
    turn = replace(turn, found=found)
    pages = turn.scene.pages
    if pages and pages.total.startswith("/"):
        body = put(body, pages.total, len(found))
    return answered.changed(turn, answered.all(body, answered.cut(turn, found)))


def keep(turn: Turn, answered: Answered, body: Plain) -> Plain:
    """Answer, and keep each object that is answered, in the place of one with the same key."""
    body = answered.changed(turn, body)
    role, stores = turn.scene.role, turn.scene.stores
    shown = get(body, answered.at)
    for one in shown if isinstance(shown, list) else [shown]:
        parts = [get(one, part) for part in role.extra.get("parts", ("",))]
        kept = {name: value for part in parts if isinstance(part, dict) for name, value in part.items()}
        key = get(kept, stores.key_of(role.store))
        kept = stores.scoped(role.store, kept, turn.scope)
        if key is ABSENT or not stores.replace(role.store, key, kept, turn.scope):
            stores.add(role.store, kept, turn.scope)
    return body


def answer(turn: Turn, answered: Answered, body: Plain) -> Plain:
    """Answer, and keep nothing."""
    found = answered.found(turn) if turn.scene.role.store else []
    return answered.changed(replace(turn, found=found), body)
