"""Response: a successful answer, typed and raw."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, Self, TypeVar

import httpx2

from .operation import Answer, Operation
from .problems import Deviation
from .request_ids import request_id_in
from .shape import shape
from .text import is_mislabelled
from .verdict import rules_broken_by_code

T = TypeVar("T")


@dataclass(frozen=True)
class RawResponse(Generic[T]):
    """What ``with_raw_response`` gives: the typed data and everything around it."""

    data: T
    status: int
    headers: httpx2.Headers = field(repr=False)
    raw: bytes = field(repr=False)
    """The body as it came."""
    body: Any = field(default=None, repr=False)
    """The body as plain data, envelope included; ``None`` where it is not JSON."""
    code: Any = None
    """The vendor's code, where its envelope has one."""
    message: str = ""
    trace: Any = None
    """The vendor's own id of the call, to quote to its support."""
    operation: Operation[Any] = field(default_factory=lambda: Operation(id="", method="", path=""), repr=False)
    answer: Answer | None = field(default=None, repr=False)
    payload: Any = field(default=None, repr=False)
    """The plain data that ``data`` was read from."""
    origin: str = field(default="", repr=False)
    """Who was asked: ``https://vendor.example``."""
    attempts: int = field(default=1, repr=False)
    elapsed: float = field(default=0.0, repr=False)
    """Seconds from the begin of the call, with all attempts and waits."""

    def after(self, origin: str, attempts: int, elapsed: float) -> Self:
        """Complete a response that nobody has yet with how it was got."""
        self.__dict__.update(origin=origin, attempts=attempts, elapsed=elapsed)
        return self

    @property
    def request_id(self) -> str:
        """What the vendor calls the request, in a header or in its envelope."""
        return request_id_in(self.headers) or str(self.trace or "")

    def __getstate__(self) -> dict[str, Any]:
        """Give what is copied and pickled: everything but the declarations, with what they are needed for."""
        bare: Operation[Any] = Operation(id=self.operation.id, method=self.operation.method, path=self.operation.path)
        return {**self.__dict__, "operation": bare, "answer": None, "deviations": self.deviations}

    @cached_property
    def deviations(self) -> tuple[Deviation, ...]:
        """Where the answer differs from the spec; looked for on first access."""
        told = self.answer
        found: tuple[Deviation, ...] = ()
        if told is None or not _covers(told.status, self.status):
            found = (Deviation(self.operation.id, "", "status", str(self.status)),)
        if self.body is not None and is_mislabelled(self.raw, self.headers.get("content-type", "")):
            found += (Deviation(self.operation.id, "", "charset", f"bytes({len(self.raw)})"),)
        if self.code is not None:
            rules = rules_broken_by_code(self.operation, self.code)
            found += tuple(Deviation(self.operation.id, at, rule, shape(self.code)) for at, rule in rules)
        if told is None or told.type is None or told.stream or self.data is None:
            return found
        from .deviations import deviations_of  # most calls never ask

        return found + deviations_of(self.operation.id, told.type, self.payload, self.data, told.limits)


def _covers(declared: str, status: int) -> bool:
    return declared in {str(status), f"{status // 100}XX", "default"}
