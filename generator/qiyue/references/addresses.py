"""What a reference leads to: a reference and where it stands in, the pointer of its target out.

Knows the addresses of files and of schemas with an ``$id``, the anchors in them, and reads further files into the
document when a reference asks for one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urldefrag, urljoin

from qiyue.base.where import parts_of, pointer
from qiyue.diagnostics import Diagnostic
from qiyue.positions import FILES, MEMBERS
from qiyue.source import Forbidden, Loaded, Neighbours, Places, UnreadableError
from qiyue.values import Plain

_VALUES = frozenset(["example", "examples", "default", "const", "enum"])
_LOST_HASH = ("/components/", "/definitions/", "/paths/")
_SECTIONS: Final[Mapping[str, str]] = {
    holds.strip("{}"): section for section, holds in MEMBERS["components"].items() if holds.startswith("{")
}
"""Kind of an object → the section of ``components`` that names such."""
_LOST_WAYS = frozenset(["components", "definitions", "schema", "models", *MEMBERS["components"]])
"""What stands before a name where the way to it is wrong: ``#/definitions/Tea``, as before OpenAPI 3."""
_TEXT_FILES = (".md", ".markdown", ".txt", ".html")
_MOST_STEPS = 100
"""How many references one reference may go through."""


class UnreachableError(Exception):
    """A reference without a target."""

    def __init__(self, message: str = "", *, forbidden: bool = False) -> None:
        super().__init__(message)
        self.forbidden = forbidden


@dataclass(frozen=True, slots=True)
class Reached:
    """The target of a reference."""

    pointer: str
    guessed: bool = False
    """Whether it had to be read with some goodwill: ``/components/…`` without ``#``, ``#/definitions/…``."""


