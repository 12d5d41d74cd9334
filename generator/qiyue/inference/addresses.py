"""Addresses: what a path says of a collection. In: an operation. Out: the path of its collection without verbs, the
parameter that names one object of it, and the verb."""

import re
from collections.abc import Collection

from qiyue.api import Operation
from qiyue.base.value import Value
from qiyue.inference.model import Action
from qiyue.inference.words import joined, plain_words, singular

_VERBS = {
    Action.CREATE: "create add new insert register",
    Action.GET: "get retrieve fetch view read show detail details info",
    Action.LIST: "list query search find filter",
    Action.UPDATE: "update edit modify change",
    Action.REPLACE: "replace",
    Action.PATCH: "patch",
    Action.DELETE: "delete remove del destroy",
}
_ACTIONS = {verb: action for action, verbs in _VERBS.items() for verb in verbs.split()}
_ALSO_NOUNS = frozenset("view show detail details info list query search find filter read change".split())
"""Verbs by which things are called as well: ``/views/{id}`` is no verb."""
_PARAMETER = re.compile(r"\{([^{}]+)\}(?:\.\w+|\.\{[^{}]*\})?\Z")


class Address(Value):
    """A path without its verb."""

    collection: tuple[str, ...]
    """Its segments, to compare: names in the singular, parameters as ``{}``."""
    path: str
    """The collection as the document writes it."""
    key: str = ""
    """The parameter that names one object, ``""`` where the path names none."""
    above: tuple[str, ...] = ()
    """The parameters before it."""
    verb: Action | None = None

    @property
    def noun(self) -> str:
        """The name of one object, joined in lower case; ``""`` where the path has no word for it."""
        return self.collection[-1] if self.collection and self.collection[-1] != "{}" else ""


def collections_of(operations: Collection[Operation]) -> frozenset[str]:
    """Return the paths after which a parameter comes in some path."""
    found = set[str]()
    for operation in operations:
        parts = operation.path.strip("/").split("/")
        found |= {"/".join(parts[:index]) for index, part in enumerate(parts) if _PARAMETER.match(part)}
    return frozenset(found)


def address_of(operation: Operation, collections: Collection[str]) -> Address | None:
    """Return the address of an operation, ``None`` where its path is no collection, nor one object of it."""
    parts = [part for part in operation.path.strip("/").split("/") if part]
    verb, key = _verb(parts, collections), ""
    if verb:
        parts = parts[:-1]
    if parts and (found := _PARAMETER.match(parts[-1])):
        key, parts = found[1], parts[:-1]
        if verb is None and parts and "/".join(parts[:-1]) and plain_words(parts[-1]) != ():
            verb = _core_verb(parts[-1])
            parts = parts[:-1] if verb else parts
    if not parts or any("{" in part and not _PARAMETER.match(part) for part in parts):
        return None
    compared = tuple("{}" if part.startswith("{") else _singular(part) for part in parts)
    above = tuple(found[1] for part in parts if (found := _PARAMETER.match(part)))
    return Address(compared, "/" + "/".join(parts), key, above, verb)


def _verb(parts: list[str], collections: Collection[str]) -> Action | None:
    """Return the verb that a path ends with; what may be a noun is none where something lies below it."""
    if len(parts) < 2 or parts[-1].startswith("{"):
        return None
    words = plain_words(parts[-1])
    above = next((plain_words(part) for part in parts[-2::-1] if not part.startswith("{")), ())
    if not words or (len(words) == 1 and words[0] in _ALSO_NOUNS and "/".join(parts) in collections):
        return None
    if words[-1] == "list" and len(words) > 1:
        words = ("list", *words[1:-1]) if words[0] in ("get", "query") else ("list", *words[:-1])
    named = joined(map(singular, words[1:]))
    same = not named or named in {joined(map(singular, above)), singular(above[-1]) if above else ""}
    return _ACTIONS.get(words[0]) if same else None


def _core_verb(part: str) -> Action | None:
    words = plain_words(part)
    return _ACTIONS.get(words[0]) if len(words) == 1 and words[0] not in _ALSO_NOUNS else None


def _singular(part: str) -> str:
    words = plain_words(part)
    return joined((*words[:-1], singular(words[-1]))) if words else part
