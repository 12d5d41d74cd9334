"""`make bench`: qiyue beside its peers, in turn, on ten corpus documents and the four vendors, as ratios.

Writes a table, and everything measured to ``--json FILE``. What is not there (corpus, java, a peer) is "not run".
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from generators import GENERATORS, PEERS, QIYUE, ROOT, SHARED, Generator
from measure import Run, run

from qiyue import emit, pipeline
from qiyue.base import json as exact
from qiyue.config import load_project
from qiyue.dump import plain

CORPUS = ROOT.parent / "shared/corpus"
TEN = (
    "example__museum.yaml example__train-travel.yaml adyen__checkoutservice-v72.json codat__codat-platform.json "
    "hubspot__lists.json okta__idp.yaml paypal__invoicing-v2.json twilio__twilio-verify-v2.yaml "
    "misc__superset.json xero__xero-payroll-uk.yaml"
).split()
VENDORS = ("zhangxiaoer", "cloudpense", "shopex-oms", "fenxi")
MEASURES = ("cpu", "wall", "memory", "lines", "import", "import_models")
FORMATS = {"memory": "{:.2e}", "lines": "{:.0f}"}
BASE = "httpx2 + pydantic"


@dataclass(frozen=True, slots=True)
class Document:
    """One document to generate from."""

    name: str
    path: Path
    operations: int


@dataclass(slots=True)
class Result:
    """What one generator did with one document; medians over the rounds."""

    generator: str
    document: str
    runs: list[Run] = field(default_factory=list)
    imports: dict[str, list[Run]] = field(default_factory=dict)
    lines: int = 0
    operations: int = 0
    failed: str = ""

    def figures(self) -> dict[str, float]:
        """Give a figure for each measure that there is."""
        known: dict[str, float] = {}
        if self.runs and not self.failed:
            known = {word: median(getattr(each, word) for each in self.runs) for word in ("cpu", "wall", "memory")}
            known["lines"] = self.lines / max(self.operations, 1)
        for name, runs in self.imports.items():
            if not any(each.failed for each in runs):
                known[name] = median(each.cpu for each in runs)
        return known


def documents(folder: Path, wanted: Iterable[str]) -> Iterator[Document]:
    """Walk the documents: corpus files as they are, editions as one file each."""
    for name in wanted:
        if name in VENDORS:
            api = pipeline.compile_edition(load_project(ROOT).edition(name)).api
            path = folder / f"{name}.json"
            path.write_bytes(exact.dumps(plain(emit.canonical(api))))
        elif (CORPUS / name).is_file():
            path, api = CORPUS / name, pipeline.compile_file(CORPUS / name).api
        else:
            print(f"{name}: not run (no corpus)", file=sys.stderr)
            continue
        yield Document(name, path, len(api.operations))


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Give the variables of every run: bytecode is kept, each generator finds its own tools first."""
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    path = f"{PEERS}{os.pathsep}{kept.get('PATH', '')}"
    return {**kept, "PATH": path, "PYTHONPYCACHEPREFIX": str(folder / "pycache"), **more}


def generated(generator: Generator, document: Document, folder: Path, result: Result, *, counts: bool) -> None:
    """Generate once; where it counts, keep what it took, count the lines and import once."""
    out = folder / "out" / generator.name.replace(" ", "-") / document.path.stem
    out.mkdir(parents=True, exist_ok=True)
    once = run(generator.command(document.path, out), folder, environment(folder))
    package = generator.folder(out)
    if once.failed or package is None:
        result.failed = once.failed or "nothing was generated"
    if result.failed or not counts:
        return
    result.runs.append(once)
    files = [path for path in package.parent.rglob("*.py") if path.parts[len(package.parent.parts)] in _own(package)]
    own = [path for path in files if not SHARED & set(path.parts)]
    result.lines = sum(path.read_bytes().count(b"\n") for path in own)
    models = generator.models.format(package=package.name)
    imported(result, "import", f"import {package.name}", generator.python, package.parent, folder)
    imported(result, "import_models", f"import {package.name}, {models}", generator.python, package.parent, folder)


def imported(result: Result, name: str, line: str, python: Path, place: Path, folder: Path) -> None:
    """Import once, after a time that writes the bytecode."""
    words, seen = [str(python), "-c", line], environment(folder, PYTHONPATH=str(place))
    run(words, folder, seen)
    result.imports.setdefault(name, []).append(run(words, folder, seen))


