"""A page of 5,000 lines through ``qiyue coverage`` and ``qiyue drift``: each command takes two seconds of CPU at most.

CPU and not the clock: the figure is the same on a busy machine.

Usage: python tests/bench/page.py
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

LIMIT = 2.0
SECTION = """\
## GET /v1/things{n}

Lists things of kind {n}.

| name | type | required | description |
|------|------|----------|-------------|
| page_size | integer | no | things per page, default 20, maximum {most} |
| kind{n} | string | yes | one of: red, green |
| since | string | no | format yyyy-MM-dd |

```json
{{
  "things": [
    {{"id": "T-{n}", "weight": 2.50}}
  ]
}}
```

"""
SPEC = """\
openapi: "3.1.0"
info: {title: Things, version: "1"}
x-qiyue-sources: {main: {title: Things}}
paths:
  /v1/things1:
    get:
      x-qiyue-source: stated L3
      parameters:
        - {name: page_size, in: query, schema: {type: integer, maximum: 100}, x-qiyue-source: stated L9}
      responses: {"200": {description: all}}
"""


def page(most: int) -> str:
    sections = "".join(SECTION.format(n=n, most=most if n == 1 else 100) for n in range(1, 279))
    return f"# Things\n\n{sections}"


def timed(folder: Path, *arguments: str) -> tuple[float, int]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-m", "qiyue", *arguments], cwd=folder, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.returncode


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "qiyue.toml").write_text('[editions.things]\nspec = "openapi.yaml"\n', "utf-8")
        (folder / "openapi.yaml").write_text(SPEC, "utf-8")
        (folder / "page.md").write_text(page(100), "utf-8")
        (folder / "changed.md").write_text(page(50), "utf-8")
        lines = page(100).count("\n")
        _, locked = timed(folder, "drift", "things", "page.md", "--accept")
        slow = False
        for wanted, arguments in (
            (1, ("coverage", "things")),
            (0, ("drift", "things", "page.md")),
            (1, ("drift", "things", "changed.md")),
        ):
            seconds, code = timed(folder, *arguments)
            slow |= seconds > LIMIT or code != wanted or locked != 0
            sys.stdout.write(f"{' '.join(arguments)}: {lines:,} lines, {seconds:.2f} s of CPU, exit {code}{os.linesep}")
        return int(slow)


if __name__ == "__main__":
    sys.exit(main())
