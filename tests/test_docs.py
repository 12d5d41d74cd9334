"""The README files tell the truth: commands run, blocks between markers are what the project says now, paths exist.

``make docs`` runs this file to write the blocks anew.
"""

import ast
import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from textwrap import dedent
from time import sleep

import pytest

from qiyue import dump, mock, pipeline
from qiyue.cli.app import VERBS
from qiyue.cli.extras import EXTRAS
from qiyue.codes import CODES
from qiyue.config import load_project
from qiyue.extensions import EXTENSIONS

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
FOLDER_PAGES = tuple(ROOT / name / "README.md" for name in ("specs", "templates", "generated", "tests"))
BLOCK = re.compile(r"(<!-- begin (?P<name>[a-z-]+) -->\n)(?P<text>.*?)(<!-- end (?P=name) -->)", re.DOTALL)
FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
SPEC = ROOT / "specs/zhangxiaoer/openapi.yaml"
PETSTORE = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200": {description: all, content: {application/json: {schema: {type: array, items: {type: string}}}}}
"""


# The blocks: each is computed from the project.


def fenced(language: str, text: str) -> str:
    return f"```{language}\n{dedent(text).strip()}\n```\n"


def table(*rows: tuple[str, ...]) -> str:
    cells = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join([lines[0], "|" + "---|" * len(cells[0]), *lines[1:]]) + "\n"


def help_block() -> str:
    return fenced("text", command("qiyue --help", ROOT).stdout)


def extensions_block() -> str:
    rows = ((f"`{each.name}`", ", ".join(each.where), each.purpose) for each in EXTENSIONS.values())
    return table(("extension", "may stand on", "carries"), *rows)


def extras_block() -> str:
    rows = [(f"`{verb}`", f"`[{EXTRAS[verb]}]`" if verb in EXTRAS else "") for verb in VERBS]
    return table(("verb", "extra"), *rows, ("`check`, types read twice", "`[models]`"))


def codes_block() -> str:
    rows = ((f"`{code}`", entry.meaning, entry.remedy) for code, entry in CODES.items())
    return table(("code", "what it means", "what to do"), *rows)


def spec_block() -> str:
    """One operation of the spec, cut to its head and one parameter."""
    text = SPEC.read_text("utf-8")
    head = text[
        text.index("  /api/v2/report/{type}:\n") : text.index(
            "      x-qiyue-mock:", text.index("operationId: getReport")
        )
    ]
    start = text.index("        - name: account_id\n", text.index("operationId: getReport"))
    parameter = text[start : text.index("        - name: ", start + 20)]
    return fenced("yaml", f"{head}      parameters:\n{parameter}")


def ir_block() -> str:
    """The same from ``qiyue ir``, cut in the same way."""
    api = json.loads(command("qiyue ir zhangxiaoer", ROOT).stdout)
    operation = next(each for each in api["operations"] if each["id"] == "getReport")
    parameter = next(each for each in operation["parameters"] if each["name"] == "account_id")
    shown = {key: operation[key] for key in ("id", "method", "path", "resource", "name")}
    kept = {key: parameter[key] for key in ("name", "location", "type", "required", "evidence")}
    return fenced("json", dump.text(shown | {"parameters": [kept]}))


def method_block() -> str:
    """The generated method, cut out of the generated module."""
    text = (ROOT / "generated/zhangxiaoer/zhangxiaoer/resources/reports.py").read_text("utf-8")
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef) and node.name == "get"]
    return fenced("python", ast.get_source_segment(text, functions[0], padded=True) or "")


def drift_block() -> str:
    """What an invented vendor's changed page means."""
    line = "qiyue drift kestrel page-today.md"
    return fenced("text", f"$ {line}\n{command(line, ROOT / 'tests/drift/kestrel').stdout}")


BLOCKS: dict[str, Callable[[], str]] = {
    "help": help_block,
    "extensions": extensions_block,
    "extras": extras_block,
    "codes": codes_block,
    "spec": spec_block,
    "ir": ir_block,
    "method": method_block,
    "drift": drift_block,
}


def renewed(text: str) -> str:
    return BLOCK.sub(lambda found: found[1] + BLOCKS[found["name"]]() + found[4], text)


