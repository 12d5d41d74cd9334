"""Clock: what the mock calls now. Injected in tests; the machine's own where none is given."""

from collections.abc import Callable
from time import time
from typing import Final, TypeAlias

Clock: TypeAlias = Callable[[], float]
"""Gives the seconds since 1970."""

SYSTEM: Final[Clock] = time
