"""The branches of a union, read before they are written: which of them say anything, what each is, and its name.

Beside properties a branch is an object that has these too: ``{properties: P, oneOf: [A, B]}`` is one with ``P`` and
``A``, or one with ``P`` and ``B``.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from qiyue.api import TypeId, Types
from qiyue.api.types import name_of
from qiyue.base.value import Value
from qiyue.client_plan.types.names import pascal
from qiyue.schema.composition import ancestors
from qiyue.schema.discriminator import allowed_texts
from qiyue.schema.json_types import json_types
from qiyue.schema.keywords import UNIONS
from qiyue.schema.merge import resolve
from qiyue.schema.references import target_of
from qiyue.values import FrozenMap, Plain

MOST_WORDS = 4
"""A title with more words than this is a sentence, no name."""


class Branch(Value):
    """A branch as the document has it, as the node that is written for it, and the name that this has by itself."""

    said: Plain
    node: Plain
    name: str


def branches_of(node: Mapping[str, Plain], owner: str, here: TypeId, types: Types) -> list[Branch]:
    """Return the branches that a value can be of. ``here`` is the type that the node is, ``""`` for a part of one.

    A branch is called ``PaymentSourceCard``: its owner with its title, or with the one text that a field of it must
    have; ``PaymentSourceOption2`` where it has neither, or shares it with another branch.
    """
    pairs = list(_forms(node, here, types))
    words = [_without(owner, _word(said, said is not form, types)) for said, form in pairs]
    shared = Counter(word.casefold() for word in words)
    names = [owner + (w if w and shared[w.casefold()] == 1 else f"Option{n}") for n, w in enumerate(words, 1)]
    return [Branch(said, form, name) for (said, form), name in zip(pairs, names, strict=True)]


def _forms(node: Mapping[str, Plain], here: TypeId, types: Types) -> Iterator[tuple[Plain, Plain]]:
    """Walk the branches with the nodes that are written for them."""
    listed = next(node[word] for word in UNIONS if isinstance(node.get(word), tuple | list))
    shared = FrozenMap({key: value for key, value in node.items() if key not in {*UNIONS, "discriminator"}})
    for branch in listed:
        if branch is False or (isinstance(branch, Mapping) and branch.keys() == {"required"}):
            continue
        target = target_of(branch)
        if not node.get("properties") or (target and here in (target, *ancestors(target, types))):
            yield branch, branch
        elif _is_object(branch, types):
            yield branch, FrozenMap({**_texts(node), **_texts(branch), "allOf": (shared, branch)})
        elif "type" not in node:
            yield branch, branch


def _is_object(branch: Plain, types: Types) -> bool:
    found = json_types(resolve(branch, types))
    return not found or "object" in found


def _texts(node: Plain) -> dict[str, Plain]:
    """Return what a node says about itself."""
    return {word: node[word] for word in ("title", "description") if isinstance(node, Mapping) and word in node}


def _without(owner: str, word: str) -> str:
    rest = word.removeprefix(owner)
    return rest if rest[:1].isupper() else word


def _word(branch: Plain, is_joined: bool, types: Types) -> str:
    if not isinstance(branch, Mapping):
        return ""
    if is_joined and target_of(branch):
        return pascal(name_of(target_of(branch)))
    title = branch.get("title")
    if isinstance(title, str) and len(title.split()) <= MOST_WORDS:
        return pascal(title)
    for field in branch.get("properties") or ():
        texts = allowed_texts(branch, field, types)
        if len(texts) == 1:
            return pascal(texts[0])
    return ""
