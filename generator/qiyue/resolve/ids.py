"""Operation ids: the document's own, else made of method and path; each given once."""

import re

from qiyue.document import Node


class Ids:
    """The ids given so far."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def assign(self, node: Node, wished: str, method: str, path: str) -> str:
        """Give an id that nobody has: the wished one, or one made of method and path; a repeated one is said."""
        base = wished or create_id(method, path)
        unique = base
        while unique in self._taken:
            self._numbers[base] = self._numbers.get(base, 1) + 1
            unique = f"{base}_{self._numbers[base]}"
        if wished and unique != wished:
            node.note("repeated-operation-id", f"the operationId {wished!r} is taken; this operation is {unique!r}")
        self._taken.add(unique)
        return unique


def create_id(method: str, path: str) -> str:
    """Make an id: ``GET``, ``/report/{type}`` → ``getReportType``."""
    words = re.findall(r"\w+", path)
    return method.lower() + "".join(word[:1].upper() + word[1:] for word in words)
