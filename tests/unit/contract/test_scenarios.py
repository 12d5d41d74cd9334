"""What a client does over more than one exchange: silent on a good client, and found on a wrong one in the form that is
wrong."""

from collections.abc import Iterator

import pytest

from qiyue.contract import ControlledClock, server
from qiyue.contract.client.target import ClientTarget
from qiyue.contract.model.clock import START
from qiyue.mutation import build_multi_call_api
from qiyue.mutation.fault_target import FaultTarget, load_target

from ...mutants.runtime_line import ASYNC_CLIENT, ASYNC_RESOURCE, Line, mutate_client  # noqa: TID252

SAID: dict[str, tuple[str, Line, str, str]] = {
    "a call that may be sent once only": (
        "note",
        Line("retry", 'if not repeatable or failure.rule == "never":', 'if failure.rule == "never":'),
        "retries",
        "The sync client sends 3 times at an answer that takes too long, where 1 is right.",
    ),
    "a wait that is not kept": (
        "listPorts",
        Line("retry", "if failure.retry_after is not None:", "if False:"),
        "retries",
        "The sync client waits 0.5 seconds where the server says 7 seconds.",
    ),
    "an async client that does not wait": (
        "listPorts",
        Line("client", "await self._sleep(step.seconds)", "pass", ASYNC_CLIENT),
        "retries",
        "The async client waits 0, 0 seconds at a refused connection.",
    ),
    "an error of another class": (
        "note",
        Line("errors", 'kind: Kind = "timeout"', 'kind: Kind = "transport"'),
        "error",
        "For a connection that takes too long the sync client raises RequestTimeoutError of kind transport, "
        "where timeout is right.",
    ),
    "a token that is used too long": (
        "note",
        Line("tokens", "settings.monotonic() >= came.until", "False"),
        "token",
        "The sync client uses a token that is 3942 seconds old, of 4000, where 60 are its last.",
    ),
    "an async list that ends too early": (
        "listTides",
        Line(
            "resource",
            "                yield item\n",
            "                yield item\n                break\n",
            ASYNC_RESOURCE,
        ),
        "iterator",
        "Of a list whose last page is not full the async client gives 3 items, not the 7 that there are in their "
        "order.",
    ),
    "a stream that is not closed": (
        "log",
        Line("stream", "self._response.close()", "pass"),
        "stream",
        "The sync client does not close the connection of a stream that is closed before its end.",
    ),
    "an option that is not heard": (
        "book",
        Line("request", 'options.get("extra_body", {})', "{}"),
        "option",
        "The sync client does not send what it is given as extra_body.",
    ),
    "a key in the log": (
        "chart",
        Line("client", "with quietly(step.left):", "if True:"),
        "secret",
        "The sync client tells a secret in the log httpx2.",
    ),
    "a quota that is not kept": (
        "chart",
        Line("attempts", "if wait > 0:", "if False:"),
        "quota",
        "The sync client does not keep to 3 calls in 1m.",
    ),
}


@pytest.fixture(scope="module")
def coast() -> FaultTarget:
    return load_target("several", build_multi_call_api())


def said(coast: FaultTarget, operation: str, line: Line | None = None) -> Iterator[tuple[str, str]]:
    """What is said of the client, or of one in which a line is another one."""
    clock = ControlledClock()
    driver = mutate_client(coast, line) if line else coast.driver
    target = ClientTarget(coast.plan, driver, lambda: server(coast.api, clock), clock)
    for problem in target.check_scenarios(coast.api.operation(operation)):
        yield problem.check, problem.message
    target.close()
    assert clock() == START  # each client has a clock of its own


@pytest.mark.parametrize("operation", [each.id for each in build_multi_call_api().operations])
def test_a_good_client_is_not_blamed(coast: FaultTarget, operation: str) -> None:
    assert list(said(coast, operation)) == []


@pytest.mark.parametrize("name", SAID)
def test_a_wrong_client_is(coast: FaultTarget, name: str) -> None:
    operation, line, *wanted = SAID[name]
    assert tuple(wanted) in list(said(coast, operation, line))


def test_a_line_that_the_runtime_does_not_have_is_told_of() -> None:
    with pytest.raises(LookupError, match="retry has no line 'if False:'"):
        Line("retry", "if False:", "if True:").mutate("if True:\n    pass\n")
