"""The view of the client classes. In: the plan of names and the service. Out: constructor, credentials, resources."""

from qiyue.client_plan.texts import described, source_of
from qiyue.client_plan.types.names import pascal
from qiyue.runtime import errors
from qiyue.targets.python.annotations import ArgumentWriter
from qiyue.targets.python.callers import CLIENT_MODULE_NAMES
from qiyue.targets.python.context import Context
from qiyue.targets.python.expressions import HERE, NONE, Expression, union
from qiyue.targets.python.methods import attribute_imports, attributes, given, import_lines
from qiyue.targets.python.service import Common
from qiyue.targets.python.views import ClientView, CommonView, SecretView, WebhooksView
from qiyue.targets.python.words import BUILTINS, constant

_TAKEN = CLIENT_MODULE_NAMES | BUILTINS | vars(errors).keys()


def client_name(package: str) -> str:
    """Name the client's class after its package: ``tea_house`` → ``TeaHouse``."""
    name = pascal(package, "Client")
    return name + "Client" if {name, "Async" + name} & _TAKEN else name


def client_view(context: Context, base_url: str, webhooks: WebhooksView) -> ClientView:
    """Decide ``_client.py`` and ``__init__.py``."""
    api = context.api
    common = [(each, _annotation(each, context)) for each in context.constructor.common]
    listed = attributes([path for path in context.names.groups if "." not in path], context)
    used = {name for _, annotation in common for name in annotation.imports}
    addresses = context.constructor.addresses
    if addresses.variables:
        used.add(("collections.abc", "Mapping"))
    if any(one.choices for one in addresses.variables):
        used.add(("typing", "Literal"))
    used |= attribute_imports(listed, f"{HERE}resources.")
    return ClientView(
        name=client_name(context.package),
        package=context.package,
        title=api.title.strip() or context.package,
        text="\n\n".join(filter(None, [_summary(context), source_of(api.evidence)])),
        base_url_text=_address_text(context, base_url),
        secrets=tuple(SecretView(secret.argument, secret.env, secret.text) for secret in context.constructor.secrets),
        common=tuple(CommonView(each.argument, annotation.text, each.env, each.text) for each, annotation in common),
        variables=addresses.views(),
        options="BaseOptions" if addresses.environments else "ClientOptions",
        arguments=", ".join(secret.argument for secret in context.constructor.secrets),
        credentials=given(secret.argument for secret in context.constructor.secrets),
        shared=given(each.argument for each, _ in common),
        places=given(one.argument for one in addresses.variables),
        place_names=", ".join(one.argument for one in addresses.variables),
        imports=import_lines(used, "."),
        modules=("models", "webhooks") if webhooks.webhooks else ("models",),
        resources=listed,
    )


def _annotation(common: Common, context: Context) -> Expression:
    """Give the annotation of a parameter that calls have in common; not given, it is ``None``."""
    writer = ArgumentWriter(classes=context.classes)
    return union([*map(writer.write, common.types), NONE])


def _summary(context: Context) -> str:
    api = context.api
    return described(api.title, api.version and f"Version {api.version}.", api.summary)


def _address_text(context: Context, base_url: str) -> str:
    env = f"{constant(context.package)}_BASE_URL"
    if base_url:
        return f"Without ``base_url``, {env} in the environment counts, else {base_url}"
    said = f"of the address the document says only {context.api.servers[0].url}" if context.api.servers else ""
    return f"``base_url`` is needed, or {env} in the environment: {said or 'the document names no address'}."
