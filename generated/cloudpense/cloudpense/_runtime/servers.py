"""Servers: where requests go. An address may have variables, ``https://{region}.tea.example``, by argument."""

import re
from base64 import b64encode
from collections.abc import Mapping
from typing import Any, Final, TypeAlias
from urllib.parse import unquote, urlsplit

from .errors import InvalidRequestError
from .operation import Operation
from .secret import revealed
from .service import Service

ENVIRONMENT: Final = "environment"
"""The argument that names a server, or holds the variables of the environment."""

Places: TypeAlias = Mapping[str, str | Mapping[str, str] | None]
"""What a caller gives for the variables of addresses; it may be concealed."""

_VARIABLE: Final = re.compile(r"\{(\w+)\}")


def chosen(service: Service, given: Places, environment: Mapping[str, str]) -> dict[str, str]:
    """Take what stands for the variables from the arguments, else from the environment, else from the document.

    Raises:
        InvalidRequestError: the document names the values, and this is none of them.
    """
    found = {}
    for one in service.variables:
        own = revealed(given.get(one.argument))
        value = (own if isinstance(own, str) else "") or environment.get(one.env, "").strip() or one.default
        if value is None:
            continue
        if one.choices and value not in one.choices:
            raise InvalidRequestError(f"{one.argument} must be one of {', '.join(one.choices)}")
        found[one.argument] = value
    return found


def base_url(service: Service, given: str | None, environment: Mapping[str, str], variables: Mapping[str, str]) -> str:
    """Take the address that the caller gave, else the one from the environment, else ``""`` for the document's.

    Raises:
        InvalidRequestError: there is none.
    """
    variable = f"{service.env}_BASE_URL"
    if given is not None and not isinstance(given, str):
        raise InvalidRequestError(f"base_url is a text, not {type(given).__name__}")
    found = (given or environment.get(variable, "")).strip()
    if not found and not service.base_url:
        raise InvalidRequestError(
            f"the address of {service.name} is not known: give base_url= or the environment variable {variable}",
            kind="missing-parameter",
        )
    if found and not found.lower().startswith(("http://", "https://")):
        raise InvalidRequestError("base_url must start with http:// or https://")
    if found and not _has_usable_port(found):
        raise InvalidRequestError("base_url has no port from 1 to 65535 behind its last colon")
    if not found:
        address(template_of(service, variables), variables, service)
    return found


def _has_usable_port(address: str) -> bool:
    try:
        return urlsplit(address).port != 0
    except ValueError:
        return False


def template_of(service: Service, variables: Mapping[str, str], operation: Operation[Any] | None = None) -> str:
    """Take the address, variables not yet filled in, that an operation has in the environment that was chosen."""
    name = variables.get(ENVIRONMENT, "")
    if operation and operation.base_url:
        return (operation.environments or {}).get(name, operation.base_url)
    return (service.environments or {}).get(name, service.base_url)


def password_of(base_url: str) -> tuple[str, ...]:
    """Give the password that an address has, as it is and as it is sent; nothing where it has none."""
    userinfo, found, _ = base_url.partition("://")[2].partition("/")[0].rpartition("@")
    user, _, password = map(unquote, userinfo.partition(":"))
    return (password or user, b64encode(f"{user}:{password}".encode(errors="replace")).decode()) if found else ()


def address(template: str, variables: Mapping[str, str], service: Service) -> str:
    """Write an address with what stands for its variables.

    Raises:
        InvalidRequestError: one has no value; tells the argument and the variable of the environment to set.
    """
    for one in service.variables:
        if one.argument not in variables and f"{{{one.argument}}}" in template:
            raise InvalidRequestError(
                f"the address {template} is not whole: give {one.argument}= or the environment variable {one.env}",
                kind="missing-parameter",
            )
    return _VARIABLE.sub(lambda found: variables.get(found[1], found[0]), template)
