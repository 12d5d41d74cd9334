"""Tracing: a span for each attempt, by OpenTelemetry's conventions for HTTP clients, where its API is installed.

Instrumentation of httpx2 is off inside: it would make a second span, with the query and what credential stands in it.
"""

from functools import cache
from importlib import import_module
from types import TracebackType
from typing import Any, Self

from .steps import Lost, Received, Send


def tracing(step: Send) -> "_Span | None":
    """Return the span of an attempt, to be entered; ``None`` where nothing traces."""
    api = _api()
    return None if api is None else _Span(api, step)


@cache
def _api() -> Any:
    try:  # optional, and slow to import
        context = import_module("opentelemetry.context")
        return _Api(context, import_module("opentelemetry.propagate"), import_module("opentelemetry.trace"))
    except ImportError:
        return None


class _Api:
    def __init__(self, context: Any, propagate: Any, trace: Any) -> None:
        self.context = context
        self.propagate = propagate
        self.trace = trace
        self.off = getattr(context, "_SUPPRESS_HTTP_INSTRUMENTATION_KEY", "suppress_http_instrumentation")


class _Span:
    """The span of one attempt; what runs inside is its child."""

    def __init__(self, api: _Api, step: Send) -> None:
        self._api = api
        self._step = step

    def __enter__(self) -> Self:
        step, api = self._step, self._api
        about = {
            "http.request.method": step.request.method,
            "server.address": step.request.host,
            "server.port": step.request.port,
            "url.full": step.request.public_url,
            "url.template": step.template,
        }
        if step.resent:
            about["http.request.resend_count"] = step.resent
        name = f"{step.request.method} {step.template}".strip()
        tracer = api.trace.get_tracer(__name__)
        kind = api.trace.SpanKind.CLIENT
        self.span = tracer.start_span(name, kind=kind, attributes={key: said for key, said in about.items() if said})
        inside = api.context.set_value(api.off, True, api.trace.set_span_in_context(self.span))
        self._token = api.context.attach(inside)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._api.context.detach(self._token)
        if kind is not None:
            self._fails(kind.__name__)
        self.span.end()

    def headers(self) -> list[tuple[str, str]]:
        """Return the headers by which the server finds the span; another party gets none."""
        carrier: dict[str, str] = {}
        if not self._step.foreign:
            self._api.propagate.inject(carrier)
        return list(carrier.items())

    def note(self, outcome: Received | Lost) -> Received | Lost:
        """Note what came of it, and return that."""
        if isinstance(outcome, Received):
            self.span.set_attribute("http.response.status_code", outcome.status)
            if outcome.status >= 400:
                self._fails(str(outcome.status))
        else:
            self._fails(type(outcome.cause or outcome.error).__name__)
        return outcome

    def _fails(self, kind: str) -> None:
        self.span.set_attribute("error.type", kind)
        self.span.set_status(self._api.trace.Status(self._api.trace.StatusCode.ERROR))
