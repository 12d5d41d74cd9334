"""What JSON Schema leaves to others, as checks of a validator: decimal text, a vendor's times, JSON inside text."""

import json
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final, Never, Protocol, TypeAlias

import jsonschema_rs

from qiyue.base.where import pointer
from qiyue.values import Plain

Built: TypeAlias = jsonschema_rs.Draft202012Validator | None


class Keyword(Protocol):
    """What jsonschema-rs wants of a keyword's instance."""

    def validate(self, instance: Plain) -> None: ...


_DECIMAL: Final = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")

FORMATS: Final[dict[str, Callable[[str], bool]]] = {"decimal": lambda text: _DECIMAL.fullmatch(text) is not None}
"""Formats of text that JSON Schema does not know."""

_TIME_WORDS: Final = {
    "yyyy": r"[0-9]{4}",
    "MM": r"(0[1-9]|1[0-2])",
    "dd": r"(0[1-9]|[12][0-9]|3[01])",
    "HH": r"([01][0-9]|2[0-3])",
    "mm": r"[0-5][0-9]",
    "ss": r"[0-5][0-9]",
    "SSS": r"[0-9]{3}",
    "XXX": r"(Z|[+-][0-9]{2}:[0-9]{2})",
}
_TIME_WORD: Final = re.compile("|".join(_TIME_WORDS))


def keywords(validator: Callable[[str], Built]) -> dict[str, type[Keyword]]:
    """Give the keywords of ours; ``validator`` makes that of the schema at a pointer of the document."""

    class DocumentJsonText(_JsonText):
        """The keyword, bound to the document."""

        build = staticmethod(validator)

    return {"contentSchema": DocumentJsonText, "x-qiyue-time": _VendorTime}


class _VendorTime:
    """``x-qiyue-time`` with a ``format``."""

    def __init__(self, _schema: Plain, value: Plain, _path: list[str | int]) -> None:
        written = value.get("format", "") if isinstance(value, dict) else ""
        self.format = str(written)
        signs = _TIME_WORD.split(self.format)
        words = [_TIME_WORDS[word] for word in _TIME_WORD.findall(self.format)]
        self.pattern = re.compile(
            "".join(re.escape(sign) + word for sign, word in zip(signs, [*words, ""], strict=True))
        )

    def validate(self, instance: Plain) -> None:
        if isinstance(instance, str) and self.format and not self.pattern.fullmatch(instance):
            raise ValueError(f"is not written as {self.format}")


class _JsonText:
    """``contentSchema`` of a text that holds JSON."""

    build: Callable[[str], Built]

    def __init__(self, _schema: Plain, _value: Plain, path: list[str | int]) -> None:
        self.schema = pointer(path)

    def validate(self, instance: Plain) -> None:
        if not isinstance(instance, str):
            return
        try:
            content = json.loads(instance, parse_float=Decimal, parse_constant=_refuse)
        except (ValueError, RecursionError):
            raise ValueError("does not hold JSON") from None
        validator = self.build(self.schema)
        error = next(iter(validator.iter_errors(content)), None) if validator else None
        if error is not None:
            inside = pointer(error.instance_path) or "as a whole"
            raise ValueError(f"holds JSON that does not fit contentSchema {inside} (`{error.kind.name}`)")


def _refuse(word: str) -> Never:
    raise ValueError(word)
