"""Methods of an operation. In: an operation and its name. Out: the method, and those beside it."""

from qiyue.api import Operation, Types
from qiyue.client_plan.given import given_method
from qiyue.client_plan.model import Method
from qiyue.client_plan.refusals import plan_refusals
from qiyue.client_plan.results import plan_results, plan_streams
from qiyue.client_plan.streams import is_streamed, is_whole
from qiyue.client_plan.words import Words, WordScope, split_words


def plan_method(operation: Operation, name: Words, scope: WordScope, types: Types) -> Method:
    """Name what goes beyond one request."""
    good = operation.success_answers
    iterator: Words = ()
    stream: Words = ()
    upload: Words = ()
    if any(is_streamed(each, types) for each in good):
        stream = scope.take(("stream", *name)) if any(map(is_whole, good)) else name
    if operation.pagination:
        iterator = scope.take(("iter",) if name == ("list",) else ("iter", *name))
    if operation.upload:
        upload = scope.take(("upload",))
    is_renamed = not given_method(operation) and split_words(operation.id) != name
    results, streams = plan_results(operation, types), plan_streams(operation, types)
    refusals = plan_refusals(operation)
    return Method(operation.id, name, is_renamed, iterator, stream, upload, results, streams, refusals)
