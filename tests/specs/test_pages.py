"""The samples of the vendors' pages, and of the specs: they validate, go through the models and back, raise, and run.

Pages are read where they are at hand; the specs' own examples always are.
"""

import io
import json as standard_json
import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.testclient import TestClient

from qiyue.api import Api, Code, Operation
from qiyue.base import json
from qiyue.base.absent import ABSENT
from qiyue.base.where import get, put
from qiyue.diagnostics import Report
from qiyue.examples import Request, example_requests, preferred_media
from qiyue.mock.answer import Answers, preferred, success
from qiyue.mock.call import Call
from qiyue.mock.condition import holds
from qiyue.mock.schemas import Schemas, failures
from qiyue.values import Plain, freeze, thaw

OCR = "recognizeAndCheckInvoices"
SAMPLES: dict[str, tuple[tuple[str, str], ...]] = {
    "zhangxiaoer": (
        ("recognizeInvoice", "headers"),
        ("recognizeInvoice", "request"),
        ("createVoucher", "headers"),
        ("createVoucher", "request"),
        ("listAccounts", "answer"),
        ("createVoucher", "error"),
    ),
    "cloudpense": ((OCR, "request"), (OCR, "request"), (OCR, "error"), (OCR, "answer"), (OCR, "answer")),
    "shopex-oms": (("getInvoice", "answer"), ("getInvoiceList", "answer")),
    "fenxi": (("getVoucher", "answer"),),
}
"""Edition → what the JSON blocks of its page are, in their order. The deployed server answers nothing of its page."""

CODE = {
    "zhangxiaoer": r"""
curl -X POST https://api.zhangxiaoer.com/api/v2/invoice/recognize \
  -H "Authorization: Bearer {key}" \
  -F "file=@/tmp/tea.pdf" \
  -F "account_id=acc_789012"
curl -X GET "https://zx.example/api/v2/report/balance?account_id=acc_789012&start_date=2026-01-01&end_date=2026-01-31" \
  -H "Authorization: Bearer {key}"
import requests
answer = requests.get("https://api.zhangxiaoer.com/api/v2/accounts/list", headers={"Authorization": "Bearer {key}"})
print(answer.json())
""",
    "fenxi": r"""
curl --location --request GET '/api/voucher/' \
--header 'accountSetId: 794980000000000000' \
--header 'F-API-KEY: <api-key>'
""",
}
"""Edition → calls of our own, written as its page writes them."""


@dataclass(frozen=True)
class Sample:
    """A message, as a page or a spec shows it."""

    operation: Operation
    side: str
    value: Plain


def blocks(text: str) -> list[Plain]:
    """The JSON objects of a page that begin at the end of a line."""
    found, at = [], 0
    while (match := re.compile(r"\{$", re.MULTILINE).search(text, at)) is not None:
        try:
            _, at = standard_json.JSONDecoder().raw_decode(text, match.start())
            found.append(json.loads(text[match.start() : at].encode()))
        except ValueError:
            at = match.end()
    return found


def pages(stand: Any) -> list[str]:
    """The pages that are at hand."""
    return [path.read_text("utf-8") for path in stand.edition.pages.values() if path.is_file()]


def of_the_page(stand: Any) -> Iterator[Sample]:
    told = SAMPLES.get(stand.edition.name, ())
    for text in pages(stand) if told else ():
        for (operation, side), value in zip(told, blocks(text), strict=True):
            yield Sample(stand.api.operation(operation), side, value)


def samples(stand: Any, side: str) -> Iterator[Sample]:
    """Those of the page, then those of the spec."""
    yield from (sample for sample in of_the_page(stand) if sample.side == side)
    for operation in stand.api.operations:
        if side == "request":
            requests = example_requests(stand.api, operation)
            yield from (Sample(operation, side, thaw(one.body)) for one in requests if one.content_type)
        else:
            shown = ((value, tells_success(operation, value)) for value in answered(stand.api, operation))
            yield from (Sample(operation, side, value) for value, good in shown if good is (side == "answer"))


def answered(api: Api, operation: Operation) -> Iterator[Plain]:
    """What the spec shows beside the status of success."""
    answers = Answers(api, operation, Schemas(api, "answer", Report()), Report())
    if answers.media and answers.is_json:
        for name in [example.name for example in answers.media.examples] or [""]:
            yield answers.value(Call({}, None), name)


def tells_success(operation: Operation, body: Plain) -> bool:
    envelope = operation.envelope.answer if operation.envelope else None
    return envelope is None or envelope.success is None or holds(envelope.success, body)


