"""Server URL: where a live server is, and what of that nobody may see: user and password, and the values of a query.

In: an address as it was given. Out: what is a secret in it; the address as it is shown; a path below it.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote, unquote_plus

from qiyue.contract.http.redaction import HIDDEN

_USERINFO = re.compile(r"(?<=://)[^/?#]*@")


def find_secrets(address: str) -> Iterator[str]:
    """Give the secrets of an address, as they are written and as they are meant."""
    userinfo = (found[0][:-1] for found in _USERINFO.finditer(address))
    for pair in userinfo:
        user, _, password = pair.partition(":")
        yield from (pair, unquote(pair), f"{unquote(user)}:{unquote(password)}")
        yield from (password or user, unquote(password or user))
    for part in filter(None, _query(address).split("&")):
        value = part.partition("=")[2] or part
        yield from (part, value, unquote_plus(value))


def redact_url(address: str) -> str:
    """Give an address as it may be shown."""
    address, question, _ = without_user(address).partition("#")[0].partition("?")
    return f"{address}?{HIDDEN}" if question else address


def without_user(address: str) -> str:
    """Give an address in which nobody sees user and password."""
    return _USERINFO.sub(f"{HIDDEN}@", address, count=1)


def join_url(address: str, path: str) -> str:
    """Give a path, with its query, below an address; the query of the address comes first."""
    path, _, query = path.partition("?")
    queries = "&".join(filter(None, (_query(address), query)))
    return re.split("[?#]", address, maxsplit=1)[0].rstrip("/") + path + (f"?{queries}" if queries else "")


def _query(address: str) -> str:
    return address.partition("#")[0].partition("?")[2]
