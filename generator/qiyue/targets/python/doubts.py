"""Answers of which nothing tells whether they are successes. In: an operation. Out: a gap."""

from qiyue.api import AnswerEnvelope, ErrorTable, Operation
from qiyue.schema.places import node_at
from qiyue.targets.python.context import Context

_BARE = AnswerEnvelope()
_NOTHING = ErrorTable()


def tell_unknown_success(operation: Operation, context: Context) -> None:
    """Say of an operation whose answers carry a code that neither a test nor a row of the code table says success.

    A code that answers of success do not have, such as that of an error object, leaves no doubt.
    """
    answer = (operation.envelope and operation.envelope.answer) or _BARE
    table = operation.errors or _NOTHING
    where = table.at or answer.code
    is_told = answer.success is not None or any(row.kind is None for row in table.codes)
    if is_told or not where.startswith("/"):
        return
    media = (media.type for good in operation.success_answers for media in good.media)
    if any(node_at(context.schema(type_id), where, context.api.types) for type_id in media if type_id):
        message = (
            f"{operation.id}: no code at {where} is said to be that of a success: each that no row has is returned"
        )
        context.gap("success-unknown", message, operation.place)
