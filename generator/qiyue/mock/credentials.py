"""Credentials: what an operation's security requires, and whether a request has it."""

import binascii
from base64 import b64decode
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import unquote_plus

from qiyue.api import Api, Kind, Requirement, SecurityScheme, Where
from qiyue.mock.failure import Failure
from qiyue.mock.incoming import Incoming
from qiyue.mock.options import Accepted
from qiyue.mock.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Lock:
    """One security scheme and the keys that open it: the accepted ones, the tokens that were given out."""

    scheme: SecurityScheme
    accepted: Collection[str] | None
    tokens: Tokens

    @property
    def where(self) -> Where:
        if self.scheme.type == "apiKey":
            return f"{self.scheme.location}:{self.scheme.name}"
        return "header:Authorization"

    def check(self, incoming: Incoming) -> Failure | None:
        """Say what is wrong with the credential of a request, if anything is."""
        if self.scheme.type == "mutualTLS":
            return None
        sent = _sent(self.scheme, incoming)
        if not sent:
            return Failure(Kind.MISSING_CREDENTIAL, self.where, self.scheme.id)
        key = sent if self.scheme.type == "apiKey" else _authorization(_word(self.scheme), sent)
        return None if key and self._is_good(key) else Failure(Kind.BAD_CREDENTIAL, self.where, self.scheme.id)

    def _is_good(self, key: str) -> bool:
        if self.accepted is not None and key in self.accepted:
            return True
        if self.scheme.token:
            return self.tokens.is_good(self.scheme.id, key)
        return self.accepted is None


class Guard:
    """The alternatives of one operation: a request passes when it opens all locks of one of them."""

    def __init__(self, api: Api, alternatives: tuple[Requirement, ...], accepted: Accepted, tokens: Tokens) -> None:
        schemes = {scheme.id: scheme for scheme in api.security_schemes}
        self._alternatives = tuple(
            tuple(Lock(schemes[name], accepted.get(name), tokens) for name, _ in alternative if name in schemes)
            for alternative in alternatives
        )

    def check(self, incoming: Incoming) -> Failure | None:
        """Say why a request does not pass: a bad credential is named before a missing one."""
        failures: list[Failure] = []
        for locks in self._alternatives:
            wrong = [failure for lock in locks if (failure := lock.check(incoming))]
            if not wrong:
                return None
            failures += wrong
        failures.sort(key=lambda failure: failure.kind is Kind.MISSING_CREDENTIAL)
        return failures[0] if failures else None


def _sent(scheme: SecurityScheme, incoming: Incoming) -> str:
    if scheme.type != "apiKey":
        return incoming.headers.get("authorization", "").strip()
    if scheme.location == "query":
        return next((unquote_plus(value) for name, value in incoming.query if name == scheme.name), "")
    if scheme.location == "cookie":
        return incoming.cookies.get(scheme.name, "")
    return incoming.headers.get(scheme.name.lower(), "").strip()


def _word(scheme: SecurityScheme) -> str:
    return (scheme.scheme if scheme.type == "http" else "") or "bearer"


def _authorization(word: str, sent: str) -> str:
    """Give the key of an ``Authorization`` header, ``""`` where it is not of the wanted form."""
    said, _, key = sent.partition(" ")
    if said.lower() != word:
        return ""
    key = key.strip()
    if word == "basic":
        return _basic(key)
    return "" if word == "bearer" and " " in key else key


def _basic(key: str) -> str:
    try:
        text = b64decode(key, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
    user, colon, _ = text.partition(":")
    return text if user and colon else ""
