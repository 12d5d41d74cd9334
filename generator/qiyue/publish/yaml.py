"""Plain data as YAML text that YAML 1.1 and 1.2 readers read alike; a ``Decimal`` keeps its digits."""

import re
from decimal import Decimal

import yaml

from qiyue.values import Plain

_NUMBER = r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|0[ox][0-9a-fA-F]+|[-+]?\.(inf|nan)"
_TO_QUOTE = re.compile(rf"{_NUMBER}|.*[\x85\u2028\u2029\ufeff].*", re.IGNORECASE | re.DOTALL)
"""Text that some reader takes for a number or a line break."""


class _Dumper(yaml.SafeDumper):
    """Block style, no aliases, two spaces also before list items."""

    def ignore_aliases(self, _: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        return super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    """Write text: quoted where it could be misread, several lines as a block."""
    style = None if value.isidentifier() else '"' if _TO_QUOTE.fullmatch(value) else "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _decimal(dumper: yaml.SafeDumper, value: Decimal) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:float", str(value))


class _Quick(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """The same by libyaml, which knows only one indent: list items stand below their key."""

    def ignore_aliases(self, _: object) -> bool:
        return True


for _each in (_Dumper, _Quick):
    _each.add_representer(str, _text)
    _each.add_representer(Decimal, _decimal)


def text(document: Plain, *, quick: bool = False) -> str:
    """Write a document; ``quick`` takes a third of the time, and another indent."""
    dumper = _Quick if quick else _Dumper
    written: str = yaml.dump(document, Dumper=dumper, sort_keys=False, allow_unicode=True, width=120)
    return written
