"""What the contract suite costs in CPU time, start-up apart: ``.venv/bin/python tests/bench/contract.py [EDITION...]``.

- cases a second of the boundary phase: made, called on the mock, checked, in this process;
- what call and checks cost in the drawn phases, as a share of what drawing the cases costs.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from qiyue import contract
from qiyue.api import Api
from qiyue.config import load_project
from qiyue.contract.cases import Plan, Planned, plan
from qiyue.contract.clock import Ticking
from qiyue.contract.masks import Masks
from qiyue.contract.suite import execute
from qiyue.contract.targets import ServerTarget
from qiyue.contract.witness import Witness
from qiyue.pipeline import compile_edition

DRAWN: tuple[contract.Phase, ...] = ("coverage", "fuzzing")
EXAMPLES = 20


def measured(api: Api) -> dict[str, float]:
    """Give both figures of one Api."""
    planned = plan(api, 0)
    _run(planned, ("examples",))  # what is first needed is imported, what is first used is compiled
    bounded, boundary = _spent(lambda: _run(planned, ("boundary",)))
    drawn, whole = _spent(lambda: _run(planned, DRAWN))
    counted, drawing = _spent(lambda: _drawn(planned))
    assert drawn == counted
    return {"boundary cases": bounded, "cases/s": bounded / boundary, "share": (whole - drawing) / drawing}


def _run(planned: Plan, phases: tuple[contract.Phase, ...]) -> int:
    clock = Ticking()
    target = ServerTarget(planned, lambda: contract.server(planned.api, clock), clock)
    witness = Witness(planned.api, lambda: (_ for _ in ()).throw(LookupError), Masks(), discreet=False)
    return execute(planned, target, witness=witness, phases=phases, max_examples=EXAMPLES).cases


def _drawn(planned: Plan) -> int:
    found: list[Planned] = []
    for operation in planned.api.operations:
        for phase in DRAWN:
            planned.each(operation, phase, EXAMPLES, found.append, negative=True)
    return len(found)


def _spent(work: Callable[[], int]) -> tuple[int, float]:
    start = time.process_time()
    count = work()
    return count, time.process_time() - start


def main(names: list[str]) -> None:
    project = load_project(Path(__file__))
    for name in names or [edition.name for edition in project.editions]:
        found = measured(compile_edition(project.edition(name)).api)
        print(
            f"{name}: {found['boundary cases']:.0f} boundary cases, {found['cases/s']:.0f} a second;"
            f" call and checks cost {found['share']:.0%} of drawing"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
