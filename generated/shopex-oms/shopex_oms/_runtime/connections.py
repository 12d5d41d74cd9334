"""Connections: the httpx2 client that the copies of a client send through. Each process opens its own."""

from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

import httpx2

from .forks import Renewed

Http = TypeVar("Http", httpx2.Client, httpx2.AsyncClient)

_of_parents: Final[list[Any]] = []
"""Never used and never freed: the end of an async connection may reach into the event loop of the parent."""


class Connections(Renewed, Generic[Http]):
    """An httpx2 client. One that the caller gave is the caller's to renew after a fork."""

    def __init__(self, make: Callable[[], Http], given: Http | None) -> None:
        super().__init__()
        self._make: Callable[[], Http] = make
        self._http: Http | None = make() if given is None else given
        self.owned = given is None

    @property
    def http(self) -> Http:
        """The client of this process."""
        return self._http or self._made()

    def _made(self) -> Http:
        with self.lock:
            if self._http is None:
                self._http = self._make()
            return self._http

    def renew(self) -> None:
        """Forget the connections of the parent, without a word to the far side."""
        super().renew()
        if self.owned and self._http is not None and not self._http.is_closed:
            if isinstance(self._http, httpx2.AsyncClient):
                _of_parents.append(self._http)
            self._http = None
