"""Symbols: the public names of a generated client. In: its files. Out: each name, and how it is called or typed."""

import ast
from collections.abc import Iterator, Mapping, Sequence

from qiyue.files import File


def symbols(files: Sequence[File]) -> Mapping[str, str]:
    """Give ``models.Tea.price`` → ``Decimal``, ``resources.teas.Teas.list`` → ``(self, *, size: int) -> Tea``.

    Names that begin with an underscore are nobody's, but for the client classes in ``_client``.
    """
    found: dict[str, str] = {}
    for file in files:
        parts = file.path.removesuffix(".py").split("/")[1:]
        private = [part for part in parts if part.startswith("_") and part not in ("_client", "__init__")]
        if file.path.endswith(".py") and not private:
            module = ".".join(part for part in parts if part not in ("_client", "__init__"))
            found |= dict(_members(ast.parse(file.content), module))
    return found


def _members(owner: ast.AST, path: str) -> Iterator[tuple[str, str]]:
    for node in ast.iter_child_nodes(owner):
        name = _name(node)
        if not name or (name.startswith("_") and name != "__init__"):
            continue
        full = f"{path}.{name}".removeprefix(".")
        match node:
            case ast.ClassDef():
                yield full, f"class({', '.join(map(ast.unparse, node.bases))})"
                yield from _members(node, full)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                given = f" -> {ast.unparse(node.returns)}" if node.returns else ""
                word = "async " if isinstance(node, ast.AsyncFunctionDef) else ""
                yield full, f"{word}({ast.unparse(node.args)}){given}"
            case ast.AnnAssign():
                yield full, ast.unparse(node.annotation)
            case ast.Assign():
                yield full, ast.unparse(node.value)


def _name(node: ast.AST) -> str:
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return name
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
            return name
    return ""
