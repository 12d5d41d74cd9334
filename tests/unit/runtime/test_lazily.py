"""A package's submodules come when they are asked for, and nothing else does."""

import sys
from types import ModuleType

import pytest

from qiyue.runtime.lazily import submodules


def test_a_submodule_is_imported_when_it_is_asked_for() -> None:
    sys.modules.pop("xml.sax.saxutils", None)
    found = submodules("xml.sax", "saxutils")("saxutils")
    assert isinstance(found, ModuleType)
    assert found is sys.modules["xml.sax.saxutils"]


def test_no_other_name_is_found() -> None:
    with pytest.raises(AttributeError, match="no attribute 'handler'"):
        submodules("xml.sax", "saxutils")("handler")
