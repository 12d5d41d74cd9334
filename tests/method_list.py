"""A target of one file: a Markdown list of the methods of an Api. It knows qiyue by ``qiyue.targets`` alone."""

from collections.abc import Iterator

from qiyue.files import File
from qiyue.targets import Identifiers, Target, TargetInput


def generate(given: TargetInput) -> tuple[File, ...]:
    """Write one file."""
    return (File("METHODS.md", "".join(_lines(given)).encode()),)


def _lines(given: TargetInput) -> Iterator[str]:
    yield f"# {given.package}\n\n"
    for operation in given.api.operations:
        yield f"- `{operation.method.upper()} {operation.path}`: {operation.id}\n"


def wrong_package(name: str) -> str:
    return "" if name.islower() else f"`{name}` is not lower case"


TARGET = Target("method-list", generate, Identifiers(wrong_package, str.lower))
