"""Every operation of real documents, called through its generated client: ``python tests/corpus/run.py [FOLDER]``.

For each document: it is generated and imported; each operation is called twice, with what it requires and with all it
takes, over a transport that records; the request is judged by the document itself; the answer, a sample of what the
document declares, must be read. A line per document, a line per fault. ``--types`` also runs ``mypy --strict`` over
each client, ``--verbose`` names the gaps.
"""

import argparse
import multiprocessing
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Self
from unittest import mock

import httpx2

sys.path.insert(0, str(Path(__file__).parent))
from judge import Judge

from qiyue import drivers, files, pipeline, whole
from qiyue.api import Api, Operation, TypeId
from qiyue.base import json
from qiyue.base.media import is_json, is_json_lines, is_multipart
from qiyue.contract.auth.credentials import invent_settings
from qiyue.diagnostics import Refused, Severity
from qiyue.examples import Request, file_types, preferred_media
from qiyue.sample import sample, sample_file
from qiyue.schema.selection import RecursiveSchemaError
from qiyue.targets import python
from qiyue.targets.python import assemble
from qiyue.values import Plain, freeze

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
BASE_URL = "https://wire.invalid"
SECONDS = 20
"""Of the processor, for one call."""
FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")
MOST = 2_000
"""Bytes of one value that are still sent."""


@dataclass
class Row:
    """What became of one document."""

    document: str
    operations: int = 0
    gaps: list[str] = field(default_factory=list)
    generated: int = 0
    called: int = 0
    valid: int = 0
    seconds: float = 0.0
    types: str = ""
    faults: list[str] = field(default_factory=list)


def _too_long(*_: object) -> None:
    raise TimeoutError(f"more than {SECONDS} seconds")


