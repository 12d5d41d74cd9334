"""Quotas: whether a client keeps to so many calls in so much time. In: a scene whose operation has a quota. Out:
problems."""

from collections.abc import Iterator

from qiyue.codec.fields import write_duration
from qiyue.contract.client.scenarios.recorded_call import RecordedCall
from qiyue.contract.client.scenarios.scripted_server import ScriptedClient, answer_in_order
from qiyue.contract.oracle.checks import Problem
from qiyue.drivers import Form, Options

_MOST = 60
"""Calls that are made at most to reach a quota."""
_LATE = 2
"""Seconds by which a call may come later than it may."""


def check_quota(scene: RecordedCall, form: Form) -> Iterator[Problem]:
    """Make one call more than a quota takes, one after the other."""
    quota = scene.operation.quota
    if quota is None or quota.calls >= _MOST:
        return
    stage, span = ScriptedClient(scene, form, answer_in_order(scene.success_response)), int(quota.per)
    for _ in range(quota.calls + 1):
        stage.call(Options(max_retries=0))
    times = [each.at for each in stage.asked]
    if len(times) != quota.calls + 1 or not span <= times[-1] - times[0] <= span + _LATE:
        message = f"The {form} client does not keep to {quota.calls} calls in {write_duration(quota.per)}."
        yield Problem("quota", message)
