"""A document as a tree of nodes: typed reading of plain data, ``$ref`` kept.

Input: the merged document in OpenAPI 3.1 form, and its places. A node knows its data, its JSON Pointer and
its document, so that every odd shape is said with its place and then read as absent: reading never fails.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol
from urllib.parse import unquote

from qiyue.base.where import pointer
from qiyue.diagnostics import Diagnostic, Place, Report, Severity
from qiyue.values import FrozenMap, Missing, Plain, at, freeze


class Places(Protocol):
    """Whatever tells where a JSON Pointer of the document stands in its files."""

    def place(self, pointer: str) -> Place: ...


@dataclass(frozen=True, slots=True)
class Document:
    """Plain data with its places, and the report to which reading adds."""

    data: Plain
    places: Places
    report: Report

    @property
    def root(self) -> "Node":
        return Node(self, self.data, "")

    def node(self, reference: str) -> "Node | None":
        """Give what a local reference such as ``#/components/schemas/A`` leads to, or ``None``."""
        if not reference.startswith("#") or (reference != "#" and not reference.startswith("#/")):
            return None
        target = unquote(reference[1:])
        try:
            return Node(self, at(self.data, target), target)
        except Missing:
            return None


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a document."""

    document: Document
    data: Plain
    pointer: str

    def child(self, key: str | int) -> "Node | None":
        """Give a member of a mapping or an item of a list, if it is there."""
        if isinstance(self.data, dict) and key in self.data:
            return Node(self.document, self.data[key], self.pointer + pointer([key]))
        return None

    def mapping(self, key: str) -> Iterator[tuple[str, "Node"]]:
        """Walk a member that should be a mapping: name and node of each entry."""
        child = self.child(key)
        if child is None:
            return
        if not isinstance(child.data, dict):
            child.odd("a mapping")
            return
        yield from child.members()

    def members(self) -> Iterator[tuple[str, "Node"]]:
        """Walk this node's own entries."""
        if isinstance(self.data, dict):
            for name, value in self.data.items():
                yield name, Node(self.document, value, self.pointer + pointer([name]))

    def sequence(self, key: str) -> Iterator["Node"]:
        """Walk a member that should be a list."""
        child = self.child(key)
        if child is None:
            return
        if not isinstance(child.data, list):
            child.odd("a list")
            return
        for index, value in enumerate(child.data):
            yield Node(self.document, value, f"{child.pointer}/{index}")

    def text(self, key: str) -> str:
        """Give a member that should be text; numbers are taken as they are written."""
        child = self.child(key)
        if child is None or child.data is None or not child.is_text():
            return ""
        return str(child.data)

    def is_text(self) -> bool:
        """Tell whether this node is text, or a number, which is taken as it is written; say so if not."""
        if isinstance(self.data, str | int | Decimal) and not isinstance(self.data, bool):
            return True
        self.odd("text")
        return False

    def flag(self, key: str) -> bool | None:
        """Give a member that should be true or false, ``None`` where it is absent."""
        child = self.child(key)
        if child is None or child.data is None:
            return None
        if not isinstance(child.data, bool):
            child.odd("true or false")
            return None
        return child.data

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a member that should be a list of text."""
        return tuple(str(item.data) for item in self.sequence(key) if item.is_text())

    def rest(self, *known: Collection[str]) -> FrozenMap:
        """Give, frozen, every member that no reader knows."""
        names = {name for names in known for name in names}
        entries = self.data.items() if isinstance(self.data, dict) else ()
        rest: FrozenMap = freeze({key: value for key, value in entries if key not in names})
        return rest

    def followed(self) -> "Node | None":
        """Follow ``$ref`` of a reference object to the object itself; ``None``, and said so, where there is none.

        Nothing (``null``) is an object that says nothing.
        """
        node, seen = self, {self.pointer}
        while isinstance(node.data, dict) and isinstance(node.data.get("$ref"), str):
            target = node.reference(node.data["$ref"])
            if target is None:
                return None
            if target.pointer in seen:
                self.error_or_gap(
                    "looping-ref", f"the reference {node.data['$ref']!r} leads back to itself; it is left out"
                )
                return None
            seen.add(target.pointer)
            node = target
        if node.data is None:
            node.odd("a mapping")
            return Node(node.document, {}, node.pointer)
        if not isinstance(node.data, dict):
            node.odd("a mapping")
            return None
        return node

    def reference(self, reference: str) -> "Node | None":
        """Give the target of a reference written in this node; ``None``, and said so, where there is none."""
        if not reference.startswith("#"):
            self.gap("external-ref", f"the reference {reference!r} leads out of the document and is not followed")
            return None
        target = self.document.node(reference)
        if target is None:
            self.error_or_gap("dangling-ref", f"the reference {reference!r} leads nowhere; it is left out")
        return target

    def odd(self, wanted: str) -> None:
        """Say that this node is not of the wanted shape and is left out; with nothing, nothing is lost."""
        say = self.note if self.data is None else self.gap
        say("odd-shape", f"{wanted} is wanted here, this is {_shape(self.data)}; it is left out")

    def note(self, code: str, message: str, hint: str = "") -> None:
        self._say(code, Severity.NOTE, message, hint)

    def gap(self, code: str, message: str, hint: str = "") -> None:
        self._say(code, Severity.GAP, message, hint)

    def error_or_gap(self, code: str, message: str, hint: str = "") -> None:
        self._say(code, self.document.report.error_or_gap(), message, hint)

    def _say(self, code: str, severity: Severity, message: str, hint: str) -> None:
        place = self.document.places.place(self.pointer)
        self.document.report.add(Diagnostic(code, severity, message, place, hint))


def _shape(data: Plain) -> str:
    if data is None:
        return "nothing"
    if isinstance(data, bool):
        return "true or false"
    if isinstance(data, dict):
        return "a mapping"
    if isinstance(data, list):
        return "a list"
    return "text" if isinstance(data, str) else "a number"
