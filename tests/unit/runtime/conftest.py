"""Every scenario runs with the sync and with the async client."""

import pytest

from .stage import Mode, Stage


@pytest.fixture(params=["sync", "async"])
def stage(request: pytest.FixtureRequest) -> Stage:
    """A stage without answers."""
    mode: Mode = request.param
    return Stage(mode)
