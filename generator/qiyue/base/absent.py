"""Absent: the value of an argument that was not given; neither ``None`` (JSON null) nor the vendor's default."""

from enum import Enum
from typing import Final, Literal, TypeAlias


class _Absent(Enum):
    ABSENT = "absent"

    def __repr__(self) -> str:
        return "ABSENT"

    def __bool__(self) -> bool:
        return False


Absent: TypeAlias = Literal[_Absent.ABSENT]
"""The type of ``ABSENT``, for annotations: ``name: str | None | Absent = ABSENT``."""

ABSENT: Final = _Absent.ABSENT
