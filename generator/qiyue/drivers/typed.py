"""Typed: a call as a caller would type it. In: the declaration of an operation, a request. Out: a line of Python."""

from collections.abc import Callable
from typing import Any

from qiyue.drivers.call import arguments
from qiyue.examples import Request

_LONGEST = 200
"""Bytes of a file that are written out; of a longer one the name stands."""


def typed(declared: Any, request: Request, write: Callable[[Any], str] | None = None) -> str:
    """Write the call of an operation, each value by ``write``, else in full."""
    one = write or source
    given = ", ".join(f"{name}={one(value)}" for name, value in arguments(declared, request).items())
    return f"client.{declared.caller}({given})"


def source(value: Any) -> str:
    """Write a value in full."""
    if is_file(value) and len(value[1]) > _LONGEST:
        return path(value)
    return repr(value)


def path(file: Any) -> str:
    """Write a file as its path."""
    return f'Path("{file[0]}")'


def is_file(value: Any) -> bool:
    """Tell whether an argument is a file: name, content, content type."""
    return isinstance(value, tuple) and len(value) > 1 and isinstance(value[1], bytes)
