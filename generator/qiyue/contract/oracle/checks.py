"""Checks: what must hold for one case and its answer. In: an observation. Out: what is wrong, in sentences.

A server is judged by the spec's words alone: a valid request succeeds, or is refused for a reason that lies in the
vendor's state; an invalid one is refused, whatever the status; every answer is one that the spec describes.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

import httpx2

from qiyue.api import Kind, Operation
from qiyue.base.equality import json_equal
from qiyue.contract.model.case import Case
from qiyue.contract.oracle.request_reader import RequestReader
from qiyue.contract.oracle.response_reader import ParsedResponse
from qiyue.contract.oracle.verdict import Verdict, has_no_documented_refusal
from qiyue.examples import SAMPLE
from qiyue.mock.answer import success
from qiyue.mock.streams import is_stream
from qiyue.values import Missing, thaw

OF_STATE = frozenset({Kind.BUSINESS, Kind.NOT_FOUND, Kind.CONFLICT})
"""Kinds by which a vendor may refuse a valid request."""
_MALFORMED = frozenset({Kind.INVALID_PARAMETER, Kind.MISSING_PARAMETER, Kind.TOO_LARGE})
_CREDENTIALS = frozenset({Kind.MISSING_CREDENTIAL, Kind.BAD_CREDENTIAL, Kind.FORBIDDEN})


@dataclass(frozen=True)
class Observation:
    """One case, and what the server answered."""

    operation: Operation
    planned: Case
    request: httpx2.Request
    answer: ParsedResponse
    reader: RequestReader
    keeps_examples: bool = True
    """Whether the server has the objects that the document's examples name."""

    @property
    def verdict(self) -> Verdict:
        return self.answer.verdict

    @cached_property
    def fault(self) -> str:
        """Where the request, as it was sent, breaks the spec; ``""`` where it does not."""
        return self.reader.fault(self.request)


@dataclass(frozen=True, slots=True)
class Problem:
    """One broken promise; ``part`` is the place in the spec, below the operation's own."""

    check: str
    message: str
    part: str = ""
    gap: bool = False
    """Whether it is the document's own fault: it is said, and held against nobody."""
    habit: str = ""
    """The habit that is broken, where neither document nor RFC asks for it."""


def check_described(seen: Observation) -> Iterator[Problem]:
    """Say where the answer is not one that the spec describes."""
    if 400 <= seen.answer.received.status < 500 and has_no_documented_refusal(seen.operation, seen.verdict.kind):
        return
    if seen.verdict.success and success(seen.operation) is None:
        yield Problem("status", "The spec does not say what a success looks like.", "/responses", gap=True)
        return
    is_streamed = is_stream(seen.answer.received.headers.get("content-type", ""))
    for name, sentence in seen.answer.schema_errors:
        if name == "body" and is_streamed:
            continue  # what stands in it is ``check_stream`` to judge
        excuse = _excuse(seen) if name == "body" else ""
        yield Problem(name, excuse + sentence, "/responses", gap=bool(excuse))
    excuse = _excuse(seen) if seen.verdict.success and seen.reader.has_untyped_objects else ""
    if excuse and not isinstance(seen.answer.received.body(), dict):
        yield Problem("body", f"{excuse}it is no object, and so has none of its properties.", "/responses", gap=True)


def report_invalid_example(planned: Case, fault: str) -> Problem:
    """Say where an example of the document breaks the spec; or a sample, where the document shows none."""
    part = "/requestBody" if fault.startswith(("/", "the body")) else ""
    what = (
        "No valid sample could be made"
        if planned.about == SAMPLE
        else f"The example request ({planned.about}) breaks the spec"
    )
    return Problem("example", f"{what}: {fault}.", part, gap=True)


def check_accepted(seen: Observation) -> Iterator[Problem]:
    """Say where a valid request was refused."""
    planned, verdict = seen.planned, seen.verdict
    if not planned.positive or verdict.success:
        return
    of_state = verdict.kind in OF_STATE or OF_STATE.intersection(verdict.covers)
    if planned.phase == "examples" and seen.fault:
        yield report_invalid_example(planned, seen.fault)
    elif planned.phase == "examples" and (seen.keeps_examples or not of_state):
        yield Problem("example", f"The documented example ({planned.about}) was refused: {verdict}.")
    elif not of_state and not seen.fault:
        yield Problem("success", f"A valid request ({planned.about}) was refused: {verdict}.")


def check_refused(seen: Observation) -> Iterator[Problem]:
    """Say where an invalid request was not refused, or for another reason than the right one."""
    planned, verdict = seen.planned, seen.verdict
    if planned.positive:
        return
    if verdict.success:
        if planned.mutation is not None or seen.fault:  # what is drawn as wrong may be right as it is written
            yield Problem(planned.check, _accepted_invalid(planned))
    elif not seen.keeps_examples and _may_be_not_found(seen):
        return
    elif planned.kinds and not planned.kinds.intersection({verdict.kind, *verdict.covers}):
        wanted = " or ".join(sorted(planned.kinds))
        yield Problem(planned.check, f"{planned.about}: refused as {verdict}, where {wanted} is right.")


def _accepted_invalid(planned: Case) -> str:
    if planned.check == "credentials":
        return f"No valid credential is needed: a request with {planned.about} was accepted."
    return f"An invalid request ({planned.about}) was accepted."


def _may_be_not_found(seen: Observation) -> bool:
    """Tell whether "not found" is a right refusal: a server looks for the address before anything else, and may hide
    from strangers what there is."""
    excused = seen.planned.kinds & (_MALFORMED | _CREDENTIALS)
    return bool(excused) and seen.verdict.kind is Kind.NOT_FOUND and "{" in seen.operation.path


def check_error_code(seen: Observation) -> Iterator[Problem]:
    """Say where a refusal has a code that the spec does not name."""
    if not seen.verdict.success and not seen.verdict.documented:
        yield Problem("code", f"Refused with a code that the spec does not name: {seen.verdict}.")


def _excuse(seen: Observation) -> str:
    """Say how the document itself is to blame for a body: it shows this one, word for word, or allows none."""
    media = (media for answer in seen.operation.answers for media in answer.media)
    try:
        body = seen.answer.received.body()
    except Missing:
        return ""
    if any(json_equal(thaw(example.value), body) for each in media for example in each.examples):
        return "The documented example of an answer breaks the spec: "
    return "" if seen.reader.answerable else "No answer could be made that the spec allows: "


def check_embedded_json(seen: Observation) -> Iterator[Problem]:
    """Say which texts of an answer do not hold the JSON that is promised."""
    if seen.verdict.success:
        with suppress(Missing):
            body = seen.answer.received.body()
            for sentence in seen.reader.embedded.wrong(body):
                yield Problem("embedded", sentence, "/responses")


def check_stream(seen: Observation) -> Iterator[Problem]:
    """Say what is wrong with a stream, or a file."""
    if seen.verdict.success:
        content_type = seen.answer.received.headers.get("content-type", "")
        for sentence in seen.reader.streams.wrong(content_type, seen.answer.received.content):
            yield Problem("stream", sentence, "/responses")


SERVER_CHECKS = (check_described, check_accepted, check_refused, check_error_code, check_embedded_json, check_stream)
