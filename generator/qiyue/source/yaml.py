"""YAML 1.2 text to plain data: core schema, exact numbers, keys as written, nothing recursive.

In: a ``Source``. Out: ``dict``, ``list``, ``str``, ``int``, ``Decimal``, ``bool``, ``None``; or ``Refused``.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from yaml import events as ev

from qiyue.diagnostics import Refused, refuse
from qiyue.source.events import events
from qiyue.source.numbers import TooLarge, decimal, integer
from qiyue.source.text import MAX_DEPTH, Source
from qiyue.values import Plain

MAX_COPIES = 1_000_000
"""How many values all aliases of a file may add up to."""

_WORDS: Final[dict[str, Plain]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER = re.compile(
    r"(?P<int>[-+]?[0-9]+)|0o(?P<oct>[0-7]+)|0x(?P<hex>[0-9a-fA-F]+)"
    r"|(?P<dec>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
)
_CORE = "tag:yaml.org,2002:"
_TEXT_TAGS = ("!", _CORE + "str", _CORE + "timestamp", _CORE + "binary")
_TYPED_TAGS: Final[dict[str, tuple[type, ...]]] = {
    _CORE + "int": (int,),
    _CORE + "float": (int, Decimal),
    _CORE + "bool": (bool,),
    _CORE + "null": (type(None),),
}
_OPEN: Final[Any] = object()  # an anchor whose value is still being read
_NO_KEY: Final[Any] = object()


def load(source: Source) -> tuple[Plain, bool]:
    """The plain data of a YAML text, and whether a key stands twice in a mapping of it: the last one counts.

    Raises:
        Refused: the text is not one well-formed YAML document of plain data.
    """
    builder = _Builder(source)
    return builder.build(), builder.has_doubled


class _Frame:
    """A mapping or list that is still open."""

    __slots__ = ("anchor", "items", "key", "merge", "offset")

    def __init__(self, items: dict[str, Plain] | list[Plain], anchor: str | None, offset: int) -> None:
        self.items = items
        self.anchor = anchor
        self.offset = offset
        self.key: str = _NO_KEY
        self.merge = False


class _Builder:
    """Puts the events of one document together; its own stack takes the place of recursion."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.frames: list[_Frame] = []
        self.anchors: dict[str, Plain] = {}
        self.plain: dict[str, Plain] = dict(_WORDS)
        self.copies = MAX_COPIES
        self.documents = 0
        self.root: Plain = None
        self.has_doubled = False

    def build(self) -> Plain:
        handlers: dict[type, Callable[[Any], None]] = {
            ev.ScalarEvent: self._scalar,
            ev.MappingStartEvent: self._map,
            ev.SequenceStartEvent: self._list,
            ev.MappingEndEvent: self._end,
            ev.SequenceEndEvent: self._end,
            ev.AliasEvent: self._alias,
            ev.DocumentStartEvent: self._document,
        }
        for event in events(self.source):
            if handler := handlers.get(type(event)):
                handler(event)
        if not self.documents:
            raise self._refuse("empty-document", "there is nothing in this file", 0)
        return self.root

    def _refuse(self, code: str, message: str, offset: int, hint: str = "") -> Refused:
        return refuse(code, message, self.source.place(offset), hint)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "a second YAML document begins here"
            raise self._refuse("several-documents", message, event.start_mark.index, "keep one document in a file")

    def _expects_key(self) -> bool:
        return bool(self.frames) and self.frames[-1].key is _NO_KEY and type(self.frames[-1].items) is dict

    def _scalar(self, event: Any) -> None:
        if self._expects_key():
            self._key(event.value)
            self.frames[-1].merge |= event.value == "<<" and event.implicit[0]
            value = event.value
        else:
            if event.tag is not None:
                value = self._tagged(event)
            else:
                value = self._plain(event) if event.implicit[0] else event.value
            self._add(value)
        if event.anchor is not None:
            self.anchors[event.anchor] = value

    def _key(self, text: str) -> None:
        frame = self.frames[-1]
        self.has_doubled |= text in frame.items
        frame.key = text

    def _plain(self, event: Any) -> Plain:
        text = event.value
        if text not in self.plain:
            try:
                self.plain[text] = _number_or_text(text)
            except TooLarge as error:
                hint = "put it into quotes if it is meant as text"
                raise self._refuse("number-too-large", str(error), event.start_mark.index, hint) from None
        return self.plain[text]

    def _tagged(self, event: Any) -> Plain:
        if event.tag in _TEXT_TAGS:
            return event.value
        if event.tag not in _TYPED_TAGS:
            raise self._foreign_tag(event)
        value = self._plain(event)
        if type(value) not in _TYPED_TAGS[event.tag]:
            message = f"{event.value[:80]!r} is no {event.tag.removeprefix(_CORE)}"
            raise self._refuse("yaml-tag", message, event.start_mark.index)
        return value

    def _foreign_tag(self, event: Any) -> Refused:
        message = f"the tag {event.tag!r} has no meaning here"
        return self._refuse("yaml-tag", message, event.start_mark.index, "leave the tag out")

    def _map(self, event: Any) -> None:
        self._begin({}, event, _CORE + "map")

    def _list(self, event: Any) -> None:
        self._begin([], event, _CORE + "seq")

    def _begin(self, items: dict[str, Plain] | list[Plain], event: Any, tag: str) -> None:
        offset = event.start_mark.index
        if event.tag not in (None, "!", tag):
            raise self._foreign_tag(event)
        if self._expects_key():
            raise self._refuse("complex-key", "a mapping or a list cannot be a key", offset)
        self._check_depth(len(self.frames) + 1, offset)
        if event.anchor is not None:
            self.anchors[event.anchor] = _OPEN
        self.frames.append(_Frame(items, event.anchor, offset))

    def _check_depth(self, depth: int, offset: int) -> None:
        if depth > MAX_DEPTH:
            raise self._refuse("too-deep", f"values lie more than {MAX_DEPTH} levels deep", offset)

    def _end(self, _event: Any) -> None:
        frame = self.frames.pop()
        if frame.merge and isinstance(frame.items, dict):
            frame.items = self._merged(frame.items, frame.offset)
        if frame.anchor is not None:
            self.anchors[frame.anchor] = frame.items
        self._add(frame.items)

    def _merged(self, items: dict[str, Plain], offset: int) -> dict[str, Plain]:
        """Put the mappings under the merge key ``<<`` beneath the mapping's own keys."""
        bases = items.pop("<<")
        bases = bases if isinstance(bases, list) else [bases]
        if not all(isinstance(base, dict) for base in bases):
            raise self._refuse("merge-key", "the merge key `<<` takes a mapping or a list of mappings", offset)
        merged: dict[str, Plain] = {}
        for base in (*reversed(bases), items):
            merged |= base
        return merged

    def _alias(self, event: Any) -> None:
        offset = event.start_mark.index
        value = self.anchors.get(event.anchor, _NO_KEY)
        if value is _NO_KEY:
            raise self._refuse("unknown-anchor", f"no anchor `&{event.anchor}` stands before this alias", offset)
        if value is _OPEN:
            raise self._refuse("recursive-anchor", f"`*{event.anchor}` stands inside its own anchor", offset)
        if not self._expects_key():
            self._add(self._copy(value, offset))
        elif isinstance(value, str):
            self._key(value)
        else:
            raise self._refuse("complex-key", "only a text can be a key", offset)

    def _copy(self, value: Plain, offset: int) -> Plain:
        if not isinstance(value, dict | list):
            return value
        fresh = value.copy()
        work = [(fresh, len(self.frames) + 1)]
        while work:
            items, depth = work.pop()
            self._check_depth(depth, offset)
            self.copies -= len(items) + 1
            if self.copies < 0:
                raise self._refuse("alias-bomb", f"aliases add up to more than {MAX_COPIES:,} values", offset)
            for key, item in list(items.items()) if isinstance(items, dict) else enumerate(items):
                if isinstance(item, dict | list):
                    items[key] = item.copy()
                    work.append((items[key], depth + 1))
        return fresh

    def _add(self, value: Plain) -> None:
        if not self.frames:
            self.root = value
            return
        frame = self.frames[-1]
        if isinstance(frame.items, list):
            frame.items.append(value)
        else:
            frame.items[frame.key] = value
            frame.key = _NO_KEY


def _number_or_text(text: str) -> Plain:
    found = _NUMBER.fullmatch(text)
    match found and found.lastgroup:
        case "int":
            return integer(text)
        case "oct" | "hex" as base:
            return integer(text[2:], 8 if base == "oct" else 16)
        case "dec":
            return decimal(text)
    return text
