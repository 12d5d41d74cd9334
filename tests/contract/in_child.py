"""Hold a client in this process, and the same one in a program of its own: ``python tests/contract/in_child.py``.

All editions are held, which takes minutes; the status is 1 where any outcome is another one.
"""

import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from qiyue import contract
from qiyue.api import Api
from qiyue.config import load_project
from qiyue.contract import Outcome
from qiyue.diagnostics import Report
from qiyue.drivers import ChildDriver
from qiyue.files import File
from qiyue.pipeline import compile_edition
from qiyue.targets import TargetInput, find_target


def start(files: Sequence[File], package: str) -> ChildDriver:
    """Start a program that holds a client."""
    return ChildDriver([sys.executable, "-m", "qiyue.drivers.program", package], files)


def hold_twice(api: Api) -> tuple[Outcome, Outcome]:
    """Give what is found in this process, and in a program of its own."""
    files = find_target().generate(TargetInput(api, "client", Report()))
    here = contract.run(api, "client", max_examples=2)
    with closing(start(files, "client")) as driver:
        there = contract.run(api, "client", driver=driver, max_examples=2)
    return replace(here, seconds=0.0), replace(there, seconds=0.0)


def main() -> int:
    """Hold every edition."""
    differ = 0
    for edition in load_project(Path(__file__)).editions:
        here, there = hold_twice(compile_edition(edition).api)
        differ += here != there
        print(f"{edition.name}: {here.cases} cases, {'the same' if here == there else 'ANOTHER OUTCOME'}")
    return min(differ, 1)


if __name__ == "__main__":
    sys.exit(main())
