"""Service: what all calls of a client share, as frozen values: its address and the credentials it takes."""

from collections.abc import Mapping
from functools import cached_property
from importlib import import_module
from typing import Any, Literal

from .flows import TokenCall
from .operation import Location, Shared
from .value import Value


class Credential(Value, kw_only=True):
    """What the caller gives: a constructor argument, or a variable of the environment."""

    argument: str
    env: str


class SecurityScheme(Value, kw_only=True):
    """How credentials are sent. ``basic`` takes two credentials (user, password), every other one."""

    id: str
    type: Literal["http", "apiKey"] = "http"
    scheme: str = "bearer"
    """Of type ``http``: ``bearer``, ``basic``, or another word that is written before the credential."""
    location: Location = "header"
    """Of type ``apiKey``."""
    name: str = ""
    """Of type ``apiKey``: the wire name."""
    credentials: tuple[Credential, ...] = ()
    token: TokenCall | None = None
    """Set where not the credentials are sent, but the token that they get."""


class Variable(Value, kw_only=True):
    """A variable of addresses: a constructor argument, or a variable of the environment."""

    argument: str
    """Which is also its name between braces."""
    env: str
    default: str | None = None
    """``None``: the caller must."""
    choices: tuple[str, ...] = ()
    """``()``: any text."""


class Service(Value, kw_only=True):
    """What all calls of a client share."""

    name: str
    """The package, for the user agent and in messages."""
    env: str
    """The prefix of its variables in the environment: ``ACME`` for ``ACME_BASE_URL``."""
    version: str = ""
    base_url: str = ""
    """``""`` where the document gives none: the caller must."""
    variables: tuple[Variable, ...] = ()
    """Of its address, and of those that operations have."""
    environments: Mapping[str, str] | None = None
    """The servers to choose from by ``environment``: name → address."""
    schemes: tuple[SecurityScheme, ...] = ()
    secrets: tuple[Credential, ...] = ()
    """Credentials that sign, and are never sent."""
    shared: tuple[Shared, ...] = ()
    headers: Mapping[str, str] | None = None
    """Sent with every request."""

    @cached_property
    def user_agent(self) -> str:
        """What requests say of the client that sends them: ``invoices/1.2 (qiyue)``."""
        version = "".join(letter for letter in self.version if letter.isprintable() and letter != " ")[:100] or "0"
        return f"{self.name}/{version} (qiyue)"

    def __reduce_ex__(self, protocol: Any) -> Any:
        """Pickle the service of a package by the name of the package: what it declares are functions too."""
        is_declared = self is _declared()
        return (_declared, ()) if is_declared else super().__reduce_ex__(protocol)


def _declared() -> Service | None:
    """Return the service of the package that this module is a part of; ``None`` where it is none of a client."""
    try:
        module = import_module(f"{__name__.rpartition('.')[0].rpartition('.')[0]}._service")
    except ImportError:
        return None
    found: Service = module.SERVICE
    return found
