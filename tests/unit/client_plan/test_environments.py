"""Names of servers, from their descriptions and addresses."""

import pytest

from qiyue.api import Server
from qiyue.client_plan.environments import is_local, name_servers

NAMES: list[tuple[list[tuple[str, str]], list[str]]] = [
    ([("https://a", "Production"), ("https://b", "Sandbox")], ["production", "sandbox"]),
    (
        [("https://api-m.sandbox.pay.example", "Pay Sandbox Environment"), ("https://api-m.pay.example", "Pay Live")],
        ["sandbox", "live"],
    ),
    (
        [("https://a.example", "正式环境"), ("https://b.example", "沙箱环境"), ("https://c", "测试")],
        ["production", "sandbox", "test"],
    ),
    (
        [("https://api.send.example", "for all users and their subusers"), ("https://api.eu.send.example", "")],
        ["default", "eu"],
    ),
    ([("https://a.example", "The EU server"), ("https://b.example", "The US server")], ["eu", "us"]),
    (
        [("http://127.0.0.1/", ""), ("https://2ch.example/", ""), ("https://beta.2ch.example", "")],
        ["local", "default", "beta"],
    ),
    ([("https://a.example/sync", "cloud"), ("https://a.example/async", "cloud")], ["sync", "async"]),
]


@pytest.mark.parametrize(("servers", "names"), NAMES, ids=[names[0] for _, names in NAMES])
def test_names(servers: list[tuple[str, str]], names: list[str]) -> None:
    assert [" ".join(name) for name in name_servers([Server(url, text) for url, text in servers])] == names


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://localhost", True),
        ("HTTP://LOCALHOST:80/a", True),
        ("https://127.0.0.1:8080", True),
        ("http://[::1]/a", True),
        ("http://api.local", True),
        ("https://localhost.example", False),
        ("https://example/localhost", False),
    ],
)
def test_what_is_the_own_machine(url: str, expected: bool) -> None:
    assert is_local(Server(url)) is expected
