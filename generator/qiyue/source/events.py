"""YAML text to the events of libyaml, read by the rules of YAML 1.2, with its errors as diagnostics."""

from collections.abc import Iterator
from typing import Any, Final

import yaml
from yaml import events as ev
from yaml.error import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

from qiyue.diagnostics import Refused, refuse
from qiyue.source.spots import Token
from qiyue.source.text import Source

_PARSER: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml, or the parser in Python where PyYAML was built without it: ten times slower, the same events."""
_FOREIGN_BREAKS = "\x85\u2028\u2029"  # line ends in YAML 1.1, ordinary characters in YAML 1.2
_HINTS = {
    "mapping values are not allowed in this context": "put a text that holds `: ` into quotes",
    "found character that cannot start any token": "put a text that begins with this character into quotes",
}


def events(source: Source) -> Iterator[Any]:
    """Give the events of a YAML text.

    Raises:
        Refused: the text is not YAML.
    """
    text, back = _hide_foreign_breaks(source.text)
    try:
        parser = _PARSER(text)
        while (event := parser.get_event()) is not None:
            if back and type(event) is ev.ScalarEvent:
                event.value = event.value.translate(back)
            yield event
    except YAMLError as error:
        raise _refused(source, error) from None


def tokens(source: Source) -> Iterator[Token]:
    """Give the values of a YAML text in order, each with its offset."""
    for event in events(source):
        kind = type(event)
        if kind is ev.ScalarEvent:
            merge = event.value == "<<" and event.implicit[0]
            yield Token("merge" if merge else "scalar", event.start_mark.index, event.value, event.anchor)
        elif kind is ev.MappingStartEvent:
            yield Token("map", event.start_mark.index, anchor=event.anchor)
        elif kind is ev.SequenceStartEvent:
            yield Token("list", event.start_mark.index, anchor=event.anchor)
        elif kind is ev.AliasEvent:
            yield Token("alias", event.start_mark.index, anchor=event.anchor)
        elif kind is ev.MappingEndEvent or kind is ev.SequenceEndEvent:
            yield Token("end", event.start_mark.index)


def _hide_foreign_breaks(text: str) -> tuple[str, dict[int, int]]:
    """Let private characters that the text does not use stand in for the line ends of YAML 1.1."""
    found = [ord(char) for char in _FOREIGN_BREAKS if char in text]
    if not found:
        return text, {}
    unused = (code for code in range(0xE000, 0xF8FF) if chr(code) not in text)
    there = dict(zip(found, unused, strict=False))
    return text.translate(there), {stand_in: char for char, stand_in in there.items()}


def _refused(source: Source, error: YAMLError) -> Refused:
    if isinstance(error, ReaderError):
        message = f"the character U+{int(error.character):04X} is not allowed in YAML"
        return refuse("yaml-syntax", message, source.place(error.position), "write it as an escape in double quotes")
    assert isinstance(error, MarkedYAMLError)
    mark = error.problem_mark or error.context_mark
    offset = min(mark.index, len(source.text)) if mark else 0
    place = source.place(offset)
    indent = source.text[offset - place.column + 1 : offset + 1]
    if "\t" in indent and not indent.strip():
        return refuse("tab-indent", "a tab cannot indent YAML", place, "indent with spaces")
    problem = error.problem or str(error)
    message = f"{error.context}: {problem}" if error.context else problem
    return refuse("yaml-syntax", message, place, _HINTS.get(problem, ""))
