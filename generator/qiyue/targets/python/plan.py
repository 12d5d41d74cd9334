"""Which files a distribution has. In: the views. Out: path → template and view; paths hold names of ours only."""

from collections.abc import Iterator, Sequence

from qiyue.base.value import Value
from qiyue.targets.python.views import (
    ClientView,
    DeclarationsView,
    Distribution,
    ModelsView,
    ResourceView,
    TimesView,
    WebhooksView,
)


class Planned(Value):
    """One file to print."""

    path: str
    template: str
    view: object


def plan_files(
    distribution: Distribution,
    client: ClientView,
    service: DeclarationsView,
    operations: DeclarationsView,
    models: ModelsView,
    times: TimesView,
    resources: Sequence[ResourceView],
    webhooks: WebhooksView,
) -> Iterator[Planned]:
    """Walk the files that are printed from templates."""
    package = client.package
    yield Planned("pyproject.toml", "pyproject.toml.jinja", distribution)
    yield Planned("README.md", "README.md.jinja", distribution)
    yield Planned(f"{package}/__init__.py", "package/__init__.py.jinja", client)
    yield Planned(f"{package}/_client.py", "package/_client.py.jinja", client)
    yield Planned(f"{package}/_service.py", "package/declarations.py.jinja", service)
    yield Planned(f"{package}/_operations.py", "package/declarations.py.jinja", operations)
    yield Planned(f"{package}/models.py", "package/models.py.jinja", models)
    if times.times:
        yield Planned(f"{package}/_times.py", "package/_times.py.jinja", times)
    if webhooks.webhooks:
        yield Planned(f"{package}/webhooks.py", "package/webhooks.py.jinja", webhooks)
    yield Planned(f"{package}/resources/__init__.py", "package/resources/__init__.py.jinja", client)
    for resource in resources:
        yield Planned(f"{package}/resources/{resource.module}.py", "package/resources/resource.py.jinja", resource)
