"""What a mock is given by options: keys and secrets by name, rules for faults."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from qiyue import source
from qiyue.api import Api
from qiyue.codes import suggest_word
from qiyue.diagnostics import Diagnostic, Refused, Severity, refuse
from qiyue.mock import chaos
from qiyue.source import Places
from qiyue.values import Plain
from qiyue.wording import Problem


def pairs(option: str, given: Iterable[str], known: frozenset[str]) -> dict[str, list[str]]:
    """Read ``NAME=VALUE``, several of which may have one name."""
    found: dict[str, list[str]] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or name not in known:
            meant = suggest_word(name, known)
            hint = f"did you mean {meant}=…?" if meant else f"names are {', '.join(sorted(known)) or 'none here'}"
            raise refuse("unknown-credential", f"{option} {name}=… names no credential of these mocks", hint=hint)
        found.setdefault(name, []).append(value)
    return found


def credentials(apis: Mapping[str, Api]) -> frozenset[str]:
    """Give the names that ``--accept`` may have."""
    schemes = [scheme for api in apis.values() for scheme in api.security_schemes]
    of_tokens = (name for scheme in schemes if scheme.token for _, name in scheme.token.request)
    return frozenset([*(scheme.id for scheme in schemes), *of_tokens])


def secrets(apis: Mapping[str, Api]) -> frozenset[str]:
    """Give the names that ``--secret`` may have."""
    return frozenset(one.signature.secret for api in apis.values() for one in api.operations if one.signature)


def faults(path: Path | None, apis: Mapping[str, Api]) -> Plain:
    """Read the rules of ``--chaos``."""
    if path is None:
        return ()
    loaded = source.read(path)
    operations = frozenset(one.id for api in apis.values() for one in api.operations)
    _refuse("invalid-chaos", loaded, chaos.wrong(loaded.data, operations))
    return loaded.data


def _refuse(code: str, loaded: source.Loaded, problems: Iterator[Problem]) -> None:
    places = Places.of(loaded.source)
    found = [
        Diagnostic(
            code,
            Severity.ERROR,
            f"{each.pointer or 'the file'}: {each.sentence}",
            places.place(each.pointer),
            each.hint,
        )
        for each in problems
    ]
    if found:
        raise Refused(found)
