"""What the id of an operation says beside method and path. In: an operation, its place. Out: groups and words.

``read_item_items__item_id__get`` says ``read item``, ``delete-/teas/{id}`` nothing, ``issues/list-for-repo`` the
group ``issues`` and ``list for repo``.
"""

import re
from collections.abc import Iterable

from qiyue.api import Operation
from qiyue.base.value import Value
from qiyue.client_plan.places import Place
from qiyue.client_plan.verbs import FILLERS, is_verb, kind_of, singular, singulars
from qiyue.client_plan.words import Words, all_words, split_words

_COUNTED = re.compile(r"(?i)(using(get|post|put|patch|delete|head|options))?(_\d+)?$")
"""What some servers put behind an id: ``listUsingGET_1``."""
_SUFFIXES = frozenset("action api endpoint handler method operation".split())
_LEVEL = re.compile(r"[/.]")
_HEADED = re.compile(r"([A-Za-z0-9]+)_([A-Za-z0-9]+)")


class Said(Value):
    """An id, read."""

    groups: tuple[Words, ...] = ()
    """The groups that it names itself, where the document's tag or path confirms them."""
    words: Words = ()
    """The rest; ``()`` where it says no more than method and path."""


def read_id(operation: Operation, place: Place) -> Said:
    """Read the id of an operation."""
    text = _COUNTED.sub("", operation.id)
    if _is_made(operation, all_words(text), place):
        return Said()
    groups, rest = _levels(text, operation.tags, place)
    return Said(groups, rest) if groups else Said((), _cut(operation, split_words(text), place))


def _is_made(operation: Operation, words: Words, place: Place) -> bool:
    """Tell whether an id consists of method and path."""
    known = {*singulars(place.words), *singulars(all_words(operation.path)), *FILLERS, operation.method.lower()}
    return words[:1] == (operation.method.lower(),) and all(singular(word) in known for word in words)


def _levels(text: str, tags: tuple[str, ...], place: Place) -> tuple[tuple[Words, ...], Words]:
    """Split ``issues/list-for-repo``, ``Api_ListByService`` into groups and the rest."""
    headed = _HEADED.fullmatch(text)
    parts = _LEVEL.split(text) if _LEVEL.search(text) else list(headed.groups()) if headed else [text]
    *groups, rest = [split_words(part) for part in parts]
    known = {_joined(split_words(tag)) for tag in tags[:1]} | {_joined(each.words) for each in place.segments}
    is_known = bool(groups) and all(groups) and bool(rest)
    if is_known and (_joined(word for group in groups for word in group) in known or _joined(groups[-1]) in known):
        return tuple(groups), rest
    return (), ()


def _joined(words: Iterable[str]) -> str:
    return "".join(singulars(words))


def _cut(operation: Operation, words: Words, place: Place) -> Words:
    """Cut off what only repeats the path, its version and the tag, and put a verb that stands last first."""
    words = words[:-1] if len(words) > 1 and words[-1] in _SUFFIXES else words
    tail = (*all_words(operation.path), operation.method.lower())
    if words[-len(tail) :] == tail:
        words = words[: -len(tail)]
    tag = split_words(operation.tags[0]) if operation.tags else ()
    rest = words[len(tag) :]
    if singulars(words[: len(tag)]) == singulars(tag) and (is_verb(rest) or kind_of("".join(rest[:1]))):
        words = rest
    if len(words) > len(place.version) > 0 and words[-len(place.version) :] == place.version:
        words = words[: -len(place.version)]
    if len(words) > 1 and kind_of(words[-1]) and not kind_of(words[0]):
        words = (words[-1], *words[:-1])
    return words
