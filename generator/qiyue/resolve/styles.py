"""Styles: how a parameter, a header or a field of a form is written."""

from qiyue.document import Node

USUAL = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
"""Place → the style of a parameter that says nothing."""
_KNOWN = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}


def style_of(node: Node, location: str, usual: str | None = None) -> str:
    """Read ``style``; one that the place does not have is said, and the usual one is taken."""
    default = USUAL[location] if usual is None else usual
    style = node.text("style")
    if not style or style in _KNOWN[location]:
        return style or default
    node.gap("odd-style", f"{style[:40]!r} is no style for this place; the usual one is taken")
    return default