def _own(package: Path) -> set[str]:
    return {package.name, "models.py"}


def compared(wanted: Iterable[str], rounds: int, folder: Path) -> list[Result]:
    """Run every generator on every document, in turn, ``rounds`` times after one that does not count."""
    present = [each for each in GENERATORS if not each.missing()]
    for generator in GENERATORS:
        if generator.missing():
            print(f"{generator.name}: not run ({generator.missing()})", file=sys.stderr)
    results = []
    for document in documents(folder, wanted):
        began = time.perf_counter()
        fresh = {each.name: Result(each.name, document.name, operations=document.operations) for each in present}
        base = Result(BASE, document.name)
        for number in range(rounds + 1):
            for generator in present:
                result = fresh[generator.name]
                if not result.failed:
                    generated(generator, document, folder, result, counts=number > 0)
            for name in ("import", "import_models") if number else ():
                imported(base, name, "import httpx2, pydantic", QIYUE.python, folder, folder)
        results += [*fresh.values(), base]
        seconds = time.perf_counter() - began
        print(f"{document.name}: done in {seconds:.0f} s, {rounds} of {rounds + 1} rounds count", file=sys.stderr)
    return results


def ratios(results: Iterable[Result], among: Iterable[str]) -> dict[str, dict[str, list[float]]]:
    """Give, for each peer and measure, what qiyue needs of what the peer needs, document by document."""
    by = {(each.generator, each.document): each.figures() for each in results if each.document in set(among)}
    found: dict[str, dict[str, list[float]]] = {}
    for (generator, document), figures in by.items():
        ours = by.get((QIYUE.name, document), {})
        for measure in MEASURES:
            if generator != QIYUE.name and measure in figures and ours.get(measure):
                found.setdefault(generator, {}).setdefault(measure, []).append(ours[measure] / figures[measure])
    return found


def table(results: list[Result], title: str, among: Iterable[str]) -> Iterator[str]:
    """Write the medians of the ratios."""
    yield f"| {title}: qiyue ÷ | {' | '.join(word.replace('_', ' ') for word in MEASURES)} | documents |"
    yield "|---|" + "---|" * (len(MEASURES) + 1)
    for generator, measures in ratios(results, among).items():
        cells = [f"{median(measures[word]):.2f}" if word in measures else "" for word in MEASURES]
        yield f"| {generator} | {' | '.join(cells)} | {max(map(len, measures.values()))} |"
    yield ""


def figures(results: Iterable[Result]) -> Iterator[str]:
    """Write what was measured for each document."""
    yield f"| document | generator | {' | '.join(word.replace('_', ' ') for word in MEASURES)} | |"
    yield "|---|---|" + "---|" * (len(MEASURES) + 1)
    for each in results:
        told = each.figures()
        cells = [FORMATS.get(word, "{:.2f}").format(told[word]) if word in told else "" for word in MEASURES]
        failed = each.failed or next((run.failed for runs in each.imports.values() for run in runs if run.failed), "")
        yield f"| {each.document} | {each.generator} | {' | '.join(cells)} | {failed} |"
    yield ""


def install() -> None:
    """Install the peers into an environment of their own, which ``make clean`` removes."""
    python, uv = PEERS / "python", ROOT / ".venv/bin/uv"
    wanted = Path(__file__).with_name("peers.txt")
    if not python.exists():
        subprocess.run([uv, "venv", "-q", "-p", sys.executable, PEERS.parent], check=True)
    subprocess.run([uv, "pip", "install", "-q", "-p", python, "-r", wanted], check=True)


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", nargs="*", default=[*TEN, *VENDORS], help="corpus files and editions")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, metavar="FILE")
    given = parser.parse_args()
    install()
    with TemporaryDirectory() as folder:
        results = compared(given.documents, given.rounds, Path(folder))
    lines = [*table(results, "vendors", VENDORS), *table(results, "corpus", TEN), *figures(results)]
    print("\n".join(lines), flush=True)
    if given.json:
        given.json.write_text(json.dumps([asdict(each) | each.figures() for each in results], indent=1), "utf-8")
    for further in ("contract.py", "growth.py"):
        path = Path(__file__).with_name(further)
        if path.exists():
            subprocess.run([sys.executable, path], check=False)


if __name__ == "__main__":
    main()
