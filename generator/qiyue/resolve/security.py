"""Security schemes and requirements."""

from collections.abc import Iterator, Mapping
from itertools import product

from qiyue.api import Credential, Requirement, SecurityScheme
from qiyue.codec import behaviour, evidence
from qiyue.document import Document, Node

_KNOWN = ["type", "scheme", "in", "name", "description", "x-qiyue-scope", "x-qiyue-token", evidence.KEY]


def schemes(document: Document) -> tuple[SecurityScheme, ...]:
    """Read ``components.securitySchemes``."""
    components = document.root.child("components")
    entries = [] if components is None else list(components.mapping("securitySchemes"))
    found = ((name, child.followed()) for name, child in entries)
    return tuple(_scheme(name, node) for name, node in found if node is not None)


def _scheme(name: str, node: Node) -> SecurityScheme:
    scope, token = node.child("x-qiyue-scope"), node.child("x-qiyue-token")
    kind = node.text("type")
    if kind == "basic":
        node.note("odd-shape", "since OpenAPI 3 `basic` is a scheme of type `http`; it is read as that")
    return SecurityScheme(
        id=name,
        type="http" if kind == "basic" else kind,
        scheme=kind if kind == "basic" else node.text("scheme").lower(),
        location=node.text("in"),
        name=node.text("name"),
        description=node.text("description"),
        credential=None if scope is None else Credential(scope.text("name"), scope.text("env")),
        token=None if token is None else behaviour.read_token(token.data),
        evidence=evidence.read(node.data),
        extra=node.rest(_KNOWN),
        place=node.pointer,
    )


def keys(required: tuple[Requirement, ...], known: Mapping[str, SecurityScheme]) -> frozenset[tuple[str, str]]:
    """The places and names, in small letters, in which a key goes along whichever alternative is chosen.

    Authorization is one of them where any alternative sends it: OpenAPI keeps it out of parameters.
    """
    found = [
        {(known[name].location, known[name].name.lower()) for name, _ in schemes if known[name].type == "apiKey"}
        for schemes in required
    ]
    common = set.intersection(*found) if found else set()
    if any(_sends_authorization(known[name]) for schemes in required for name, _ in schemes):
        common.add(("header", "authorization"))
    return frozenset(common)


def _sends_authorization(scheme: SecurityScheme) -> bool:
    return scheme.type in ("http", "oauth2", "openIdConnect")


def requirements(owner: Node, known: Mapping[str, SecurityScheme]) -> tuple[Requirement, ...]:
    """Read ``security``: alternatives, each of schemes that must all be satisfied."""
    found: list[Requirement] = []
    for alternative in owner.sequence("security"):
        if not isinstance(alternative.data, dict):
            alternative.odd("a security requirement")
            continue
        missing = [name for name in alternative.data if name not in known]
        if missing:
            alternative.gap("unknown-security-scheme", f"no security scheme is called {missing[0]!r}")
            continue
        wanted = tuple((name, alternative.texts(name)) for name in alternative.data)
        choices = list(_choices(wanted, known))
        if len(choices) > 1:
            alternative.note("credential-clash", "two credentials would stand at one place: one of them is sent")
        found += choices
    return tuple(found)


def _choices(wanted: Requirement, known: Mapping[str, SecurityScheme]) -> Iterator[Requirement]:
    """Give the alternatives in one requirement: of the schemes that write to the same place each is one."""
    places: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for name, scopes in wanted:
        places.setdefault(_place(known[name]), []).append((name, scopes))
    yield from product(*places.values())


def _place(scheme: SecurityScheme) -> str:
    if scheme.type == "apiKey":
        return f"{scheme.location}:{scheme.name}".lower()
    return scheme.id if scheme.type == "mutualTLS" else "header:authorization"
