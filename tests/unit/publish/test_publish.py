"""What other teams take: bundles that read back digit by digit, checksums that hold, wheels that install."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from openapi_spec_validator import validate

from qiyue import config, pipeline, publish, source
from qiyue.files import File
from qiyue.publish import yaml
from qiyue.targets import python
from qiyue.targets.python import distributions
from qiyue.values import Plain

ROOT = Path(__file__).parents[3]
EDITIONS = config.load_project(ROOT).editions

SPEC = """
openapi: 3.1.0
info: {title: Kettle, version: "007"}
paths:
  /teas:
    post:
      operationId: brew
      x-qiyue-safety: write
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties: {x-qiyue-name: {type: string, x-qiyue-sensitive: true}}
              default: {x-qiyue-note: kept}
            example: {x-qiyue-name: kept, price: 43.50, big: 0.10000000000000000001, huge: 1E+2}
      responses: {"200": {description: "On"}}
"""

HOSTILE = [
    *["1e3", "0x1f", "010", ".5", "NO", "On", "~", "null", "2024-01-01", "22:13", "-", "<<", "="],
    *[" a ", "a: b", "#", "a\nb\n", "\u2028", "\x85a", "'", '"', "[", "%", "@", "\ufeff"],
]


def bundles(text: str) -> dict[str, File]:
    compiled = pipeline.compile_text(text)
    return {file.path: file for file in publish.files((publish.Published("kettle", compiled.api),))}


def read(file: File) -> Plain:
    return source.read_text(file.content.decode(), file.path).data


def test_yaml_and_json_say_the_same_digit_by_digit() -> None:
    found = bundles(SPEC)
    for name in ("openapi", "openapi.plain"):
        as_yaml, as_json = read(found[f"kettle/{name}.yaml"]), read(found[f"kettle/{name}.json"])
        assert repr(as_yaml) == repr(as_json)
        example = as_yaml["paths"]["/teas"]["post"]["requestBody"]["content"]["application/json"]["example"]
        assert [str(example[key]) for key in ("price", "big", "huge")] == ["43.50", "0.10000000000000000001", "1E+2"]


def test_the_plain_bundle_has_no_extension_of_ours_and_keeps_the_data() -> None:
    found = bundles(SPEC)
    media = read(found["kettle/openapi.plain.yaml"])["paths"]["/teas"]["post"]["requestBody"]["content"]
    schema = media["application/json"]["schema"]
    assert schema["properties"] == {"x-qiyue-name": {"type": "string"}}
    assert schema["default"] == {"x-qiyue-note": "kept"}
    assert media["application/json"]["example"]["x-qiyue-name"] == "kept"
    assert b"x-qiyue-s" not in found["kettle/openapi.plain.json"].content
    assert b"x-qiyue-safety" in found["kettle/openapi.yaml"].content


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    assert source.read_text(yaml.text({"key": text, text: "value"}), "x.yaml").data == {"key": text, text: "value"}


def test_checksums_and_index_hold_for_every_file() -> None:
    found = bundles(SPEC)
    sums = dict(line.split("  ")[::-1] for line in found["SHA256SUMS"].content.decode().splitlines())
    assert sums == {path: sha256(file.content).hexdigest() for path, file in found.items() if "/" in path}
    (entry,) = json.loads(found["index.json"].content)["editions"]
    assert entry["operations"] == ["brew"]
    assert {file["path"]: file["sha256"] for file in entry["files"]} == sums


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
def test_a_bundle_is_valid_openapi_and_says_what_the_edition_says(edition: config.Edition) -> None:
    api = pipeline.compile_edition(edition).api
    found = {file.path: file for file in publish.files((publish.Published(edition.name, api),))}
    bundle = found[f"{edition.name}/openapi.yaml"]
    validate(read(found[f"{edition.name}/openapi.plain.json"]))
    again = pipeline.compile_text(bundle.content.decode()).api
    assert [operation.id for operation in again.operations] == [operation.id for operation in api.operations]
    assert again.types == api.types


def test_an_address_that_ends_in_a_slash_goes_into_the_server() -> None:
    text = SPEC.replace("paths:\n  /teas:", "servers: [{url: 'https://tea.example/v1/'}]\npaths:\n  /rpc/teas/:")
    bundle = read(bundles(text)["kettle/openapi.yaml"])
    assert bundle["servers"][0]["url"] == "https://tea.example/v1/rpc/teas"
    assert list(bundle["paths"]) == ["/"]


def test_a_bundle_always_has_a_server() -> None:
    (server,) = read(bundles(SPEC)["kettle/openapi.yaml"])["servers"]
    assert server["url"] == "https://{host}"
    assert "no host" in server["description"]


def test_wheel_and_archive_are_the_same_bytes_every_time_and_install(tmp_path: Path) -> None:
    compiled = pipeline.compile_text(SPEC)
    client = python.generate(compiled.api, "kettle", compiled.report)
    built = distributions.build(client)
    assert built == distributions.build(client)
    archive, wheel = sorted((file for file in built), key=lambda file: file.path.endswith(".whl"))
    assert archive.path.endswith(".tar.gz")
    (tmp_path / wheel.path).write_bytes(wheel.content)
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", "to", wheel.path]
    subprocess.run(install, cwd=tmp_path, check=True)
    code = "import kettle; print(kettle.Kettle.__name__, kettle.__file__)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path / "to", check=True, capture_output=True, text=True)
    assert done.stdout.startswith(f"Kettle {tmp_path}")
