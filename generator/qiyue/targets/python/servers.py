"""Servers of the document → addresses whose variables are arguments of the constructor. In: servers. Out: texts."""

import re
from collections.abc import Iterable
from typing import Any

from qiyue.api import Server
from qiyue.runtime.service import Variable
from qiyue.targets.python.docs import described
from qiyue.targets.python.expressions import Expression
from qiyue.targets.python.literals import literal
from qiyue.targets.python.views import CommonView
from qiyue.targets.python.words import Scope, constant, snake

_BRACES = re.compile(r"\{([^{}]*)\}")
_ORIGIN = re.compile(r"[^/]*://[^/]+")


class Addresses:
    """Where a client's requests go by what the document says. Variables that are equal are one argument."""

    def __init__(self, servers: Iterable[Server], scope: Scope, prefix: str) -> None:
        self._scope, self._prefix, self._own = scope, prefix, tuple(servers)
        self.base_url = ""
        self._arguments: dict[tuple[Any, ...], Variable] = {}
        self._texts: dict[str, str] = {}
        self.base_url = self._address(self._own)

    @property
    def variables(self) -> tuple[Variable, ...]:
        """All variables met so far."""
        return tuple(self._arguments.values())

    def only(self, servers: tuple[Server, ...]) -> str:
        """Give the address of an operation that has servers of its own, ``""`` of any other."""
        return self._address(servers) if servers != self._own else ""

    def views(self) -> tuple[CommonView, ...]:
        """Give the variables as arguments."""
        return tuple(
            CommonView(one.argument, _annotation(one).text, one.env, self._texts[one.argument])
            for one in self.variables
        )

    def _address(self, servers: tuple[Server, ...]) -> str:
        """Take the first server. A relative address leads where the document's own does; if that is none, nowhere."""
        if not servers:
            return ""
        server, url = servers[0], servers[0].url.strip()
        plain = _BRACES.sub(lambda found: str(_said(server, found[1]).get("default", found[0])), url)
        if "://" not in plain and not plain.startswith("{"):
            origin = _ORIGIN.match(self.base_url)
            return origin[0] + url.rstrip("/") if origin and url.startswith("/") else ""
        return _BRACES.sub(lambda found: "{" + self._argument(server, found[1]) + "}", url).rstrip("/")

    def _argument(self, server: Server, name: str) -> str:
        """Give the argument that stands for a variable; what the document does not declare has no default."""
        said = _said(server, name)
        default, choices = said.get("default"), tuple(said.get("enum", ()))
        key = (name, default, choices)
        if key not in self._arguments:
            argument = self._scope.take(snake(name, "server"), "_")
            self._arguments[key] = Variable(
                argument=argument,
                env=f"{self._prefix}_{constant(argument)}",
                default=default,
                choices=tuple(dict.fromkeys([*choices, *([] if default is None else [default])])) if choices else (),
            )
            told = f"Of the address {server.url}."
            usual = f"Usually {default}." if default else ""
            self._texts[argument] = described(str(said.get("description", "")), told, usual)
        return self._arguments[key].argument


def _said(server: Server, name: str) -> Any:
    return server.variables.get(name, {})


def _annotation(variable: Variable) -> Expression:
    """Give the annotation of a variable; not given, it is ``None``."""
    if not variable.choices:
        return Expression("str | None")
    values = ", ".join(map(literal, variable.choices))
    return Expression(f"Literal[{values}] | None", frozenset({("typing", "Literal")}))
