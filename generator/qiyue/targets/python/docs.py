"""What docstrings say. In: descriptions and evidence. Out: plain text; templates make it safe."""

import re
from collections.abc import Iterable, Iterator, Mapping

from qiyue.api import Operation
from qiyue.client_plan.texts import described, source_of
from qiyue.values import Plain


def summary(operation: Operation) -> str:
    """Say in a line what an operation does."""
    return operation.summary.strip() or operation.id


_OF_COURSE = frozenset(
    "a accepted an answer been call completed content created executed fulfilled has have is no ok operation request "
    "response returned success succeeded successful successfully the was".split()
)


def _tells(answer: str) -> bool:
    """Tell whether the description of an answer says more than that it is one of success."""
    return any(word not in _OF_COURSE for word in re.findall(r"\w+", answer.lower()))


def link_texts(operation: Operation, callers: Mapping[str, object]) -> Iterator[str]:
    """Say where the answers of an operation lead: ``users.get(user_id=$response.body#/id)``."""
    for answer in operation.answers:
        for name, link in answer.links.items():
            if not isinstance(link, Mapping):
                continue
            target = str(link.get("operationId", link.get("operationRef", "")))
            given = [f"{key}={value}" for key, value in _mapping(link.get("parameters")).items()]
            given += [f"body={link['requestBody']}"] if "requestBody" in link else []
            call = f"{callers.get(target, target)}({', '.join(given)})"
            yield described(f"{name} ({answer.status}): {call}", str(link.get("description", "")))


def _mapping(value: Plain) -> Mapping[str, Plain]:
    return value if isinstance(value, Mapping) else {}


def operation_text(
    operation: Operation,
    arguments: Iterable[tuple[str, str]],
    answer: str,
    links: Iterable[str] = (),
    *,
    is_renamed: bool = False,
) -> str:
    """Write the docstring of a method."""
    blocks = [summary(operation), operation.description.strip()]
    blocks += [f"The document calls it ``{operation.id}``." if is_renamed else "", source_of(operation.evidence)]
    listed = [f"    {name}: " + text.strip().replace("\n", "\n        ") for name, text in arguments if text.strip()]
    if listed:
        blocks.append("Args:\n" + "\n".join(listed))
    if _tells(answer):
        blocks.append("Returns:\n    " + answer.strip().replace("\n", "\n    "))
    followed = ["    " + text.replace("\n", "\n        ") for text in links]
    if followed:
        blocks.append("Links:\n" + "\n".join(followed))
    return "\n\n".join(dict.fromkeys(block for block in blocks if block))
