"""Holds the skeletons that ``qiyue init`` writes to what a reader knows of the pages: ``cases/NAME.md``, ``NAME.yaml``.

It reads the YAML that was written and nothing else: no code of the reader. A case may say
``complete: [request, answer]``: then a field that it does not list is invented. ``make pages`` prints what is wrong,
then recall and precision by kind.

Usage: python tests/pages/judge.py [NAME...]
"""

import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

CASES = Path(__file__).parent / "cases"
METHODS = {"get", "post", "put", "patch", "delete"}
FORMS = {".md", ".html", ".txt"}
KINDS = {
    "type": "types",
    "required": "required",
    "in": "fields",
    **dict.fromkeys("maxLength minLength maximum minimum maxItems minItems default const".split(), "limits"),
    "enum": "enums",
}

Fields = dict[str, dict[str, Any]]


@dataclass
class Verdict:
    """What is wrong with a skeleton, and how many facts of each kind are right, wanted and given."""

    faults: list[str] = field(default_factory=list)
    right: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)

    def hold(self, kind: str, *, right: bool, fault: str) -> None:
        self.wanted[kind] += 1
        self.right[kind] += right
        if not right:
            self.faults.append(fault)

    def refuse(self, kind: str, *, wrong: bool, fault: str) -> None:
        if wrong:
            self.invented[kind] += 1
            self.faults.append(fault)


@dataclass(frozen=True)
class Skeleton:
    """A spec as the judge reads it: fields by operation, by the path of their names."""

    document: dict[str, Any]
    operations: dict[str, dict[str, Any]]
    request: dict[str, Fields]
    answer: dict[str, Fields]

    @classmethod
    def of(cls, document: dict[str, Any]) -> "Skeleton":
        operations = {
            f"{method.upper()} {path}": operation
            for path, item in document.get("paths", {}).items()
            for method, operation in item.items()
            if method in METHODS
        }
        asked = {name: asked_of(operation) for name, operation in operations.items()}
        told = {name: flat(answer_of(operation)[1]) for name, operation in operations.items()}
        return cls(document, operations, asked, told)


def flat(schema: dict[str, Any], before: str = "", found: Fields | None = None) -> Fields:
    found = {} if found is None else found
    if isinstance(schema.get("items"), dict):
        flat(schema["items"], before, found)
    for name, part in (schema.get("properties") or {}).items():
        found[before + str(name)] = {**part, "required": name in schema.get("required", []), "in": "body"}
        flat(part, f"{before}{name}.", found)
    return found


def asked_of(operation: dict[str, Any]) -> Fields:
    parameters = {
        each["name"]: {**each.get("schema", {}), "required": each.get("required", False), "in": each["in"]}
        for each in operation.get("parameters", [])
    }
    return flat(content(operation.get("requestBody"))[1]) | parameters


