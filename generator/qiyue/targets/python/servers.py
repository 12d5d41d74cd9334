"""Addresses of the plan, their variables as arguments of the constructor. In: the settings. Out: texts."""

import re
from collections.abc import Mapping

from qiyue.client_plan.model import Settings
from qiyue.client_plan.texts import described
from qiyue.runtime.servers import ENVIRONMENT
from qiyue.runtime.service import Variable
from qiyue.targets.python.expressions import Expression
from qiyue.targets.python.literals import literal, one_line
from qiyue.targets.python.views import CommonView
from qiyue.targets.python.words import Scope, spell

_BRACES = re.compile(r"\{([^{}]*)\}")


class Addresses:
    """Where a client's requests go, with the arguments of the constructor in braces."""

    def __init__(self, settings: Settings, scope: Scope, prefix: str) -> None:
        self._settings = settings
        spelled = [scope.take(spell(each.name, "server"), "_") for each in settings.variables]
        named = list(zip(settings.variables, spelled, strict=True))
        self._arguments = {"_".join(each.name): argument for each, argument in named}
        self._texts = [
            described(
                each.description, f"Of the address {each.address}.", f"Usually {each.default}." * bool(each.default)
            )
            for each in settings.variables
        ]
        self.base_url = self._spell(settings.address)
        self.environments = {"_".join(each.name): self._spell(each.address) for each in settings.environments}
        """The servers to choose from: name → address."""
        self.variables = tuple(
            Variable(argument=argument, env=f"{prefix}_{each.env}", default=each.default, choices=each.choices)
            for each, argument in named
        )
        if self.environments:
            usual = next(name for name, address in self.environments.items() if address == self.base_url)
            choices = tuple(self.environments)
            chosen = Variable(argument=ENVIRONMENT, env=f"{prefix}_ENVIRONMENT", default=usual, choices=choices)
            self.variables = (chosen, *self.variables)
            self._texts.insert(0, _servers_text(settings, self.environments, usual))

    def of(self, operation_id: str) -> str:
        """Give the address of an operation that has servers of its own, ``""`` of any other."""
        return self._spell(self._settings.addresses.get(operation_id, ""))

    def elsewhere(self, operation_id: str) -> Mapping[str, str] | None:
        """Give the addresses of such an operation by the names of environments."""
        found = self._settings.elsewhere.get(operation_id, {})
        return {"_".join(name): self._spell(address) for name, address in found.items()} or None

    def views(self) -> tuple[CommonView, ...]:
        """Give the variables as arguments."""
        return tuple(
            CommonView(one.argument, _annotation(one).text, one.env, text)
            for one, text in zip(self.variables, self._texts, strict=True)
        )

    def _spell(self, address: str) -> str:
        return _BRACES.sub(lambda found: "{" + self._arguments[found[1]] + "}", address)


def _servers_text(settings: Settings, environments: Mapping[str, str], usual: str) -> str:
    listed = [
        f"``{name}``: {one_line(f'{address} {each.description}').strip()}"
        for (name, address), each in zip(environments.items(), settings.environments, strict=True)
    ]
    return described("Which server:", *listed, f"Usually {usual}. A mapping is read in place of the environment.")


def _annotation(variable: Variable) -> Expression:
    """Give the annotation of a variable; not given, it is ``None``."""
    if not variable.choices:
        return Expression("str | None")
    values = ", ".join(map(literal, variable.choices))
    imports = frozenset({("typing", "Literal")})
    if variable.argument == ENVIRONMENT:
        text = f"Literal[{values}] | Mapping[str, str] | None"
        return Expression(text, imports | {("collections.abc", "Mapping")})
    return Expression(f"Literal[{values}] | None", imports)