def environment() -> dict[str, str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return os.environ | {"PATH": path, "COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb", "PYTHONUTF8": "1"}


def command(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as a reader would, with the environment of the project."""
    return subprocess.run(
        ["bash", "-c", line],
        cwd=folder,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def serves_until_it_is_stopped(line: str, folder: Path) -> None:
    """Run a server as a reader would, wait until it listens, stop it with Ctrl-C."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    arguments = [*shlex.split(line), "--port", str(port)]
    server = subprocess.Popen(
        arguments,
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        # the background jobs of a shell ignore Ctrl-C, and so do their children
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  no threads here
    )
    try:
        for _ in range(600):
            with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
                break
            assert server.poll() is None, server.communicate()[0]
            sleep(0.1)
        server.send_signal(signal.SIGINT)
        said, _ = server.communicate(timeout=60)
    finally:
        server.kill()
    assert (server.returncode in {0, 130}, str(port) in said) == (True, True), (server.returncode, said)


def fences(page: Path, language: str) -> Iterator[str]:
    yield from (found["text"] for found in FENCE.finditer(page.read_text("utf-8")) if found["language"] == language)


def commands() -> list[str]:
    """Every command of every page, without its comment."""
    lines = [line for page in (*PAGES, *FOLDER_PAGES) for text in fences(page, "sh") for line in text.splitlines()]
    return sorted({line.partition(" # ")[0].strip() for line in lines if line.strip()})


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project to run commands in."""
    folder = tmp_path_factory.mktemp("checkout") / "qiyue"
    ignored = shutil.ignore_patterns(".git", ".venv*", "__pycache__", ".*_cache", ".hypothesis")
    shutil.copytree(ROOT, folder, ignore=ignored)
    (folder / "petstore.yaml").write_text(PETSTORE, "utf-8")
    return folder


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_blocks_are_what_the_project_says(page: Path) -> None:
    text = page.read_text("utf-8")
    assert renewed(text) == text, "run `make docs`"


def test_every_block_is_shown() -> None:
    assert {found["name"] for found in BLOCK.finditer(PAGES[0].read_text("utf-8"))} == set(BLOCKS)


def test_a_stale_block_is_found() -> None:
    assert renewed("<!-- begin help -->\nold\n<!-- end help -->") != "<!-- begin help -->\nold\n<!-- end help -->"


@pytest.mark.parametrize("line", commands())
def test_a_command_runs(line: str, checkout: Path, tmp_path: Path) -> None:
    if line in {"make check", "make test", "make pythons"}:  # this very run is part of them
        line = f"{line} -n"
    if line.startswith("make "):  # in an environment that is there already
        line = f"{line} -o .venv/ready BIN={Path(sys.executable).parent}"
    if line.startswith("pip install "):
        line = f"python -m {line} -q --no-deps --no-build-isolation --target {tmp_path}"
    if line.startswith("qiyue init") and line.endswith("--review"):  # serves; `make e2e` runs it
        line = line.removesuffix(" --review").replace("specs/shops", "specs/reviewed")
    if "--into" in line:  # adds to what an earlier command began, and a person writes the page
        (checkout / "further.md").write_text("# Further\n\nGET /further\n", "utf-8")
        line = line.replace("specs/shops", "specs/further")
        command("qiyue init tests/pages/shops.txt --out specs/further", checkout)
    if line.startswith("qiyue mock"):
        serves_until_it_is_stopped(line, checkout)
        return
    done = command(line, checkout)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples_run_against_the_mock(page: Path) -> None:
    editions = load_project(ROOT).editions
    examples = [text for text in fences(page, "python") if "import" in text]
    assert examples
    with mock.running(mock.apps({one.name: pipeline.compile_edition(one).api for one in editions})) as address:
        configured = dict(os.environ)
        for edition in editions:
            words = {"API_KEY": "demo", "FLAG": "demo", "CLIENT_ID": "demo", "CLIENT_SECRET": "demo"}
            words |= {"BASE_URL": f"{address}/{edition.name}", "INTERFACE_KEY": mock.SECRET}
            configured |= {f"{edition.package.upper()}_{name}": value for name, value in words.items()}
        for example in examples:
            subprocess.run([sys.executable, "-c", example], env=configured, check=True, timeout=60)


@pytest.mark.parametrize("page", [*PAGES, *FOLDER_PAGES], ids=lambda page: page.parent.name + "/" + page.name)
def test_paths_exist(page: Path) -> None:
    text = BLOCK.sub("", page.read_text("utf-8"))
    named = set(re.findall(r"`((?:[\w.-]+/)+[\w.-]*)`", text))
    assert [path for path in sorted(named) if not (ROOT / path).exists() and not (page.parent / path).exists()] == []


@pytest.mark.parametrize("page", FOLDER_PAGES, ids=lambda page: page.parent.name)
def test_folder_pages_are_short(page: Path) -> None:
    assert len(page.read_text("utf-8").splitlines()) <= 40


def test_both_languages_show_the_same_commands() -> None:
    english, chinese = ({line for text in fences(page, "sh") for line in bare(text)} for page in PAGES)
    assert english == chinese


def bare(text: str) -> Iterator[str]:
    yield from (line.partition(" # ")[0].strip() for line in text.splitlines() if line.strip())


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_a_sentence_and_an_example(verb: str) -> None:
    shown = command(f"qiyue {verb} --help", ROOT).stdout
    assert f"Example: qiyue {verb}" in shown


if __name__ == "__main__":
    for each in PAGES:
        each.write_text(renewed(each.read_text("utf-8")), "utf-8")
