"""Secret leaks: whether a client tells its credentials. In: a scene that was played. Out: problems.

They stand in no text of a client, of what it raises and what that came of, and in no log.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import httpx2

from qiyue.contract.auth.credentials import KEY
from qiyue.contract.client.scenarios.recorded_call import RecordedCall
from qiyue.contract.client.scenarios.scripted_server import Form, ScriptedClient, play_in_order
from qiyue.contract.oracle.checks import Problem


@contextmanager
def capture_log_secrets() -> Iterator[list[str]]:
    """Keep all that is logged meanwhile and tells a secret."""
    told: list[str] = []
    root, ear = logging.getLogger(), _Ear(told)
    level = root.level
    root.addHandler(ear)
    root.setLevel(logging.DEBUG)
    try:
        yield told
    finally:
        root.setLevel(level)
        root.removeHandler(ear)


def check_secrets(scene: RecordedCall, form: Form) -> Iterator[Problem]:
    """Make a client tell what it can tell."""
    stage = ScriptedClient(scene, form, play_in_order(lambda: _echo(stage)))
    stage.call(max_retries=0)
    for about, text in (
        ("its own text", repr(stage.client)),
        ("the text of a copy", repr(stage.client.with_options(timeout=1))),
        *(("what it raises", text) for error in scene.raised for text in _texts(error)),
    ):
        if _is_telling(text):
            yield Problem("secret", f"The {form} client tells a secret in {about}.")
            return


def _echo(stage: ScriptedClient) -> httpx2.Response:
    """Refuse a call, and say again what it was made with."""
    request = stage.asked[-1].request
    told = [value for value in (*request.headers.values(), *request.url.params.values()) if KEY in value]
    return httpx2.Response(500, headers={"content-type": "text/plain"}, content=" ".join(told).encode())


def _texts(error: BaseException) -> Iterator[str]:
    """Give all texts of an error and of those that it came of."""
    following: BaseException | None = error
    while following is not None:
        yield f"{following} {following!r}"
        following = following.__cause__ or following.__context__


def _is_telling(text: str) -> bool:
    return KEY in text


class _Ear(logging.Handler):
    """Hears secrets."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self._told = told

    def emit(self, record: logging.LogRecord) -> None:
        if _is_telling(record.getMessage()):
            self._told.append(record.name)
