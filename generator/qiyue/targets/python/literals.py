"""Text of a spec → source in which it stays data. In: any value or text. Out: a literal, docstring text, …

Nothing else may carry a spec's text into a Python file.
"""

import json
import re
import unicodedata
from decimal import Decimal

from qiyue.values import Plain

_QUOTE = re.compile(r'"(?="|\Z)')
"""A quote that together with the next, or with the end of the docstring, could close it."""
_BREAKS = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")


def literal(value: Plain) -> str:
    """Write plain data as a Python expression, ASCII controls and odd spaces escaped."""
    if isinstance(value, Decimal):
        return f"Decimal({str(value)!r})"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(key)}: {literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(literal, value)) + ("," if len(value) == 1 else "") + ")"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, str):
        return str.__repr__(value)
    if value is None or isinstance(value, bool | int):
        return repr(value)
    raise TypeError(f"no literal for {type(value).__name__}")


def plain_text(text: str) -> str:
    """Give readable text: every kind of line break is a newline, other controls and half characters go."""
    return "\n".join(_readable(line).rstrip() for line in _BREAKS.split(text)).strip("\n")


def _readable(line: str) -> str:
    return line if line.isprintable() else "".join(c for c in line if c == "\t" or _printable(c))


def docstring(text: str, indent: int = 0) -> str:
    """Write text so that it can stand between triple quotes and ends nowhere else."""
    lines = _QUOTE.sub('\\"', plain_text(text).replace("\\", "\\\\")).split("\n")
    if len(lines) == 1:
        return lines[0]
    margin = " " * indent
    return "\n".join([lines[0], *(margin + line if line else "" for line in lines[1:]), margin])


def one_line(text: str) -> str:
    """Give text on one line, for a comment or a table."""
    return " ".join(plain_text(text).split())


def _printable(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cs", "Cf", "Zl", "Zp", "Cn"} or character == "\u200d"


def markdown(text: str) -> str:
    """Write text on one line of Markdown, with everything that Markdown or HTML would act upon made plain."""
    return re.sub(r"([\\`*_{}\[\]<>#|!])", r"\\\1", one_line(text))


def toml(text: str) -> str:
    """Write text as a basic string of TOML."""
    return json.dumps(one_line(text), ensure_ascii=False)
