"""Options and files that cannot be meant are refused before anything is sent."""

from typing import Any

import httpx2
import pytest

from qiyue.runtime.errors import InvalidRequestError

from .mini_client import Ledger

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def client() -> Ledger:
    def unreachable(request: httpx2.Request) -> httpx2.Response:
        raise AssertionError("nothing may be sent")

    return Ledger(
        api_key="k",
        base_url="http://vendor.example",
        http_client=httpx2.Client(transport=httpx2.MockTransport(unreachable)),
    )


@pytest.mark.parametrize("wrong", [None, "2", 1.5, True, -1])
def test_max_retries_is_a_whole_number(client: Ledger, wrong: Any) -> None:
    with pytest.raises(TypeError, match="max_retries"):
        client.with_options(max_retries=wrong)


@pytest.mark.parametrize(("wrong", "error"), [("5", TypeError), (True, TypeError), (-1, ValueError), (0, ValueError)])
def test_timeout_is_a_number_of_seconds(client: Ledger, wrong: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="timeout"):
        client.with_options(timeout=wrong)


@pytest.mark.parametrize("wrong", [[], [PNG], [PNG + bytes(2000)], "path.png", 7])
def test_one_file_is_wanted(client: Ledger, wrong: Any) -> None:
    with pytest.raises(InvalidRequestError) as refused:
        client.vouchers.attach(file=wrong)
    assert [problem.at for problem in refused.value.problems] == ["/file"]


@pytest.mark.parametrize("address", [" http://vendor.example\n", "HTTP://vendor.example", "HttpS://vendor.example"])
def test_an_address_is_read_as_it_is_meant(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEDGER_BASE_URL", address)
    assert Ledger(api_key="k")
    assert Ledger(api_key="k", base_url=address)


@pytest.mark.parametrize("address", ["vendor.example", "ftp://vendor.example", "http:/vendor.example"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(InvalidRequestError, match="base_url must start with"):
        Ledger(api_key="k", base_url=address)
