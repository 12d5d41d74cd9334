"""Where requests go. In: servers of the document. Out: addresses, and their variables, which a client is given once.

Variables that are equal are one.
"""

import re
from collections.abc import Mapping
from typing import Any

from qiyue.api import Server
from qiyue.client_plan.model import Variable
from qiyue.client_plan.words import WordScope, env_name, split_words

_BRACES = re.compile(r"\{([^{}]*)\}")
_ORIGIN = re.compile(r"[^/]*://[^/]+")


class Addresses:
    """The addresses met so far, the document's own first."""

    def __init__(self, servers: tuple[Server, ...], scope: WordScope) -> None:
        self._scope, self._own = scope, servers
        self._variables: dict[tuple[Any, ...], Variable] = {}
        self.base = ""
        self.base = self._address(servers)

    @property
    def variables(self) -> tuple[Variable, ...]:
        """All variables met so far."""
        return tuple(self._variables.values())

    def of(self, servers: tuple[Server, ...]) -> str:
        """Return the address of an operation that has servers of its own, ``""`` of any other."""
        return self._address(servers) if servers != self._own else ""

    def _address(self, servers: tuple[Server, ...]) -> str:
        """Take the first server. A relative address leads where the document's own does; if that is none, nowhere."""
        if not servers:
            return ""
        server, url = servers[0], servers[0].url.strip()
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


def _said(server: Server, name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = server.variables.get(name, {})
    return found
