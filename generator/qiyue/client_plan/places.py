"""Places: where a path leads. In: the paths of an Api. Out: what each is made of, what stands beside and below it."""

import re
from collections import defaultdict
from collections.abc import Iterable

from qiyue.api import Operation
from qiyue.base.value import Value
from qiyue.client_plan.words import Words, split_words

_PIECE = re.compile(r"\{(?P<parameter>[^{}]*)\}|(?P<fixed>[^{}/]+)|(?P<joint>/)")
_VERSION = re.compile(r"v?\d+([._]\d+)*((alpha|beta|rc|preview|p\d)[._]?\d*)*|\d{4}-\d\d(-\d\d)?(-\w+)?", re.IGNORECASE)
_API = frozenset({("api",), ("apis",), ("rest",), ("openapi",), ("open", "api"), ("open", "apis"), ("restapi",)})
_ENDINGS = re.compile(r"\.(json|xml|do|action|php|html?|aspx?|jsp|ashx|api)$", re.IGNORECASE)
_FORMATS = frozenset({("json",), ("xml",)})
SCOPE = 20
"""So many different things below one id make it a scope: where things are, not what they are."""


class Segment(Value):
    """A part of a path: fixed words, or a parameter."""

    words: Words
    is_parameter: bool = False
    is_action: bool = False
    """Whether the path says that it does something: ``/files:upload``."""


class Place(Value):
    """A path, read."""

    head: tuple[Segment, ...]
    """What stands before a version."""
    segments: tuple[Segment, ...]
    """The rest, without version and ``api``."""
    version: Words = ()

    @property
    def words(self) -> frozenset[str]:
        return frozenset(word for each in (*self.head, *self.segments) for word in each.words)

    @property
    def is_item(self) -> bool:
        return bool(self.segments) and self.segments[-1].is_parameter


def read_path(path: str) -> Place:
    """Read a path: ``/v1/users/{id}`` → ``users``, a parameter."""
    head: list[Segment] = []
    segments: list[Segment] = []
    version: Words = ()
    pieces = list(_PIECE.finditer(_ENDINGS.sub("", path.partition("?")[0])))
    for piece in pieces:
        if piece["parameter"] is not None:
            segments.append(Segment(split_words(piece["parameter"]), is_parameter=True))
        elif piece["fixed"]:
            for text in _parts(piece["fixed"]):
                words = split_words(text)
                if _VERSION.fullmatch(text):
                    version = words
                    if not any(each.is_parameter for each in segments):
                        head, segments = [*head, *segments], []
                elif words and words not in _API:
                    segments.append(Segment(words, is_action=f":{text}" in piece["fixed"]))
    if len(segments) > 1 and segments[-1].words in _FORMATS:
        segments.pop()
    return Place(tuple(head), tuple(segments), version) if segments else Place((), tuple(head), version)


def _parts(text: str) -> Iterable[str]:
    """Split a segment at dots and colons: ``chat.postMessage``; a version keeps its own."""
    return [text] if _VERSION.fullmatch(text) else filter(None, re.split(r"[.:]", text))


class Places:
    """All paths of an Api."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._methods: dict[str, set[str]] = defaultdict(set)
        self._below: dict[str, set[str]] = defaultdict(set)
        self._read: dict[str, Place] = {}
        self._versions: dict[str, set[Words]] = defaultdict(set)
        for operation in operations:
            self._methods[_shape(operation.path)].add(operation.method)
            place = self._read[operation.path] = read_path(operation.path)
            self._versions[_without_version(place)].add(place.version)
        for path in self._methods:
            parts = path.split("/")
            for end in range(1, len(parts)):
                self._below["/".join(parts[:end])].add(parts[end])

    def __getitem__(self, path: str) -> Place:
        return self._read[path]

    def has_other_version(self, path: str) -> bool:
        """Tell whether the same path is there in another version."""
        place = self[path]
        return bool(place.version) and len(self._versions[_without_version(place)]) > 1

    def methods(self, path: str) -> frozenset[str]:
        """Give the methods of HTTP that a path has."""
        return frozenset(self._methods[_shape(path)])

    def has_items(self, path: str) -> bool:
        """Tell whether ids follow a path."""
        return "{}" in self._below[_shape(path)]

    def item_methods(self, path: str) -> frozenset[str]:
        """Give the methods of the path of one item below a path."""
        return frozenset(self._methods.get(f"{_shape(path)}/{{}}", ()))

    def is_leaf(self, path: str) -> bool:
        """Tell whether nothing follows a path."""
        return not self._below[_shape(path)]

    def scope(self, path: str) -> int:
        """Count the leading segments that only say where things are: ``/accounts/{id}`` of a wide Api."""
        place, parts = self[path], _shape(path).split("/")
        if len(place.segments) < 3 or place.segments[0].is_parameter or "{}" not in parts:
            return 0
        end = parts.index("{}")
        while parts[end : end + 1] == ["{}"]:
            end += 1
        wide = len(self._below["/".join(parts[:end])]) >= SCOPE
        count = next((n for n, each in enumerate(place.segments) if each.is_parameter), 0)
        while count < len(place.segments) and place.segments[count].is_parameter:
            count += 1
        return count if wide and count < len(place.segments) else 0


def _without_version(place: Place) -> str:
    return "/".join("{}" if each.is_parameter else " ".join(each.words) for each in (*place.head, *place.segments))


def _shape(path: str) -> str:
    return re.sub(r"\{[^{}]*\}", "{}", path.partition("?")[0]).rstrip("/")
