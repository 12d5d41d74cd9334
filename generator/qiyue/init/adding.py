"""One more page for a spec that is there: only what the spec does not have is added, and every byte of it is kept.

In: the folder of a spec, and pages that were read. Out: the texts of its files anew, and what both have: a collision is
a finding, and what is there stays.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from qiyue import source
from qiyue.base.value import Value
from qiyue.diagnostics import Place, refuse
from qiyue.fidelity import Lock, lockfile, store
from qiyue.init.draft import FINDINGS, SPEC, Draft, draft, locks
from qiyue.init.insert import Addition, insert
from qiyue.init.reading import Pages
from qiyue.init.settings import PROJECT, page_entries
from qiyue.init.writing import LOCK, Written, read_lock
from qiyue.source import Source
from qiyue.values import Plain

_SOURCES: Final = "x-qiyue-sources"
_OF_ALL: Final = ("x-qiyue-envelope", "x-qiyue-errors", "x-qiyue-signature", "x-qiyue-catalogue", "security")
"""Members of the root that one page tells for all calls."""
_PAGES: Final = re.compile(r"^pages\s*=\s*\{[^{}\n]*?(?=\s*\}\s*$)", re.MULTILINE)


class Begun(Value):
    """A spec that is there: its text and data, and the rows of its findings."""

    spec: Source
    document: Plain
    findings: Source
    rows: tuple[Plain, ...]

    @property
    def pages(self) -> tuple[str, ...]:
        """The ids of its pages."""
        return tuple(self.document.get(_SOURCES, {}))

    def last_number(self, prefix: str) -> int:
        """The highest number of a finding whose id begins so."""
        found = (re.fullmatch(rf"{re.escape(prefix)}-(\d{{1,9}})", str(row.get("id"))) for row in self.rows)
        return max((int(each[1]) for each in found if each), default=0)


def read_begun(out: Path) -> Begun:
    """Read the spec of a folder.

    Raises:
        Refused: there is none, or it cannot be read.
    """
    spec, findings = store.text_if_there(out / SPEC), store.text_if_there(out / FINDINGS)
    if spec is None:
        raise refuse("file-missing", f"there is no {SPEC} to add to", Place(out.as_posix()), "begin it with --out")
    file, other = (out / SPEC).as_posix(), (out / FINDINGS).as_posix()
    findings = findings if findings is not None else "findings: []\n"
    rows = source.read_text(findings, other).data
    document = source.read_text(spec, file).data
    if not isinstance(document, dict) or not isinstance(document.get("paths", {}), dict):
        raise refuse("wrong-version", "this is no OpenAPI document", Place(file))
    listed = rows.get("findings") if isinstance(rows, dict) else None
    if not isinstance(listed, list):
        raise refuse("invalid-finding", "the file has no list `findings`", Place(other))
    return Begun(Source(file, spec), document, Source(other, findings), tuple(listed))


def add(out: Path, begun: Begun, read: Pages, prefix: str) -> tuple[Draft, Written, tuple[str, ...]]:
    """Add pages to a spec; gives what they make alone, what was written, and what both have.

    Raises:
        Refused: a file cannot be written.
    """
    made = draft(read, prefix, after=begun.last_number(prefix))
    document = _renamed(made.document, begun.document.get("components", {}).get("schemas", {}), read.names[0])
    clashes = list(_clashes(begun.document, document))
    additions = [*_additions(begun.document, document, set(clashes))]
    cited = str(additions)
    rows = [row for row in made.findings if row["id"] in cited]
    number = begun.last_number(prefix) + len(made.findings)
    rows += [_collision(f"{prefix}-{number + n:02}", name, document) for n, name in enumerate(clashes, 1)]
    before = read_lock(out) or Lock({})
    texts = {
        out / SPEC: insert(begun.spec, additions),
        out / FINDINGS: insert(begun.findings, [Addition(("findings",), row) for row in rows]),
        out / LOCK: lockfile.write(Lock({**before.pages, **locks(read)}, before.skeleton)),
    }
    if (settings := store.text_if_there(out / PROJECT)) and len(_PAGES.findall(settings)) == 1:
        texts[out / PROJECT] = _PAGES.sub(lambda found: f"{found[0]}, {page_entries(read, out)}", settings)
    store.write(texts)
    return made, Written(tuple(texts)), tuple(clashes)


def _additions(there: Plain, new: Plain, clashes: set[str]) -> Iterator[Addition]:
    """Give what the spec does not have."""
    yield from _members(there, new, (_SOURCES,))
    for path, item in new["paths"].items():
        if path not in there.get("paths", {}):
            yield from _members(there, {"paths": {path: item}}, ("paths",))
        else:
            kept = {method: each for method, each in item.items() if _name(method, path) not in clashes}
            yield from (Addition(("paths", path), each, method) for method, each in kept.items())
    for kind in ("schemas", "securitySchemes"):
        yield from _members(there, new, ("components", kind))
    yield from (Addition((), new[key], key) for key in _OF_ALL if key in new and key not in there)


def _members(there: Plain, new: Plain, at: tuple[str, ...]) -> Iterator[Addition]:
    """Give the members of a mapping that the spec does not have; where it lacks the mapping, that as a whole."""
    ours, theirs = there, new
    for depth, step in enumerate(at):
        if step not in theirs:
            return
        if step not in ours:
            whole: Plain = theirs[step]
            for name in reversed(at[depth + 1 :]):
                whole = {name: whole[name]} if name in whole else {}
            if whole:
                yield Addition(at[:depth], whole, step)
            return
        ours, theirs = ours[step], theirs[step]
    yield from (Addition(at, item, key) for key, item in theirs.items() if key not in ours)


def _clashes(there: Plain, new: Plain) -> Iterator[str]:
    """Give what both have."""
    paths: Mapping[str, Plain] = there.get("paths", {})
    for path, item in new["paths"].items():
        yield from (_name(method, path) for method in item if method in paths.get(path, {}))
    yield from (key for key in _OF_ALL if key in new and key in there)


def _name(method: str, path: str) -> str:
    return f"{method.upper()} {path}"


def _collision(id_: str, name: str, new: Plain) -> Plain:
    method, _, path = name.partition(" ")
    element = new["paths"][path][method.lower()] if path else new[name]
    return {
        "id": id_,
        "lines": sorted(set(re.findall(r"[A-Za-z]\w*:L\d+(?:-\d+)?", str(element))))[:8],
        "title": f"A further page tells {name}, which the spec has already",
        "readings": ["as the spec has it", "as the further page tells it"],
        "chosen": "As the spec has it: nothing of the further page was added.",
        "why": "Two pages of one vendor may tell one thing twice, or two versions of it.",
        "settled-by": "Compare the lines with the spec.",
    }


def _renamed(new: Plain, taken: Mapping[str, Plain], page: str) -> Plain:
    """Give schemas whose names the spec has already other names."""
    names = {name: f"{name}_{page}" for name in new.get("components", {}).get("schemas", {}) if name in taken}

    def walk(value: Plain) -> Plain:
        if isinstance(value, dict):
            return {key: walk(item) for key, item in value.items()}
        if isinstance(value, list):
            return [walk(item) for item in value]
        if isinstance(value, str) and value.startswith("#/components/schemas/"):
            name = value.rpartition("/")[2]
            return f"#/components/schemas/{names.get(name, name)}"
        return value

    found = walk(new)
    if names:
        schemas = found["components"]["schemas"]
        found["components"]["schemas"] = {names.get(name, name): part for name, part in schemas.items()}
    return found
