"""Names as ids and tags have them (``names = "ids"``). In: operations. Out: resource and method of each."""

from collections.abc import Iterable, Iterator

from qiyue.api import Operation
from qiyue.client_plan.rest import Name
from qiyue.client_plan.words import Words, WordScope, split_words

_NO_SHORT_NAMES = frozenset(
    "and as assert async await break class cls continue def del elif else except finally for from global if import in "
    "is lambda nonlocal not or pass raise return self try while with yield".split()
)
"""Words that languages keep for themselves: an id that would lose all else keeps the word of its resource."""


def name_by_ids(operations: Iterable[Operation]) -> Iterator[Name]:
    """Name operations; two of one name are told apart by a number."""
    scopes: dict[Words, WordScope] = {}
    for operation in operations:
        resource = _resource_words(operation)
        scope = scopes.setdefault(resource, WordScope())
        yield Name((resource,), scope.take(_method_words(operation, resource)))


def _resource_words(operation: Operation) -> Words:
    """Choose the words for the resource: the document's, else the first tag, else the first fixed path segment."""
    segment = next((part for part in operation.path.split("/") if part and "{" not in part), "")
    texts = (operation.resource, *operation.tags[:1], segment)
    return next((words for text in texts if (words := split_words(text))), ("default",))


def _method_words(operation: Operation, resource: Words) -> Words:
    """Choose the words for a method; an id that repeats its resource (``invoices/list``) loses it."""
    if operation.name:
        words = split_words(operation.name) or ("call",)
    else:
        words = split_words(operation.id or operation.method) or ("call",)
        shorter = words[len(resource) :]
        if words[: len(resource)] == resource and _can_stand_alone(shorter):
            words = shorter
    return ("upload", "address") if operation.upload and words == ("upload",) else words


def _can_stand_alone(words: Words) -> bool:
    return bool(words) and not words[0][0].isdigit() and not (len(words) == 1 and words[0] in _NO_SHORT_NAMES)
