"""OpenAPI Overlay 1.0: changes to a document, each value keeping the place it was written.

In: a loaded document and loaded overlay files, in order. Out: the merged data, fresh, and its ``Places``.
An action that matches nothing is an error. What the specification leaves open is settled like this: a list as the
update of a list adds its items; values of different kinds (a text, a mapping, a list) never replace each other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from qiyue.base.where import pointer
from qiyue.codes import suggest_word
from qiyue.diagnostics import Diagnostic, Refused, Severity
from qiyue.source import Loaded, Origin, Places
from qiyue.values import Plain, thaw

Location: TypeAlias = tuple[str | int, ...]

_KEYS: Final = {"overlay": str, "info": dict, "extends": str, "actions": list}
_INFO_KEYS: Final = {"title": str, "version": str}
_ACTION_KEYS: Final = {"target": str, "description": str, "update": object, "remove": bool}
_NAMES: Final[Mapping[type, str]] = {str: "text", dict: "a mapping", list: "a list", bool: "true or false"}
_VERSION = re.compile(r"1\.0\.\d+")
_CARRIED = "x-qiyue-sources"
"""An extension in the root of an overlay that goes into the document: the pages its facts refer to."""


def apply(document: Loaded, overlays: Sequence[Loaded]) -> tuple[Plain, Places]:
    """Apply overlays, one after the other, to a copy of the document.

    Raises:
        Refused: a file is not an Overlay 1.0 document, or an action cannot be applied.
    """
    origin = Origin(document.source)
    data = thaw(document.data) if overlays else document.data
    for overlay in overlays:
        places = Places.of(overlay.source)
        _check(overlay.data, places)
        _Overlay(overlay, places, data, origin).apply()
    return data, Places(origin)


class _Overlay:
    """One overlay on its way into the document."""

    def __init__(self, overlay: Loaded, places: Places, data: Plain, origin: Origin) -> None:
        self.file = overlay
        self.places = places
        self.data = data
        self.origin = origin

    def apply(self) -> None:
        if _CARRIED in self.file.data and isinstance(self.data, dict):
            self._merge(self.data, {_CARRIED: self.file.data[_CARRIED]}, self.origin, ())
        unmatched: list[Diagnostic] = []
        for number, action in enumerate(self.file.data["actions"]):
            here = ("actions", str(number))
            locations = self._select(action["target"], here)
            if not locations:
                message = f"the target {action['target']!r} matches nothing"
                unmatched.append(self._error("overlay-no-match", message, (*here, "target")))
            elif action.get("remove"):
                self._remove(locations, here)
            else:
                for location in locations:
                    self._update(location, action["update"], (*here, "update"))
        if unmatched:
            raise Refused(unmatched)

    def _error(self, code: str, message: str, parts: Location, hint: str = "") -> Diagnostic:
        return Diagnostic(code, Severity.ERROR, message, self.places.place(pointer(parts)), hint)

    def _select(self, target: str, here: Location) -> list[Location]:
        from qiyue import jsonpath  # slow to import, and most documents have no overlay

        try:
            return jsonpath.locations(target, self.data)
        except jsonpath.JSONPathError as error:
            message = f"the target {target[:80]!r} is not a JSONPath: {error}"
            raise Refused([self._error("overlay-target", message, (*here, "target"))]) from None
        except RecursionError:
            message = f"the target {target[:80]!r} is nested too deeply"
            raise Refused([self._error("overlay-target", message, (*here, "target"))]) from None

    def _remove(self, locations: list[Location], here: Location) -> None:
        for location in sorted(locations, reverse=True):  # what lies inside or behind goes first
            if not location:
                message = "the whole document cannot be removed"
                raise Refused([self._error("overlay-target", message, (*here, "target"))])
            parent, origin = self._go(location[:-1])
            if isinstance(parent, list):
                del origin.listed(parent)[int(location[-1])]
            else:
                origin.members.pop(str(location[-1]), None)
            del parent[location[-1]]

    def _update(self, location: Location, value: Plain, parts: Location) -> None:
        target, origin = self._go(location)
        if isinstance(target, list):
            if isinstance(value, list):
                self._extend(target, value, origin, parts)
            else:
                self._append(target, value, origin, parts)
        elif not isinstance(target, dict):
            message = f"{pointer(location)} is neither a mapping nor a list"
            hint = "let the target be the mapping around it"
            raise Refused([self._error("overlay-target", message, (*parts[:-1], "target"), hint)])
        elif isinstance(value, dict):
            self._merge(target, value, origin, parts)
        else:
            raise Refused([self._error("overlay-conflict", f"{pointer(location)} is a mapping, this is not", parts)])

    def _go(self, location: Location) -> tuple[Any, Origin]:
        data, origin = self.data, self.origin
        for part in location:
            origin = origin.child(data, part)
            data = data[part]
        return data, origin

    def _merge(self, target: dict[str, Plain], update: dict[str, Plain], origin: Origin, parts: Location) -> None:
        for key, value in update.items():
            here = (*parts, key)
            old = target.get(key)
            if isinstance(old, dict) and isinstance(value, dict):
                self._merge(old, value, origin.child(target, key), here)
            elif isinstance(old, list) and isinstance(value, list):
                self._extend(old, value, origin.child(target, key), here)
            elif key in target and (isinstance(old, dict | list) or isinstance(value, dict | list)):
                message = f"{key!r} is {_kind(old)} in the document and {_kind(value)} here"
                hint = "to replace it, remove it by an action before this one"
                raise Refused([self._error("overlay-conflict", message, here, hint)])
            else:
                target[key] = thaw(value)
                origin.members[key] = self._origin(here)

    def _extend(self, target: list[Plain], items: list[Plain], origin: Origin, parts: Location) -> None:
        for number, item in enumerate(items):
            self._append(target, item, origin, (*parts, number))

    def _append(self, target: list[Plain], item: Plain, origin: Origin, parts: Location) -> None:
        origin.listed(target).append(self._origin(parts))
        target.append(thaw(item))

    def _origin(self, parts: Location) -> Origin:
        return Origin(self.file.source, tuple(map(str, parts)))


def _kind(value: Plain) -> str:
    return _NAMES.get(type(value), "a single value") if isinstance(value, dict | list) else "a single value"


def _check(data: Plain, places: Places) -> None:
    """Refuse what is not an Overlay 1.0 document, saying everything that is wrong with it."""
    found = list(_problems(data))
    if found:
        raise Refused(
            Diagnostic("overlay-syntax", Severity.ERROR, message, places.place(pointer(parts)), hint)
            for parts, message, hint in found
        )


_Problem: TypeAlias = tuple[Location, str, str]


def _problems(data: Plain) -> Iterator[_Problem]:
    if not isinstance(data, dict):
        yield (), "an overlay is a mapping with `overlay`, `info` and `actions`", ""
        return
    yield from _shape(data, (), _KEYS, ("overlay", "info", "actions"))
    version = data.get("overlay")
    if isinstance(version, str) and not _VERSION.fullmatch(version):
        yield ("overlay",), f"overlay version {version!r} is not read", "qiyue reads Overlay 1.0: `overlay: 1.0.0`"
    if isinstance(data.get("info"), dict):
        yield from _shape(data["info"], ("info",), _INFO_KEYS, ("title", "version"))
    actions = data.get("actions")
    if not isinstance(actions, list):
        return
    if not actions:
        yield ("actions",), "an overlay needs at least one action", ""
    for number, action in enumerate(actions):
        here = ("actions", number)
        if not isinstance(action, dict):
            yield here, "an action is a mapping with `target` and `update` or `remove`", ""
            continue
        yield from _shape(action, here, _ACTION_KEYS, ("target",))
        if "update" not in action and not action.get("remove"):
            yield here, "this action does nothing", "give it `update`, or `remove: true`"


def _shape(
    data: dict[str, Plain], here: Location, known: Mapping[str, type], required: Sequence[str]
) -> Iterator[_Problem]:
    for key in required:
        if key not in data:
            yield here, f"`{key}` is missing", ""
    for key, value in data.items():
        if key.startswith("x-"):
            continue
        if key not in known:
            guess = suggest_word(key, known)
            yield (*here, key), f"unknown key {key!r}", f"did you mean `{guess}`?" if guess else ""
        elif not isinstance(value, known[key]):
            hint = "put it into quotes" if known[key] is str and not isinstance(value, dict | list) else ""
            yield (*here, key), f"`{key}` must be {_NAMES[known[key]]}", hint
