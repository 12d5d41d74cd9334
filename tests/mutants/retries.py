"""Clients that try again wrongly, or raise something else than what happened."""

from qiyue.contract.auth.credentials import client_fills

from .runtime_line import (
    ASYNC_CLIENT,
    Line,
    Row,
    always,
    has_codes,
    is_told_to_wait,
    makes,
    may_not_repeat,
)

ROWS: tuple[Row, ...] = (
    (
        "tries again what may be sent once only",
        "retries",
        Line("retry", 'if not repeatable or failure.rule == "never":', 'if failure.rule == "never":'),
        may_not_repeat,
    ),
    (
        "tries nothing again that a server refused",
        "retries",
        Line("retry", "or failure.status in PASSING_STATUSES", "and False"),
        is_told_to_wait,
    ),
    (
        "does not try again what cannot have arrived",
        "retries",
        Line(
            "transport", "(httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, *UNSENDABLE)", "UNSENDABLE"
        ),
        may_not_repeat,
    ),
    (
        "tries once more than it is told",
        "retries",
        Line("retry", "if attempt > policy.max_retries", "if attempt > policy.max_retries + 1"),
        always,
    ),
    (
        "tries once less than it is told",
        "retries",
        Line("retry", "if attempt > policy.max_retries", "if attempt >= policy.max_retries"),
        always,
    ),
    (
        "does not hear how often a call is to be tried",
        "retries",
        Line("conversation", "retry_in(options, settings)", "settings.retry"),
        always,
    ),
    (
        "does not hear how often a copy of it is to try",
        "retries",
        Line("settings", "retry=retry_in(changes, settings)", "retry=settings.retry"),
        always,
    ),
    (
        "calls again before it may",
        "retries",
        Line("retry", "if failure.retry_after is not None:", "if False:"),
        is_told_to_wait,
    ),
    (
        "takes milliseconds for seconds",
        "retries",
        Line("retry", '("retry-after-ms", 1000.0)', '("retry-after-ms", 1.0)'),
        is_told_to_wait,
    ),
    (
        "does not read at which date it may call again",
        "retries",
        Line("retry", "return max(0.0, parsedate_to_datetime(", "return max(7.0, parsedate_to_datetime("),
        is_told_to_wait,
    ),
    (
        "waits as long as a server likes",
        "retries",
        Line("retry", "return wait if elapsed + wait <= policy.budget else None", "return wait"),
        is_told_to_wait,
    ),
    (
        "does not wait between two tries",
        "retries",
        Line("attempts", "yield Wait(wait, operation", "yield Wait(0.0, operation"),
        is_told_to_wait,
    ),
    (
        "does not wait longer each time",
        "retries",
        Line("retry", "policy.first * 2 ** min(attempt - 1, 30)", "policy.first"),
        lambda _, operation: operation.signature is None,
    ),
    (
        "makes another id for each try",
        "retries",
        Line(
            "conversation",
            "{**self.per_call, **per_attempt}",
            '{**made(self.operation, "call", Moment(settings.clock(), settings.random)), **per_attempt}',
        ),
        lambda _, operation: any(
            fill.per == "call" and fill.make in ("uuid", "random") for fill in client_fills(operation)
        ),
    ),
    (
        "sends the time of its first try again",
        "retries",
        Line(
            "conversation",
            "{**self.per_call, **per_attempt}",
            '{**self.per_call, **self.per_call.setdefault("", per_attempt)}',
        ),
        makes("attempt"),
    ),
    (
        "goes where it is sent by a redirect",
        "retries",
        Line("client", "follow_redirects=False", "follow_redirects=True"),
        always,
    ),
    (
        "raises every refusal as the same error",
        "error",
        Line("refusal", 'ERROR_OF_KIND.get(kind, ERROR_OF_KIND["server"])', "ApiError"),
        always,
    ),
    (
        "takes a lack of time for a broken connection",
        "error",
        Line("transport", "elif isinstance(error, httpx2.TimeoutException):", "elif False:"),
        always,
    ),
    ("loses the answer that it raises", "error", Line("refusal", "raw=received.content", 'raw=b""'), always),
    ("loses the headers of what it raises", "error", Line("refusal", "headers=received.headers", "headers={}"), always),
    (
        "loses the code of what it raises",
        "error",
        Line("refusal", "code=None if code is ABSENT else code", "code=None"),
        has_codes,
    ),
    ("raises what nobody can pickle", "error", Line("errors", "error.__dict__.update(state)", "pass"), always),
    (
        "does not say when it may be called again",
        "error",
        Line(
            "attempts",
            "return bare(error), Failure(error.kind, error.status, error.retry",
            "error.__dict__.pop('retry_after', None)\n"
            "        return bare(error), Failure(error.kind, error.status, error.retry",
        ),
        is_told_to_wait,
    ),
    (
        "raises what the transport raises, if it is async",
        "retries",
        Line("client", "except (httpx2.HTTPError, *UNSENDABLE) as error:", "except UNSENDABLE as error:", ASYNC_CLIENT),
        always,
    ),
    (
        "does not wait between two tries, if it is async",
        "retries",
        Line("client", "await self._sleep(step.seconds)", "pass", ASYNC_CLIENT),
        is_told_to_wait,
    ),
    (
        "goes where it is sent by a redirect, if it is async",
        "retries",
        Line("client", "follow_redirects=False", "follow_redirects=True", ASYNC_CLIENT),
        always,
    ),
)
