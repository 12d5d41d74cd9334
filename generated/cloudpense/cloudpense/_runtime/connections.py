"""Connections: the httpx2 clients that the copies of a client send through. Each process opens its own.

An async client has one for each event loop too: a connection ends with its loop.
"""

from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from ssl import SSLContext, get_default_verify_paths
from typing import Any, Final, Generic, TypeVar
from urllib.request import getproxies

import httpx2

from .errors import InvalidRequestError
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

    def __init__(self, form: type[Http], service: Service, given: Http | None) -> None:
        """Raises ``InvalidRequestError`` where none can be made, or what is given is another kind of client."""
        super().__init__()
        if given is not None and not isinstance(given, form):
            raise InvalidRequestError(_other_kind(form, given))
        self._form: type[Http] = form
        self._service = service
        self._is_lent = given is not None
        self._only: Http | None = given
        self._by_loop: dict[Any, Http] = {} if given is not None else {None: self._make()}
        if given is not None:
            limit_streams(given)

    @property
    def http(self) -> Http:
        """The client of this process and of the running event loop."""
        if self._only is not None:
            return self._only
        loop = running_loop() if self._form is httpx2.AsyncClient else None
        return self._by_loop.get(loop) or self._made(loop)

    def __getstate__(self) -> dict[str, Any]:
        """Return what is copied and pickled: what is needed to open others.

        Raises:
            InvalidRequestError: they are the caller's.
        """
        if self._is_lent:
            raise InvalidRequestError(
                "a client with an http_client= of the caller can be neither copied nor pickled: the copy would need "
                "connections of its own. Make a client without http_client=, or make one where it is needed"
            )
        return {"form": self._form, "service": self._service}

    def __setstate__(self, state: dict[str, Any]) -> None:
        Connections.__init__(self, state["form"], state["service"], None)

    def open(self) -> Http:
        """Return the client to send through.

        Raises:
            InvalidRequestError: it is closed.
        """
        http = self.http
        if http.is_closed:
            raise InvalidRequestError("the client is closed: call before close(), inside of `with`, or make a new one")
        return http

    def _made(self, loop: Any) -> Http:
        with self.lock:
            for each in [one for one in self._by_loop if one is not None and has_ended(one)]:
                del self._by_loop[each]
            if loop not in self._by_loop:
                unused = self._by_loop.pop(None, None)  # made before a loop ran
                self._by_loop[loop] = self._make() if unused is None else unused
            return self._by_loop[loop]

    def _make(self) -> Http:
        try:
            http: Http = self._form(cookies=cookies_of(self._service), verify=_tls(get_default_verify_paths()))
        except (ImportError, ValueError, httpx2.InvalidURL) as error:
            raise InvalidRequestError(_unusable_proxy(str(error))) from None
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


@cache
def _tls(_where_certificates_are: object) -> SSLContext:
    """Make what all clients of the process do TLS with: loading the certificates costs most of a client."""
    return httpx2.create_ssl_context()


def _other_kind(form: type[Any], given: object) -> str:
    own, other = f"httpx2.{form.__name__}", type(given)
    instead = "the client whose name begins with Async" if other.__name__ == "AsyncClient" else "the other client"
    meant = f", or use {instead}" if isinstance(given, httpx2.Client | httpx2.AsyncClient) else ""
    return f"http_client is a {other.__module__}.{other.__name__}: give a {own}{meant}"


def _unusable_proxy(why: str) -> str:
    """Say which variables of the environment name proxies, without user and password, and what to do."""
    named = getproxies().items()
    set_ = [f"{scheme.upper()}_PROXY={address.rpartition('@')[2]}" for scheme, address in named if scheme != "no"]
    return (
        f"the proxy of the environment cannot be used ({', '.join(set_)}): {why} "
        "Change the variable, or give http_client= with a proxy of its own or with trust_env=False"
    )


def cookies_of(service: Service) -> CookieJar:
    """Make the jar of a client. It keeps nothing, unless a cookie is one of the vendor's credentials: what one answer
    sets is not for the next call, which may be made for somebody else."""
    is_kept = any(scheme.location == "cookie" for scheme in service.schemes)
    return CookieJar() if is_kept else CookieJar(DefaultCookiePolicy(allowed_domains=()))
