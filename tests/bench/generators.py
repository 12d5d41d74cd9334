"""The generators that are compared: how each is called, and where its package comes to lie."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
OURS, PEERS = ROOT / ".venv/bin", ROOT / ".venv/peers/bin"
SHARED = frozenset({"_runtime"})
"""Folders that every client of a generator has alike."""


@dataclass(frozen=True, slots=True)
class Generator:
    """One generator; in its words ``{spec}``, ``{out}``, ``{config}`` stand for paths, the package is ``bench``."""

    name: str
    words: tuple[str, ...]
    package: str
    """Where the package lies in the output; ``*`` if the generator names it."""
    models: str = "{package}.models"
    """The module of the models."""
    python: Path = PEERS / "python"

    def command(self, spec: Path, out: Path) -> list[str]:
        config = Path(__file__).with_name("literal_enums.yaml")
        return [word.format(spec=spec, out=out, config=config) for word in self.words]

    def missing(self) -> str:
        """Say what is not there."""
        if self.name == "openapi-generator" and shutil.which("java") is None:
            return "no java"
        return "" if Path(self.words[0]).exists() else f"no {Path(self.words[0]).name}"

    def folder(self, out: Path) -> Path | None:
        """Find the package in the output."""
        found = [path.parent for path in sorted((out / self.package).parent.glob(f"{Path(self.package).name}/*.py"))]
        return found[0] if found else None


def _words(python: Path, line: str) -> tuple[str, ...]:
    return tuple(str(python / word) if place == 0 else word for place, word in enumerate(line.split()))


QIYUE = Generator(
    "qiyue", _words(OURS, "qiyue generate {spec} --out {out} --package bench"), "bench", python=OURS / "python"
)
GENERATORS: Sequence[Generator] = (
    QIYUE,
    Generator(
        "openapi-python-client",
        _words(PEERS, "openapi-python-client generate --path {spec} --output-path {out} --overwrite"),
        "*",
    ),
    Generator(
        "… with literal_enums",
        _words(PEERS, "openapi-python-client generate --path {spec} --output-path {out} --overwrite --config {config}"),
        "*",
    ),
    Generator(
        "openapi-generator",
        _words(
            PEERS,
            "openapi-generator-cli generate -g python --library httpx --skip-validate-spec --package-name bench "
            "-i {spec} -o {out}",
        ),
        "bench",
    ),
    Generator(
        "datamodel-code-generator",
        _words(
            PEERS,
            "datamodel-codegen --input {spec} --input-file-type openapi --output {out}/models.py "
            "--output-model-type pydantic_v2.BaseModel --openapi-scopes schemas paths api --generate-client httpx2 "
            "--client-output {out}/bench --client-package bench --client-model-package models",
        ),
        "bench",
        "models",
    ),
)
