"""Moves: where the values of a document are after a restructuring, as pairs of JSON Pointers."""

from collections.abc import Iterator


class Moves:
    """Old pointer → new pointer. What was copied to several places is known by the first of them."""

    def __init__(self) -> None:
        self._old_to_new: dict[str, str] = {}
        self._new_to_old: dict[str, str] = {}

    def add(self, old: str, new: str) -> None:
        """Record that the value once at ``old`` is at ``new``; both are pointers into the whole document."""
        if old != new:
            self._old_to_new.setdefault(old, new)
        self._new_to_old.setdefault(new, old)

    def new_to_old(self) -> Iterator[tuple[str, str]]:
        """Pairs of a new pointer and the old one, the outer before the inner."""
        return iter(sorted(self._new_to_old.items(), key=lambda pair: pair[0].count("/")))

    def follow(self, old: str) -> str:
        """The new pointer of what was at ``old``: that of the nearest value around it that moved, and the rest."""
        head, rest = old, ""
        while head and head not in self._old_to_new:
            head, _, last = head.rpartition("/")
            rest = f"/{last}{rest}"
        return self._old_to_new[head] + rest if head else old
