"""Connections: the httpx2 clients that the copies of a client send through. Each process opens its own.

An async client has one for each event loop too: a connection ends with its loop.
"""

from collections.abc import Callable
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, Final, Generic, TypeVar

import httpx2

from .exchange import limit_streams
from .forks import Renewed
from .loops import has_ended, running_loop
from .service import Service

Http = TypeVar("Http", httpx2.Client, httpx2.AsyncClient)

_of_parents: Final[list[Any]] = []
"""Never used and never freed: the end of an async connection may reach into the event loop of the parent."""


class Connections(Renewed, Generic[Http]):
    """One httpx2 client, or one for each event loop. One that the caller gave serves all loops, and is the caller's to
    renew after a fork."""

    def __init__(self, make: Callable[[], Http], given: Http | None) -> None:
        super().__init__()
        self._make: Callable[[], Http] = make
        first = self._limited(make() if given is None else given)
        self._only: Http | None = given
        self._by_loop: dict[Any, Http] = {} if given is not None else {None: first}
        self._ends_with_loop = isinstance(first, httpx2.AsyncClient)

    @property
    def http(self) -> Http:
        """The client of this process and of the running event loop."""
        if self._only is not None:
            return self._only
        loop = running_loop() if self._ends_with_loop else None
        return self._by_loop.get(loop) or self._made(loop)

    def _made(self, loop: Any) -> Http:
        with self.lock:
            for each in [one for one in self._by_loop if one is not None and has_ended(one)]:
                del self._by_loop[each]
            if loop not in self._by_loop:
                unused = self._by_loop.pop(None, None)  # made before a loop ran
                self._by_loop[loop] = self._limited(self._make()) if unused is None else unused
            return self._by_loop[loop]

    def _limited(self, http: Http) -> Http:
        limit_streams(http)
        return http

    def end(self) -> Http:
        """Give the client to be closed. No other is opened afterwards."""
        self._only = self.http
        self._by_loop = {}
        return self._only

    def renew(self) -> None:
        """Forget the connections of the parent, without a word to the far side."""
        super().renew()
        _of_parents.extend(one for one in self._by_loop.values() if isinstance(one, httpx2.AsyncClient))
        self._by_loop = {}


def cookies_of(service: Service) -> CookieJar:
    """Make the jar of a client. It keeps nothing, unless a cookie is one of the vendor's credentials: what one answer
    sets is not for the next call, which may be made for somebody else."""
    is_kept = any(scheme.location == "cookie" for scheme in service.schemes)
    return CookieJar() if is_kept else CookieJar(DefaultCookiePolicy(allowed_domains=()))
