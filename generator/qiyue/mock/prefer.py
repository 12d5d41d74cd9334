"""Prefer: a caller says which documented answer it wants. In: ``Prefer: code=404, example=gone``. Out: that answer.

The header is that of RFC 7240; the words ``code`` and ``example`` are those of other mocks. Such a call is checked like
any other, and changes nothing that is kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.request import parse_http_list

from qiyue.api import Answer, Api, Kind, Operation
from qiyue.diagnostics import Report
from qiyue.mock.answer import Answers, success
from qiyue.mock.call import Call
from qiyue.mock.failure import Failure
from qiyue.mock.incoming import Incoming, Reply
from qiyue.mock.schemas import Schemas

HEADER: Final = "prefer"
_APPLIED: Final = "preference-applied"


@dataclass(frozen=True, slots=True)
class Preference:
    """What a caller prefers; ``""`` is nothing said."""

    code: str = ""
    example: str = ""

    def __bool__(self) -> bool:
        return bool(self.code or self.example)

    def __str__(self) -> str:
        said = {"code": self.code, "example": self.example}
        return ", ".join(f"{word}={value}" for word, value in said.items() if value)


def read_preference(incoming: Incoming) -> Preference:
    """What the header of a request prefers; other preferences are ignored, as RFC 7240 has it."""
    if HEADER not in incoming.headers:
        return Preference()
    said: dict[str, str] = {}
    for each in parse_http_list(incoming.headers[HEADER]):
        word, _, value = each.partition(";")[0].partition("=")
        said.setdefault(word.strip().lower(), value.strip().strip('"'))
    return Preference(said.get("code", ""), said.get("example", ""))


class Preferred:
    """The documented answers of one operation, each made when it is first wanted."""

    def __init__(self, api: Api, operation: Operation, schemas: Schemas) -> None:
        self._api, self._operation, self._schemas = api, operation, schemas
        self._made: dict[str, Answers] = {}

    def reply(self, preference: Preference, call: Call) -> Reply | Failure:
        """The answer that is preferred, or why there is none."""
        answer = self._find(preference.code)
        if answer is None:
            return Failure(Kind.INVALID_PARAMETER, f"header:{HEADER}", "code")
        if answer.status not in self._made:
            self._made[answer.status] = Answers(self._api, self._operation, self._schemas, Report(), answer)
        answers = self._made[answer.status]
        if preference.example and preference.example not in answers.names:
            return Failure(Kind.INVALID_PARAMETER, f"header:{HEADER}", "example")
        made = answers.reply_with(call, preference.example)
        status = int(preference.code) if preference.code else made.status
        return Reply(status, (*made.headers, (_APPLIED, str(preference))), made.body)

    def _find(self, code: str) -> Answer | None:
        if not code:
            return success(self._operation)
        if not (code.isascii() and code.isdecimal() and len(code) == 3 and code[0] in "2345"):
            return None
        return _first(self._operation.answers, (code, f"{code[0]}XX", "default"))


def _first(answers: Iterable[Answer], statuses: Iterable[str]) -> Answer | None:
    by_status = {answer.status.upper(): answer for answer in answers}
    return next((by_status[each] for each in map(str.upper, statuses) if each in by_status), None)
