"""Returned value: what a generated client gives, as plain data. In: the client, a typed value. Out: data as it was
answered."""

import importlib
from typing import Any

from qiyue.base import json
from qiyue.drivers import Package
from qiyue.values import Plain


def dump_returned_value(package: Package, gave: Any, form: Any = Any) -> Plain:
    """Give what was answered."""
    root = package.module.__name__
    reading = importlib.import_module(f"{root}._runtime.reading")
    writing = importlib.import_module(f"{root}._runtime.json")
    return json.loads(writing.dumps(reading.plain(gave, form)))
