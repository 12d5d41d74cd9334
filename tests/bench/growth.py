"""How time and memory grow with a document: ``python tests/bench/growth.py [OPERATIONS …]``.

Documents of 10 to 1,500 operations, each with a type of its own, are compiled and generated in processes of their own.
A line per size: CPU seconds, peak memory above an empty process, and both for one operation.
"""

import multiprocessing
import resource
import sys
import time
from unittest import mock

from qiyue import pipeline
from qiyue.base import json
from qiyue.targets import python
from qiyue.targets.python import assemble
from qiyue.values import Plain

SIZES = (10, 50, 200, 500, 1_500)


def document(operations: int) -> Plain:
    """Make a document: operations in tags of ten, each with parameters, a body, an answer and two types."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Growth", "version": "1"},
        "paths": {f"/tag{n // 10}/things{n}/{{id}}": {"put": _operation(n)} for n in range(operations)},
        "components": {"schemas": {f"{kind}{n}": _type(n) for n in range(operations) for kind in ("Thing", "Part")}},
    }


def _operation(n: int) -> Plain:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/Thing{n}"}}}
    return {
        "operationId": f"putThing{n}",
        "tags": [f"tag{n // 10}"],
        "summary": f"Put thing {n}",
        "parameters": [
            {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}},
            {"name": "dry", "in": "query", "schema": {"type": "boolean"}},
        ],
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": "ok", "content": content}},
    }


def _type(n: int) -> Plain:
    return {
        "type": "object",
        "required": ["name"],
        "properties": {
            "name": {"type": "string", "maxLength": 40, "description": "what it is called"},
            "price": {"type": "number"},
            "kind": {"type": "string", "enum": ["green", "black", "white"]},
            "part": {"$ref": f"#/components/schemas/Part{n}"},
        },
    }


def measure(operations: int) -> tuple[float, float]:
    """Give CPU seconds and MiB of one generation, without what imports and the formatter need."""
    text = json.dumps(document(operations)).decode()
    _generate(json.dumps(document(1)).decode())
    before, start = _peak(), time.process_time()
    _generate(text)
    return time.process_time() - start, _peak() - before


def _generate(text: str) -> None:
    compiled = pipeline.compile_text(text, "growth.json")
    with mock.patch.object(assemble, "format_python", lambda files, report: dict(files)):
        python.generate(compiled.api, "client", compiled.report, compiled.places.place)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print a line per size."""
    print("operations   CPU s     MiB   ms each  KiB each")
    for operations in map(int, sys.argv[1:]) if sys.argv[1:] else SIZES:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            seconds, mebibytes = pool.apply(measure, (operations,))
        each = f"{seconds * 1000 / operations:9.1f} {mebibytes * 1024 / operations:9.1f}"
        print(f"{operations:10} {seconds:7.2f} {mebibytes:7.1f} {each}", flush=True)


if __name__ == "__main__":
    main()
