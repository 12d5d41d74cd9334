"""Where requests go. In: servers of the document. Out: addresses, and their variables, which a client is given once.

Variables that are equal are one.
"""

import re
from collections.abc import Mapping

from qiyue.api import Server
from qiyue.client_plan.environments import is_local, name_servers
from qiyue.client_plan.model import Environment, Variable
from qiyue.client_plan.words import WordScope, env_name, split_words
from qiyue.values import Plain

_BRACES = re.compile(r"\{([^{}]*)\}")
_ORIGIN = re.compile(r"[^/]*://[^/]+")
_FEWEST = 2
"""Servers among which there is a choice."""


class Addresses:
    """The addresses met so far, the document's own first."""

    def __init__(self, servers: tuple[Server, ...], scope: WordScope) -> None:
        self._scope, self._own = scope, servers
        self._variables: dict[tuple[Plain, ...], Variable] = {}
        self.base = ""
        self.base = self._usual(servers)

    @property
    def variables(self) -> tuple[Variable, ...]:
        """All variables met so far."""
        return tuple(self._variables.values())

    def of(self, servers: tuple[Server, ...]) -> str:
        """Return the address of an operation that has servers of its own, ``""`` of any other."""
        return self._usual(servers) if servers != self._own else ""

    def environments(self, servers: tuple[Server, ...]) -> tuple[Environment, ...]:
        """Name the servers; nothing where they are fewer than two."""
        addresses = {address: server for server in reversed(servers) if (address := self._address(server))}
        listed = [(address, server) for address, server in reversed(addresses.items())]
        if len(listed) < _FEWEST:
            return ()
        names = name_servers([server for _, server in listed])
        return tuple(Environment(name, each[0], each[1].description) for name, each in zip(names, listed, strict=True))

    def _usual(self, servers: tuple[Server, ...]) -> str:
        """Take the first server that leads anywhere, one on the machine itself only where there is no other."""
        return next(filter(None, map(self._address, sorted(servers, key=is_local))), "")

    def _address(self, server: Server) -> str:
        """Write an address. A relative one leads where the document's own does; if that is none, nowhere."""
        url = server.url.strip()
        plain = _BRACES.sub(lambda found: str(_said(server, found[1]).get("default", found[0])), url)
        origin = ""
        if "://" not in plain and not plain.startswith("{"):
            found = _ORIGIN.match(self.base)
            if not found or not url.startswith("/"):
                return ""
            origin = found[0]
        named = _BRACES.sub(lambda found: "{" + "_".join(self._variable(server, found[1]).name) + "}", url)
        return origin + named.rstrip("/")

    def _variable(self, server: Server, name: str) -> Variable:
        """Plan a variable; what the document does not declare has no default."""
        said = _said(server, name)
        default, choices = said.get("default"), tuple(said.get("enum", ()))
        key = (name, default, choices)
        if key not in self._variables:
            words = self._scope.take(split_words(name) or ("server",))
            listed = (*choices, *(() if default is None else (default,))) if choices else ()
            text = str(said.get("description", ""))
            chosen = tuple(dict.fromkeys(listed))
            self._variables[key] = Variable(words, env_name(words), server.url, default, chosen, text)
        return self._variables[key]


def _said(server: Server, name: str) -> Mapping[str, Plain]:
    found: Mapping[str, Plain] = server.variables.get(name, {})
    return found
