"""Subject: what is to be named, with all that its name depends on: itself, the paths beside it, its tag."""

from functools import cached_property

from qiyue.api import Operation
from qiyue.client_plan.ids import Said, read_id
from qiyue.client_plan.places import Place, Places
from qiyue.client_plan.verbs import is_plural, is_verb, kind_of, singular
from qiyue.client_plan.words import Words, all_words

_TELLING = 4
"""Letters of a word that may stand inside another one: ``rule`` in ``pagerules``."""


class Subject:
    """An operation that is to be named."""

    def __init__(self, operation: Operation, places: Places, tag: str) -> None:
        self.operation, self.places = operation, places
        self.place: Place = places[operation.path]
        self.tag = tag
        """The first tag; ``""`` where it tells nothing."""

    @cached_property
    def said(self) -> Said:
        """What its id says."""
        return read_id(self.operation, self.place)

    @cached_property
    def is_opaque(self) -> bool:
        """Whether the path has no word of id and tag: ``/b`` for ``getOEmbed``."""
        tag = next(iter(self.operation.tags), "")
        told = {*all_words(tag), *self.said.words}
        return bool(self.said.words and tag) and tag.isascii() and not any(map(self._is_in_path, told))

    def _is_in_path(self, word: str) -> bool:
        one = singular(word)
        for known in map(singular, self.place.words):
            if one == known or (len(one) >= _TELLING and one in known) or (len(known) >= _TELLING and known in one):
                return True
        return False

    @cached_property
    def action(self) -> Words:
        """The words of the last segment, if that is something to do and not a thing."""
        segments, path = self.place.segments, self.operation.path
        if not segments or self.place.is_item:
            return ()
        *before, last = segments
        alone = self.places.methods(path) == {self.operation.method}
        if last.is_action:
            return last.words
        if self._repeats(last.words):
            return last.words
        if not self.places.is_leaf(path) or not (alone or len(last.words) == 1):
            return ()
        sure = is_verb(last.words, sure=True)
        return last.words if sure or (alone and self._does(tuple(before), last.words)) else ()

    def _repeats(self, words: Words) -> bool:
        """Tell whether the id says the same verb: ``searchContacts``, ``contactsSearch``."""
        said = self.said.words
        if not said or not is_verb(words):
            return False
        return said[0] == words[0] or (kind_of(said[0]) is None and said[-len(words) :] == words)

    def _does(self, before: tuple[object, ...], words: Words) -> bool:
        """Weigh the evidence for words that may name a thing as well."""
        said = self.said.words
        is_thing = is_plural(words) or bool(said and kind_of(said[0]) in {"create", "list", "read"})
        sends = self.operation.method in {"POST", "PUT", "PATCH"}
        after_id = len(before) > 0 and self.place.segments[len(before) - 1].is_parameter
        return not is_thing and ((is_verb(words) and (sends or bool(before))) or (sends and after_id))
