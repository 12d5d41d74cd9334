"""What the vendor sends (webhooks, callbacks) → the view of ``webhooks.py``. In: the Api. Out: what decodes it."""

from collections import Counter
from collections.abc import Iterator

from qiyue.api import Operation
from qiyue.base.media import essence, is_json
from qiyue.base.value import Value
from qiyue.client_plan.texts import described, source_of
from qiyue.client_plan.whole_body import FORM
from qiyue.examples import preferred_media
from qiyue.targets.python.context import Context
from qiyue.targets.python.expressions import HERE, Writer
from qiyue.targets.python.methods import import_lines
from qiyue.targets.python.views import WebhooksView, WebhookView
from qiyue.targets.python.words import BUILTINS, KEYWORDS, Scope, snake

_MODULE_NAMES = {"models", "decoded", "form_decoded", "any", "mapping"}


class _Sent(Value):
    """A request that the vendor makes."""

    name: str
    when: str
    operation: Operation


def webhooks_view(context: Context) -> WebhooksView:
    """Decide ``webhooks.py``; what has no body has nothing to decode."""
    scope = Scope(KEYWORDS | BUILTINS | _MODULE_NAMES)
    views: list[WebhookView] = []
    used: set[tuple[str, str]] = {("collections.abc", "Mapping")}
    for sent in _sent(context):
        media = preferred_media(sent.operation)
        if media is None:
            continue
        kind = essence(media.content_type)
        if not is_json(kind) and kind not in {FORM, "*/*"}:
            place = sent.operation.place
            context.gap("webhook-undecoded", f"{sent.name}: a body of {kind} is left to the caller", place)
            continue
        result = Writer().write(context.types.ref(media.type))
        used |= result.imports | {(f"{HERE}_runtime.webhook", "form_decoded" if kind == FORM else "decoded")}
        views.append(
            WebhookView(
                name=scope.take(snake(sent.name, "webhook"), "_"),
                result=result.text,
                decode="form_decoded" if kind == FORM else "decoded",
                summary=sent.operation.summary.strip() or sent.when,
                text=_text(sent),
            )
        )
    return WebhooksView(import_lines(used, "."), tuple(views))


def _sent(context: Context) -> Iterator[_Sent]:
    """Walk the requests of the vendor: a webhook has the name of its key, a callback also that of its operation."""
    keys = Counter(operation.path for operation in context.api.webhooks)
    for operation in context.api.webhooks:
        name = operation.path if keys[operation.path] == 1 else f"{operation.path} {operation.method}"
        yield _Sent(name, f"Webhook `{operation.path}`.", operation)
    for owner in context.api.operations:
        for callback in owner.callbacks:
            for operation in callback.operations:
                when = f"Callback `{callback.name}` of `{context.names.callers[owner.id]}`."
                yield _Sent(f"{owner.id} {callback.name}", when, operation)


def _text(sent: _Sent) -> str:
    operation = sent.operation
    about = described(operation.description, operation.body.description if operation.body else "")
    blocks = [operation.summary.strip() or sent.when, about, source_of(operation.evidence)]
    blocks += [sent.when] if operation.summary.strip() else []
    return "\n\n".join([*filter(None, blocks), "Raises:\n    UndecodableError: it is something else."])
