"""Clients that do wrong with what they hold over many calls: tokens, quotas, secrets, connections, files."""

from .runtime_line import (
    ASYNC_CLIENT,
    Line,
    Row,
    always,
    has_key,
    has_key_in_query,
    has_quota,
    has_renewal,
    has_token,
    uploads,
)

ROWS: tuple[Row, ...] = (
    ("gets a token for every call", "token", Line("tokens", "if not isinstance(came, Token)", "if True"), has_token),
    ("never renews a token", "token", Line("tokens", "settings.monotonic() >= came.until", "False"), has_token),
    (
        "uses a token to its very end",
        "token",
        Line("tokens", "_usable(lifetime, declared.early)", "lifetime"),
        has_token,
    ),
    (
        "does not renew a token that was refused",
        "token",
        Line("tokens", "if scheme.token and kind in scheme.token.renew_on", "if False"),
        has_renewal,
    ),
    (
        "renews a token after every refusal",
        "token",
        Line("tokens", "if scheme.token and kind in scheme.token.renew_on", "if scheme.token"),
        has_renewal,
    ),
    (
        "sends a token again that was refused",
        "token",
        Line("tokens", "came is refused.get(scheme.id)", "False"),
        has_renewal,
    ),
    (
        "keeps what came instead of a token",
        "token",
        Line("tokens", "if not isinstance(came, Token)", "if came is None"),
        has_token,
    ),
    (
        "gets a token for each of two calls at once",
        "token",
        Line("tokens", "if gate.rounds == rounds:", "if True:"),
        has_token,
    ),
    (
        "calls faster than the quota",
        "quota",
        Line("attempts", "if wait > 0:", "if False:"),
        has_quota,
    ),
    (
        "shows its keys in its own text",
        "secret",
        Line("client", "{type(self).__name__} {shown", "{settings.credentials.reveal()} {shown"),
        has_key,
    ),
    (
        "repeats its keys where the server does",
        "secret",
        Line("refusal", "_masked(message, secrets)", "message"),
        has_key,
    ),
    (
        "logs its keys",
        "secret",
        Line("client", "with quietly(step.left):", "if True:"),
        has_key_in_query,
    ),
    (
        "logs its keys, if it is async",
        "secret",
        Line("client", "with quietly(step.left):", "if True:", ASYNC_CLIENT),
        has_key_in_query,
    ),
    (
        "closes connections that are not its own",
        "closing",
        Line("client", "if self._owns_http:", "if True:"),
        always,
    ),
    ("leaves its connections open", "closing", Line("client", "self._connections.end().close()", "pass"), always),
    (
        "leaves its connections open, if it is async",
        "closing",
        Line("client", "await self._connections.end().aclose()", "pass"),
        always,
    ),
    (
        "sends its keys to the address of an upload",
        "upload",
        Line(
            "uploading",
            '(("Content-Type", media),)',
            '(("Content-Type", media), ("X-Key", str(settings.credentials.reveal())))',
        ),
        uploads,
    ),
    (
        "loses the first byte of an upload",
        "upload",
        Line("uploading", "media),), part.content)", "media),), part.content[1:])"),
        uploads,
    ),
    (
        "sends an upload to the address without its query",
        "upload",
        Line("uploading", "return bare, query", 'return bare, ""'),
        uploads,
    ),
)
