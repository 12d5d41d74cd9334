"""Watch: what is told of a call while it goes on, to the caller's hooks and to the logger with the name of the package.

Nothing that is told holds a query, a header or a body. Where nobody listens, nothing is made.
"""

import logging
from dataclasses import replace
from functools import cache
from typing import Final

from .hooks import Attempt
from .settings import Settings
from .steps import Send, Wait

LONG: Final = 1.0
"""Seconds that nobody should wait without a word."""

_logger: Final = cache(logging.getLogger)


class Watch:
    """Tells of the attempts of one call."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._logger = _logger(settings.service.name)
        hooks = settings.on_request or settings.on_response or settings.on_retry
        self._is_on = bool(hooks) or self._logger.isEnabledFor(logging.INFO)
        self._seen: Attempt | None = None
        self._began = 0.0

    def begin(self, step: Send, number: int) -> None:
        """Tell that an attempt begins."""
        if not self._is_on:
            return
        request = step.request
        self._seen = Attempt(step.operation, request.method, request.public_url, number)
        self._began = self._settings.monotonic()
        if self._settings.on_request:
            self._settings.on_request(self._seen)

    def end(self, status: int, failure: str = "", wait: float | None = None) -> None:
        """Tell what came of it, and after how many seconds the next one follows."""
        if self._seen is None:
            return
        seconds = self._settings.monotonic() - self._began
        seen = replace(self._seen, status=status, failure=failure, seconds=seconds, wait=wait)
        told = " ".join(filter(None, [str(status or ""), failure]))
        then = "" if wait is None else f", again in {wait:.1f} s"
        line = "%s: %s %s: %s in %.0f ms, attempt %d%s"
        self._logger.info(line, seen.operation, seen.method, seen.url, told, seconds * 1000, seen.number, then)
        if self._settings.on_response:
            self._settings.on_response(seen)
        if wait is not None and self._settings.on_retry:
            self._settings.on_retry(seen)


def announce(settings: Settings, wait: Wait) -> None:
    """Tell of a wait, and warn of one that somebody may take for a call that hangs."""
    if wait.seconds > LONG:
        line = "%s waits %.1f s %s"
        _logger(settings.service.name).warning(line, wait.operation, wait.seconds, wait.why)
    if settings.on_wait:
        settings.on_wait(wait)
