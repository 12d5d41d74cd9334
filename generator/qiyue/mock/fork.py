"""Fork: one path that carries many operations; a field of the request, or what stands in the path, says which."""

import re
from collections.abc import Mapping, Sequence

from qiyue.api import Kind, Where
from qiyue.base.absent import ABSENT
from qiyue.mock import decoded
from qiyue.mock.endpoint import Endpoint
from qiyue.mock.failure import Failure
from qiyue.mock.incoming import Incoming, Reply
from qiyue.values import Plain


class Fork:
    """The operations of one path and method, by the value of the selecting field."""

    def __init__(self, field: Where, cases: Mapping[str, Endpoint]) -> None:
        self._field, self._cases = field, cases
        self._any = next(iter(cases.values()))

    def serve(self, incoming: Incoming, path: Mapping[str, str]) -> Reply:
        """Answer one request."""
        value = decoded.one(incoming, self._field)
        case = self._cases.get(value) if isinstance(value, str) else None
        if case:
            return case.serve(incoming, path)
        failures = [self._unknown(value), *self._common(incoming, path)]
        reply = self._any.refused(incoming, failures)
        assert reply is not None
        return reply

    def _unknown(self, value: Plain) -> Failure:
        absent = value in (ABSENT, None, "")
        return Failure(Kind.MISSING_PARAMETER if absent else Kind.UNKNOWN_OPERATION, self._field, "dispatch")

    def _common(self, incoming: Incoming, path: Mapping[str, str]) -> Sequence[Failure]:
        """Give what every operation of the path finds wrong with the request: the vendor may check that first."""
        first, *others = self._cases.values()
        common = [failure for failure in first.examined(incoming, path).failures if failure.where != self._field]
        for case in others:
            found = case.examined(incoming, path).failures if common else ()
            common = [failure for failure in common if failure in found]
        return common


class Twins:
    """Operations whose paths differ in nothing but names, ``/things/{id}`` and ``/things/{name}``: the first whose
    values the path has; those that take any text come last."""

    def __init__(self, twins: Sequence[tuple[str, Endpoint]]) -> None:
        named = [(re.findall(r"\{([^{}]+)\}", path), endpoint) for path, endpoint in twins]
        self._twins = sorted(named, key=lambda twin: twin[1].takes(dict.fromkeys(twin[0], "~")))

    def serve(self, incoming: Incoming, path: Mapping[str, str]) -> Reply:
        """Answer one request."""
        own = [(dict(zip(names, path.values(), strict=True)), endpoint) for names, endpoint in self._twins]
        values, chosen = next((one for one in own if one[1].takes(one[0])), own[0])
        return chosen.serve(incoming, values)
