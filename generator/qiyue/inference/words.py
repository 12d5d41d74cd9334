"""Words: names of a document, compared. In: names. Out: words in lower case, names by which keys and lists go."""

import re
from collections.abc import Iterable, Iterator

from qiyue.client_plan.words import Words, split_words

IDS = ("id", "uuid", "guid", "oid", "uid", "pk")
"""Words that mean nothing but the key of an object, the surest first."""
NAMES = ("key", "code", "no", "number", "slug", "name", "sku", "ref")
"""Words by which an object may be named as well."""
LISTS = tuple("items data results records rows list content values entries elements objects value hits result".split())
"""Members that hold the objects of a list."""
WRAPPERS = tuple("data result item record object payload response body embedded page".split())
"""Members that hold an object which stands for the whole answer."""


def plain_words(name: str) -> Words:
    """Split a name; ``thingIDs`` is ``("thing", "ids")``."""
    return split_words(re.sub(r"I[Dd]s\b", "_ids", name))


def joined(words: Iterable[str]) -> str:
    return "".join(words)


def singular(word: str) -> str:
    """Return a word without the ending of the plural."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if re.search(r"(?:ss|us|x|z|ch|sh)es\Z", word):
        return word[:-2]
    return word[:-1] if re.search(r"[^sui]s\Z", word) and len(word) > 2 else word


def key_names(parameter: str, noun: str) -> Iterator[str]:
    """Return the names, joined, by which an object may hold what a parameter names, the likeliest first."""
    name = joined(plain_words(parameter))
    yield name
    stem = next((each for each in (*IDS, *NAMES) if name.endswith(each) and name != each), "")
    if stem:
        yield from (stem, noun + stem)
    if name in NAMES:
        yield noun + name
    if name in IDS or stem in IDS or name == noun:
        yield from ids_of(noun)
    if name == noun:
        yield from (each for one in NAMES for each in (one, noun + one))


def ids_of(noun: str) -> Iterator[str]:
    """Return the names, joined, by which an object may hold its key where no parameter names it."""
    yield from (each for one in IDS for each in (one, noun + one))
