"""Credentials: throw-away keys for every security scheme, and how they go into a request.

In: Api. Out: headers, query, cookies per operation; what a mock accepts; what a client is given.
"""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

import httpx2

from qiyue.api import Api, Operation, SecurityScheme

KEY = "throw-away-key"
WRONG = "another-key"
USER = "someone"


@dataclass(frozen=True, slots=True)
class Credentials:
    """What is added to a request so that it is let in."""

    headers: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    cookies: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.headers or self.query or self.cookies)

    def add(self, request: httpx2.Request) -> httpx2.Request:
        """Give the request with these credentials."""
        headers = httpx2.Headers(request.headers)
        headers.update(self.headers)
        if self.cookies:
            kept = [part for part in headers.get("cookie", "").split("; ") if part]
            headers["cookie"] = "; ".join([*kept, *(f"{name}={value}" for name, value in self.cookies.items())])
        url = str(request.url)
        if self.query:  # the rest of the query stays as it was written
            url += ("&" if "?" in url else "?") + urlencode(self.query)
        return httpx2.Request(request.method, url, headers=headers, content=request.content)


def credentials(api: Api, operation: Operation, key: str = KEY) -> Credentials:
    """Give what the first alternative that needs anything wants; with another ``key`` they are wrong."""
    schemes = {scheme.id: scheme for scheme in api.security_schemes}
    chosen = next((alternative for alternative in operation.security if alternative), ())
    places: dict[str, dict[str, str]] = {"header": {}, "query": {}, "cookie": {}}
    for name, _ in chosen:
        if name in schemes:
            location, wire_name, value = _written(schemes[name], key)
            places[location][wire_name] = value
    return Credentials(places["header"], places["query"], places["cookie"])


def accepted(api: Api) -> dict[str, tuple[str, ...]]:
    """Give the keys that a mock shall accept, by scheme."""
    return {scheme.id: (f"{USER}:{KEY}" if scheme.scheme == "basic" else KEY,) for scheme in api.security_schemes}


def _written(scheme: SecurityScheme, key: str) -> tuple[str, str, str]:
    if scheme.type == "apiKey":
        return scheme.location, scheme.name, key
    if scheme.scheme == "basic":
        return "header", "Authorization", "Basic " + b64encode(f"{USER}:{key}".encode()).decode()
    word = scheme.scheme if scheme.type == "http" else "bearer"
    return "header", "Authorization", f"{word.capitalize()} {key}"
