"""Templating: the folder of templates that one kind of output is printed from. In: its name. Out: its environment.

Templates hold text only: no filter is known but those that are given. Compiled they lie where Python keeps compiled
modules, in ``__pycache__`` beside them, if it may write there; one that was edited is compiled anew.
"""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from qiyue.paths import data_dir
from qiyue.values import EMPTY


def environment(folder: str, *, autoescape: bool, filters: Mapping[str, Callable[..., str]] = EMPTY) -> Environment:
    """Open ``templates/FOLDER``."""
    settings: dict[str, Any] = {
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": True,
        "autoescape": autoescape,
    }
    made = Environment(
        loader=FileSystemLoader(data_dir("templates") / folder),
        undefined=StrictUndefined,
        bytecode_cache=_Compiled(f"{settings} {sorted(filters)}"),
        **settings,
    )
    made.filters.clear()
    made.filters.update(filters)
    return made


class _Compiled(BytecodeCache):
    """Compiled templates, each beside its text; a checksum tells whether it came of that text and these settings."""

    def __init__(self, settings: str) -> None:
        self._settings = settings

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(f"{self._settings}\n{source}")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return filename or name

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError), Path(cache_from_source(bucket.key)).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if sys.dont_write_bytecode:
            return
        path = Path(cache_from_source(bucket.key))
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        with suppress(OSError):  # as for modules: where nothing can be kept, it is compiled each time
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(bucket.bytecode_to_string())
            fresh.replace(path)
