"""The project: its editions, from ``[tool.qiyue]`` of a pyproject.toml or from a qiyue.toml.

In: a folder to start from. Out: ``Project``; or ``Refused``, with every mistake in the file and its line.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from qiyue.base.value import Value
from qiyue.client_plan import Naming
from qiyue.codes import suggest_word
from qiyue.diagnostics import Diagnostic, Place, Refused, Severity, refuse
from qiyue.source import Source, read_plain_text
from qiyue.targets import DEFAULT, find_target, target_names
from qiyue.values import FrozenMap, Plain

_FILES = ("qiyue.toml", "pyproject.toml")
_EDITION_NAME = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
_KEYS: Final[Mapping[str, str]] = {
    "spec": "text",
    "overlays": "a list of texts",
    "package": "text",
    "target": "text",
    "evidence": "true or false",
    "pages": "a table of texts",
    "allow": "a list of texts",
    "allow-urls": "true or false",
    "names": "`paths` or `ids`",
    "ascii": "true or false",
}
_NEXT_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_AT_LINE = re.compile(r" \(at line (\d+), column (\d+)\)")

_Problem: TypeAlias = tuple[str, str, str, str]  # code, key, message, hint


class Edition(Value):
    """A spec plus overlays: what is generated, mocked, tested and published under one name."""

    name: str
    spec: Path
    overlays: tuple[Path, ...]
    package: str
    target: str
    """The name of the target that its client is generated for."""
    evidence: bool
    pages: Mapping[str, Path]
    allow: tuple[str, ...]
    """Codes of the gaps that its client may have."""
    allow_urls: bool
    """Whether its references may lead into the network."""
    root: Path
    naming: Naming = Naming()

    @property
    def lock(self) -> Path:
        """Where the names of its client are kept."""
        return self.spec.parent / f"{self.name}.client.lock"

    @property
    def findings(self) -> Path:
        """Where the vendor's findings are listed, if anywhere."""
        return self.spec.parent / "findings.yaml"


class Project(Value):
    """The folder that holds the configuration, and its editions in the order they are written."""

    root: Path
    file: Path
    editions: tuple[Edition, ...]

    def edition(self, name: str) -> Edition:
        """Give an edition by name.

        Raises:
            Refused: there is none of this name.
        """
        names = [edition.name for edition in self.editions]
        if name in names:
            return self.editions[names.index(name)]
        guess = suggest_word(name, names)
        hint = f"did you mean `{guess}`?" if guess else f"there is {', '.join(names)}" if names else "there is none"
        raise refuse("unknown-edition", f"there is no edition `{name}`", Place(self.file.name), hint)


