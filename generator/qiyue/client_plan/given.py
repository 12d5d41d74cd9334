"""Names that a document gives: our own word and those of other generators. In: an operation. Out: resources, method."""

from collections.abc import Sequence

from qiyue.api import Operation
from qiyue.client_plan.words import Words, split_words
from qiyue.values import Plain

_GROUPS = ("x-speakeasy-group", "x-fern-sdk-group-name")
_METHODS = ("x-speakeasy-name-override", "x-fern-sdk-method-name")


def given_resources(operation: Operation) -> tuple[Words, ...]:
    """Give the resources that the document names, the outermost first; ``()`` where it names none."""
    if operation.resource:
        return _split(operation.resource)
    found = (operation.extra.get(key) for key in _GROUPS)
    return next((words for text in found if (words := _split(text))), ())


def given_method(operation: Operation) -> Words:
    """Give the name that the document gives the method."""
    found = (operation.name, *(operation.extra.get(key) for key in _METHODS))
    return next((words for text in found if isinstance(text, str) and (words := split_words(text))), ())


def _split(value: Plain) -> tuple[Words, ...]:
    """Split ``users.friends``, or take a list of names."""
    listed = value.split(".") if isinstance(value, str) else value if isinstance(value, Sequence) else ()
    return tuple(words for part in listed if isinstance(part, str) and (words := split_words(part)))
