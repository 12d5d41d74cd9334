"""Call: a request that was understood. In: parameters and body as plain data. Out: what lies at a ``Where``."""

from collections.abc import Mapping
from dataclasses import dataclass

from qiyue.api import Where
from qiyue.base.where import each
from qiyue.values import Plain


@dataclass(frozen=True, slots=True)
class Call:
    """The values of a request: parameters by where (``query:page``), and the body."""

    parameters: Mapping[Where, Plain]
    body: Plain

    def all(self, where: Where) -> list[Plain]:
        """Give everything at a spot; ``*`` in a pointer stands for every item."""
        if where.startswith("/") or not where:
            return [value for _, value in each(self.body, where)]
        if where in self.parameters:
            return [self.parameters[where]]
        folded = where.lower()
        return [value for known, value in self.parameters.items() if known.lower() == folded and known[:7] == "header:"]

    def one(self, where: Where) -> Plain:
        """Give the first value at a spot, ``None`` where there is none."""
        found = self.all(where)
        return found[0] if found else None
