"""Retries: what a client does when a call fails. In: a scene. Out: problems.

It sends again what may be sent twice, and what cannot have arrived; as often as it is told, not before it is told, and
no longer than two minutes. What is sent again is the same call: ids stay, times and signatures are new. In the end the
failure is raised, each kind in a class of its own, with all that the server said.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import partial
from itertools import pairwise

import httpx2

from qiyue.contract.client.scenarios.error_details import check_error
from qiyue.contract.client.scenarios.failures import Failure, build_failures, find_retryable_status, html_response
from qiyue.contract.client.scenarios.recorded_call import RecordedCall
from qiyue.contract.client.scenarios.retried_requests import compare_attempts
from qiyue.contract.client.scenarios.scripted_server import ScriptedClient, answer_in_order
from qiyue.contract.model.clock import START
from qiyue.contract.oracle.checks import Problem
from qiyue.drivers import Form, Options

_USUAL = 2
"""Retries where nothing is said."""
_LONGEST, _BUDGET = 8.0, 120.0
"""Seconds: the longest wait that a client chooses, and the longest that a call may take with all its waits."""
_LATE = 1.5
"""Seconds by which a call may come later than it may."""
_WAITS: tuple[tuple[str, dict[str, str], float], ...] = (
    ("7 seconds", {"retry_after": "7"}, 7),
    ("a moment", {"retry_after_ms": "2500"}, 2.5),
    ("a date", {"retry_after": format_datetime(datetime.fromtimestamp(START + 9, UTC), usegmt=True)}, 9),
    ("a date that is past", {"retry_after": format_datetime(datetime.fromtimestamp(START - 9, UTC), usegmt=True)}, 0),
)


def check_retries(scene: RecordedCall, form: Form) -> Iterator[Problem]:
    """Let a call fail in every way."""
    for failure in build_failures(scene, whole=form == "sync"):
        yield from _failing(scene, form, failure)
    yield from _counted(scene, form)
    yield from _recovered(scene, form)
    status = find_retryable_status(scene)
    if scene.operation.repeatable and status:
        yield from _told(scene, form, status)


def _failing(scene: RecordedCall, form: Form, failure: Failure) -> Iterator[Problem]:
    stage = ScriptedClient(scene, form, answer_in_order(failure.act))
    came = stage.call()
    yield from _number(stage, f"at {failure.about}", 1 + _count_retries(scene, failure))
    yield from check_error(scene, form, failure, came.raised)
    yield from _waits(stage, failure.about)
    yield from compare_attempts(scene, form, stage.asked)


def _count_retries(scene: RecordedCall, failure: Failure) -> int:
    """Count how often a call that fails for ever is tried again. A key that the vendor knows it by makes that safe."""
    keyed = any(
        one.location == "header" and one.name.lower() in {"idempotency-key", "x-idempotency-key"}
        for one in scene.operation.parameters
    )
    if failure.again == "once":
        return 1
    return _USUAL * (failure.again == "always" or (failure.again == "safe" and (scene.operation.repeatable or keyed)))


def _number(stage: ScriptedClient, when: str, wanted: int) -> Iterator[Problem]:
    if len(stage.asked) != wanted:
        message = f"The {stage.form} client sends {len(stage.asked)} times {when}, where {wanted} is right."
        yield Problem("retries", message)


def _waits(stage: ScriptedClient, about: str) -> Iterator[Problem]:
    """Say where the waits that a client chooses do not grow, or are too long."""
    waits = [after.at - before.at for before, after in pairwise(stage.asked)]
    operation = stage.scene.operation
    if operation.quota or (operation.signature and operation.signature.unique):
        return  # it waits for them too
    if any(not 0 < wait <= _LONGEST + _LATE for wait in waits) or any(a >= b for a, b in pairwise(waits)):
        yield Problem("retries", f"The {stage.form} client waits {_seconds(waits)} seconds at {about}.")


def _counted(scene: RecordedCall, form: Form) -> Iterator[Problem]:
    """Say how often to try again: to a call, to a copy of the client, to the client."""
    fails = answer_in_order(_refused)
    stage = ScriptedClient(scene, form, fails)
    stage.call(Options(max_retries=1))
    yield from _number(stage, "where a call says to try again once", 2)
    stage = ScriptedClient(scene, form, fails)
    stage.call(copy=Options(max_retries=0))
    yield from _number(stage, "where a copy of it is told not to try again", 1)
    stage = ScriptedClient(scene, form, fails, options=Options(max_retries=4))
    stage.call()
    yield from _number(stage, "where it is told to try again four times", 5)


def _recovered(scene: RecordedCall, form: Form) -> Iterator[Problem]:
    """Let the second attempt succeed."""
    stage, good = (
        ScriptedClient(scene, form, answer_in_order(_refused, scene.success_response)),
        ScriptedClient(scene, form, answer_in_order(scene.success_response)),
    )
    came, wanted = stage.call(), good.call()
    yield from _number(stage, "where the second time is a success", 2)
    if came != wanted:
        yield Problem("retries", f"What the {form} client gives after a retry is not what it gives without one.")


def _told(scene: RecordedCall, form: Form, status: int) -> Iterator[Problem]:
    """Let the server say when to come again."""
    for about, headers, seconds in _WAITS:
        stage = ScriptedClient(
            scene, form, answer_in_order(partial(html_response, status, **headers), scene.success_response)
        )
        stage.call()
        waits = [after.at - before.at for before, after in pairwise(stage.asked)]
        if len(waits) != 1 or not seconds <= waits[0] <= seconds + _LATE:
            message = f"The {form} client waits {_seconds(waits)} seconds where the server says {about}."
            yield Problem("retries", message)
    stage = ScriptedClient(
        scene, form, answer_in_order(partial(html_response, status, retry_after="50")), options=Options(max_retries=9)
    )
    stage.call()
    yield from _number(stage, f"in {_BUDGET:g} seconds, where the server wants 50 between two", 3)
    stage = ScriptedClient(scene, form, answer_in_order(partial(html_response, status, retry_after="7")))
    raised = stage.call(Options(max_retries=0)).raised
    if raised is None or raised.retry_after != 7:
        yield Problem("error", f"What the {form} client raises does not tell when the server may be called again.")


def _refused() -> httpx2.ConnectError:
    return httpx2.ConnectError("it is the wire")


def _seconds(waits: list[float]) -> str:
    return ", ".join(f"{wait:.3g}" for wait in waits) or "no"
