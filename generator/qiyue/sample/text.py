"""Text: a short string by format, time, pattern and length. In: a string's keywords. Out: the string."""

from collections.abc import Mapping
from typing import Any

from qiyue.sample.pattern import compile_pattern, matching

_FORMATS = {
    "date": "2024-03-15",
    "date-time": "2024-03-15T08:30:00Z",
    "time": "08:30:00Z",
    "duration": "P1D",
    "uuid": "3f0c2b8e-5d1a-4c7e-9b42-8a6f1e2d3c4b",
    "email": "someone@example.com",
    "idn-email": "someone@example.com",
    "hostname": "example.com",
    "idn-hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/",
    "url": "https://example.com/",
    "iri": "https://example.com/",
    "uri-reference": "/sample",
    "iri-reference": "/sample",
    "uri-template": "/sample/{id}",
    "json-pointer": "/sample",
    "relative-json-pointer": "1/sample",
    "regex": "^a$",
    "byte": "c2FtcGxlIDEg",
    "base64url": "c2FtcGxlIDEg",
    "decimal": "1.00",
    "int32": "1",
    "int64": "1",
}
_TIME = {"yyyy": "2024", "MM": "03", "dd": "15", "HH": "08", "mm": "30", "ss": "00", "SSS": "000"}
_EPOCH = {"s": "1710491400", "ms": "1710491400000"}


def text(node: Mapping[str, Any]) -> str:
    """Give a string that meets the node's keywords."""
    shortest, longest = int(node.get("minLength", 0)), node.get("maxLength")
    time = node.get("x-qiyue-time")
    if time:
        return vendor_time(time)
    known = _FORMATS.get(str(node.get("format", "")))
    pattern = node.get("pattern")
    if known is not None and _fits(known, pattern, shortest, longest):
        return known
    if pattern is not None:
        found = matching(str(pattern), shortest, None if longest is None else int(longest))
        if found is not None:
            return found
    word = "text" if longest is None else "text"[: int(longest)]
    return word if len(word) >= shortest else word + "x" * (shortest - len(word))


def vendor_time(time: Mapping[str, Any]) -> str:
    """Write the sample instant as the vendor does."""
    if "epoch" in time:
        return _EPOCH.get(str(time["epoch"]), _EPOCH["s"])
    written = str(time.get("format", "yyyy-MM-dd HH:mm:ss"))
    for word, digits in _TIME.items():
        written = written.replace(word, digits)
    return written


def _fits(known: str, pattern: object, shortest: int, longest: object) -> bool:
    regex = compile_pattern(str(pattern)) if pattern is not None else None
    return (
        len(known) >= shortest
        and (longest is None or len(known) <= int(str(longest)))
        and (regex is None or regex.search(known) is not None)
    )
