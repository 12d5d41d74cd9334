"""Resources and their methods. In: an Api. Out: under which words a caller finds each operation.

All operations have their names before the methods beside them (iterators, streams, uploads) get theirs, so that what
a document names itself never moves.
"""

from collections.abc import Iterable

from qiyue.api import Api, Operation, Tag, Types
from qiyue.client_plan.model import Method, Resource
from qiyue.client_plan.refusals import plan_refusals
from qiyue.client_plan.results import plan_results, plan_streams
from qiyue.client_plan.streams import is_streamed, is_whole
from qiyue.client_plan.words import Words, WordScope, split_words

_NO_SHORT_NAMES = frozenset(
    "and as assert async await break class cls continue def del elif else except finally for from global if import in "
    "is lambda nonlocal not or pass raise return self try while with yield".split()
)
"""Words that languages keep for themselves: an id that would lose all else keeps the word of its resource."""


def plan_resources(api: Api) -> tuple[Resource, ...]:
    """Group the operations; two of one name are told apart by a number."""
    grouped: dict[Words, list[Operation]] = {}
    for operation in api.operations:
        grouped.setdefault(_resource_words(operation), []).append(operation)
    return tuple(
        Resource(name, _resource_text(operations, api.tags), _plan_methods(name, operations, api.types))
        for name, operations in grouped.items()
    )


def _resource_words(operation: Operation) -> Words:
    """Choose the words for the resource: the document's, else the first tag, else the first fixed path segment."""
    segment = next((part for part in operation.path.split("/") if part and "{" not in part), "")
    texts = (operation.resource, *operation.tags[:1], segment)
    return next((words for text in texts if (words := split_words(text))), ("default",))


def _resource_text(operations: Iterable[Operation], tags: Iterable[Tag]) -> str:
    named = {tag for each in operations for tag in each.tags[:1]}
    texts = [tag.description for tag in tags if tag.name in named and tag.description.strip()]
    return texts[0] if len(named) == 1 and texts else ""


def _plan_methods(resource: Words, operations: Iterable[Operation], types: Types) -> tuple[Method, ...]:
    scope = WordScope()
    named = [(each, scope.take(_method_words(each, resource))) for each in operations]
    return tuple(_with_flows(operation, name, scope, types) for operation, name in named)


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


def _with_flows(operation: Operation, name: Words, scope: WordScope, types: Types) -> Method:
    """Name what goes beyond one request."""
    good = operation.success_answers
    iterator: Words = ()
    stream: Words = ()
    upload: Words = ()
    if any(is_streamed(each, types) for each in good):
        stream = scope.take(("stream", *name)) if any(map(is_whole, good)) else name
    if operation.pagination:
        iterator = scope.take(("iter",) if name == ("list",) else ("iter", *name))
    if operation.upload:
        upload = scope.take(("upload",))
    results, streams = plan_results(operation, types), plan_streams(operation, types)
    refusals = plan_refusals(operation)
    return Method(operation.id, name, iterator, stream, upload, results, streams, refusals)
