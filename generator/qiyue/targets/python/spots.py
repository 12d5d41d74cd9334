"""Spots of messages → arguments and types. In: an operation and a place the document names. Out: what reaches it."""

from qiyue.api import Operation
from qiyue.base.media import is_json
from qiyue.base.where import pointer
from qiyue.client_plan.types.type_ref import ANY, ListType, TypeRef, is_text, without_null
from qiyue.runtime.flows import Spot
from qiyue.targets.python.argument import Argument
from qiyue.targets.python.arguments import Arguments
from qiyue.targets.python.context import Context


def spot_of(where: str, operation: Operation, arguments: Arguments, context: Context) -> Spot | None:
    """Find the argument through which a place of the request is filled; ``None`` where there is none."""
    for name, place in _places(operation, arguments):
        inside = where.removeprefix(place)
        if where.startswith(place) and (inside == "" or (inside.startswith("/") and place[:1] in {"", "/"})):
            ref = next(each.type for each in arguments.listed if each.name == name)
            return Spot(argument=name, at=inside, text=_is_text(context.types.member(ref, inside)))
    return None


def _places(operation: Operation, arguments: Arguments) -> list[tuple[str, str]]:
    """Give each argument with the place that it fills."""
    request = operation.envelope.request if operation.envelope else None
    payload = request.payload if request else ""
    places = [(each.argument, f"{each.location}:{each.name}") for each in arguments.parameters]
    if arguments.body:
        places += [(each.argument, each.at or payload + pointer([each.name])) for each in arguments.body.properties]
        places += [(arguments.body.argument, payload)] if arguments.body.argument else []
    return places


def without(arguments: Arguments, *spots: Spot | None) -> tuple[Argument, ...]:
    """Give the arguments that are left when some are filled by the client."""
    filled = {spot.argument for spot in spots if spot}
    return tuple(argument for argument in arguments.listed if argument.name not in filled)


def told(where: str, operation: Operation, context: Context) -> TypeRef:
    """Give the type of what a successful answer says somewhere in its payload; anything where that is not known."""
    envelope = operation.envelope.answer if operation.envelope else None
    payload = envelope.payload if envelope else ""
    media = [media for answer in operation.success_answers for media in answer.media if is_json(media.content_type)]
    if not media or not f"{where}/".startswith(f"{payload}/"):
        return ANY
    return context.types.member(context.types.ref(media[0].type), where)


def item_of(ref: TypeRef) -> TypeRef:
    """Give the type of a list's items."""
    lists = without_null(ref)
    return lists[0].item if len(lists) == 1 and isinstance(lists[0], ListType) else ANY


def _is_text(ref: TypeRef) -> bool:
    parts = without_null(ref)
    return bool(parts) and all(map(is_text, parts))
