"""Auth: which credentials an operation needs, and where in a request they go.

Nothing is sent where nothing is required.
"""

from base64 import b64encode
from collections.abc import Container, Iterable, Mapping
from typing import TypeAlias

from .draft import Draft
from .errors import InvalidRequestError
from .gate import Token
from .operation import Operation
from .secret import revealed, sealed
from .service import SecurityScheme, Service

Credentials: TypeAlias = Mapping[str, str]
"""What the caller gave, by argument; what is missing is not in it."""


def gather(service: Service, given: Mapping[str, str | None], environment: Mapping[str, str]) -> dict[str, str]:
    """Take credentials from the arguments, else from the environment; an empty text counts as none.

    Raises:
        InvalidRequestError: one is no text, or has a character that cannot be sent.
    """
    known = [*(one for scheme in service.schemes for one in scheme.credentials), *service.secrets]
    found = {one.argument: revealed(given.get(one.argument)) or environment.get(one.env, "") for one in known}
    return {argument: text for argument, value in found.items() if (text := _text(argument, value))}


def _text(argument: str, value: object) -> str:
    if not isinstance(value, str):
        raise InvalidRequestError(f"{argument} is a text, not {type(value).__name__}")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise InvalidRequestError(f"{argument} has a character that cannot be sent")
    return value.strip()


def needed(operation: Operation[object], service: Service, given: Container[str]) -> tuple[SecurityScheme, ...]:
    """Give the schemes of the first alternative for which every credential is there. ``given`` are their arguments.

    Raises:
        InvalidRequestError: no alternative can be met; tells the argument and the variable to set.
    """
    schemes = {scheme.id: scheme for scheme in service.schemes}
    alternatives = [[schemes[name] for name in names if name in schemes] for names in operation.security]
    met = [parts for parts in alternatives if all(_has(part, given) for part in parts)]
    if not met and alternatives:
        raise InvalidRequestError(_missing(alternatives, given), operation=operation.id, kind="missing-credential")
    return tuple(next(filter(None, met), []))


@sealed
def authorized(
    draft: Draft, schemes: Iterable[SecurityScheme], credentials: Credentials, tokens: Mapping[str, Token]
) -> Draft:
    """Put in what the schemes need: a token where there is one, else the credentials. A caller's own header stays."""
    for scheme in schemes:
        given = [credentials[one.argument] for one in scheme.credentials]
        draft = _sent(draft, scheme, [tokens[scheme.id].text] if scheme.id in tokens else given)
    return draft


def credentials_in(headers: Iterable[tuple[str, str]]) -> list[str]:
    """Give the credentials of a request as they are sent: of user and password the base64."""
    return [text.rpartition(" ")[2] for name, text in headers if name.lower() == "authorization"]


def _has(scheme: SecurityScheme, given: Container[str]) -> bool:
    return all(one.argument in given for one in scheme.credentials)


def _missing(alternatives: list[list[SecurityScheme]], given: Container[str]) -> str:
    wanted = [
        " and ".join(
            f"{one.argument}= or the environment variable {one.env}"
            for scheme in parts
            for one in scheme.credentials
            if one.argument not in given
        )
        for parts in alternatives
    ]
    return f"a credential is missing: give {', or '.join(dict.fromkeys(wanted))}"


def _sent(draft: Draft, scheme: SecurityScheme, values: list[str]) -> Draft:
    if not values:
        return draft
    if scheme.type == "apiKey":
        where, text = f"{scheme.location}:{scheme.name}", values[0]
    elif scheme.scheme == "basic":
        where, text = "header:Authorization", f"Basic {b64encode(':'.join(values).encode()).decode()}"
    else:
        where, text = "header:Authorization", f"{scheme.scheme.capitalize()} {values[0]}"
    given = {f"header:{name}".lower() for name in draft.header}
    return draft if where.lower() in given else draft.put(where, text)
