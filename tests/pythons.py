"""The tests of clients and runtime with every Python that is there: ``python tests/pythons.py [PATH …]``.

There are the interpreters on PATH, in /usr/bin and of pyenv, and those that are named; each that is as new as
``requires-python`` says has an environment of its own in ``.venv-pythons``. Tests see nothing of the caller's
environment but HOME and PATH. A line for each interpreter at the end; the exit code is 1 where one failed.
"""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
ENVIRONMENTS = ROOT / ".venv-pythons"
TESTS = ("tests/clients", "tests/unit/base", "tests/unit/runtime")
UV = str(Path(sys.executable).with_name("uv"))


def main(named: list[str]) -> int:
    """Run the tests with one interpreter after the other."""
    pythons = installed()
    for name in named:
        if not (listed := interpreters(name)):
            print(f"{name} is no Python", file=sys.stderr)
            return 2
        pythons |= listed
    ends = {version: tested(version, python) for version, python in sorted(pythons.items(), key=_number)}
    print("\nThe tests of clients and runtime, with each Python found:")
    for version, end in ends.items():
        print(f"  {version:8} {'passed' if end else 'FAILED'}  {pythons[version]}")
    return 0 if ends and all(ends.values()) else 1


def installed() -> dict[str, str]:
    """Version → path of the interpreters that nobody needs to name."""
    required = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"]
    places: list[Path] = []
    for place in map(Path, [*os.environ["PATH"].split(os.pathsep), "/usr/bin"]):
        # those of pyenv run only what is switched on
        places += sorted(place.parent.glob("versions/*/bin")) if place.name == "shims" else [place]
    return interpreters(required, PATH=os.pathsep.join(map(str, places)))


def interpreters(request: str, **environment: str) -> dict[str, str]:
    """Version → path of what uv finds: a path, or a range of versions."""
    command = [UV, "python", "list", "--only-installed", "--output-format", "json", request]
    listed = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(listed.stdout)
    usual = [each for each in found if (each["implementation"], each["variant"]) == ("cpython", "default")]
    return {each["version"]: each["path"] for each in reversed(usual)}  # of several of a version, the first


def tested(version: str, python: str) -> bool:
    """Install what the lock says and run the tests; print what they say if they fail."""
    print(f"Python {version}: {python}", flush=True)
    folder = ENVIRONMENTS / version
    own = str(folder / "bin/python")
    bare = {name: os.environ[name] for name in ("HOME", "PATH") if name in os.environ}
    steps = [
        ([UV, "venv", "-q", "--clear", "-p", python, str(folder)], os.environ),
        ([UV, "pip", "sync", "-q", "-p", own, "--require-hashes", "requirements.lock"], os.environ),
        ([UV, "pip", "install", "-q", "-p", own, "--no-deps", "--no-build-isolation", "-e", "."], os.environ),
        ([own, "-m", "pytest", "-n", "auto", "-p", "no:cacheprovider", *TESTS], bare),
    ]
    for command, environment in steps:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        if done.returncode:
            print(done.stdout, flush=True)
            return False
    print(f"  {done.stdout.splitlines()[-1]}", flush=True)
    return True


def _number(found: tuple[str, str]) -> list[int]:
    return [int(part) for part in found[0].split(".") if part.isdigit()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
