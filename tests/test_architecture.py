"""The shape of the source, held by a machine. Every check is also fed a small bad snippet, so it is known to bite."""

import ast
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from itertools import chain
from pathlib import Path

import jinja2
import pytest
import yaml
from jinja2 import nodes

ROOT = Path(__file__).parents[1]

# From the bottom up. A part may import what stands on a line below its own, and itself; of its own line it may import
# nothing, unless it is named after "→".
LAYERS = """
base
values runtime
diagnostics → values
paths codes
templating
api
schema
evidence positions wording
source
jsonpath files upgrade references pages → source
overlay
document
extensions codec
resolve
emit dump
sample lint
examples
client_plan
inference
mock drivers
targets
config
contract
report
pipeline
mutation
review publish fidelity skeleton whole
init
demo
cli
__main__
"""

# Parts that are copied into clients: what they may import of qiyue, whatever lies below them.
CHOSEN = {"base": set[str](), "runtime": {"base"}}
# The Python client's runtime is nobody's but its target's.
MAY_USE_RUNTIME = ("qiyue.runtime", "qiyue.targets.python")
# What the others know of targets.
OF_ALL_TARGETS = {"qiyue.targets", "qiyue.targets.registry", "qiyue.targets.target"}

VENDORS = {"zhangxiaoer", "cloudpense", "shopex", "fenxi"}
# Names that a vendor happens to have, and that anybody would choose.
ORDINARY_NAMES = {"content_type", "file_name", "page_size", "pageSize", "type_id"}

DISK_MODULES = {"os", "shutil", "tempfile", "glob", "fileinput"}
DISK_CALLS = set(
    "open read_text read_bytes write_text write_bytes mkdir unlink rmdir iterdir rglob is_file is_dir exists "
    "stat lstat touch chmod".split()
)
MAY_TOUCH_DISK = {
    "qiyue.source": "reads documents",
    "qiyue.config": "finds the project",
    "qiyue.files": "writes and compares output",
    "qiyue.paths": "finds templates and specs in a checkout and in a wheel",
    "qiyue.publish": "lets the build backend make wheels, which it does with files",
    "qiyue.templating": "keeps compiled templates where Python keeps compiled modules",
    "qiyue.fidelity.store": "reads and writes source.lock, and specs whose citations were renumbered",
    "qiyue.drivers.child": "writes the client where its program runs, and keeps what that says",
    "qiyue.cli": "asks whether an argument names a file; keeps the report of a bug",
    "qiyue.runtime.client": "reads the environment that configures it",
    "qiyue.runtime.files": "reads the file that a caller uploads",
    "qiyue.mock.database": "the file in which mocks keep what they acknowledge",
    "qiyue.base.forks": "asks which process it runs in",
    "qiyue.runtime.stream": "writes the file that a caller downloads",
    "qiyue.targets.python": "its own templates and runtime; formatter, second reader, builder work on files",
}

# time, random and network
OUTSIDE = set("time random secrets socket urllib.request http.client httpx2 requests uvicorn subprocess".split())
OUTSIDE_WORDS = {"now", "utcnow", "today", "uuid1", "uuid4", "getenv", "environ"}
MAY_LOOK_OUTSIDE = {
    "qiyue.runtime": "clients call servers; clock, sleep, randomness and transport can be injected",
    "qiyue.base.fill_value": "makes what it is told to make, of a time and a randomness that it is given",
    "qiyue.base.throttle": "counts moments that it is given",
    "qiyue.source.remote": "reads addresses where it is permitted, in limited time",
    "qiyue.contract": "requests, to a live server where one is named; a time budget",
    "qiyue.drivers": "requests that never leave the process",
    "qiyue.mutation": "requests that never leave the process",
    "qiyue.cli.contract": "the environment that tells whose name a live run uses; a time budget",
    "qiyue.cli.main": "when the command began",
    "qiyue.cli.output": "variables that ask for colours where there is no terminal",
    "qiyue.init.server": "a random token in the address at which it listens",
    "qiyue.mock.clock": "the clock of a mock that is given none",
    "qiyue.mock.database": "waits for another process that opens the same file",
    "qiyue.mock.prefer": "splits a header by the library's rule; nothing is requested",
    "qiyue.mock.server": "listens",
    "qiyue.mock.protocol": "reads HTTP from a connection",
    "qiyue.demo": "says how long each call took",
    "qiyue.targets.python.format": "runs the formatter",
}

