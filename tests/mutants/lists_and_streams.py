"""Clients that go wrongly through lists and streams, or do not heed the options of a call."""

from .runtime_line import (
    ASYNC_RESOURCE,
    ASYNC_STREAM,
    Line,
    Row,
    always,
    comes,
    has_pages,
    sends_json,
    succeeds_with_code,
    tells_end,
)

_LIST, _NUMBERED, _CURSOR = has_pages("page", "offset", "cursor"), has_pages("page", "offset"), has_pages("cursor")
_STREAM, _EVENTS, _ROWS = comes("event-stream", "ndjson", "pdf"), comes("event-stream"), comes("ndjson")
_ASK = "        while pages.asked is not None:\n"
_PAGE = "self._client._respond(operation, pages.asked, options)"
ROWS: tuple[Row, ...] = (
    (
        "stops after the first page",
        "iterator",
        Line("paging", "self.asked = self._ask() if follows else None", "self.asked = None"),
        _LIST,
    ),
    (
        "asks for the same page again and again",
        "iterator",
        Line("paging", 'self._at += items if paging.style == "offset" else 1', "self._at += 0"),
        _NUMBERED,
    ),
    (
        "leaves out a page",
        "iterator",
        Line("paging", 'self._at += items if paging.style == "offset" else 1', "self._at += items + 1"),
        _NUMBERED,
    ),
    (
        "goes on behind the end of a list",
        "iterator",
        Line("paging", "if self._count == total or page == pages:", "if False:"),
        tells_end,
    ),
    (
        "follows a cursor that leads back",
        "iterator",
        Line("paging", "follows = seen not in self._cursors", "follows = True"),
        _CURSOR,
    ),
    (
        "believes that a list is shorter than what came of it",
        "iterator",
        Line(
            "paging",
            "_whole(plainly(response, paging.total), least=self._count)",
            "_whole(plainly(response, paging.total), least=0)\n        self._count = max(self._count, total or 0)",
        ),
        tells_end,
    ),
    (
        "leaves out the last item of each page",
        "iterator",
        Line("paging", "return items\n", "return items[:-1]\n"),
        _LIST,
    ),
    (
        "stops after the first item of a page, if it is async",
        "iterator",
        Line(
            "resource",
            "                yield item\n",
            "                yield item\n                break\n",
            ASYNC_RESOURCE,
        ),
        _LIST,
    ),
    (
        "fetches all pages before it gives an item",
        "iterator",
        Line(
            "resource",
            f"        pages = Pages(operation, arguments)\n{_ASK}            yield from pages.turned({_PAGE})",
            f"        pages, found = Pages(operation, arguments), []\n{_ASK}"
            f"            found += pages.turned({_PAGE})\n        yield from found",
        ),
        _LIST,
    ),
    (
        "leaves open the connection of a stream",
        "stream",
        Line("stream", "self._response.close()", "pass"),
        _STREAM,
    ),
    (
        "leaves open the connection of a stream, if it is async",
        "stream",
        Line("stream", "await self._response.aclose()", "pass", ASYNC_STREAM),
        _STREAM,
    ),
    (
        "raises what the transport raises, in a stream",
        "stream",
        Line("stream", "raise lost(self._operation, error).error from error", "raise"),
        _STREAM,
    ),
    (
        "raises what the transport raises, in a stream, if it is async",
        "stream",
        Line("stream", "raise lost(self._operation, error).error from error", "raise", ASYNC_STREAM),
        _STREAM,
    ),
    (
        "reads on behind the last event",
        "stream",
        Line("stream", "if event.data == _END:", "if False:"),
        _EVENTS,
    ),
    (
        "reads on behind the last event, if it is async",
        "stream",
        Line("stream", "if event.data == _END:", "if False:", ASYNC_STREAM),
        _EVENTS,
    ),
    (
        "reads events in whatever encoding",
        "stream",
        Line("stream", 'response.encoding = "utf-8-sig"', 'response.encoding = "latin-1"'),
        _EVENTS,
    ),
    (
        "loses the last line of a stream",
        "stream",
        Line("stream", "yield from self._of_lines(lines.end())", "pass"),
        _ROWS,
    ),
    (
        "cuts lines in the middle",
        "stream",
        Line("stream", 'chunk.split(b"\\n")', 'chunk.replace(b"\\xe2\\x80\\xa8", b"\\n").split(b"\\n")'),
        _ROWS,
    ),
    (
        "reads a stream to its end before it gives an item",
        "stream",
        Line("transport", "return step.stream and response.is_success and", "return False and"),
        _STREAM,
    ),
    (
        "does not hear how long a call may take",
        "option",
        Line("settings", 'timeouts(revealed(options["timeout"])) if "timeout" in options else None', "None"),
        always,
    ),
    (
        "does not hear how long calls may take",
        "option",
        Line("settings", "given or settings.timeout or", "given or"),
        always,
    ),
    (
        "leaves out the headers of a caller",
        "option",
        Line("request", 'options.get("extra_headers", {})', "{}"),
        always,
    ),
    (
        "leaves out the parameters that a caller adds",
        "option",
        Line("request", 'options.get("extra_query", {})', "{}"),
        always,
    ),
    (
        "leaves out the members that a caller adds",
        "option",
        Line("request", 'options.get("extra_body", {})', "{}"),
        sends_json,
    ),
    (
        "sends a header of a caller beside its own",
        "option",
        Line("request", "if one.lower() == name.lower()", "if one == name"),
        always,
    ),
    (
        "is never strict",
        "option",
        Line("conversation", 'strict=options.get("strict", settings.strict)', "strict=False"),
        always,
    ),
    (
        "tells nobody of deviations",
        "option",
        Line("conversation", "settings.on_deviation(deviation)", "pass"),
        always,
    ),
    (
        "loses the code of a success",
        "option",
        Line("answer", "code=None if code is ABSENT else code", "code=None"),
        succeeds_with_code,
    ),
    ("loses the body of a success", "option", Line("answer", "raw=received.content", 'raw=b""'), always),
)
