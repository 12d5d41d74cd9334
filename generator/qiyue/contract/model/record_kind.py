"""Record kind: which kind of record an operation is about, told from the words of its path. In: paths, names. Out:
kinds.

A kind is written as the path of its collection without verbs and in the singular: ``POST /v1/things``,
``POST /v1/things/{id}/cancel`` and ``POST /v1/thing/delete`` are all about ``("v1", "thing")``.
"""

import re
from typing import TypeAlias

from qiyue.api import Operation
from qiyue.inference.words import plain_words, singular

Kind: TypeAlias = tuple[str, ...]

MAKING = frozenset({"create", "add", "new", "insert", "make"})
READING = frozenset({"get", "list", "query", "find", "search", "read", "fetch", "show"})
DELETING = frozenset({"delete", "del", "remove", "destroy", "purge", "erase", "wipe", "trash", "truncate"})
ENDING = DELETING | {
    "cancel",
    "revoke",
    "void",
    "clear",
    "reset",
    "update",
    "modify",
    "disable",
    "deactivate",
    "approve",
}
"""Verbs after which nobody expects that all is as before, not even of a GET."""
CHANGING = ENDING | set(
    "edit change set patch put replace save upsert merge move rename copy archive unarchive restore close open reopen "
    "lock unlock enable activate reject confirm complete finish start stop pause resume publish unpublish submit send "
    "pay refund "
    "transfer assign unassign attach detach sync import flush batch bulk many all drop undo redo release".split()
)
VERBS = MAKING | READING | CHANGING


def split_words(name: str) -> list[str]:
    """Give the words of a name in lower case: ``thingIDs`` → ``thing``, ``ids``."""
    return list(plain_words(name))


def verbs(operation: Operation) -> set[str]:
    """Give the verbs that an operation is called by: in the last word of its path, its id, in what selects it."""
    static = re.sub(r"\{[^{}]*\}", "", operation.path).replace(":", "/").rstrip("/").rpartition("/")[2]
    return {verb for name in (static, operation.dispatch, operation.id) for verb in _verbs(split_words(name))}


def _verbs(name: list[str]) -> frozenset[str]:
    """Give the verb at the beginning, else at the end; all of them where there is a choice: ``createOrReplace``."""
    if "or" in name:
        return VERBS.intersection(name)
    return VERBS.intersection(name[:1]) or VERBS.intersection(name[-1:])


def kind_of(operation: Operation) -> Kind:
    """Give the kind of what an operation is about."""
    return _kind([*operation.path.split("/"), *re.split(r"[./:]", operation.dispatch)])


def kind_at(path: str, name: str) -> Kind:
    """Give the kind of what a parameter of a path names."""
    return _kind(path.partition(f"{{{name}}}")[0].split("/"))


def kind_named(name: list[str]) -> str:
    """Give the last part of a kind from the words of a name."""
    return " ".join([*name[:-1], *map(singular, name[-1:])])


def _kind(segments: list[str]) -> Kind:
    parts = (part for segment in segments for part in re.split(r"[.:]", re.sub(r"\{[^{}]*\}", "", segment)))
    return tuple(kind for part in parts if (kind := kind_named(_without_verbs(split_words(part)))))


def _without_verbs(name: list[str]) -> list[str]:
    """Leave out the verbs with which a name begins, or ends: ``batchDeleteThings``, ``thing_delete``."""
    while name and name[0] in VERBS:
        name = name[1:]
    while name and name[-1] in VERBS:
        name = name[:-1]
    return name