MAY_PRINT = {
    "qiyue.cli": "the command line",
    "qiyue.drivers.program": "speaks through the standard streams",
}

# module:function → why an import cannot stand at the top
LATE_IMPORTS: dict[str, str] = {
    "qiyue.mock.certificate:make_certificate": "few mocks serve over TLS; brings cryptography, slow to import",
    "qiyue.paths:read_licence": "a checkout has the file; slow to import",
    "qiyue.targets.registry:_installed": "few ask for a target that is not built in; slow to import",
    "qiyue.targets.python:generate": "a project is read without what generating needs",
    "qiyue.targets.python.target:_crosscheck": "the same",
    "qiyue.targets.python.target:_sample": "the same",
    "qiyue.targets.python.target:_drive": "the same",
    "qiyue.targets.python.target:_pack": "only `publish` builds wheels; the builder is of an extra",
    "qiyue.targets.python.crosscheck:_their_fields": "only `check` asks for a second reading; slow to import",
    "qiyue.__main__:main": "imports make much and free nothing: the collector is off before them",
    "qiyue.cli.init:_review": "few review in a browser; a server is slow to import",
    "qiyue.pages.office:_pdf": "few pages are PDF; of an extra",
    "qiyue.pages.office:_word": "few pages are Word; of an extra",
    "qiyue.cli.output:_console": "only terminals and tables need rich, which is slow to import",
    "qiyue.cli.output:_show_coloured": "the same",
    "qiyue.config:_parse": "an OpenAPI file alone needs no project",
    "qiyue.cli.job:run_all": "few runs take several processes",
    "qiyue.source.loader:_yaml": "what is JSON needs no YAML, which is slow to import",
    "qiyue.source.places:_tokens": "the same",
    "qiyue.runtime.times:__get_pydantic_core_schema__": "whoever asks has pydantic; the generator only names the times",
    "qiyue.overlay:_select": "most documents have no overlay; JSONPath is slow to import",
    "qiyue.source.remote:_fetch": "few documents may read the network; urllib is slow to import",
    "qiyue.runtime.errors:__init__": "an HTTP client is slow to import; the generator only names the errors",
    "qiyue.runtime.loops:pause": "anyio is slow to import, and sync clients never need it",
    "qiyue.runtime.loops:enter": "the same; only tokens need a lock",
    "qiyue.runtime.client:_upload": "few clients upload anything; imports stay quick",
    "qiyue.runtime.client:_converse": "half of the runtime is first needed by the first call; imports stay quick",
    "qiyue.runtime.service:_declared": "imports the declaration of the client that it is a part of, to unpickle it",
    "qiyue.runtime.tracing:_api": "OpenTelemetry is optional, and slow to import",
    "qiyue.runtime.problems:near_miss": "only refusals ask what was meant",
    "qiyue.runtime.response:deviations": "most calls never ask for deviations",
}

MODULE_LINES, FUNCTION_LINES = 300, 40
# module or module:function → why it may be longer
LONGER: dict[str, str] = {"qiyue.codes": "a table: one entry for each code"}

ALLOWED_NODES = {
    "Template",
    "Output",
    "TemplateData",
    "For",
    "If",
    "Not",
    "Include",
    "Name",
    "Getattr",
    "Filter",
    "Const",
}
ALLOWED_FILTERS = {"docstring", "line", "literal", "markdown", "toml"}


@dataclass(frozen=True)
class Module:
    name: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return parse(self.text)

    @property
    def part(self) -> str:
        """The first name under ``qiyue``: ``qiyue.api.types`` → ``api``."""
        return [*self.name.split("."), "__init__"][1]


@dataclass(frozen=True)
class Import:
    target: str
    line: int
    function: str


