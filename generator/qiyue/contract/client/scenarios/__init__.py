"""Scenarios: what a generated client does over more than one exchange, in both its forms.

In: an operation that succeeds. Out: problems: of retries, errors, tokens, lists, streams, options, uploads, secrets,
connections. The call is recorded once against a mock; from then on a script plays the server, so that whatever can
happen to a call happens, and nothing is waited for.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from qiyue.contract.auth.credentials import KEY
from qiyue.contract.client.scenarios.connections import check_connections
from qiyue.contract.client.scenarios.pagination import check_pagination
from qiyue.contract.client.scenarios.quotas import check_quota
from qiyue.contract.client.scenarios.recorded_call import RecordedCall, with_secret_credentials
from qiyue.contract.client.scenarios.request_options import check_request_options
from qiyue.contract.client.scenarios.retries import check_retries
from qiyue.contract.client.scenarios.secret_leaks import check_secrets
from qiyue.contract.client.scenarios.streaming import check_streams
from qiyue.contract.client.scenarios.token_refresh import check_token_refresh
from qiyue.contract.client.scenarios.uploads import check_uploads
from qiyue.contract.oracle.checks import Problem
from qiyue.drivers import FORMS, Form

__all__ = ["RecordedCall", "run_scenarios", "with_secret_credentials"]

Check: TypeAlias = Callable[[RecordedCall, Form], Iterator[Problem]]
_CHECKS: tuple[Check, ...] = (
    check_retries,
    check_token_refresh,
    check_pagination,
    check_streams,
    check_quota,
    check_request_options,
    check_uploads,
    check_secrets,
)


def run_scenarios(scene: RecordedCall, *, first: bool) -> Iterator[Problem]:
    """Hold a client to all of it, sync and async; to what is the same for all operations at the ``first``."""
    for form in FORMS:
        scene.driver.listen(KEY)
        try:
            for check in (*_CHECKS, *([check_connections] if first else [])):
                yield from _checked(check, scene, form)
        finally:
            told = scene.driver.heard()
        if told:
            yield Problem("secret", f"The {form} client tells a secret in the log {told[0]}.")


def _checked(check: Check, scene: RecordedCall, form: Form) -> Iterator[Problem]:
    try:
        yield from check(scene, form)
    except Exception as error:  # noqa: BLE001 - a client may give anything at all, and lack anything
        yield Problem("client", f"The {form} client is none that {check.__name__} can be seen of: {error!r}")
