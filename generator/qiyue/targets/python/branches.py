"""The branches of a union, read before they are written: which of them say anything, and what each is called."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from qiyue.api import Types
from qiyue.targets.python.unions import allowed_texts
from qiyue.targets.python.words import pascal
from qiyue.values import Plain

MOST_WORDS = 4
"""A title with more words than this is a sentence, no name."""

_SILENT = frozenset({"required", "title", "description"})


def only_required(branches: Iterable[Plain]) -> bool:
    """Tell whether the branches say no more than which fields there must be."""
    return all(isinstance(branch, Mapping) and branch.keys() <= _SILENT for branch in branches)


def living(branches: Iterable[Plain]) -> list[Plain]:
    """Give the branches that a value can be of."""
    return [b for b in branches if b is not False and not (isinstance(b, Mapping) and b.keys() == {"required"})]


def branch_names(branches: Sequence[Plain], owner: str, types: Types) -> list[str]:
    """Give each branch ``PaymentSourceCard``: its owner with its title, or with the one text that a field of it must
    have; ``PaymentSourceOption2`` where it has neither, or shares it with another branch."""
    words = [_without(owner, _word(branch, types)) for branch in branches]
    shared = Counter(word.casefold() for word in words)
    return [owner + (w if w and shared[w.casefold()] == 1 else f"Option{n}") for n, w in enumerate(words, 1)]


def _without(owner: str, word: str) -> str:
    rest = word.removeprefix(owner)
    return rest if rest[:1].isupper() else word


def _word(branch: Plain, types: Types) -> str:
    if not isinstance(branch, Mapping):
        return ""
    title = branch.get("title")
    if isinstance(title, str) and len(title.split()) <= MOST_WORDS:
        return pascal(title)
    for field in branch.get("properties") or ():
        texts = allowed_texts(branch, field, types)
        if len(texts) == 1:
            return pascal(texts[0])
    return ""
