"""``qiyue contract``: hold a mock or a generated client to the spec."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, TypeAlias

import typer
from rich.console import RenderableType
from rich.table import Table

from qiyue import contract as suite
from qiyue import dump
from qiyue.cli import choice
from qiyue.cli.options import Json
from qiyue.cli.result import Exit, Result


class Target(StrEnum):
    """Who is held to the spec."""

    MOCK = "mock"
    CLIENT = "client"


Names: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(metavar="EDITION|SPEC", help="Editions (none: all of them), or OpenAPI files."),
]
Whom: TypeAlias = Annotated[Target, typer.Option("--target", help="The mock, or the generated client over the mock.")]
Seed: TypeAlias = Annotated[int, typer.Option("--seed", metavar="N", help="Equal seeds send equal requests.")]
Examples: TypeAlias = Annotated[
    int, typer.Option("--max-examples", metavar="N", min=1, help="Drawn cases for each operation.")
]
Budget: TypeAlias = Annotated[
    float | None, typer.Option("--time-budget", metavar="S", min=0, help="Stop after so many seconds.")
]


def contract(
    names: Names = None,
    target: Whom = Target.MOCK,
    seed: Seed = 0,
    max_examples: Examples = 50,
    time_budget: Budget = None,
    as_json: Json = False,
) -> Result:
    """Test every operation by its spec; green only if each reached a business success and nothing failed.

    Example: qiyue contract petstore.yaml --target client
    """
    outcomes = {}
    for name in names or [edition.name for edition in choice.editions(None)]:
        api = choice.compiled(name).api
        outcomes[name] = suite.run(api, target.value, seed=seed, max_examples=max_examples, time_budget=time_budget)
    green = all(outcome.green for outcome in outcomes.values())
    lines = [line for name, outcome in outcomes.items() for line in _lines(name, outcome)]
    data = {"outcomes": {name: dump.plain(each) | {"green": each.green} for name, each in outcomes.items()}}
    return Result(Exit.CLEAN if green else Exit.FINDINGS, (), lines, data)


def _lines(name: str, outcome: suite.Outcome) -> Iterator[RenderableType]:
    table = Table("operation", "cases", "successes", "refusals", box=None, pad_edge=False)
    for each in outcome.tested:
        refusals = ", ".join(f"{count} {kind}" for kind, count in each.refusals)
        table.add_row(each.operation, str(each.cases), str(each.successes), refusals)
    yield table
    for failure in outcome.failures:
        yield f"{failure.operation}: {failure.message}"
        yield f"  {failure.reproduction}"
    yield from outcome.reasons()
    verdict = "green" if outcome.green else "not green"
    yield f"{name}: {verdict}: {outcome.cases} cases, target {outcome.target}, seed {outcome.seed}"
