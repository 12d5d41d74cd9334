"""Signing: whether a request is signed as the vendor wants it, and whether its signature was seen before.

In: ``x-qiyue-signature``, a secret, a request as it was sent. Out: failures. What is signed is every decoded parameter
that the document names, of the query and of the body.
"""

from collections.abc import Iterator
from typing import Final

from qiyue.api import Api, Kind, Signature
from qiyue.base.absent import ABSENT
from qiyue.base.duration import seconds
from qiyue.base.signature import UnsignableError, sign
from qiyue.mock import decoded
from qiyue.mock.clock import Clock
from qiyue.mock.failure import Failure
from qiyue.mock.incoming import Incoming
from qiyue.mock.storage import Storage
from qiyue.mock.timestamps import Timestamps
from qiyue.values import Plain

SECRET: Final = "0123456789abcdef"
"""What requests are signed with, where a mock is given no secret of its own."""
_MEMORY: Final = 3600
"""Seconds for which signatures are remembered, where nothing says that, or how long a request is valid."""


class Seen:
    """The signatures that were seen, for as long as the document says, or their requests are valid."""

    def __init__(self, api: Api, clock: Clock, storage: Storage) -> None:
        rules = (operation.signature and operation.signature.unique for operation in api.operations)
        said = [int(rule.remember) for rule in rules if rule and rule.remember]
        within = [seconds(rule["clock"]["within"]) for rule in api.mock.get("rules", ()) if "clock" in rule]
        self._memory = max(said or [2 * each for each in within], default=_MEMORY)
        self._clock = clock
        self._seen = Timestamps(storage, "signatures")

    def __contains__(self, signature: Plain) -> bool:
        came = self._seen.get(signature)
        return came is not None and self._clock() - came <= self._memory

    def add(self, signature: Plain) -> None:
        """Remember a signature, and forget those whose time has come."""
        moment = self._clock()
        self._seen.expire(lambda came: moment - came > self._memory)
        self._seen.add(signature, moment)


class Signing:
    """The signature that one operation wants."""

    kind = Kind.REPLAY

    def __init__(self, rule: Signature, secret: str, seen: Seen) -> None:
        self._rule, self._secret, self._seen = rule, secret, seen

    def check(self, incoming: Incoming) -> Iterator[Failure]:
        """Say what is wrong with the signature of a request."""
        put = self._rule.put
        sent = decoded.one(incoming, put)
        if sent in (ABSENT, None, ""):
            yield Failure(Kind.MISSING_PARAMETER, put, "signature")
        elif sent != self._wanted(incoming):
            yield Failure(Kind.BAD_SIGNATURE, put, "signature")
        elif self._rule.unique and sent in self._seen:
            yield Failure(Kind.REPLAY, put, "signature")

    def note(self, incoming: Incoming) -> None:
        """Remember the signature of a request that was accepted."""
        self._seen.add(decoded.one(incoming, self._rule.put))

    def _wanted(self, incoming: Incoming) -> str | None:
        query = decoded.query(incoming) if self._rule.over != "body" else {}
        body = decoded.body(incoming) if self._rule.over != "query" else {}
        try:
            return sign(self._rule, {**query, **(body if isinstance(body, dict) else {})}, self._secret)
        except UnsignableError:
            return None
