"""Secret leaks: whether a client tells its credentials. In: a scene that was played. Out: problems.

They stand in no text of a client, of what it raises and what that came of, and in no log.
"""

from collections.abc import Iterator

import httpx2

from qiyue.contract.auth.credentials import KEY
from qiyue.contract.client.scenarios.recorded_call import RecordedCall
from qiyue.contract.client.scenarios.scripted_server import ScriptedClient, answer_in_order
from qiyue.contract.oracle.checks import Problem
from qiyue.drivers import Form, Options


def check_secrets(scene: RecordedCall, form: Form) -> Iterator[Problem]:
    """Make a client tell what it can tell."""
    stage = ScriptedClient(scene, form, answer_in_order(lambda: _echo(stage)))
    stage.call(Options(max_retries=0))
    for about, text in (
        *zip(("its own text", "the text of a copy"), stage.client.texts(), strict=False),
        *(("what it raises", text) for failure in scene.raised for text in failure.texts),
    ):
        if _is_telling(text):
            yield Problem("secret", f"The {form} client tells a secret in {about}.")
            return


def _echo(stage: ScriptedClient) -> httpx2.Response:
    """Refuse a call, and say again what it was made with."""
    request = stage.asked[-1].request
    told = [value for value in (*request.headers.values(), *request.url.params.values()) if KEY in value]
    return httpx2.Response(500, headers={"content-type": "text/plain"}, content=" ".join(told).encode())


def _is_telling(text: str) -> bool:
    return KEY in text