def answer_of(operation: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    status = next(iter(operation["responses"]))
    return status, content(operation["responses"][status])[1]


def content(holder: dict[str, Any] | None) -> tuple[str, dict[str, Any]]:
    media, part = next(iter((holder or {}).get("content", {}).items()), ("", {}))
    return media, part.get("schema", {})


def judge(want: dict[str, Any], document: dict[str, Any]) -> Verdict:
    verdict, got = Verdict(), Skeleton.of(document)
    for check in (calls, frames, fields, unwanted, codes):
        check(verdict, want, got)
    return verdict


def calls(verdict: Verdict, want: dict[str, Any], got: Skeleton) -> None:
    have = {_template(name) if want.get("operations_templates") else name for name in got.operations}
    if choices := want.get("operations_any"):
        verdict.hold("calls", right=any(have == {*each} for each in choices), fault=f"operations {sorted(have)}")
    if (wanted := want.get("operations")) is not None:
        names = [_template(name) if want.get("operations_templates") else name for name in wanted]
        for name in names:
            verdict.hold("calls", right=name in have, fault=f"operation {name} missing")
        for name in sorted(have.difference(names)):
            verdict.refuse("calls", wrong=True, fault=f"operation {name} invented")
    listed = [each["name"] for each in got.document.get("x-qiyue-catalogue", [])]
    if (catalogue := want.get("catalogue")) is not None:
        wrong = set(catalogue).difference(listed) if catalogue else listed
        verdict.refuse("calls", wrong=bool(wrong), fault=f"catalogue {listed}")


def _template(name: str) -> str:
    return re.sub(r"\{[^}]*\}", "{}", name)


def frames(verdict: Verdict, want: dict[str, Any], got: Skeleton) -> None:
    """Hold what stands around the fields: server, media types, statuses, the type of an answer, the signature."""
    if "server" in want:
        url = got.document["servers"][0]["url"]
        verdict.hold("frames", right=url.rstrip("/") == want["server"], fault=f"server {url}")
    readers: dict[str, Callable[[dict[str, Any]], Any]] = {
        "media": lambda operation: content(operation.get("requestBody"))[0],
        "status": lambda operation: answer_of(operation)[0],
        "answer_type": lambda operation: answer_of(operation)[1].get("type"),
    }
    for kind, read in readers.items():
        for name, wanted in want.get(kind, {}).items():
            found = read(got.operations[name]) if name in got.operations else None
            verdict.hold("frames", right=found == wanted, fault=f"{name} {kind} {found}")
    for name, cases in want.get("dispatch", {}).items():
        told = got.operations.get(name, {}).get("x-qiyue-dispatch", {}).get("cases", {})
        verdict.hold("calls", right={*told} == {*cases}, fault=f"{name} chooses {[*told]}")
    if want.get("signature"):
        verdict.hold("frames", right="x-qiyue-signature" in got.document, fault="no signature")


def fields(verdict: Verdict, want: dict[str, Any], got: Skeleton) -> None:
    for side, have in (("request", got.request), ("answer", got.answer)):
        for call, wanted in want.get(side, {}).items():
            for name, facets in wanted.items():
                found = have.get(call, {}).get(name)
                verdict.hold(f"{side} fields", right=found is not None, fault=f"{call} {side} {name} missing")
                for facet, value in facets.items():
                    right = found is not None and _same(facet, found.get(facet), value)
                    fault = f"{call} {name} {facet} {(found or {}).get(facet)}"
                    verdict.hold(KINDS.get(facet, "limits"), right=right, fault=fault)
        if side in want.get("complete", []):
            for call, found_fields in have.items():
                for name in found_fields:
                    wrong = name not in want.get(side, {}).get(call, {})
                    verdict.refuse(f"{side} fields", wrong=wrong, fault=f"{call} {side} {name} invented")


def _same(facet: str, found: Any, value: Any) -> bool:
    if facet == "enum":
        return {*map(str, found or [])} == {*map(str, value)}
    return bool(found == value)


def unwanted(verdict: Verdict, want: dict[str, Any], got: Skeleton) -> None:
    for key, side, have in (
        ("not_in", "request fields", got.request),
        ("not_in_answer", "answer fields", got.answer),
    ):
        for call, names in want.get(key, {}).items():
            for name in names:
                verdict.refuse(side, wrong=name in have.get(call, {}), fault=f"{name} stands at {call}")
    for call, types in want.get("not_type", {}).items():
        for name, kind in types.items():
            found = got.answer.get(call, {}).get(name, {}).get("type")
            verdict.refuse("types", wrong=found == kind, fault=f"{call} {name} is {kind}")
    written = yaml.safe_dump(got.document, allow_unicode=True)
    for name in want.get("absent", []):
        verdict.refuse("request fields", wrong=f"{name}:" in written, fault=f"{name} is read as a field")


def codes(verdict: Verdict, want: dict[str, Any], got: Skeleton) -> None:
    errors = got.document.get("x-qiyue-errors", {})
    kinds = {row["code"]: row.get("kind") for row in errors.get("codes", [])}
    if want.get("codes") == []:
        verdict.refuse("codes", wrong=bool(kinds), fault=f"codes {[*kinds]}")
    for code in want.get("failure", []):
        right = kinds.get(code) not in {None, "success"}
        verdict.hold("codes", right=right, fault=f"code {code} is {kinds.get(code)}")
    for code in want.get("success", []):
        verdict.hold("codes", right=kinds.get(code) == "success", fault=f"code {code} is {kinds.get(code)}")
    if "at" in want:
        verdict.hold("codes", right=errors.get("at") == want["at"], fault=f"codes at {errors.get('at')}")


def page_of(case: Path) -> Path:
    """Give the page that a case is about."""
    return next(page for page in sorted(case.parent.glob(f"{case.stem}.*")) if page.suffix in FORMS)


def skeleton(page: Path, out: Path) -> dict[str, Any] | str:
    """Write a skeleton in a process of its own; gives the document, or what went wrong."""
    command = [sys.executable, "-m", "qiyue", "init", str(page), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not (out / "openapi.yaml").exists():
        return f"exit {done.returncode}: {done.stderr.strip()[:200]}"
    document: dict[str, Any] = yaml.safe_load((out / "openapi.yaml").read_text("utf-8"))
    return document


def verdict_of(case: Path) -> Verdict:
    want = yaml.safe_load(case.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        document = skeleton(page_of(case), Path(folder) / "spec")
    return Verdict([document]) if isinstance(document, str) else judge(want, document)


def table(verdicts: list[Verdict]) -> Iterator[str]:
    """Write recall (right of wanted) and precision (right of right and invented) by kind."""
    right, wanted, invented = (
        sum((getattr(v, key) for v in verdicts), Counter()) for key in ("right", "wanted", "invented")
    )
    yield f"{'kind':16} {'right':>6} {'of':>6} {'recall':>8} {'invented':>9} {'precision':>10}"
    for kind in sorted(wanted | invented):
        precision = right[kind] / max(right[kind] + invented[kind], 1)
        recall = right[kind] / max(wanted[kind], 1)
        yield f"{kind:16} {right[kind]:6} {wanted[kind]:6} {recall:8.0%} {invented[kind]:9} {precision:10.0%}"
    yield f"{sum(not verdict.faults for verdict in verdicts)} of {len(verdicts)} pages are right"


def main(names: list[str]) -> int:
    cases = [case for case in sorted(CASES.glob("*.yaml")) if not names or any(name in case.stem for name in names)]
    verdicts = []
    for case in cases:
        verdicts.append(verdict := verdict_of(case))
        if verdict.faults:
            sys.stdout.write(f"{case.stem}: {'; '.join(verdict.faults)}\n")
    sys.stdout.write("\n".join(table(verdicts)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
