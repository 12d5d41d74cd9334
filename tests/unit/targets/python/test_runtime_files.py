import ast

import pytest

from qiyue.paths import HERE
from qiyue.targets.python.runtime_files import merge_imports, runtime_files

REWRITTEN = {
    "from ..base import json\n": "from . import json\n",
    "from ..base.value import Value\n": "from .value import Value\n",
    "def f():\n    from ..base.value import Value\n": "def f():\n    from .value import Value\n",
    "from ..base.where import get\nfrom .retry import (\n    Failure,\n    x,\n)\nfrom .steps import (Wait)\n": (
        "from .retry import (\n    Failure,\n    x,\n)\nfrom .steps import (Wait)\nfrom .where import get\n"
    ),
    "import re\n\nfrom ..base.b import x\nfrom .a import y\n\nz = 1\n": (
        "import re\n\nfrom .a import y\nfrom .b import x\n\nz = 1\n"
    ),
    "from ..based import x\n": "from ..based import x\n",
    'x = "from ..base import json"\n': 'x = "from ..base import json"\n',
}


@pytest.mark.parametrize(("text", "expected"), REWRITTEN.items())
def test_base_and_runtime_become_one_package(text: str, expected: str) -> None:
    assert merge_imports(text) == expected


def test_every_import_of_the_copy_leads_to_a_file_of_it() -> None:
    files = {file.path: ast.parse(file.content) for file in runtime_files("tea") if file.path.endswith(".py")}
    for path, tree in files.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.level:
                names = [node.module] if node.module else [alias.name for alias in node.names]
                assert node.level == 1, path
                assert {f"tea/_runtime/{name}.py" for name in names} <= files.keys(), path


def test_no_module_hides_another_one() -> None:
    names = [path.name for room in ("base", "runtime") for path in (HERE / room).glob("[a-z]*.py")]
    assert len(names) == len(set(names))
    assert len(list(runtime_files("tea"))) == len(names) + len(["__init__.py", "LICENSE"])
