"""The options of ``qiyue mock``: what is wrong with them, and a mock that goes on where another stopped."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from socket import create_server

import httpx2
import pytest

from qiyue.cli.main import run

SPEC = """
openapi: 3.1.0
info: {title: Teas, version: "1"}
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
security: [{key: []}]
paths:
  /teas:
    post:
      operationId: addTea
      x-qiyue-mock: {store: teas, do: create, key: {at: /id, make: sequence}}
      requestBody: {content: {application/json: {schema: {type: object}}}}
      responses: {"200": {description: x, content: {application/json: {schema: {type: object}}}}}
    get:
      operationId: listTeas
      x-qiyue-mock: {store: teas, do: list}
      responses: {"200": {description: x, content: {application/json: {schema: {type: array, items: {type: object}}}}}}
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "teas.yaml"
    path.write_text(SPEC)
    return path


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--accept", "kex=1"], "did you mean key=…?"),
        (["--accept", "key"], "names no credential"),
        (["--secret", "key=1"], "names are none here"),
        (["--chaos", "no.yaml"], "file-missing"),
        (["--chaos", "teas.yaml"], "teas.yaml:2:1: error[invalid-chaos]"),
        (["--state", "teas.yaml"], "teas.yaml:6:1: error[invalid-state]: /paths: "),
        (["--state", "no/state.json"], "could not be written"),
        (["--host", "not.a.host.invalid"], "nothing can listen on not.a.host.invalid:0"),
    ],
)
def test_an_option_that_cannot_be_meant(
    spec: Path, options: list[str], told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(spec.parent)
    assert run(["mock", "teas.yaml", "--port", "0", *options]) == 2
    assert told in capsys.readouterr().err


def test_a_port_that_is_taken_is_one_diagnostic(spec: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with create_server(("127.0.0.1", 0)) as taken:
        assert run(["mock", str(spec), "--port", str(taken.getsockname()[1])]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("error[address-in-use]: nothing can listen on 127.0.0.1:")
    assert len(err.splitlines()) == 2


def test_what_is_kept_goes_on(spec: Path, tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    for number in (1, 2):
        command = [sys.executable, "-m", "qiyue", "mock", str(spec), "--port", "0", "--state", str(state)]
        with subprocess.Popen([*command, "--accept", "key=k"], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            address = process.stdout.readline().split()[-1]
            assert httpx2.post(f"{address}/teas", json={"leaf": "green"}, headers={"X-Key": "wrong"}).status_code == 401
            made = httpx2.post(f"{address}/teas", json={"leaf": "green"}, headers={"X-Key": "k"})
            assert made.json() == {"leaf": "green", "id": number}
            assert len(httpx2.get(f"{address}/teas", headers={"X-Key": "k"}).json()) == number
            process.send_signal(signal.SIGTERM)
    assert state.read_text().startswith('{"' + str(spec) + '":{"objects":{"teas":[{"value":{"leaf":"green","id":1}')


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_mock_that_listens_has_said_where(spec: Path, number: int, unbuffered: str) -> None:
    """Stopped just before it speaks, it speaks all the same."""
    stopped = f"""
import os, signal, sys
from qiyue.cli import main, output
signal.signal(signal.SIGINT, signal.default_int_handler)
show = output.show
def late(*arguments):
    os.kill(os.getpid(), {int(number)})
    show(*arguments)
output.show = late
sys.exit(main.run(["mock", "teas.yaml", "--port", "0"]))
"""
    done = subprocess.run(
        [sys.executable, "-c", stopped],
        cwd=spec.parent,
        env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("teas.yaml: 2 operations at http://127.0.0.1:"), done.stderr
    assert (done.returncode, done.stderr.strip()) == (130 if number == signal.SIGINT else -number, "")
