"""An enum value that the spec does not name, wherever an answer holds it: copied, pickled, sent back."""

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from .conftest import Made, Wire

SPEC = """
paths:
  /boxes:
    put:
      operationId: putBox
      tags: [boxes]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Box'}}}, required: true}
      responses:
        '200': {description: the box, content: {application/json: {schema: {$ref: '#/components/schemas/Box'}}}}
components:
  schemas:
    Leaf: {type: string, enum: [green, unknown]}
    Grade: {type: integer, enum: [1, 2]}
    Box: {type: object, required: [tea], properties: {tea: {$ref: '#/components/schemas/Tea'}}}
    Tea:
      type: object
      properties:
        leaf: {$ref: '#/components/schemas/Leaf'}
        grade: {$ref: '#/components/schemas/Grade'}
        inline: {type: string, enum: [loose, bag]}
        orNull: {anyOf: [{$ref: '#/components/schemas/Leaf'}, {type: 'null'}]}
        orNumber: {anyOf: [{$ref: '#/components/schemas/Leaf'}, {$ref: '#/components/schemas/Grade'}]}
        orModel: {oneOf: [{$ref: '#/components/schemas/Leaf'}, {$ref: '#/components/schemas/Blend'}]}
        leaves: {type: array, items: {$ref: '#/components/schemas/Leaf'}}
        byDay: {type: object, additionalProperties: {$ref: '#/components/schemas/Grade'}}
        pair: {type: array, prefixItems: [{$ref: '#/components/schemas/Leaf'}, {$ref: '#/components/schemas/Grade'}]}
        blend: {$ref: '#/components/schemas/Blend'}
        packed: {type: string, contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/Blend'}}
    Blend:
      type: object
      required: [parts]
      additionalProperties: {$ref: '#/components/schemas/Leaf'}
      properties:
        parts: {type: array, items: {type: array, items: {$ref: '#/components/schemas/Grade'}}}
"""

ANSWER = {
    "leaf": "mauve",
    "grade": 9,
    "inline": "brick",
    "orNull": "mauve",
    "orNumber": 7,
    "orModel": "mauve",
    "leaves": ["green", "mauve", "unknown"],
    "byDay": {"mon": 1, "tue": 9},
    "pair": ["mauve", 9],
    "blend": {"parts": [[1], [9, 8]], "more": "mauve"},
    "packed": '{"parts":[[9]]}',
}

WAYS: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "model_copy": lambda model: model.model_copy(),
    "deep model_copy": lambda model: model.model_copy(deep=True),
    "model_dump": lambda model: type(model).model_validate(model.model_dump()),
    "model_dump_json": lambda model: type(model).model_validate_json(model.model_dump_json()),
    **{
        f"pickle {number}": lambda model, number=number: pickle.loads(pickle.dumps(model, number))
        for number in range(pickle.HIGHEST_PROTOCOL + 1)
    },
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_an_unknown_value_survives(way: Callable[[Any], Any], make: Callable[[str], Made], wire: Wire) -> None:
    wire.content = json.dumps({"tea": ANSWER}).encode()
    made = make(SPEC)
    boxes = made.client(wire).boxes
    given = boxes.put_box(tea={}).tea
    assert repr(given).count(".UNKNOWN: ") == 11
    kept = way(given)
    assert (kept, repr(kept)) == (given, repr(given))
    assert (type(kept.leaf), kept.leaf, kept.leaf.is_known) == (made.models.Leaf, "mauve", False)
    boxes.put_box(tea=kept)
    assert json.loads(wire.body) == {"tea": ANSWER}


NAMED = [
    ('["+name", "-name", "name"]', {"PLUS_NAME": "+name", "MINUS_NAME": "-name", "NAME": "name"}),
    ('["name", "-name"]', {"NAME": "name", "MINUS_NAME": "-name"}),
    ("[Active, ACTIVE]", {"ACTIVE_2": "Active", "ACTIVE": "ACTIVE"}),
    ('["1", "-1", "0"]', {"VALUE_1": "1", "VALUE_MINUS_1": "-1", "VALUE_0": "0"}),
    ("[1, -1]", {"VALUE_1": 1, "VALUE_MINUS_1": -1}),
    ('["", a-b]', {"EMPTY": "", "A_B": "a-b"}),
]


@pytest.mark.parametrize(("values", "wanted"), NAMED)
def test_members_are_named_after_their_values(make: Callable[[str], Any], values: str, wanted: dict[str, Any]) -> None:
    spec = (
        "paths: {/a: {get: {operationId: a, responses: {'200': {description: d, content: {application/json: {schema: "
        "{$ref: '#/components/schemas/Sort'}}}}}}}}\n"
        f"components: {{schemas: {{Sort: {{enum: {values}}}}}}}\n"
    )
    members = {each.name: each.value for each in make(spec).models.Sort if each.name != "UNKNOWN"}
    assert members == wanted
