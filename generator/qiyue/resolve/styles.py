"""Styles: where a parameter stands, and how it, a header or a field of a form is written."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

from qiyue.api import Location, Style
from qiyue.document import Node

_STYLES: Final[Mapping[Location, tuple[Style, ...]]] = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}
"""Place → its styles; one that says nothing has the first."""


def location_of(node: Node) -> Location | None:
    """Read ``in``; ``None`` where it names no place."""
    said, places = node.text("in"), get_args(Location)
    return next((place for place in places if place == said), None)


def style_of(node: Node, location: Location) -> Style:
    """Read ``style``; one that the place does not have is said, and the usual one is taken."""
    return said_style(node, location) or _STYLES[location][0]


def said_style(node: Node, location: Location) -> Style | Literal[""]:
    """Read ``style``; ``""`` where none is said that the place has."""
    said = node.text("style")
    style = next((each for each in _STYLES[location] if each == said), None)
    if said and style is None:
        node.gap("odd-style", f"{said[:40]!r} is no style for this place; the usual one is taken")
    return style or ""
