"""Every real document held to its own mock, without configuration: ``python tests/corpus/contract.py [FOLDER]``.

For each document: the contract suite with one seed and 500 cases, over the mock that is made from the document, and
through the generated client. A line per document and target, a line per broken promise.
"""

import argparse
import multiprocessing
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from run import CORPUS, documents

from qiyue import contract, pipeline
from qiyue.diagnostics import Refused

CASES = 500


def held(job: tuple[Path, str], cases: int) -> list[str]:
    """Hold one document to itself; the first line says how much was tried, the others what was found."""
    (path, target), start = job, time.process_time()
    try:
        lines = list(_held(path, target, cases))
    except Refused as refused:
        lines = ["refused", f"refused: {refused}"]
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
        lines = ["broke down", "".join(traceback.format_exception(error)[-3:])]
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return [f"{path.name:42} {target:7} {lines[0]:48} {time.process_time() - start:6.1f} s {used:5} MB", *lines[1:]]


def _held(path: Path, target: str, cases: int) -> Iterator[str]:
    api = pipeline.compile_file(path).api
    outcome = contract.run(api, target, max_cases=cases)
    successes = sum(1 for each in outcome.tested if each.successes)
    yield f"{len(api.operations):5} operations {successes:5} succeeded {outcome.cases:6} cases"
    for failure in outcome.failures:
        yield f"{failure.operation} [{failure.check}] {failure.message[:200]}"
        yield f"    {failure.reproduction[:300]}"
    yield from outcome.untested_reasons()


def main() -> int:
    """Print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--only", default="", help="documents with this in their names")
    parser.add_argument("--target", choices=contract.TARGETS, help="one of the two; else both")
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    paths = [path for path in documents(asked.folder) if asked.only in path.name]
    if not paths:
        print(f"not run: no documents in {asked.folder}")
        return 0
    targets = [asked.target] if asked.target else contract.TARGETS
    jobs, red = list(product(paths, targets)), Counter[str]()
    with multiprocessing.get_context("fork").Pool(asked.jobs, maxtasksperchild=1) as pool:
        for (_, target), lines in zip(jobs, pool.imap(partial(held, cases=asked.cases), jobs), strict=True):
            red[target] += len(lines) > 1
            print(*lines, sep="\n    ", flush=True)
    for target in targets:
        print(f"{target}: {len(paths) - red[target]} of {len(paths)} documents green")
    return 1 if red.total() else 0


if __name__ == "__main__":
    sys.exit(main())