def documents(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.*")) if path.suffix in {".json", ".yaml", ".yml"}]


def run(path: Path, types: bool = False) -> Row:
    """Do one document."""
    row, start = Row(path.name), time.process_time()
    try:
        _run(path, row, types)
    except Refused as refused:
        row.faults.append(f"refused: {refused}")
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
        row.faults.append("".join(traceback.format_exception(error)[-3:]))
    row.seconds = time.process_time() - start
    return row


def _run(path: Path, row: Row, types: bool) -> None:
    compiled = pipeline.compile_file(path)
    with mock.patch.object(assemble, "format_python", lambda texts, report: dict(texts)):
        planned = python.generate(compiled.api, "client", compiled.report, compiled.places.place)
    told = whole.get_coverage_summary(compiled.api, compiled.data, compiled.report)
    row.operations = told.count
    row.gaps = sorted({each.code for each in compiled.report if each.severity is Severity.GAP})
    package = drivers.in_memory(planned, "client")
    row.generated = len(package.operations)
    judge = Judge(compiled.data)
    with Calls(compiled.api, package) as calls:
        for operation in compiled.api.operations:
            faults = [f"{operation.id}: {fault}" for fault in calls.faults(operation, judge)]
            row.called += not any("raised" in fault for fault in faults)
            row.valid += not faults
            row.faults += faults
    if types:
        row.types = _types(planned, row)


class Calls:
    """A client whose requests are kept and whose answers are samples."""

    def __init__(self, api: Api, package: drivers.Package) -> None:
        self._api, self._package = api, package
        self._sent: list[httpx2.Request] = []
        self._answer = httpx2.Response(204)
        http_client = httpx2.Client(transport=httpx2.MockTransport(self._answered))
        del http_client.headers["Accept-Encoding"]
        options = {**package.spell(invent_settings(api)), "base_url": BASE_URL, "max_retries": 0}
        self._client = package.client(http_client=http_client, **options)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def faults(self, operation: Operation, judge: Judge) -> Iterator[str]:
        """Call an operation with little and with all, and judge what is sent."""
        for full in (False, True):
            self._sent.clear()
            signal.signal(signal.SIGPROF, _too_long)
            signal.setitimer(signal.ITIMER_PROF, SECONDS)
            try:
                self._answer = answer(self._api, operation)
                drivers.call(self._package, self._client, request(self._api, operation, full))
            except RecursiveSchemaError as error:
                yield f"no request can be made: {error} holds itself without end"
                continue
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
                yield f"raised {type(error).__name__}: {str(error)[:300]}"
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
            if self._sent:
                yield from judge.faults(operation.path, operation.method.lower(), self._sent[-1])
            else:
                yield "raised before it sent anything"

    def _answered(self, sent: httpx2.Request) -> httpx2.Response:
        self._sent.append(sent)
        return self._answer


def request(api: Api, operation: Operation, full: bool) -> Request:
    """Make a request: what is required, or everything."""
    parameters: dict[str, dict[str, Any]] = {}
    for each in operation.parameters:
        if full or each.required:
            parameters.setdefault(each.location, {})[each.name] = _sampled(api, each.type, full) or sample(
                api, each.type, full=True
            )
    made = Request(operation.id, "", freeze(parameters))
    media = preferred_media(operation)
    if media is None or operation.body is None or not (full or operation.body.required):
        return made
    if media.type is None and ("json" in media.content_type or media.content_type in FORMS):
        return replace(made, content_type=media.content_type, body=freeze({}))
    carried = file_types(api, media)
    body = _sampled(api, media.type, full) if media.type else {}
    written = _is_written(media.content_type) or (is_multipart(media.content_type) and isinstance(body, dict))
    if "" in carried or media.type is None or not written:
        return replace(made, content_type=media.content_type, files=(("", sample_file(media.content_type)),))
    if not isinstance(body, dict):
        return replace(made, content_type=media.content_type, body=body)
    sent = tuple((name, sample_file(kinds[0])) for name, kinds in carried.items() if name in body)
    rest = {name: value for name, value in body.items() if name not in carried}
    return replace(made, content_type=media.content_type, body=freeze(rest), files=sent)


def _is_written(content_type: str) -> bool:
    return _is_text(content_type) or "*" in content_type or content_type in FORMS or is_json_lines(content_type)


def _is_text(content_type: str) -> bool:
    return is_json(content_type) or content_type.startswith("text/")


def _sampled(api: Api, type_id: TypeId, full: bool) -> Plain:
    """Give a sample; of types that go on and on inside themselves, what is required."""
    found = sample(api, type_id, full=full)
    return found if len(json.dumps(found)) < MOST else sample(api, type_id)


def answer(api: Api, operation: Operation) -> httpx2.Response:
    """Make an answer of success as the document declares it."""
    good = [each for each in operation.answers if each.status.startswith("2") or each.status == "default"]
    declared = min(good, key=lambda each: each.status == "default", default=None)
    status = int(declared.status.replace("X", "0").replace("default", "200")) if declared else 204
    if declared is None or not declared.media:
        return httpx2.Response(status)
    media = next((each for each in declared.media if "json" in each.content_type), declared.media[0])
    head = {"content-type": media.content_type.replace("*", "x")}
    if "json" not in media.content_type and "*/*" not in media.content_type:
        return httpx2.Response(status, headers=head, content=b"text")
    value = sample(api, media.type, role="answer") if media.type else {}
    return httpx2.Response(status, headers=head | {"content-type": "application/json"}, content=json.dumps(value))


def _types(planned: tuple[files.File, ...], row: Row) -> str:
    """Run mypy over one client."""
    with tempfile.TemporaryDirectory() as folder:
        files.write(planned, Path(folder) / "out")
        command = [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--cache-dir",
            str(ROOT / ".mypy_cache" / "corpus"),
            "client",
        ]
        done = subprocess.run(command, cwd=Path(folder) / "out", capture_output=True, text=True, check=False)
    wrong = [line for line in done.stdout.splitlines() if ": error:" in line]
    row.faults += wrong
    return f"{len(wrong)} errors" if wrong or done.returncode else "ok"


def main() -> int:
    """Print a table, then the faults."""
    parser = argparse.ArgumentParser(description="Every operation of real documents.")
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--only", default="", help="documents with this in their names")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--types", action="store_true")
    asked = parser.parse_args()
    paths = [path for path in documents(asked.folder) if asked.only in path.name]
    if not paths:
        print(f"not run: no documents in {asked.folder}")
        return 0
    rows: list[Row] = []
    print(f"{'document':42} operations generated called valid  CPU s  types")
    with multiprocessing.get_context("fork").Pool(asked.jobs, maxtasksperchild=1) as pool:
        for row in pool.imap(partial(run, types=asked.types), paths):
            rows.append(row)
            counts = f"{row.operations:10} {row.generated:9} {row.called:6} {row.valid:5} {row.seconds:6.1f}"
            print(f"{row.document:42} {counts}  {row.types}", *row.faults, sep="\n    ", flush=True)
    sums = {name: sum(getattr(row, name) for row in rows) for name in ("operations", "generated", "called", "valid")}
    print(f"{len(rows)} documents: {', '.join(f'{name} {number}' for name, number in sums.items())}")
    return 1 if any(row.faults for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