def asking(stand: Any, sample: Sample) -> Request:
    """A request of the sample's operation; the sample is its body, if it is one."""
    request = example_requests(stand.api, sample.operation)[0]
    return replace(request, body=freeze(sample.value)) if sample.side == "request" else request


def exact(value: Any) -> str:
    """A value as text: every digit, type and key, whatever the order of the keys."""
    return json.text(_ordered(value))


def _ordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value)}
    return [_ordered(item) for item in value] if isinstance(value, list) else value


def own(operation: Operation) -> list[str]:
    """The names of members that the client writes by itself."""
    envelope = operation.envelope.request if operation.envelope else None
    spots = [fill.at for fill in envelope.fill] if envelope else []
    return [at.removeprefix("/") for at in [*spots, *([operation.signature.put] if operation.signature else [])]]


def without(value: Any, names: list[str]) -> Any:
    return {key: one for key, one in value.items() if key not in names} if isinstance(value, dict) else value


def test_samples_fit_the_schemas(stand: Any) -> None:
    asked, shown = Schemas(stand.api, "request", Report()), Schemas(stand.api, "answer", Report())
    wrong = []
    for sample in [*samples(stand, "request"), *samples(stand, "answer")]:
        value: Any = sample.value
        if sample.side == "request":
            media, schemas = preferred_media(sample.operation), asked
            files = asking(stand, sample).files
            value = (
                {**value, **{name: file.name for name, file in files}} if files and isinstance(value, dict) else value
            )
        else:
            answer, schemas = success(sample.operation), shown
            media = preferred(answer.media) if answer else None
        assert media
        assert media.type
        found = failures(schemas.validator(media.type), value)
        wrong += [f"{sample.operation.id} {sample.side}: {one.reason}" for one in found]
    assert wrong == []


def test_answers_go_through_the_models_and_back(stand: Any) -> None:
    for sample in samples(stand, "answer"):
        _, raw = stand.call(asking(stand, sample), json.dumps(sample.value))
        envelope = sample.operation.envelope.answer if sample.operation.envelope else None
        payload = get(sample.value, envelope.payload if envelope else "")
        assert raw.deviations == (), sample.operation.id
        written = None if raw.data is None else stand.plain(raw.data, raw.answer.type)
        assert exact(written) == exact(None if payload is ABSENT else payload), sample.operation.id


def test_requests_are_sent_as_they_are_shown(stand: Any) -> None:
    for sample in samples(stand, "request"):
        request = asking(stand, sample)
        answer: Plain = next(answered(stand.api, sample.operation), {})
        wire, _ = stand.call(request, json.dumps(answer))
        shown, sent = without(sample.value, own(sample.operation)), wire.sent[-1].content
        if "json" in request.content_type:
            assert exact(without(json.loads(sent), own(sample.operation))) == exact(shown), sample.operation.id
        elif "urlencoded" in request.content_type:
            fields = {name: one if isinstance(one, str) else json.text(one) for name, one in shown.items()}
            assert without(dict(parse_qsl(sent.decode())), own(sample.operation)) == fields
        else:
            for name, value in shown.items():
                assert f'name="{name}"\r\n\r\n{value}\r\n'.encode() in sent


def refused(operation: Operation, row: Code) -> Plain:
    """The least that says a code."""
    envelope = operation.envelope.answer if operation.envelope else None
    assert operation.errors
    assert envelope
    body = put({}, row.at or operation.errors.at or envelope.code, row.code)
    return put(body, row.message_at or envelope.message, "原因")


def rows(stand: Any) -> Iterator[tuple[Operation, Code, Plain]]:
    """Every error sample, and every code of every table, with the row that tells what it means."""
    for sample in samples(stand, "error"):
        table, envelope = sample.operation.errors, sample.operation.envelope
        assert table
        assert envelope
        assert envelope.answer
        code = get(sample.value, table.at or envelope.answer.code)
        yield sample.operation, next(row for row in table.codes if row.code == code), sample.value
    for operation in stand.api.operations:
        for row in operation.errors.codes if operation.errors else ():
            if row.kind is not None:
                yield operation, row, refused(operation, row)


def test_failures_raise_their_kind_code_and_message(stand: Any) -> None:
    for operation, row, body in rows(stand):
        envelope = operation.envelope.answer if operation.envelope else None
        assert envelope
        with pytest.raises(stand.package.error("ApiError")) as caught:
            stand.call(example_requests(stand.api, operation)[0], json.dumps(body), row.status or 200)
        error: Any = caught.value
        told = get(body, row.message_at or envelope.message)
        assert (error.kind, error.code, error.message) == (row.kind, row.code, told), operation.id


