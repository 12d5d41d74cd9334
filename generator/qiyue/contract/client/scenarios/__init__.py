"""Scenarios: what a generated client does over more than one exchange, in both its forms.

In: an operation that succeeds. Out: problems: of retries, errors, tokens, lists, streams, options, uploads, secrets,
connections. The call is recorded once against a mock; from then on a script plays the server, so that whatever can
happen to a call happens, and nothing is waited for.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from qiyue.contract.client.scenarios.connections import closing
from qiyue.contract.client.scenarios.pagination import pages
from qiyue.contract.client.scenarios.quotas import quotas
from qiyue.contract.client.scenarios.recorded_call import Scene, with_secrets
from qiyue.contract.client.scenarios.request_options import options
from qiyue.contract.client.scenarios.retries import retries
from qiyue.contract.client.scenarios.scripted_server import FORMS, Form
from qiyue.contract.client.scenarios.secret_leaks import listening, secrets
from qiyue.contract.client.scenarios.streaming import streams
from qiyue.contract.client.scenarios.token_renewal import renewal
from qiyue.contract.client.scenarios.uploads import uploads
from qiyue.contract.oracle.checks import Problem

__all__ = ["Scene", "behaviour", "with_secrets"]

Check: TypeAlias = Callable[[Scene, Form], Iterator[Problem]]
_CHECKS: tuple[Check, ...] = (retries, renewal, pages, streams, quotas, options, uploads, secrets)


def behaviour(scene: Scene, *, first: bool) -> Iterator[Problem]:
    """Hold a client to all of it, sync and async; to what is the same for all operations at the ``first``."""
    for form in FORMS:
        with listening() as told:
            for check in (*_CHECKS, *([closing] if first else [])):
                yield from _checked(check, scene, form)
        if told:
            yield Problem("secret", f"The {form} client tells a secret in the log {told[0]}.")


def _checked(check: Check, scene: Scene, form: Form) -> Iterator[Problem]:
    try:
        yield from check(scene, form)
    except Exception as error:  # noqa: BLE001 - a client may give anything at all, and lack anything
        yield Problem("client", f"The {form} client is none that {check.__name__} can be seen of: {error!r}")
