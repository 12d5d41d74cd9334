"""Chromium, as the machine has it: found on the path, or named by ``QIYUE_CHROMIUM``. No browser is ever downloaded."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE = Path(__file__).parent


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave these tests out where nobody names them: they need a browser."""
    named = any(HERE.name in argument for argument in config.args)
    return None if named or HERE not in (collection_path, *collection_path.parents) else True


def chromium() -> str:
    found = os.environ.get("QIYUE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.fail("there is no chromium: install it (apt-get install chromium), or name it in QIYUE_CHROMIUM")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield opened
        opened.close()
