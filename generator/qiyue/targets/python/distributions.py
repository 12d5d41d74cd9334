"""A generated distribution → its wheel and its source archive, built by hatchling, the same bytes every time.

hatchling builds what the distribution's own ``pyproject.toml`` says, without an environment or the network, so
what is published is what ``pip install`` of the folder gives.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from qiyue.files import File


def build(distribution: Iterable[File]) -> tuple[File, ...]:
    """Give wheel and source archive of a distribution's files."""
    with TemporaryDirectory(prefix="qiyue-") as name:
        folder, out = Path(name) / "distribution", Path(name) / "dist"
        for file in distribution:
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
        for builder in (WheelBuilder(os.fspath(folder)), SdistBuilder(os.fspath(folder))):
            _run(builder, out)
        return tuple(File(each.name, each.read_bytes()) for each in sorted(out.iterdir()))


def _run(builder: WheelBuilder | SdistBuilder, out: Path) -> None:
    for _ in builder.build(directory=os.fspath(out)):
        pass