class Addresses:
    """The addresses of one document."""

    def __init__(self, data: Plain, places: Places, neighbours: Neighbours | None) -> None:
        self._data = data
        self._places = places
        self._neighbours = neighbours
        self._bases: dict[str, str] = {}
        """Pointer → the address that references inside count from."""
        self._resources: dict[str, str] = {}
        """Address → pointer."""
        self._anchors: dict[tuple[str, str], str] = {}
        self._settled: dict[int, str] = {}
        self._unreadable: dict[str, UnreachableError] = {}
        self.doubled: list[Diagnostic] = []
        """Keys that stand twice in a mapping of another file."""
        self._index(data, "", neighbours.address if neighbours else "")

    def find(self, reference: str, here: str) -> Reached:
        """Find what a reference that stands at ``here`` leads to.

        Raises:
            Unreached: there is nothing, or it may not be read.
        """
        return self._find(reference, here, _MOST_STEPS)

    def named(self, reference: str, kind: str, here: str) -> Reached | None:
        """Give the component that a reference names, though not where it is: ``Tea``, ``#/definitions/Tea``."""
        address, _, fragment = reference.partition("#")
        *way, name = parts_of("/" + unquote(fragment or address).removeprefix("/"))
        if (address and fragment) or not _LOST_WAYS.issuperset(way) or _file(here):
            return None
        place = pointer(["components", _SECTIONS.get(kind, ""), name])
        return Reached(place, guessed=True) if self._follow("", place, _MOST_STEPS) == place else None

    def settle(self, data: dict[str, Plain], target: str) -> None:
        """Know the pointer that the reference of a mapping leads to, for good: it is written anew."""
        self._settled[id(data)] = target

    def target(self, holder: dict[str, Plain], here: str) -> tuple[str, Plain] | None:
        """What the ``$ref`` of a mapping leads to, through references: pointer and value; None if nothing is there.

        Files that hold a text alone (Markdown) are read as one; their pointer is empty.
        """
        try:
            for _ in range(_MOST_STEPS):
                reference = holder["$ref"]
                if reference.partition("#")[0].lower().endswith(_TEXT_FILES):
                    return "", self._text(reference, here)
                here = self._settled.get(id(holder)) or self._find(reference, here, _MOST_STEPS).pointer
                found = self._at(here)
                if not (isinstance(found, dict) and isinstance(found.get("$ref"), str)):
                    return here, found
                holder = found
        except UnreachableError:
            pass
        return None

    def is_settled(self, data: dict[str, Plain]) -> bool:
        """Tell whether the reference of a mapping is written anew already."""
        return id(data) in self._settled

    def _text(self, reference: str, here: str) -> str:
        if self._neighbours is None:
            raise UnreachableError(forbidden=True)
        try:
            address = urldefrag(urljoin(self._bases[self._base(here)], reference)).url
            return self._neighbours.load_text(self._neighbours.known_as(address))
        except (UnreadableError, ValueError) as error:
            raise UnreachableError(str(error), forbidden=isinstance(error, Forbidden)) from None

    def _find(self, reference: str, here: str, steps: int) -> Reached:
        base = self._base(here)
        address, _, fragment = reference.partition("#")
        if address.startswith(_LOST_HASH) and not fragment:
            guess = self._follow("", unquote(address), steps)
            if guess is not None:
                return Reached(guess, guessed=True)
        start = self._resource(self._bases[base], address) if address else base
        for each in dict.fromkeys([start, _file(start)]):
            for text in dict.fromkeys([unquote(fragment), fragment]):
                found = self._fragment(each, text, steps)
                if found is not None:
                    return found
        raise UnreachableError

    def _fragment(self, start: str, text: str, steps: int) -> Reached | None:
        """Follow a fragment: a pointer, an anchor, or a pointer that lost its first slash."""
        if not text or text.startswith("/"):
            found = self._follow(start, text, steps)
            return None if found is None else Reached(found)
        anchor = self._anchors.get((self._bases[start], text))
        if anchor is not None:
            return Reached(anchor)
        guess = self._follow(start, "/" + text, steps)
        return None if guess is None else Reached(guess, guessed=True)

    def _follow(self, start: str, text: str, steps: int) -> str | None:
        """Follow a pointer; where it would enter a reference, it goes on in what that leads to."""
        here, data = start, self._at(start)
        for part in parts_of(text):
            while isinstance(data, dict) and part not in data and isinstance(data.get("$ref"), str):
                if steps <= 0:
                    raise UnreachableError("it leads through references that have no end")
                steps -= 1
                here = self._settled.get(id(data)) or self._find(data["$ref"], here, steps).pointer
                data = self._at(here)
            if isinstance(data, dict) and part in data:
                data = data[part]
            elif isinstance(data, list) and part.isascii() and part.isdigit() and int(part) < len(data):
                data = data[int(part)]
            else:
                return None
            here += pointer([part])
        return here

    def _at(self, place: str) -> Plain:
        data = self._data
        for part in parts_of(place):
            data = data[int(part)] if isinstance(data, list) else data[part]
        return data

    def _base(self, here: str) -> str:
        while here not in self._bases:
            here = here.rpartition("/")[0]
        return here

    def _resource(self, base: str, address: str) -> str:
        """Give the pointer of the file or the schema that has an address, reading the file if need be."""
        try:
            full = urldefrag(urljoin(base, address)).url
        except ValueError as error:
            raise UnreachableError(str(error)) from None
        if full not in self._resources:
            self._load(full)
        return self._resources[full]

    def _load(self, address: str) -> None:
        if address in self._unreadable:
            raise self._unreadable[address]
        try:
            if self._neighbours is None:
                raise Forbidden("this document has no folder")
            known = self._neighbours.known_as(address)
            if known not in self._resources:
                self._add(self._neighbours.name(known), self._neighbours.load(known), known)
            self._resources[address] = self._resources[known]
        except UnreadableError as error:
            self._unreadable[address] = UnreachableError(str(error), forbidden=isinstance(error, Forbidden))
            raise self._unreadable[address] from None

    def _add(self, name: str, loaded: Loaded, address: str) -> None:
        self._data.setdefault(FILES, {})[name] = loaded.data
        self.doubled += loaded.doubled
        self._places.add_file(FILES, name, loaded.source)
        self._index(loaded.data, pointer([FILES, name]), address)

    def _index(self, data: Plain, place: str, address: str) -> None:
        """Note the address of a file, and every ``$id`` and anchor in it."""
        self._bases[place] = address
        self._resources.setdefault(address, place)
        stack = [(data, place, address)]
        while stack:
            here, place, address = stack.pop()
            if isinstance(here, dict) and "$id" in here:
                address = self._identified(here["$id"], place, address)
            if isinstance(here, dict):
                for word in ("$anchor", "$dynamicAnchor"):
                    if isinstance(here.get(word), str):
                        self._anchors.setdefault((address, here[word]), place)
            stack.extend((value, place + pointer([key]), address) for key, value in _inside(here))

    def _identified(self, identifier: Plain, place: str, address: str) -> str:
        if not isinstance(identifier, str):
            return address
        if identifier.startswith("#"):
            self._anchors.setdefault((address, identifier[1:]), place)
            return address
        try:
            address = urldefrag(urljoin(address, identifier)).url
        except ValueError:
            return address
        self._bases[place] = address
        self._resources.setdefault(address, place)
        return address


def _file(place: str) -> str:
    """Give the pointer of the file around a place."""
    parts = parts_of(place)[:2]
    return pointer(parts) if parts and parts[0] == FILES else ""


def _inside(data: Plain) -> Iterator[tuple[str | int, Plain]]:
    """Walk what lies in a value and is no data of somebody's messages."""
    if isinstance(data, dict):
        yield from (
            (key, value) for key, value in data.items() if key not in _VALUES and isinstance(value, dict | list)
        )
    elif isinstance(data, list):
        yield from ((key, value) for key, value in enumerate(data) if isinstance(value, dict | list))
