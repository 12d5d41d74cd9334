from pathlib import Path

import pytest

from qiyue.api import Api
from qiyue.config import load_project
from qiyue.pipeline import compile_edition


@pytest.fixture(scope="session", params=[edition.name for edition in load_project(Path(__file__)).editions])
def edition_api(request: pytest.FixtureRequest) -> Api:
    """The Api of each edition in turn."""
    return compile_edition(load_project(Path(__file__)).edition(request.param)).api


@pytest.fixture(scope="session")
def api() -> Api:
    """The Api in which faults are planted."""
    return compile_edition(load_project(Path(__file__)).edition("zhangxiaoer")).api
