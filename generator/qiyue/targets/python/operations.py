"""Operations of the Api → the values that the runtime acts upon. In: an operation. Out: its declaration."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from qiyue import api
from qiyue.base.value import Value
from qiyue.client_plan.credentials import is_sent
from qiyue.runtime import operation as runtime
from qiyue.runtime.flows import TokenCall
from qiyue.targets.python.answers import Answers, answers_of, refusals_of
from qiyue.targets.python.arguments import Arguments, arguments_of
from qiyue.targets.python.callers import Caller
from qiyue.targets.python.context import Context
from qiyue.targets.python.doubts import tell_unknown_success
from qiyue.targets.python.expressions import Expression
from qiyue.targets.python.flows import Flows, flows_of, quota_of, token_call
from qiyue.targets.python.opaque import tell_opaque
from qiyue.targets.python.signatures import signature_of

T = TypeVar("T")


class Planned(Value):
    """One operation, decided in full."""

    operation: api.Operation
    caller: Caller
    arguments: Arguments
    answers: Answers
    flows: Flows
    declared: runtime.Operation[Any]


def plan_operation(operation: api.Operation, context: Context) -> Planned:
    """Decide everything about one operation."""
    tell_opaque(operation, context)
    tell_unknown_success(operation, context)
    arguments = arguments_of(operation, context)
    answers = answers_of(operation, context)
    caller = context.names.callers[operation.id]
    flows = flows_of(operation, arguments, context)
    declared: runtime.Operation[Any] = runtime.Operation(
        id=operation.id,
        caller=str(caller),
        method=operation.method,
        path=operation.path,
        parameters=arguments.parameters,
        body=arguments.body,
        answers=answers.declared,
        streams=answers.streams,
        refusals=refusals_of(operation, context),
        envelope=_envelope(operation.envelope),
        constants=arguments.constants,
        errors=_errors(operation.errors),
        signature=signature_of(operation, context),
        security=_security(operation, context),
        idempotent=operation.safety.repeatable if operation.safety else None,
        timeout=float(operation.timeout) if operation.timeout else None,
        limits=arguments.limits,
        base_url=context.constructor.addresses.of(operation.id),
        environments=context.constructor.addresses.elsewhere(operation.id),
        quota=quota_of(operation, context),
        paging=flows.paging,
        upload=flows.declared_upload,
    )
    return Planned(operation, caller, arguments, answers, flows, declared)


def token_calls(planned: Iterable[Planned], context: Context) -> dict[str, TokenCall | None]:
    """Give how each scheme with a token gets it, by the scheme's id; ``None`` where that cannot be done."""
    by_id = {each.operation.id: each for each in planned}
    tokens = {scheme.id: scheme for scheme in context.api.security_schemes if scheme.token}
    return {
        name: token_call(scheme, call.operation, call.arguments, context) if call else None
        for name, scheme in tokens.items()
        for call in [by_id.get(scheme.token.operation if scheme.token else "")]
    }


def share(planned: Iterable[Planned]) -> tuple[dict[str, Any], tuple[Planned, ...]]:
    """Name what operations have in common, so that it is written once: name → value, and the operations that use it."""
    shared: dict[str, Any] = {}
    written = []
    for each in planned:
        envelope = _named(shared, "ENVELOPE", each.declared.envelope)
        errors = _named(shared, "ERRORS", each.declared.errors)
        signature = _named(shared, "SIGNATURE", each.declared.signature)
        quota = _named(shared, "QUOTA", each.declared.quota)
        refusals = _named(shared, "REFUSALS", each.declared.refusals or None) or ()
        common: Any = {"envelope": envelope, "errors": errors, "signature": signature, "quota": quota}
        declared = replace(each.declared, **common, refusals=refusals)
        written.append(replace(each, declared=declared))
    return shared, tuple(written)


def _named(shared: dict[str, Any], word: str, value: Any) -> Any:
    if value is None:
        return None
    for name, known in shared.items():
        if known == value:
            return Expression(name)
    number = sum(name.startswith(word) for name in shared) + 1
    name = word if number == 1 else f"{word}_{number}"
    shared[name] = value
    return Expression(name)


def _envelope(envelope: api.Envelope | None) -> runtime.Envelope | None:
    if envelope is None:
        return None
    request, answer = envelope.request, envelope.answer
    return runtime.Envelope(
        request=runtime.RequestEnvelope(payload=request.payload, fill=tuple(map(_fill, request.fill)))
        if request
        else None,
        answer=runtime.AnswerEnvelope(
            success=_condition(answer.success) if answer.success else None,
            code=answer.code,
            message=answer.message,
            payload=answer.payload,
            payload_required=answer.payload_required,
            trace=answer.trace,
        )
        if answer
        else None,
    )


def _fill(fill: api.Fill) -> runtime.Fill:
    return runtime.Fill(at=fill.at, make=fill.make, per=fill.per, format=fill.format, zone=fill.zone, value=fill.value)


def _condition(condition: api.Condition) -> runtime.Condition:
    parts = tuple(map(_condition, condition.parts))
    return runtime.Condition(at=condition.at, test=condition.test, value=condition.value, parts=parts)


def _errors(table: api.ErrorTable | None) -> runtime.Errors | None:
    return runtime.Errors(at=table.at, codes=tuple(map(_code, table.codes))) if table else None


def _code(row: api.Code) -> runtime.CodeRow:
    kind: Any = row.kind.value if row.kind else None
    return runtime.CodeRow(
        code=row.code,
        kind=kind,
        status=row.status,
        retry=row.retry,
        message=row.message,
        advice=row.advice,
        at=row.at,
        message_at=row.message_at,
    )


def _security(operation: api.Operation, context: Context) -> tuple[tuple[str, ...], ...]:
    """Give the alternatives of schemes. Those the transport takes care of are left out, and whose token this gets."""
    schemes = context.api.security_schemes
    sent = {each.id for each in schemes if is_sent(each) and not (each.token and each.token.operation == operation.id)}
    return tuple(dict.fromkeys(tuple(scheme for scheme, _ in each if scheme in sent) for each in operation.security))
