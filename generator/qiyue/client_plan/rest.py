"""The rule for names. In: an operation, the places beside it. Out: resources and method, the shortest name first.

``docs/naming.md`` says it in words. Who shares a name with another one takes the next of its own.
"""

from collections.abc import Iterator

from qiyue.base.value import Value
from qiyue.client_plan.places import Segment
from qiyue.client_plan.subject import Subject
from qiyue.client_plan.verbal import method_words, without
from qiyue.client_plan.verbs import FILLERS, singulars
from qiyue.client_plan.words import Words, split_words

_CONTEXT = frozenset("for of in on within per".split())
"""Words of a tag after which stands where something is: ``DNS Records for a Zone``."""


class Name(Value):
    """Where a caller finds an operation."""

    resources: tuple[Words, ...]
    """The outermost first."""
    method: Words


def names_of(subject: Subject) -> Iterator[Name]:
    """Walk the names that an operation may have."""
    said, place, method = subject.said, subject.place, subject.operation.method.lower()
    short, full = _chains(subject)
    words = method_words(subject, short)
    yield Name(short, words)
    if subject.action and not said.groups:
        yield Name(short, subject.action)
    yield Name(full, words)
    if subject.places.has_other_version(subject.operation.path):
        yield Name(full, (*words, *place.version))
    parameter = next((each.words for each in reversed(place.segments) if each.is_parameter), ())
    told = tuple(word for level in full for word in level)
    longer = (without(said.words, told), said.words, (*words, "by", *parameter) if parameter else ())
    yield from (Name(full, each) for each in longer if each)
    yield Name(full, (*words, method))
    yield Name(full, (method, *(word for each in place.segments for word in each.words)))


def _chains(subject: Subject) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Choose the resources: as short as they may be, and with all that the path has."""
    place, said = subject.place, subject.said
    if said.groups:
        return said.groups, said.groups
    if subject.is_opaque and (tag := _levels(subject.operation.tags[0])):
        return tag, tag
    nouns = place.segments[:-1] if subject.action else place.segments
    vague = _levels(next(iter(subject.operation.tags), ""))  # a tag that tells little tells more than a verb
    fallback = _levels(subject.tag) or _thing(said.words) or vague or _fixed(place.segments) or (("default",),)
    short = _fixed(nouns[_skipped(subject, nouns) :]) or _fixed(place.head) or fallback
    return short, _fixed((*place.head, *nouns)) or fallback


def _levels(tag: str) -> tuple[Words, ...]:
    """Split ``admin.users`` into resources."""
    return tuple(words for part in tag.replace("/", ".").split(".") if (words := split_words(part)))


def _skipped(subject: Subject, nouns: tuple[Segment, ...]) -> int:
    """Count the segments of a scope that are left out, unless the tag names them."""
    count = subject.places.scope(subject.operation.path)
    if count >= len(nouns) or all(each.is_parameter for each in nouns[count:]):
        return 0
    tag = split_words(subject.tag)
    about = singulars(tag[: next((n for n, word in enumerate(tag) if n and word in _CONTEXT), len(tag))])
    named = {word for each in nouns[:count] if not each.is_parameter for word in singulars(each.words)}
    return 0 if named & set(about) else count


def _fixed(segments: tuple[Segment, ...]) -> tuple[Words, ...]:
    """Give the words of the fixed segments; one that repeats the one before it is left out."""
    chain: list[Words] = []
    for each in segments:
        if not each.is_parameter and chain[-1:] != [each.words]:
            chain.append(each.words)
    return tuple(chain)


def _thing(words: Words) -> tuple[Words, ...]:
    """Give the thing of ``send message``."""
    nouns = tuple(word for word in words[1:] if word not in FILLERS)
    return (nouns,) if nouns else ()
