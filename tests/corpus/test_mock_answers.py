"""The mock of real documents: its answers and refusals are what the document declares, judged from the document.

Operations are drawn with a seed. ``python tests/corpus/test_mock_answers.py`` takes every operation of every document.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest import mock as patched

import httpx2
import pytest
from starlette.testclient import TestClient

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
import run  # noqa: E402
from judge import Judge  # noqa: E402

from qiyue import drivers, mock, pipeline  # noqa: E402
from qiyue.contract.auth.credentials import invent_settings  # noqa: E402
from qiyue.diagnostics import Report  # noqa: E402
from qiyue.targets import python  # noqa: E402
from qiyue.targets.python import assemble  # noqa: E402

TESTS = HERE.parent
DOCUMENTS = [TESTS / "cases/wren_library/openapi.yaml", TESTS / "cases/otter_bank/openapi.yaml"]
REAL = [path for path in run.documents(run.CORPUS) if path.stat().st_size < 90_000]
SEED, DRAWN = 17, 6


def faults(path: Path, drawn: int | None = None) -> Iterator[str]:
    """Call operations over the mock, with a request that is right and one that has nothing; judge the answers."""
    compiled = pipeline.compile_file(path)
    with patched.patch.object(assemble, "format_python", lambda texts, report: dict(texts)):
        planned = python.generate(compiled.api, "client", compiled.report, compiled.places.place)
    package, judge = drivers.in_memory(planned, "client"), Judge(compiled.data, "writeOnly")
    report = Report()
    server = TestClient(mock.app(compiled.api, report=report), run.BASE_URL, raise_server_exceptions=False)
    answers: list[httpx2.Response] = []
    server.event_hooks = {"response": [lambda answer: (answer.read(), answers.append(answer))]}
    options = {**package.spell(invent_settings(compiled.api)), "base_url": run.BASE_URL, "max_retries": 0}
    operations = [each for each in compiled.api.operations if not each.dispatch]
    chosen = operations if drawn is None else random.Random(SEED).sample(operations, min(drawn, len(operations)))
    with package.client(http_client=server, **options) as client:
        for operation in chosen:
            answers.clear()
            try:
                drivers.call(package, client, run.request(compiled.api, operation, full=False))
            except Exception as error:  # noqa: BLE001 - what was answered is judged, whatever a client makes of it
                if not answers:
                    yield f"{operation.id}: nothing was sent: {error}"
            server.request(operation.method, operation.path.replace("{", "").replace("}", ""))
            if any(each.code == "mock-answer" and operation.id in each.message for each in report):
                continue  # nothing fits what the document asks for, and it is told
            for answer in answers[-2:]:
                found = judge.answer_faults(operation.path, operation.method.lower(), answer)
                yield from (f"{operation.id} {answer.status_code}: {fault}" for fault in found)


@pytest.mark.parametrize("path", [*DOCUMENTS, *REAL], ids=lambda path: path.stem)
def test_what_the_mock_answers_is_what_the_document_declares(path: Path) -> None:
    assert list(faults(path, DRAWN)) == []


if __name__ == "__main__":
    for each in run.documents(run.CORPUS):
        print(each.name, *faults(each), sep="\n    ", flush=True)
