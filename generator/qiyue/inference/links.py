"""Links: which creation leads to which operation, by the links of its answers. In: operations. Out: pairs of ids."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from qiyue.api import Operation, Where

_BODY = "$response.body#"


def linked_creations(operations: Iterable[Operation]) -> Iterator[tuple[str, str]]:
    """Return each POST with each operation whose path takes a part of its answer."""
    for maker in operations:
        if maker.method == "POST":
            yield from ((maker.id, link["operationId"]) for link in _links(maker) if _path_parts(link))


def linked_key(maker: Operation) -> Where | None:
    """Return where the body of a creation's success holds the key, as its links tell."""
    found = (part for link in _links(maker) for part in _path_parts(link))
    return next(found, None)


def _links(operation: Operation) -> Iterator[Mapping[str, Any]]:
    for answer in operation.answers:
        if answer.status.startswith("2"):
            yield from (each for each in answer.links.values() if isinstance(each, Mapping) and "operationId" in each)


def _path_parts(link: Mapping[str, Any]) -> list[Where]:
    """Return the parts of the body that go into a path."""
    texts = [str(text) for text in link.get("parameters", {}).values()]
    return [text.removeprefix(_BODY) for text in texts if text.startswith(_BODY)]
