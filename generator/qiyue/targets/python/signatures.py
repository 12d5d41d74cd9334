"""How requests are signed. In: an operation. Out: the declaration of its signature."""

from qiyue import api
from qiyue.base.signature import unknown_digests
from qiyue.runtime import operation as runtime
from qiyue.targets.python.context import Context


def signature_of(operation: api.Operation, context: Context) -> runtime.Signature | None:
    """Give the declaration of an operation's signature, its secret an argument of the client."""
    rule = operation.signature
    if rule is None:
        return None
    for word in unknown_digests(rule):
        message = f"{operation.id}: the client cannot sign, there is no implementation of {word}"
        context.gap("digest-unknown", message, operation.place)
    unique = rule.unique
    return runtime.Signature(
        secret=context.constructor.secret(rule.secret),
        put=rule.put,
        steps=tuple(
            runtime.SignatureStep(do=step.do, word=step.word, case=step.case, encode=step.encode) for step in rule.steps
        ),
        over=rule.over,
        exclude=rule.exclude,
        drop=rule.drop,
        booleans=rule.booleans,
        nested=rule.nested,
        sort=rule.sort,
        join=rule.join,
        resolution=float(unique.resolution) if unique else 0.0,
        on_collision=unique.on_collision if unique else "wait",
    )
