"""The stages of the Python target, one after the other. In: an Api. Out: the files of its distribution.

Names and types first, then what each operation is (``operations``), then views, then text.
"""

from itertools import groupby

from qiyue.api import Api
from qiyue.client_plan import Naming, plan_client
from qiyue.diagnostics import Report, refuse
from qiyue.files import File
from qiyue.targets.python.callers import spell_callers
from qiyue.targets.python.class_names import spell_types
from qiyue.targets.python.client import client_name, client_view
from qiyue.targets.python.context import Context, Gaps
from qiyue.targets.python.format import format_python
from qiyue.targets.python.forms import times_view
from qiyue.targets.python.limits import LimitTables
from qiyue.targets.python.methods import operations_view, resource_view, service_view
from qiyue.targets.python.models import models_view
from qiyue.targets.python.operations import plan_operation, share, token_calls
from qiyue.targets.python.plan import plan_files
from qiyue.targets.python.reach import met
from qiyue.targets.python.readme import distribution_view
from qiyue.targets.python.readonly import read_only
from qiyue.targets.python.render import render
from qiyue.targets.python.runtime_files import runtime_files
from qiyue.targets.python.service import Constructor
from qiyue.targets.python.webhooks import webhooks_view
from qiyue.targets.target import Locate


def assemble_distribution(api: Api, package: str, report: Report, locate: Locate, naming: Naming) -> tuple[File, ...]:
    """The files of the client of an Api; see ``generate``.

    Raises:
        Refused: types lie in each other so deeply that nobody wrote them by hand.
    """
    try:
        return _generated(api, package, report, locate, naming)
    except RecursionError:
        message = "types lie too deeply in each other, through references"
        raise refuse("too-deep", message, locate(api.place), "let objects stand between them") from None


def _generated(api: Api, package: str, report: Report, locate: Locate, naming: Naming) -> tuple[File, ...]:
    gaps = Gaps(report, locate, api.type_places)
    plan = spell_types(plan_client(api, gaps, naming))
    limits, constructor = LimitTables(plan.api.types, plan.types, gaps), Constructor(plan, package, gaps)
    names = spell_callers(plan.api, plan.resources, client_name(package))
    context = Context(plan, package, names, limits, constructor, gaps)
    texts = _written(context)
    python = format_python({path: text for path, text in texts.items() if path.endswith((".py", ".md"))}, report)
    files = [File(path, text.encode()) for path, text in {**texts, **python}.items()]
    return tuple(
        sorted([*files, File(f"{package}/py.typed", b""), *runtime_files(package)], key=lambda file: file.path)
    )


def _written(context: Context) -> dict[str, str]:
    """Print every file that has a template."""
    planned = [plan_operation(operation, context) for operation in context.api.operations]
    service = context.constructor.service(token_calls(planned, context))
    shared, planned_once = share(planned)
    ordered = sorted(planned_once, key=lambda each: each.caller.resource)
    members = {name: tuple(each) for name, each in groupby(ordered, key=lambda each: each.caller.resource)}
    resources = [resource_view(group, members.get(path, ()), context) for path, group in context.names.groups.items()]
    webhooks = webhooks_view(context)
    client = client_view(context, service.base_url, webhooks)
    operations = operations_view({**shared, **context.limits.used}, planned_once)
    distribution = distribution_view(context, client, webhooks, planned_once, bool(service.base_url))
    models = models_view(met(context.types, planned), read_only(context.api, context.types))
    times = times_view(context.types.times)
    files = plan_files(distribution, client, service_view(service), operations, models, times, resources, webhooks)
    return {file.path: render(file.template, file.view) for file in files}
