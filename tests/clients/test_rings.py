"""Types that refer to each other: whichever stands first, their fields keep the names of the wire."""

from collections.abc import Callable
from typing import Any

import pytest

from qiyue.base import json

SPEC = """
paths:
  /boxes:
    get:
      operationId: listBoxes
      tags: [boxes]
      x-qiyue-pagination: {style: page, page: 'query:page', total: /total, items: /theBoxes}
      parameters: [{name: page, in: query, schema: {type: integer}}]
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Shelf'}}}}}
    put:
      operationId: fillBox
      tags: [boxes]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Shelf'}}}}
      responses: {'204': {description: done}}
components:
  schemas:
    Shelf:
      type: object
      properties: {theBoxes: {type: array, items: {$ref: '#/components/schemas/Box'}}, total: {type: integer}}
    Box:
      type: object
      required: [boxNo]
      properties:
        boxNo: {type: integer, readOnly: true}
        theLid: {$ref: '#/components/schemas/Lid'}
        theSeal: {$ref: '#/components/schemas/Seal'}
        theLock: {$ref: '#/components/schemas/Lock'}
    Lid:
      type: object
      properties: {theBox: {$ref: '#/components/schemas/Box'}, theSeal: {$ref: '#/components/schemas/Seal'}}
    Lock:
      oneOf: [{$ref: '#/components/schemas/Bolt'}, {$ref: '#/components/schemas/Chain'}]
      discriminator:
        propertyName: lockKind
        mapping: {bolt: '#/components/schemas/Bolt', chain: '#/components/schemas/Chain'}
    Bolt: {type: object, properties: {lockKind: {$ref: '#/components/schemas/LockKind'}}}
    Chain: {type: object, properties: {lockKind: {$ref: '#/components/schemas/LockKind'}}}
    LockKind: {type: string, enum: [bolt, chain]}
    Seal: {type: string, enum: [wax, lead]}
"""


@pytest.mark.parametrize(
    ("box", "pointer"),
    [
        ({"boxNo": 1, "theLid": 5}, "/theLid"),
        ({"boxNo": 1, "theSeal": "tin"}, "/theSeal"),
        ({"boxNo": 1, "theLid": {"theBox": 5}}, "/theLid/theBox"),
        ({"boxNo": 1, "theLid": {"theSeal": "tin"}}, "/theLid/theSeal"),
    ],
)
def test_a_wrong_value_is_kept_and_told_under_its_name(
    make: Callable[[str], Any], wire: Any, box: dict[str, Any], pointer: str
) -> None:
    made = make(SPEC)
    wire.content = json.dumps({"theBoxes": [box]})
    response = made.client(wire).boxes.with_raw_response.list_boxes()
    assert {each.pointer for each in response.deviations} == {f"/theBoxes/0{pointer}"}
    (found,) = response.data.the_boxes
    assert (found.model_extra, getattr(found.the_lid, "model_extra", {})) == ({}, {})


def test_items_are_found_in_an_answer(make: Callable[[str], Any], wire: Any) -> None:
    wire.content = b'{"theBoxes": [{"boxNo": 1}, {"boxNo": 2}], "total": 2}'
    assert [box.box_no for box in make(SPEC).client(wire).boxes.iter_list_boxes()] == [1, 2]


def test_what_only_answers_have_is_not_needed_in_requests(make: Callable[[str], Any], wire: Any) -> None:
    boxes = make(SPEC).client(wire).boxes
    boxes.fill_box(the_boxes=[{"the_lid": {"the_box": {"the_seal": "wax"}}}])
    assert wire.body == b'{"theBoxes":[{"theLid":{"theBox":{"theSeal":"wax"}}}]}'


def test_a_tag_is_found_under_its_python_name(make: Callable[[str], Any], wire: Any) -> None:
    made = make(SPEC)
    (box,) = made.models.Shelf(the_boxes=[{"box_no": 1, "the_lock": {"lock_kind": "chain"}}]).the_boxes
    assert isinstance(box.the_lock, made.models.Chain)