@cache
def parse(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def modules() -> dict[str, Module]:
    base = ROOT / "generator"
    found = {}
    for path in sorted(base.rglob("*.py")):
        name = ".".join(path.relative_to(base).with_suffix("").parts).removesuffix(".__init__")
        found[name] = Module(name, path.read_text("utf-8"))
    return found


def imports(module: Module, known: frozenset[str] = frozenset()) -> Iterator[Import]:
    """Every import, with the function it stands in; relative ones as they are written."""
    for function, node in nodes_with_function(module.tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno, function) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = "." * node.level + (node.module or "")
            for alias in node.names:
                deeper = f"{source}.{alias.name}"
                yield Import(deeper if deeper in known else source, node.lineno, function)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            named = [each.value for each in node.args[:1] if isinstance(each, ast.Constant)]
            yield from (Import(str(name), node.lineno, function) for name in named)


def nodes_with_function(tree: ast.AST, function: str = "") -> Iterator[tuple[str, ast.AST]]:
    for node in ast.iter_child_nodes(tree):
        yield function, node
        inner = node.name if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else function
        yield from nodes_with_function(node, inner)


def under(name: str, table: dict[str, str]) -> bool:
    return any(name == prefix or name.startswith(prefix + ".") for prefix in table)


# The checks: each gives the violations it finds in one module.


def layer_table() -> dict[str, set[str]]:
    """Part → what it may import."""
    allowed: dict[str, set[str]] = {}
    below: set[str] = set()
    for line in LAYERS.split("\n")[1:-1]:
        row, _, extra = line.partition(" → ")
        for part in row.split():
            allowed[part] = below | set(extra.split()) | {part, "__init__"}
        below |= set(row.split())
    for part, others in CHOSEN.items():
        allowed[part] = others | {part}
    allowed["__init__"] = set()
    return allowed


def wrong_layer(module: Module) -> Iterator[str]:
    allowed = layer_table().get(module.part)
    if allowed is None:
        yield f"{module.name}: `{module.part}` is missing in LAYERS"
        return
    for item in dict.fromkeys(imports(module, frozenset(modules()))):
        target = absolute(module, item.target, modules())
        if target.split(".")[0] == "qiyue":
            part = Module(target, "").part
            if part not in allowed:
                yield f"{module.name}:{item.line}: {module.part} may not import {part}"


def foreign_runtime(module: Module) -> Iterator[str]:
    """What others need of the runtime belongs to ``base``."""
    for item in imports(module, frozenset(modules())):
        target = absolute(module, item.target, modules())
        if Module(target, "").part == "runtime" and not module.name.startswith(MAY_USE_RUNTIME):
            yield f"{module.name}:{item.line}: {target}"


def foreign_target(module: Module) -> Iterator[str]:
    """How a language spells anything is known to its target, and to whoever drives its clients."""
    for item in imports(module, frozenset(modules())):
        target = absolute(module, item.target, modules())
        room, inside = Module(target, "").part, target.count(".") > 1
        if (
            room == "targets"
            and inside
            and target not in OF_ALL_TARGETS
            and not module.name.startswith("qiyue.targets")
        ):
            yield f"{module.name}:{item.line}: {target}"


def not_self_contained(module: Module) -> Iterator[str]:
    """Both are copied into clients: relative imports, the standard library; the runtime has httpx2, anyio, pydantic."""
    if module.part not in CHOSEN:
        return
    installed = (
        {"httpx2", "anyio", "pydantic", "pydantic_core", "opentelemetry"} if module.part == "runtime" else set[str]()
    )
    for item in imports(module):
        top = item.target.split(".")[0]
        if top and top not in sys.stdlib_module_names | installed:
            yield f"{module.name}:{item.line}: {item.target}"


def late_import(module: Module) -> Iterator[str]:
    for item in imports(module):
        if item.function and f"{module.name}:{item.function}" not in LATE_IMPORTS:
            yield f"{module.name}:{item.line}: import inside {item.function}()"


def printing(module: Module) -> Iterator[str]:
    if under(module.name, MAY_PRINT):
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name) and node.id == "print":
            yield f"{module.name}:{node.lineno}: print"
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {"sys.stdout", "sys.stderr"}:
            yield f"{module.name}:{node.lineno}: {ast.unparse(node)}"
    for item in imports(module):
        if (top := item.target.split(".")[0]) in {"rich", "click"}:
            yield f"{module.name}:{item.line}: {top}"


