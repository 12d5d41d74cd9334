"""Any text → words, from which each language spells its identifiers. In: a name from a spec, however hostile.

Letters of every script stay (``发票`` is a word); everything that cannot stand in an identifier is a word break.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeAlias

Words: TypeAlias = tuple[str, ...]
"""A name before any language spells it: words in lower case, ``("create", "voucher")``; ``()`` is no name."""

LONGEST = 100
"""Letters of a name, joints counted; names are cut here: file systems and readers give up not much later."""

_WHOLE = "OAuth[0-9]*|[oO]Embed|iOS|iPadOS|macOS|tvOS|IPv[46]|GraphQL|MySQL|NoSQL|PostgreSQL|[SPI]aaS|eSIM|eKYC"
"""Names that are one word, though their capitals stand in the middle."""
_WORD = re.compile(
    rf"(?:{_WHOLE})(?![a-z])"
    r"|[A-Z]{2,}s(?![a-z])"  # several of what is an abbreviation: URLs, IDs
    r"|[A-Z]+(?=v[0-9])"  # an abbreviation and its version: APIv2
    r"|[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z][a-z0-9]*|[0-9]+[a-z0-9]*|[^\W_A-Za-z]+"
)


def split_words(text: str) -> Words:
    """Split a text into words: ``pageSize`` → ``("page", "size")``, ``redirectURLs`` → ``("redirect", "urls")``."""
    joined = "_".join(all_words(text))[:LONGEST].strip("_")
    return tuple(joined.split("_")) if joined else ()


def all_words(text: str) -> Words:
    """Split a text into words, however many; a name has fewer."""
    return tuple(word.lower() for word in _WORD.findall(keep_letters(text)))


def keep_letters(text: str) -> str:
    """Keep what may stand in an identifier, in the normal form that compilers compare; the rest becomes spaces."""
    normal = unicodedata.normalize("NFKC", text)
    return "".join(c if ("a" + c).isidentifier() else " " for c in normal)


def env_name(words: Words) -> str:
    """``("api", "key")`` → ``API_KEY``: a variable of the environment, without the prefix of the client."""
    return "_".join(words).upper()


class WordScope:
    """The names taken in one namespace. The one changeable value of a plan in the making."""

    def __init__(self, reserved: Iterable[Words] = ()) -> None:
        self._taken = {_key(name) for name in reserved}

    def is_free(self, name: Words) -> bool:
        """Tell whether nothing has the name."""
        return _key(name) not in self._taken

    def take(self, wanted: Words) -> Words:
        """Reserve ``wanted``, or the first of ``(*wanted, "2")``, ``(*wanted, "3")`` … that is free."""
        name, number = wanted, 1
        while _key(name) in self._taken:
            number += 1
            name = (*wanted, str(number))
        self._taken.add(_key(name))
        return name


def _key(name: Words) -> str:
    return "_".join(name).casefold()
