"""Log: what a client says of its calls, through the logger that has the name of its package."""

import logging
from typing import Final

from .steps import Wait

LONG: Final = 1.0
"""Seconds that nobody should wait without a word."""


def announce(package: str, wait: Wait) -> None:
    """Warn of a wait that somebody may take for a call that hangs."""
    if wait.seconds > LONG:
        logging.getLogger(package).warning("%s waits %.1f s %s", wait.operation, wait.seconds, wait.why)