def load_project(start: Path) -> Project:
    """Find the configuration in ``start`` or the nearest folder above it.

    Raises:
        Refused: there is none, or it is wrong.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        for name in _FILES:
            file = folder / name
            if file.is_file():
                source = Source(name, read_plain_text(file, name))
                table = _qiyue_table(_parse(source), name)
                if table is not None:
                    return Project(folder, file, tuple(_editions(table, source, folder)))
    raise refuse("project-missing", f"no editions in {start} nor above it", hint="name an OpenAPI file and --out")


def _parse(source: Source) -> dict[str, Plain]:
    import tomllib

    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        found = _AT_LINE.search(message)
        lines = source.text.split("\n")
        line, column = (int(found[1]), int(found[2])) if found else (len(lines), 1)
        place = Place(source.file, line, column, lines[line - 1].rstrip("\r"))
        raise refuse("project-invalid", _AT_LINE.sub("", message), place) from None


def _qiyue_table(data: dict[str, Plain], name: str) -> Plain | None:
    tool = data.get("tool")
    table = tool.get("qiyue") if isinstance(tool, dict) else None
    return data if table is None and name == "qiyue.toml" else table


def _editions(table: Plain, source: Source, root: Path) -> Iterator[Edition]:
    written = table.get("editions", {}) if isinstance(table, dict) else None
    if not isinstance(written, dict):
        raise refuse("project-invalid", "`editions` must be a table", _place(source, "", "editions"))
    problems = [
        _diagnostic(source, "", ("project-invalid", key, f"unknown key `{key}`", "editions are `[editions.NAME]`"))
        for key in table
        if key not in ("editions", "tool")
    ]
    editions = []
    for name, values in written.items():
        found = list(_problems(name, values, root))
        problems += [_diagnostic(source, name, problem) for problem in found]
        if not found:
            editions.append(_edition(name, values, root))
    if problems:
        raise Refused(problems)
    yield from editions


def _edition(name: str, values: dict[str, Plain], root: Path) -> Edition:
    return Edition(
        name=name,
        spec=root / values["spec"],
        overlays=tuple(root / path for path in values.get("overlays", ())),
        package=_package(name, values),
        target=values.get("target", DEFAULT),
        evidence=values.get("evidence", False),
        pages=FrozenMap({page: root / path for page, path in values.get("pages", {}).items()}),
        allow=tuple(values.get("allow", ())),
        allow_urls=values.get("allow-urls", False),
        root=root,
        naming=Naming(values.get("names", "paths"), values.get("ascii", False)),
    )


def _package(name: str, values: dict[str, Plain]) -> str:
    return str(values.get("package", name.replace("-", "_").lower()))


def _problems(name: str, values: Plain, root: Path) -> Iterator[_Problem]:
    if not _EDITION_NAME.fullmatch(name):
        yield "project-invalid", "", f"`{name}` cannot name an edition", "use letters, digits and single hyphens"
        return
    if not isinstance(values, dict):
        yield "project-invalid", "", f"the edition `{name}` must be a table", ""
        return
    if "spec" not in values:
        yield "project-invalid", "", f"the edition `{name}` names no `spec`", 'add `spec = "path/openapi.yaml"`'
    wrong = False
    for key, value in values.items():
        if key not in _KEYS:
            guess = suggest_word(key, _KEYS)
            yield "project-invalid", key, f"unknown key `{key}`", f"did you mean `{guess}`?" if guess else ""
        elif not _fits(value, _KEYS[key]):
            wrong = True
            yield "project-invalid", key, f"`{key}` must be {_KEYS[key]}", ""
    if not wrong:
        yield from _wrong_values(name, values, root)


def _wrong_values(name: str, values: dict[str, Plain], root: Path) -> Iterator[_Problem]:
    target = values.get("target", DEFAULT)
    if target != DEFAULT and target not in target_names():
        guess = suggest_word(target, target_names())
        hint = f"did you mean `{guess}`?" if guess else f"there is {', '.join(target_names())}"
        yield "unknown-target", "target", f"there is no target `{target}`", hint
    elif wrong := find_target(target).identifiers.wrong_package(_package(name, values)):
        yield "project-invalid", "package", wrong, ""
    written = [("spec", values["spec"])] if "spec" in values else []
    for key, path in (*written, *(("overlays", path) for path in values.get("overlays", ()))):
        if not (root / path).is_file():
            yield "file-missing", key, f"there is no file `{path}`", "paths count from the folder of this file"


def _fits(value: Plain, kind: str) -> bool:
    match kind:
        case "text":
            return isinstance(value, str) and value != "" and "\0" not in value
        case "`paths` or `ids`":
            return value in ("paths", "ids")
        case "true or false":
            return isinstance(value, bool)
        case "a list of texts":
            return isinstance(value, list) and all(_fits(item, "text") for item in value)
    return isinstance(value, dict) and all(_fits(item, "text") for item in value.values())


def _diagnostic(source: Source, edition: str, problem: _Problem) -> Diagnostic:
    code, key, message, hint = problem
    return Diagnostic(code, Severity.ERROR, message, _place(source, edition, key), hint)


def _place(source: Source, edition: str, key: str) -> Place:
    """Find a key as it is usually written; TOML's parser keeps no places."""
    start, end = 0, len(source.text)
    if edition:
        header = _header(edition).search(source.text)
        if not header:
            return Place(source.file)
        start = header.end() if key else header.start()
        following = _NEXT_TABLE.search(source.text, header.end())
        end = following.start() if following else end
    key_line = re.compile(rf"^[ \t]*\[?(?P<key>[\"']?{re.escape(key)}\b)", re.MULTILINE)
    found = key_line.search(source.text, start, end) if key else None
    return source.place(found.start("key") if found else start)


def _header(edition: str) -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*\[[^\]\n]*editions\.[\"']?{re.escape(edition)}[\"']?\s*\]", re.MULTILINE)
