"""Text to plain data: reads YAML 1.2 and JSON files exactly, and finds the place of any value again."""

from qiyue.source.loader import (
    MAX_BYTES,
    plain_text_if_there,
    read,
    read_bytes,
    read_if_there,
    read_plain_text,
    read_text,
)
from qiyue.source.neighbours import Forbidden, Neighbours, UnreadableError
from qiyue.source.places import Origin, Places
from qiyue.source.text import MAX_DEPTH, Loaded, Source

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "Forbidden",
    "Loaded",
    "Neighbours",
    "Origin",
    "Places",
    "Source",
    "UnreadableError",
    "plain_text_if_there",
    "read",
    "read_bytes",
    "read_if_there",
    "read_plain_text",
    "read_text",
]
