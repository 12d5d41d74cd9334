"""Query objects: whether a query holds the members of more than one object, so that nothing tells whose a member
is."""

from qiyue.api import Api, Operation
from qiyue.schema.json_types import json_types
from qiyue.schema.selection import first_form


def has_multiple_query_objects(api: Api, operation: Operation) -> bool:
    """Tell whether two or more objects are written into the query member by member."""
    alone = [
        each for each in operation.parameters if (each.location, each.style, each.explode) == ("query", "form", True)
    ]
    return (
        sum(
            "object" in json_types(first_form(api.schema(each.type), api.types))
            for each in alone
            if not each.content_type
        )
        > 1
    )
