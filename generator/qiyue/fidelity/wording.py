"""An item of a drift in words, for people: a sentence, and where to edit."""

from collections.abc import Iterable, Iterator
from itertools import chain

from qiyue.fidelity.items import Item, ItemKind
from qiyue.pages import Kind
from qiyue.values import Plain


def sentence(item: Item) -> str:
    """Say what happened, in one line."""
    below = f" (and {len(item.also)} more below it)" if item.also and item.fact == Kind.ENDPOINT else ""
    if item.what is ItemKind.GROUNDLESS:
        return f"{_subject(item)}is no longer on the page{below}"
    if item.what is ItemKind.NEW:
        return f"nothing cites this {item.fact}: {item.text}{below}"
    if item.what is ItemKind.UNFIT:
        return f"the sample at {item.subject} does not fit its schema: {item.text}"
    if item.what is ItemKind.REWORDED:
        return f"{_subject(item)}reads otherwise now: {item.text}"
    return _changed(item)


def _changed(item: Item) -> str:
    fact, _, value = item.fact.partition("/")
    if fact == "name":
        return f"`{item.old}` is now called `{item.new}`"
    if fact == "required" and isinstance(item.new, bool):
        return f"{_subject(item)}is {'required now' if item.new else 'no longer required'}"
    if fact == "enum" and (item.old is None or item.new is None):
        return f"{_subject(item)}the value `{value}` {'is new' if item.old is None else 'is gone'}"
    words = f"{fact} {value}".strip()
    if item.old is None:
        return f"{_subject(item)}{words} is {_shown(item.new)}, and was not given"
    if item.new is None:
        return f"{_subject(item)}{words} was {_shown(item.old)}, and is no longer given"
    return f"{_subject(item)}{words} {_shown(item.old)} → {_shown(item.new)}"


def _subject(item: Item) -> str:
    if item.subject:
        return f"`{item.subject}` "
    return f"{item.before or item.after} "


def _shown(value: Plain) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return "other words" if text.startswith("#") else text


def where(item: Item) -> str:
    """Give the lines, old and new, of each place."""
    return ", ".join(dict.fromkeys(map(_where, item.each)))


def _where(item: Item) -> str:
    if item.before and item.after and item.before != item.after:
        return f"{item.before} → {item.after}"
    return item.after or item.before


def targets(item: Item) -> Iterator[tuple[str, str]]:
    """Give what to edit: place and element, each element once; the most fitting one of each place first."""
    seen: set[str] = set()
    for mark in chain((each.marks[0] for each in item.each if each.marks), *(each.marks for each in item.each)):
        if mark.element not in seen:
            seen.add(mark.element)
            name = "" if not mark.name or mark.element.endswith(f"/{mark.name}") else f" `{mark.name}`"
            yield str(mark.place), mark.element + name + (f" ({mark.fact})" if mark.fact else "")


def markdown(name: str, items: Iterable[Item]) -> str:
    """Write a drift as Markdown."""
    found = list(items)
    lines = [f"# What changed on the page of {name}", ""]
    for heading, notes in (("To look at", False), ("Notes", True)):
        chosen = [item for item in found if item.note is notes]
        if chosen:
            lines += [f"## {heading}", "", *(line for item in chosen for line in _markdown(item)), ""]
    if not found:
        lines += ["Nothing.", ""]
    return "\n".join(lines)


def _markdown(item: Item) -> Iterator[str]:
    yield f"- **{where(item)}** {sentence(item)}"
    beside = "beside " if item.what is ItemKind.NEW else ""
    for place, element in list(targets(item))[: 2 + len(item.each)]:
        yield f"  - {beside}`{place}` {element}"
    if item.findings:
        yield f"  - findings: {', '.join(item.findings)}"
