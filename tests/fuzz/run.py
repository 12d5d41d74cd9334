"""Many mutated documents through the whole of generation: ``python tests/fuzz/run.py 5000``.

Each is compiled and generated (unformatted) in a process with limited time and memory. It must be refused with places,
or give Python that compiles and an Api that resolves again from what ``emit`` writes; never anything else. A line per
failure tells the seed; ``run.py 1 --first SEED`` does that one again.
"""

import argparse
import multiprocessing
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).parent))
from mutate import mutated

from qiyue import emit, pipeline, resolve, source
from qiyue.base import json
from qiyue.diagnostics import Place, Refused, Report, Severity
from qiyue.document import Document
from qiyue.targets import python
from qiyue.targets.python import assemble
from qiyue.values import Plain

TESTS = Path(__file__).parents[1]
CORPUS = TESTS.parents[1] / "shared" / "corpus"
SECONDS = 60
"""Of the processor, so that a busy machine counts for nothing."""
BYTES = 2 * 1024**3
MOST = 200_000


@dataclass(frozen=True)
class Outcome:
    seed: int
    document: str
    end: str
    """``generated``, ``refused: CODE``, or what went wrong."""
    seconds: float
    bytes: int


def documents() -> list[Path]:
    """Give what there is to mutate: public documents, or without them those of other tests."""
    found = [path for path in sorted(CORPUS.glob("*.*")) if path.suffix in {".json", ".yaml"}]
    found = [path for path in found if path.stat().st_size < MOST]
    return found or [*sorted(TESTS.glob("unit/resolve/documents/*.yaml")), *sorted(TESTS.glob("cases/*/openapi.yaml"))]


def one(seed: int) -> Outcome:
    """Mutate and generate one document."""
    path = documents()[seed % len(documents())]
    signal.signal(signal.SIGPROF, _too_long)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    start = time.process_time()
    try:
        end = _generate(json.dumps(mutated(_read(path), seed)).decode())
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
        end = "FAILED " + "".join(traceback.format_exception(error)[-3:])
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Outcome(seed, path.name, end, time.process_time() - start, peak)


@cache
def _read(path: Path) -> Plain:
    return source.read(path).data


def _generate(text: str) -> str:
    try:
        compiled = pipeline.compile_text(text, "mutated.json")
        with mock.patch.object(assemble, "format_python", lambda files, report: dict(files)):
            files = python.generate(compiled.api, "client", compiled.report, compiled.places.place)
    except Refused as refused:
        errors = [each for each in refused.diagnostics if each.severity is Severity.ERROR]
        if not all(each.place is not None for each in errors):
            raise AssertionError("an error without a place") from refused
        return f"refused: {errors[0].code}"
    for file in files:
        if file.path.endswith(".py") and "/_runtime/" not in file.path:
            compile(file.content, file.path, "exec")
    if resolve.resolve(Document(emit.canonical(compiled.api), _Nowhere(), Report())) != compiled.api:
        raise AssertionError("what emit writes resolves to another Api")
    return "generated"


class _Nowhere:
    def place(self, pointer: str) -> Place:
        return Place(pointer)


def _too_long(*_: object) -> None:
    raise TimeoutError(f"more than {SECONDS} seconds")


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


def outcomes(first: int, count: int) -> Iterator[Outcome]:
    """Run mutations in processes of their own; one that dies is an error here."""
    context = multiprocessing.get_context("fork")
    with context.Pool(initializer=_limit, maxtasksperchild=200) as pool:
        found = pool.imap_unordered(one, range(first, first + count))
        for _ in range(count):
            yield found.next(timeout=20 * SECONDS)


def main() -> int:
    """Print a line per failure, then what became of all."""
    parser = argparse.ArgumentParser(description="Mutated documents through generation.")
    parser.add_argument("count", type=int)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    asked = parser.parse_args()
    ends: Counter[str] = Counter()
    slowest, largest = 0.0, 0
    for outcome in outcomes(asked.first, asked.count):
        failed = outcome.end.startswith("FAILED")
        ends["FAILED" if failed else outcome.end] += 1
        slowest, largest = max(slowest, outcome.seconds), max(largest, outcome.bytes)
        if failed:
            sys.stdout.write(f"seed {outcome.seed}, {outcome.document}: {outcome.end}\n")
    for end, number in ends.most_common():
        sys.stdout.write(f"{number:6} {end}\n")
    sys.stdout.write(f"slowest {slowest:.1f} s, largest process {largest / 2**20:.0f} MiB\n")
    return 1 if ends["FAILED"] else 0


if __name__ == "__main__":
    sys.exit(main())
