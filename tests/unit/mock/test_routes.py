import pytest

from qiyue.mock.routes import Found, Routes, WrongMethod

ROUTES = Routes(
    [
        ("GET", "/items", "list"),
        ("GET", "/items/{id}", "get"),
        ("GET", "/items/latest", "latest"),
        ("PUT", "/items/{name}", "put"),
        ("GET", "/items/{id}/files/{file}.pdf", "file"),
        ("GET", "/items/{a}-{b}", "pair"),
        ("POST", "/票据", "unicode"),
        ("GET", "/", "root"),
    ],
    prefixes=["/v2", ""],
)


@pytest.mark.parametrize(
    ("method", "path", "target", "values"),
    [
        ("GET", "/items", "list", {}),
        ("GET", "/items/latest", "latest", {}),
        ("GET", "/items/7", "get", {"id": "7"}),
        ("PUT", "/items/latest", "put", {"name": "latest"}),
        ("GET", "/items/a%2Fb", "get", {"id": "a%2Fb"}),
        ("GET", "/items/x-y", "pair", {"a": "x", "b": "y"}),
        ("GET", "/items/7/files/a.b.pdf", "file", {"id": "7", "file": "a.b"}),
        ("POST", "/%E7%A5%A8%E6%8D%AE", "unicode", {}),
        ("GET", "/v2/items/7", "get", {"id": "7"}),
        ("GET", "/", "root", {}),
    ],
)
def test_the_most_fixed_path_wins(method: str, path: str, target: str, values: dict[str, str]) -> None:
    assert ROUTES.find(method, path) == Found(target, values)


@pytest.mark.parametrize(
    "path", ["/nope", "/items/", "/items/7/", "/items//files/x.pdf", "/items/7/files/x.png", "/v2"]
)
def test_no_route(path: str) -> None:
    assert ROUTES.find("GET", path) is None


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [("DELETE", "/items/latest", ("GET", "PUT")), ("POST", "/items", ("GET",)), ("POST", "/v2/items", ("GET",))],
)
def test_a_wrong_method_names_the_right_ones(method: str, path: str, allowed: tuple[str, ...]) -> None:
    found = ROUTES.find(method, path)
    assert isinstance(found, WrongMethod)
    assert sorted(found.allowed) == sorted(allowed)
