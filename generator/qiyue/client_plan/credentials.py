"""Credentials: what a caller gives so that requests are let in. In: security schemes, and the words of extensions.

Out: each credential once, under words that no other setting of the client has.
"""

from collections.abc import Iterable

from qiyue.api import SecurityScheme
from qiyue.client_plan.model import Credential, Scheme
from qiyue.client_plan.words import Words, WordScope, env_name, split_words

_HANDSHAKES = frozenset(["digest", "mutual", "negotiate", "ntlm", "scram-sha-1", "scram-sha-256"])
"""Schemes of HTTP whose header depends on what the server asks."""

_OF_A_KEY = frozenset(["api", "apikey", "key"])
_OF_A_SCHEME = frozenset(
    "auth authentication authorisation authorization cookie default definition header parameter query scheme "
    "security".split()
)
"""Words that tell nothing of a credential."""


def is_sent(scheme: SecurityScheme) -> bool:
    """Tell whether the credential travels in the request as it is, in a place that the document names."""
    if scheme.type == "apiKey":
        return bool(scheme.name) and scheme.location in {"header", "query", "cookie"}
    return scheme.type in {"oauth2", "openIdConnect"} or (scheme.type == "http" and scheme.scheme not in _HANDSHAKES)


class Credentials:
    """The credentials met so far. Schemes come first, then what only extensions name."""

    def __init__(self, schemes: Iterable[SecurityScheme], scope: WordScope) -> None:
        self._scope = scope
        self._named: dict[Words, Credential] = {}
        self.listed: list[Credential] = []
        self.schemes = tuple(
            Scheme(scheme.id, tuple(each.name for each in self._of_scheme(scheme)))
            for scheme in schemes
            if is_sent(scheme)
        )

    def add(self, name: str, *, signs: bool = False) -> None:
        """Plan the credential that an extension names, where nothing has it already."""
        words = credential_words(name)
        if words not in self._named:
            self._take(words, words, "", signs=signs)

    def _of_scheme(self, scheme: SecurityScheme) -> list[Credential]:
        """Plan what a scheme needs; schemes that get a token with the same credential have it in common."""
        if scheme.token:
            wanted = [credential_words(name) for _, name in scheme.token.request]
            return [self._named.get(words) or self._take(words, words, scheme.id) for words in wanted]
        env = split_words(scheme.credential.env) if scheme.credential else ()
        return [self._take(self._own(words, scheme), env, scheme.id) for words in _scheme_words(scheme)]

    def _own(self, words: Words, scheme: SecurityScheme) -> Words:
        """Call a credential after its own scheme, where a scheme before has its words."""
        if words not in self._named:
            return words
        own = split_words(scheme.id) or words
        return own if own[-1].endswith(words[-1]) else (*own, *words)

    def _take(self, words: Words, env: Words, scheme: str, *, signs: bool = False) -> Credential:
        name = self._scope.take(words)
        credential = Credential(name, env_name(env or name), words, scheme, signs)
        self._named.setdefault(words, credential)
        self.listed.append(credential)
        return credential


def credential_words(name: str) -> Words:
    """Return the words of a credential that an extension names."""
    return split_words(name) or ("credential",)


def _scheme_words(scheme: SecurityScheme) -> tuple[Words, ...]:
    if scheme.credential and scheme.credential.name:
        return (credential_words(scheme.credential.name),)
    if scheme.type == "http" and scheme.scheme == "basic":
        return ("username",), ("password",)
    return (_key_words(scheme),) if scheme.type == "apiKey" else (("token",),)


def _key_words(scheme: SecurityScheme) -> Words:
    """Call a key after its scheme (``clientId``), else after its header, as far as these say what it is."""
    words = _telling(scheme.id) or _telling(scheme.name.removeprefix("X-").removeprefix("x-"))
    return ("api", "key") if not words or set(words) <= _OF_A_KEY else words


def _telling(name: str) -> Words:
    """Return the words of a name without those at its ends that every scheme could have."""
    words = split_words(name)
    while words and words[-1] in _OF_A_SCHEME:
        words = words[:-1]
    while words and words[0] in _OF_A_SCHEME:
        words = words[1:]
    return words
