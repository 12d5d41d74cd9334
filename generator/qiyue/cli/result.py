"""What a verb found, before anybody prints it."""

from collections.abc import Sequence
from dataclasses import field
from enum import IntEnum
from typing import TYPE_CHECKING

from qiyue.base.value import Value
from qiyue.diagnostics import Diagnostic
from qiyue.values import Plain

if TYPE_CHECKING:
    from rich.console import RenderableType


class Exit(IntEnum):
    """Exit codes. They are public."""

    CLEAN = 0
    FINDINGS = 1
    BAD_INPUT = 2
    BUG = 3
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class Result(Value):
    """``lines`` is for people; ``data`` is the same for machines, members of the object that ``--json`` prints."""

    exit: Exit = Exit.CLEAN
    diagnostics: Sequence[Diagnostic] = ()
    lines: Sequence["RenderableType"] = ()
    data: dict[str, Plain] = field(default_factory=dict)
    only_json: bool = False
    """People, too, get ``data``."""
