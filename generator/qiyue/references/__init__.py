"""references: every ``$ref`` of a document → a pointer into one document.

In: the merged document, its places, and the other files that it may read. Out: the same document with every
reference written as ``#/…``, other files kept under ``$files``, and places that know them. ``$id``, ``$anchor`` and
``$dynamicRef`` are used up here. After this stage there is one file and one kind of reference.

What leads nowhere is taken out, so that its place says nothing (a schema: any value), and said:

- An address that may not be read (network, a file outside of the document's folder) is a gap.
- A reference that dangles is a slip: an error where the report is strict, else a gap.
"""

from urllib.parse import unquote

from qiyue.base.where import pointer
from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.positions import Position, walk
from qiyue.references.addresses import Addresses, Reached, UnreachableError
from qiyue.references.maps import expand_map_references
from qiyue.source import Neighbours, Places
from qiyue.values import Plain, reference_to, thaw

__all__ = ["link"]

_IDENTIFIERS = ("$id", "$anchor", "$dynamicAnchor")


def link(data: Plain, places: Places, report: Report, neighbours: Neighbours | None = None) -> Plain:
    """Give the document with all its references local.

    Raises:
        Refused: another file of the document cannot be read as one.
    """
    if not isinstance(data, dict):
        return data
    linker = _Linker(thaw(data), places, report, neighbours)
    linker.link()
    return linker.data


class _Linker:
    """One document on its way."""

    def __init__(self, data: Plain, places: Places, report: Report, neighbours: Neighbours | None) -> None:
        self.data = data
        self._places = places
        self._report = report
        self._addresses = Addresses(data, places, neighbours)

    def link(self) -> None:
        for position in walk(self.data):
            expand_map_references(position, self._addresses.target, self._addresses.settle)
            self._description(position)
            if position.kind == "schema":
                self._dynamic(position)
                self._discriminator(position)
            reference = position.data.get("$ref")
            if isinstance(reference, str) and not self._addresses.is_settled(position.data):
                self._reference(position, reference)
            if position.kind == "schema":
                for word in _IDENTIFIERS:
                    if isinstance(position.data.get(word), str):
                        del position.data[word]

        for doubled in self._addresses.doubled:
            self._report.add(doubled)

    def _description(self, position: Position) -> None:
        """Read a description that stands elsewhere: ``description: {$ref: words.md}``."""
        description = position.data.get("description")
        if isinstance(description, dict) and isinstance(description.get("$ref"), str):
            found = self._addresses.target(description, position.pointer + "/description")
            if found is not None and isinstance(found[1], str):
                position.data["description"] = found[1]

    def _reference(self, position: Position, reference: str) -> None:
        shown = repr(reference[:200])
        try:
            found = self._found(position, reference)
        except UnreachableError as unreached:
            del position.data["$ref"]
            if unreached.forbidden:
                message = f"the reference {shown} is not followed: {unreached}; {_instead(position)}"
                self._say("external-ref", Severity.GAP, message, position)
            else:
                why = f": {unreached}" if str(unreached) else ""
                message = f"the reference {shown} leads nowhere{why}; {_instead(position)}"
                self._say("dangling-ref", self._report.error_or_gap(), message, position)
            return
        if found.guessed:
            message = f"the reference {shown} is read as {reference_to(found.pointer)!r}"
            self._say("odd-ref", Severity.NOTE, message, position)
        position.data["$ref"] = _kept(reference, found)
        self._addresses.settle(position.data, found.pointer)

    def _found(self, position: Position, reference: str) -> Reached:
        """Find what a reference leads to, else what it names.

        Raises:
            Unreached: there is neither.
        """
        try:
            return self._addresses.find(reference, position.pointer)
        except UnreachableError:
            named = self._addresses.named(reference, position.kind, position.pointer)
            if named is None:
                raise
            return named

    def _dynamic(self, position: Position) -> None:
        """Read a reference that users of a schema may redirect as an ordinary one."""
        reference = position.data.pop("$dynamicRef", None)
        if isinstance(reference, str) and "$ref" not in position.data:
            position.data["$ref"] = reference
            message = f"$dynamicRef {reference[:200]!r} always leads to the anchor in its own document"
            self._say("dynamic-ref", Severity.GAP, message, position)

    def _discriminator(self, position: Position) -> None:
        """Follow what a discriminator maps to: references, and names of components."""
        found = position.data.get("discriminator")
        mapping = found.get("mapping") if isinstance(found, dict) else None
        if not isinstance(mapping, dict):
            return
        for value, target in mapping.items():
            if not isinstance(target, str):
                continue
            if "#" in target or "/" in target or target.endswith((".yaml", ".json")):
                try:
                    mapping[value] = _kept(target, self._found(position, target))
                except UnreachableError:
                    continue
            elif (named := self._addresses.named(target, "schema", position.pointer)) is not None:
                mapping[value] = reference_to(named.pointer)  # the bare name of a component

    def _say(self, code: str, severity: Severity, message: str, position: Position) -> None:
        place = self._places.place(position.pointer + pointer(["$ref"]))
        self._report.add(Diagnostic(code, severity, message, place))


def _kept(reference: str, found: Reached) -> str:
    """Keep a reference as it is written where it says the same already."""
    same = reference.startswith("#") and unquote(reference[1:]) == found.pointer
    return reference if same else reference_to(found.pointer)


def _instead(position: Position) -> str:
    """Tell what stands there instead of what the reference should lead to."""
    return "any value is taken" if position.kind == "schema" else f"this {position.kind} says nothing"
