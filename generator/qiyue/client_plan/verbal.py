"""The name of a method. In: a subject, the resources it stands in. Out: words.

Where an id says no more than its verb, that is one of list, get, create, update, replace, delete.
"""

from qiyue.client_plan.subject import Subject
from qiyue.client_plan.verbs import FILLERS, READS, Kind, is_plural, kind_of, singular, singulars
from qiyue.client_plan.words import Words, all_words, split_words

LONGEST = 40
"""Letters of a method's name, as long as it stays the only one of its name."""

_LEADING = frozenset({"by", "with"})
"""Fillers that may begin what an id says beyond its verb: ``update with form``."""


def method_words(subject: Subject, resources: tuple[Words, ...]) -> Words:
    """Choose the words for a method inside resources."""
    told = tuple(word for words in resources for word in words)
    return _shortened(_chosen(subject, told), told)


def without(words: Words, known: Words) -> Words:
    """Leave out what is known already."""
    told = {singular(word) for word in known}
    return tuple(word for word in words if singular(word) not in told)


def _chosen(subject: Subject, told: Words) -> Words:
    said, action = subject.said, subject.action
    kind = kind_of(said.words[0]) if said.words else None
    plain = (_plain(subject, kind),)
    if said.groups:
        return _in_groups(said.words, without(said.words[1:], told), plain)
    if action and not subject.is_opaque:
        return without(action, told) or plain
    if subject.operation.dispatch:
        return without(said.words, told) or split_words(subject.operation.dispatch) or plain
    if said.words and kind is None:
        return _trimmed(without(_unnumbered(subject, said.words), told)) or plain
    return (*plain, *_extra(subject, told))


def _in_groups(words: Words, extra: Words, plain: Words) -> Words:
    """Keep the words of an id that names its group, but ``index`` and what only repeats the group."""
    if extra or (len(words) == 1 and words[0] not in READS) or kind_of(words[0]) is None:
        return words
    return plain


def _plain(subject: Subject, kind: Kind | None) -> str:
    """Choose among list, get, create, update, replace, delete."""
    path, place, places = subject.operation.path, subject.place, subject.places
    many = not place.is_item and bool(place.segments)
    listed = many and (is_plural(place.segments[-1].words) or _has_many(subject))
    every = "_all" if many and subject.operation.method in places.item_methods(path) else ""
    match subject.operation.method:
        case "GET":
            return "list" if listed or (kind == "list" and many) else "get"
        case "POST":
            beside = not listed and "GET" in places.methods(path)
            usual = "update" if place.is_item or beside else "create"
            return {"list": "list", "read": "list" if listed else "get"}.get(str(kind), kind or usual)
        case "PUT":
            usual = "replace" if kind == "replace" or "PATCH" in places.methods(path) else "update"
            return kind if kind in {"create", "delete"} else usual + every
        case "PATCH":
            return "update" + every
        case "DELETE":
            return "delete" + every
    return subject.operation.method.lower()


def _has_many(subject: Subject) -> bool:
    """Tell whether ids follow the path, and not only parts of one thing: ``getBoard`` for ``/board``."""
    places, path = subject.places, subject.operation.path
    said, last = all_words(subject.operation.id), subject.place.segments[-1].words
    return "GET" in places.item_methods(path) or (places.has_items(path) and said[-len(last) :] != last)


def _extra(subject: Subject, told: Words) -> Words:
    """Give what an id says beside its verb, the resources and the parameters of the path."""
    place, nouns = subject.place, _unnumbered(subject, subject.said.words)[1:]
    tags = tuple(word for tag in subject.operation.tags for word in split_words(tag))
    extra = _trimmed(without(nouns, (*told, *place.words, *tags)))
    last = next((each.words for each in reversed(place.segments) if not each.is_parameter), ())
    about = set(singulars(nouns))
    return extra if set(singulars(last)) <= about or about.isdisjoint(singulars((*told, *place.words))) else ()


def _unnumbered(subject: Subject, words: Words) -> Words:
    """Leave ``by id`` out where the path has the id."""
    return words[: words.index("by")] if subject.place.is_item and "by" in words[1:] else words


def _trimmed(words: Words) -> Words:
    """Leave out fillers at both ends."""
    while words and words[-1] in FILLERS:
        words = words[:-1]
    while words and words[0] in FILLERS - _LEADING:
        words = words[1:]
    return words


def _shortened(words: Words, told: Words) -> Words:
    """Leave out of a long name what others can guess."""
    if len("_".join(words)) <= LONGEST:
        return words
    short = tuple(word for word in without(words, told) if word not in FILLERS) or words
    while len("_".join(short)) > LONGEST and len(short) > 1:
        short = short[:-1]
    return short