def commands(text: str) -> list[str]:
    """The curl commands of a page."""
    return re.findall(r"^curl (?:.*\\\n)*.*$", text, re.MULTILINE)


def programs(text: str) -> list[str]:
    """The Python programs of a page."""
    return re.findall(r"^import requests\n.*?^print\(.*?$", text, re.MULTILINE | re.DOTALL)


def completed(stand: Any, text: str) -> str:
    """A page's code, with what it leaves out: the id of a voucher, the account set that the voucher is in."""
    if stand.edition.name != "fenxi":
        return text
    voucher: Any = next(answered(stand.api, stand.api.operation("getVoucher")))
    text = text.replace("'/api/voucher/'", f"'/api/voucher/{voucher['data']['id']}'")
    return re.sub(r"accountSetId: \d+", f"accountSetId: {voucher['data']['accountSetsId']}", text)


def document(name: str) -> io.BytesIO:
    file = io.BytesIO(b"%PDF-1.4\n%%EOF\n")
    file.name = name
    return file


def run_command(command: str, client: TestClient) -> Any:
    """Do what curl would do."""
    words = iter(shlex.split(command.replace("\\\n", " "))[1:])
    verb, address = "GET", ""
    headers: dict[str, str] = {}
    fields: dict[str, str] = {}
    files: dict[str, io.BytesIO] = {}
    for word in words:
        if word in ("-X", "--request"):
            verb = next(words)
        elif word in ("-H", "--header"):
            name, _, value = next(words).partition(":")
            headers[name] = value.strip()
        elif word == "-F":
            name, _, value = next(words).partition("=")
            files |= {name: document(value[1:])} if value.startswith("@") else {}
            fields |= {} if value.startswith("@") else {name: value}
        elif not word.startswith("-"):
            address = word
    return client.request(verb, target(address), headers=headers, data=fields or None, files=files or None)


def target(address: str) -> str:
    parts = urlsplit(address)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def run_program(program: str, client: TestClient, patch: pytest.MonkeyPatch) -> Any:
    """Run a program whose `requests` reaches the mock."""
    answers = []

    def send(verb: str, address: str, **given: Any) -> Any:
        answers.append(client.request(verb, target(address), **given))
        return answers[-1]

    module = SimpleNamespace(
        get=lambda address, **given: send("GET", address, **given),
        post=lambda address, **given: send("POST", address, **given),
    )
    patch.setitem(sys.modules, "requests", module)
    exec(program, {"open": lambda name, _: document(name), "print": lambda _: None})  # the vendor's own example
    return answers[-1]


def form(value: Any) -> Any:
    """What a value looks like, whatever it says."""
    if isinstance(value, dict):
        return {key: form(one) for key, one in value.items()}
    if isinstance(value, list):
        return [form(one) for one in value]
    return "number" if isinstance(value, int | Decimal) and not isinstance(value, bool) else type(value).__name__


def meant(api: Api, sent: Any) -> Operation:
    """The operation that a request reached."""
    found = (
        one
        for one in api.operations
        if one.method == sent.method and re.fullmatch(re.sub(r"\{[^}]+\}", "[^/]+", one.path), sent.url.path)
    )
    return next(found)


def test_the_code_of_the_page_gets_what_the_page_shows(stand: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    schemas = Schemas(stand.api, "answer", Report())
    shown = {one.operation.id: one.value for one in of_the_page(stand) if one.side == "answer"}
    texts = [completed(stand, text) for text in (CODE.get(stand.edition.name, ""), *pages(stand))]
    client = stand.mock()
    answers = [run_command(command, client) for text in texts for command in commands(text)]
    answers += [run_program(program, client, monkeypatch) for text in texts for program in programs(text)]
    assert len(answers) >= len(commands("".join(texts))) + len(programs("".join(texts)))
    for answer in answers:
        operation = meant(stand.api, answer.request)
        said, value = success(operation), json.loads(answer.content)
        media = preferred(said.media) if said else None
        assert answer.status_code == 200, (operation.id, answer.text)
        assert media
        assert media.type
        assert failures(schemas.validator(media.type), value) == (), operation.id
        if operation.id in shown:
            assert form(value) == form(shown[operation.id]), operation.id


def test_every_block_and_every_program_of_a_page_is_found() -> None:
    text = 'a = {\n "n": 1.50\n}\nf = {\n "x": open("y")\n}\n{\n "b": {\n  "c": "}"\n }\n}\n' + CODE["zhangxiaoer"]
    assert exact(blocks(text)) == '[{"n":1.50},{"b":{"c":"}"}}]'
    assert (len(commands(text)), len(programs(text))) == (2, 1)
