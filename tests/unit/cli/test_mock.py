"""The options of ``qiyue mock``: what is wrong with them, and a mock that goes on where another stopped."""

import os
import signal
import ssl
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
        (["--state", "teas.yaml"], "teas.yaml: error[invalid-state]: the file is no state of a mock: file is not a "),
        (
            ["--state", "no/state.sqlite"],
            "no/state.sqlite: error[output-not-writable]: the state cannot be kept: No such",
        ),
        (
            ["--certificate", "teas.yaml"],
            "teas.yaml: error[invalid-certificate]: the certificate cannot be used: it holds no",
        ),
        (["--certificate", "no.pem"], "the certificate cannot be used: No such file"),
        (["--state", "."], "the state cannot be kept: Is a directory"),
        (["--state", "/dev/null"], "the file is no state of a mock: it is a device"),
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


@pytest.mark.parametrize("ended", [signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_kept_goes_on(spec: Path, tmp_path: Path, ended: int, workers: int) -> None:
    state = tmp_path / "state.sqlite"
    options = ["--state", str(state), "--workers", str(workers), "--accept", "key=k"]
    for number in (1, 2):
        command = [sys.executable, "-m", "qiyue", "mock", str(spec), "--port", "0", *options]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
            assert process.stdout
            address = process.stdout.readline().split()[-1]
            assert httpx2.post(f"{address}/teas", json={"leaf": "green"}, headers={"X-Key": "wrong"}).status_code == 401
            made = httpx2.post(f"{address}/teas", json={"leaf": "green"}, headers={"X-Key": "k"})
            assert made.json() == {"leaf": "green", "id": number}
            assert len(httpx2.get(f"{address}/teas", headers={"X-Key": "k"}).json()) == number
            os.killpg(process.pid, ended)
    beside = sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("state"))
    assert beside == ["state.sqlite"] if ended == signal.SIGTERM else "state.sqlite" in beside


def test_workers_without_a_file_leave_none(spec: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "qiyue", "mock", str(spec), "--port", "0", "--workers", "2"]
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        address = process.stdout.readline().split()[-1]
        ids = [httpx2.post(f"{address}/teas", json={}, headers={"X-Key": "k"}).json()["id"] for _ in range(10)]
        process.send_signal(signal.SIGTERM)
    assert ids == [*range(1, 11)]
    assert [path.name for path in tmp_path.iterdir()] == [spec.name]


@pytest.mark.parametrize("workers", ["1", "2"])
def test_tls(spec: Path, tmp_path: Path, workers: str) -> None:
    command = [sys.executable, "-m", "qiyue", "mock", str(spec), "--port", "0", "--tls", "--workers", workers]
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        address, authority = (process.stdout.readline().split()[-1] for _ in range(2))
        assert address.startswith("https://127.0.0.1:")
        trusting = ssl.create_default_context(cafile=authority)
        answer = httpx2.post(f"{address}/teas", json={}, headers={"X-Key": "k"}, verify=trusting)
        assert answer.json()["id"] == 1
        with pytest.raises(httpx2.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
            httpx2.get(address)
        process.send_signal(signal.SIGTERM)
    assert [path.name for path in tmp_path.iterdir()] == [spec.name]


def test_pages_of_an_origin_that_was_named(spec: Path) -> None:
    origin = "https://app.example.com"
    command = [sys.executable, "-m", "qiyue", "mock", str(spec), "--port", "0", "--cors", origin]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        address = process.stdout.readline().split()[-1]
        answers = [httpx2.get(f"{address}/teas", headers={"X-Key": "k", "Origin": each}) for each in (origin, "null")]
        assert [answer.status_code for answer in answers] == [200, 403]
        process.send_signal(signal.SIGTERM)


def test_a_full_disk_is_a_refusal(spec: Path, tmp_path: Path) -> None:
    """Files of this process may not grow over 200 blocks."""
    state = tmp_path / "state.sqlite"
    command = f"ulimit -f 200; exec {sys.executable} -m qiyue mock {spec} --port 0 --state {state}"
    made: list[int] = []
    for limited in (True, False):
        arguments = ["sh", "-c", command if limited else command.partition("; ")[2]]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            assert process.stdout
            address = process.stdout.readline().split()[-1]
            while limited:
                answer = httpx2.post(f"{address}/teas", json={"leaf": "g" * 5000}, headers={"X-Key": "k"})
                if answer.status_code != 200:
                    assert answer.status_code == 500
                    break
                made.append(answer.json()["id"])
            listed = httpx2.get(f"{address}/teas", headers={"X-Key": "k"}).json()
            assert [tea["id"] for tea in listed] == made
            process.send_signal(signal.SIGTERM)
    assert made


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
