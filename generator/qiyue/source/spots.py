"""Where values lie in a text: a stream of tokens in, a tree of offsets out.

A member of a mapping lies where its key begins, an item of a list where the item begins.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from qiyue.diagnostics import Refused


class Token(NamedTuple):
    """One step through a text; keys and values are both ``scalar``."""

    kind: Literal["map", "list", "end", "scalar", "merge", "alias"]
    offset: int
    text: str = ""
    anchor: str | None = None


@dataclass(slots=True)
class TokenPosition:
    """An offset, and the spots of what lies inside."""

    offset: int
    inside: "dict[str, TokenPosition] | list[TokenPosition] | None" = None

    def nearest(self, parts: Iterable[str]) -> "TokenPosition":
        """Follow the parts of a pointer down as far as there is something."""
        spot = self
        for part in parts:
            inside = spot.inside
            if isinstance(inside, dict) and part in inside:
                spot = inside[part]
            elif isinstance(inside, list) and part.isascii() and part.isdigit() and int(part) < len(inside):
                spot = inside[int(part)]
            else:
                break
        return spot


def grow(tokens: Iterable[Token]) -> TokenPosition:
    """Build the tree; a text that is broken further down gives the part before."""
    tree = _Tree()
    try:
        for token in tokens:
            tree.take(token)
    except Refused:
        pass
    return tree.root.inside[0] if isinstance(tree.root.inside, list) and tree.root.inside else tree.root


def find_doubled_keys(tokens: Iterable[Token]) -> Iterator[tuple[str, int, int]]:
    """Every key that a mapping has already: the key, the offset of the first, its own offset."""
    open_: list[dict[str, int] | None] = []
    key_next = False
    anchors: dict[str, str] = {}
    for token in tokens:
        keys = open_[-1] if open_ else None
        text = anchors.get(token.anchor or "", "") if token.kind == "alias" else token.text
        if token.kind == "scalar" and token.anchor:
            anchors[token.anchor] = text
        if token.kind == "end":
            open_.pop()
        elif keys is not None and key_next:
            if text in keys:
                yield text, keys[text], token.offset
            keys.setdefault(text, token.offset)
            key_next = False
            continue
        elif token.kind in ("map", "list"):
            open_.append({} if token.kind == "map" else None)
        key_next = bool(open_) and open_[-1] is not None


@dataclass(slots=True)
class _Open:
    """A mapping or list that is still open; ``member`` waits for its value, ``bases`` are merged in at the end."""

    spot: TokenPosition
    member: TokenPosition | None = None
    bases: list[TokenPosition] = field(default_factory=list)


class _Tree:
    def __init__(self) -> None:
        self.root = TokenPosition(0, [])
        self.open = [_Open(self.root)]
        self.anchors: dict[str, tuple[TokenPosition, str]] = {}

    def take(self, token: Token) -> None:
        top = self.open[-1]
        if token.kind == "end":
            self._close(self.open.pop())
        elif isinstance(top.spot.inside, dict) and top.member is None:
            self._key(top, top.spot.inside, token)
        else:
            self._value(top, token)

    def _key(self, top: _Open, members: dict[str, TokenPosition], token: Token) -> None:
        text = token.text
        top.member = TokenPosition(token.offset)
        if token.kind == "alias":
            text = self.anchors.get(token.anchor or "", (self.root, ""))[1]
        elif token.anchor:
            self.anchors[token.anchor] = (top.member, text)
        if token.kind == "merge":
            top.bases.append(top.member)
        members[text] = top.member  # of a key that stands twice the last one counts

    def _value(self, top: _Open, token: Token) -> None:
        spot = top.member or TokenPosition(token.offset)
        if isinstance(top.spot.inside, list):
            top.spot.inside.append(spot)
        top.member = None
        if token.kind == "alias" and token.anchor in self.anchors:
            spot.inside = self.anchors[token.anchor][0].inside
        elif token.anchor:
            self.anchors[token.anchor] = (spot, token.text)
        if token.kind in ("map", "list"):
            spot.inside = {} if token.kind == "map" else []
            self.open.append(_Open(spot))

    def _close(self, closed: _Open) -> None:
        members = closed.spot.inside
        for base in closed.bases:
            for inside in base.inside if isinstance(base.inside, list) else [base.inside]:
                merged = inside.inside if isinstance(inside, TokenPosition) else inside
                if isinstance(members, dict) and isinstance(merged, dict):
                    closed.spot.inside = members = merged | members