def disk(module: Module) -> Iterator[str]:
    if under(module.name, MAY_TOUCH_DISK):
        return
    for item in imports(module):
        if item.target in DISK_MODULES:
            yield f"{module.name}:{item.line}: import {item.target}"
    own = {alias.asname or alias.name for alias in qiyue_names(module)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            owner, _, name = ast.unparse(node.func).rpartition(".")
            if owner not in own and name in (DISK_CALLS if owner else {"open"}):
                yield f"{module.name}:{node.lineno}: {name}()"


def qiyue_names(module: Module) -> Iterator[ast.alias]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "qiyue":
            yield from node.names


def outside_world(module: Module) -> Iterator[str]:
    if under(module.name, MAY_LOOK_OUTSIDE):
        return
    for item in imports(module):
        if item.target in OUTSIDE or item.target.split(".")[0] in OUTSIDE:
            yield f"{module.name}:{item.line}: import {item.target}"
    for node in ast.walk(module.tree):
        word = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
        if word in OUTSIDE_WORDS:
            yield f"{module.name}:{node.lineno}: {word}"


def too_long(module: Module) -> Iterator[str]:
    lines = module.text.count("\n")
    if lines > MODULE_LINES and module.name not in LONGER:
        yield f"{module.name}: {lines} lines"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            size = (node.end_lineno or 0) - node.lineno + 1
            if size > FUNCTION_LINES and f"{module.name}:{node.name}" not in LONGER:
                yield f"{module.name}:{node.lineno}: {node.name} has {size} lines"


def vendor_words(module: Module) -> Iterator[str]:
    for number, line in enumerate(module.text.splitlines(), 1):
        for word in sorted(set(re.findall(r"[\w-]+", line)) & wire_names()):
            yield f"{module.name}:{number}: {word}"
        for vendor in sorted(VENDORS):
            if vendor in line.lower():
                yield f"{module.name}:{number}: {vendor}"


CHECKS: dict[Callable[[Module], Iterator[str]], str] = {
    wrong_layer: "from qiyue.cli import output",
    foreign_runtime: "from qiyue.runtime import client",
    foreign_target: "from qiyue.targets.python.words import snake",
    not_self_contained: "import qiyue.values",
    late_import: "def f():\n    import json\n",
    printing: "print('x')",
    disk: "from pathlib import Path\nPath('a').read_text()",
    outside_world: "from datetime import datetime\nx = datetime.now()",
    too_long: "def f():\n" + "    x = 1\n" * 40,
    vendor_words: "x = 'resCode'",
}


def report(violations: Iterable[Iterable[str]]) -> None:
    found = list(chain.from_iterable(violations))
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_no_module_breaks_the_rule(check: Callable[[Module], Iterator[str]]) -> None:
    report(map(check, modules().values()))


@pytest.mark.parametrize(
    "bad",
    [
        "from qiyue import cli",
        "import qiyue.cli.app as a",
        "from ..cli import app",
        "import importlib\nimportlib.import_module('qiyue.cli')",
        "__import__('qiyue.cli.app')",
    ],
)
def test_no_way_to_import_escapes_the_layers(bad: str) -> None:
    assert list(wrong_layer(Module("qiyue.api.bad", bad)))


@pytest.mark.parametrize(("check", "bad"), CHECKS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_the_rule_bites(check: Callable[[Module], Iterator[str]], bad: str) -> None:
    assert list(check(Module("qiyue.base.bad" if check is not_self_contained else "qiyue.api.bad", bad)))


def test_every_exception_is_needed() -> None:
    """An exception for what is no longer there hides the next mistake."""
    names = modules()
    functions = {
        f"{m.name}:{n.name}"
        for m in names.values()
        for n in ast.walk(m.tree)
        if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    tables = chain(MAY_TOUCH_DISK, MAY_LOOK_OUTSIDE, MAY_PRINT, LATE_IMPORTS, LONGER)
    assert [entry for entry in tables if entry not in names and entry not in functions] == []
    assert [part for part in layer_table() if part not in {m.part for m in names.values()}] == []


def dependencies(found: dict[str, Module]) -> dict[str, set[str]]:
    """Module → modules it imports; a package's ``__init__`` is not an import of the modules inside it."""
    known = frozenset(found)
    graph = {}
    for name, module in found.items():
        targets = {absolute(module, item.target, found) for item in imports(module, known)}
        graph[name] = {t for t in targets if t in known and t != name and not name.startswith(t + ".")}
    return graph


def absolute(module: Module, target: str, found: dict[str, Module]) -> str:
    level = len(target) - len(target.lstrip("."))
    if not level:
        return target
    is_package = any(name.startswith(module.name + ".") for name in found)
    parts = module.name.split(".")
    base = parts[: len(parts) - level + (1 if is_package else 0)]
    return ".".join([*base, *filter(None, [target[level:]])])


def cycle(found: dict[str, Module]) -> list[str]:
    try:
        TopologicalSorter(dependencies(found)).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_import_cycles() -> None:
    assert cycle(modules()) == []


def test_a_cycle_is_found() -> None:
    a, b = Module("qiyue.a", "import qiyue.b"), Module("qiyue.b", "from qiyue.a import x")
    assert cycle({a.name: a, b.name: b})


@cache
def wire_names() -> frozenset[str]:
    """Compound names (``bizId``, ``account_id``, ``F-API-KEY``) that a single vendor has."""
    owners: dict[str, set[str]] = {}
    for path in sorted((ROOT / "specs").glob("*/*.yaml")):
        for name in declared_names(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)):
            if re.search(r"[a-z][A-Z]|\w[_-]\w", name):
                owners.setdefault(name, set()).add(path.parent.name)
    lonely = {name for name, vendors in owners.items() if len(vendors) == 1}
    from_the_pages = {"resCode", "bizId", "F-API-KEY", "accountSetId", "account_id", "invoice_bn"}
    return frozenset(lonely - ORDINARY_NAMES | from_the_pages)


def declared_names(data: object) -> Iterator[str]:
    """The property and parameter names of a document."""
    if isinstance(data, list):
        yield from chain.from_iterable(map(declared_names, data))
    if isinstance(data, dict):
        if isinstance(data.get("properties"), dict):
            yield from map(str, data["properties"])
        if "in" in data and isinstance(data.get("name"), str):
            yield data["name"]
        yield from chain.from_iterable(map(declared_names, data.values()))


def templates() -> dict[str, str]:
    return {str(p.relative_to(ROOT)): p.read_text("utf-8") for p in sorted((ROOT / "templates").rglob("*.jinja"))}


def template_logic(name: str, text: str) -> Iterator[str]:
    """Whatever a template does besides holding text: views prepare everything."""
    for node in jinja2.Environment(autoescape=False).parse(text).find_all(nodes.Node):
        kind = type(node).__name__
        if kind not in ALLOWED_NODES or (isinstance(node, nodes.Filter) and node.name not in ALLOWED_FILTERS):
            yield f"{name}:{node.lineno}: {getattr(node, 'name', kind) if kind == 'Filter' else kind}"


def test_templates_hold_text_and_no_logic() -> None:
    assert templates()
    report(template_logic(*item) for item in templates().items())


def test_templates_name_no_vendor() -> None:
    report(vendor_words(Module(*item)) for item in templates().items())


@pytest.mark.parametrize(
    "bad", ["{% set a = 1 %}", "{{ f() }}", "{% if a == 1 %}{% endif %}", "{{ a|tojson }}", "{{ a ~ b }}"]
)
def test_logic_in_a_template_is_found(bad: str) -> None:
    assert list(template_logic("bad.jinja", bad))
