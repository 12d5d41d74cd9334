"""The distribution: what the wheel carries, where an editable install looks, and what the lock pins."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from qiyue.config import load_project

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def wheel(source: Path, target: Path) -> set[str]:
    (built,) = WheelBuilder(str(source)).build(directory=str(target), versions=["standard"])
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


def test_the_wheel_carries_specs_and_templates_but_no_clients(tmp_path: Path) -> None:
    names = wheel(ROOT, tmp_path)
    assert {"qiyue/pipeline.py", "qiyue/py.typed", "qiyue/runtime/client.py"} <= names
    assert "qiyue/_data/specs/zhangxiaoer/openapi.yaml" in names
    assert any(name.startswith("qiyue/_data/templates/python/") for name in names)
    assert {name.split("/")[0] for name in names} == {"qiyue", f"qiyue-{SETTINGS['project']['version']}.dist-info"}


def test_the_sdist_makes_the_same_wheel(tmp_path: Path) -> None:
    (built,) = SdistBuilder(str(ROOT)).build(directory=str(tmp_path))
    # Python 3.11.2 knows no `filter=`, later ones warn where there is none; the command is the same in all.
    subprocess.run([sys.executable, "-m", "tarfile", "-e", built, str(tmp_path)], check=True)
    (unpacked,) = (path for path in tmp_path.iterdir() if path.is_dir())
    assert wheel(unpacked, tmp_path / "again") == wheel(ROOT, tmp_path / "first")


def test_an_editable_install_finds_every_client() -> None:
    editions = [f"generated/{edition.name}" for edition in load_project(ROOT).editions]
    assert SETTINGS["tool"]["hatch"]["build"]["dev-mode-dirs"] == ["generator", *editions]


def test_the_lock_has_every_dependency_with_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = {name.lower() for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)}
    wanted = [
        *SETTINGS["project"]["dependencies"],
        *(each for extra in SETTINGS["project"]["optional-dependencies"].values() for each in extra),
        *SETTINGS["dependency-groups"]["dev"],
        *SETTINGS["build-system"]["requires"],
    ]
    assert {re.match(r"[\w.-]+", each)[0].lower() for each in wanted} - {"qiyue"} <= pinned  # type: ignore[index]
    assert "://" not in lock
    entries = re.split(r"^(?=\S)", lock, flags=re.MULTILINE)
    assert [entry for entry in entries if entry.strip() and "--hash=sha256:" not in entry] == []


def test_the_licence_goes_along(tmp_path: Path) -> None:
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(built) as archive:
        names = archive.namelist()
        [metadata] = [archive.read(name).decode() for name in names if name.endswith("/METADATA")]
        [licence] = [archive.read(name) for name in names if name.endswith("/licenses/LICENSE")]
    assert "License-Expression: Apache-2.0" in metadata
    assert licence == (ROOT / "LICENSE").read_bytes()
    assert b"Apache License" in licence
