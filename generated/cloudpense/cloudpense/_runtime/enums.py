"""Open enums: texts and whole numbers a vendor names, and any it does not name yet.

A value without a name survives reading, copying, pickling and writing. It is rebuilt from its value: some versions
of Python rebuild a member from its name, which a value without a name does not have.
"""

from enum import IntEnum, StrEnum
from typing import Any, Self


class _Open:
    """A member of an open enum, named or not."""

    _value_: Any
    _value2member_map_: dict[Any, Any]

    @property
    def is_known(self) -> bool:
        return type(self)._value2member_map_.get(self._value_) is self

    def __reduce_ex__(self, protocol: Any) -> tuple[type[Self], tuple[Any]]:
        return type(self), (self._value_,)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


class OpenStrEnum(_Open, StrEnum):
    """Texts a vendor names. A text it does not name becomes a member without a name, equal to the text."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_, member._value_ = "UNKNOWN", value
        return member


class OpenIntEnum(_Open, IntEnum):
    """Whole numbers a vendor names. A number it does not name becomes a member without a name, equal to the number."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_, member._value_ = "UNKNOWN", value
        return member
