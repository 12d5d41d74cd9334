"""Names of servers, so that a caller can choose one. In: servers of the document. Out: words for each.

A name is the word of the description that says which it is (``sandbox``), else the description where it is short, else
what only this address has in its host or path.
"""

import re
from collections.abc import Iterator, Sequence

from qiyue.api import Server
from qiyue.client_plan.words import Words, WordScope, split_words

_KNOWN = frozenset(
    "beta demo dev development integration live local localhost mock preprod preview prod production sandbox staging "
    "test testing uat".split()
)
_CHINESE = {
    "沙箱": "sandbox",
    "沙盒": "sandbox",
    "预发": "staging",
    "测试": "test",
    "开发": "development",
    "本地": "local",
    "正式": "production",
    "生产": "production",
    "线上": "production",
}
_OF_ANY = frozenset("a address an api base endpoint env environment for host in of server the url with".split())
_MOST_WORDS = 3
_LOCAL = re.compile(
    r"^https?://(localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\]|[^/:]*\.(localhost|local|test))(:|/|$)", re.IGNORECASE
)
_ORIGIN = re.compile(r"^[a-z]+://([^/:]*)[^/]*(.*)$", re.IGNORECASE)


def is_local(server: Server) -> bool:
    """Tell whether an address leads to the machine of whoever uses it."""
    return bool(_LOCAL.match(server.url.strip()))


def name_servers(servers: Sequence[Server]) -> tuple[Words, ...]:
    """Name each of several servers."""
    candidates = [list(_candidates(server, servers)) for server in servers]
    shared = [name for listed in candidates for name in set(listed)]
    scope = WordScope()
    return tuple(
        scope.take(next((name for name in listed if shared.count(name) == 1), listed[0])) for listed in candidates
    )


def _candidates(server: Server, servers: Sequence[Server]) -> Iterator[Words]:
    """Walk the names that a server could have, the best first."""
    words = split_words(server.description)
    yield from ((word,) for word in words if word in _KNOWN)
    yield from ((name,) for text, name in _CHINESE.items() if text in server.description)
    short = tuple(word for word in words if word not in _OF_ANY)
    if 0 < len(short) <= _MOST_WORDS:
        yield short
    if is_local(server):
        yield ("local",)
    for part in (1, 2):
        own, others = _words_of(server, part), [_words_of(each, part) for each in servers if each != server]
        yield from ((word,) for word in own if word in _KNOWN)
        if alone := tuple(word for word in own if not any(word in other for other in others)):
            yield alone[:_MOST_WORDS]
    yield ("default",)


def _words_of(server: Server, part: int) -> Words:
    """Return the words of an address: of its host (1), or of its path (2)."""
    found = _ORIGIN.match(server.url.strip())
    return split_words(found[part]) if found else ()
