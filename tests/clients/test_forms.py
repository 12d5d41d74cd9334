"""Times in the vendor's form, and JSON inside text, through a generated client."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

SPEC = """
paths:
  /teas:
    post:
      operationId: addTea
      tags: [teas]
      parameters:
        - {name: since, in: query, schema: {type: string, x-qiyue-time: {format: yyyyMMdd, zone: Asia/Shanghai}}}
        - {name: at, in: header, schema: {type: integer, x-qiyue-time: {epoch: ms}}}
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Tea'}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Tea'}}}}}
components:
  schemas:
    Tea:
      type: object
      required: [picked]
      properties:
        picked: {type: string, x-qiyue-time: {format: 'yyyy-MM-dd HH:mm', zone: Asia/Shanghai}}
        dried: {type: [string, 'null'], x-qiyue-time: {format: 'yyyy-MM-dd HH:mm', zone: Asia/Shanghai}}
        stored: {type: integer, x-qiyue-time: {epoch: ms, zone: Asia/Shanghai}}
        sold: {type: array, items: {type: string, x-qiyue-time: {format: 'yyyy-MM-dd HH:mm:ss'}}}
        label:
          type: string
          contentMediaType: application/json
          contentSchema: {$ref: '#/components/schemas/Label'}
        marks:
          type: string
          contentMediaType: application/json
          contentSchema: {type: array, items: {$ref: '#/components/schemas/Label'}}
    Label:
      type: object
      required: [Text]
      properties: {Text: {type: string}, price: {type: number}}
"""
SENT = """{"picked":"2024-03-15 09:30","dried":null,"stored":1770220800000,"sold":["2024-03-15 09:30:00"],
"label":"{ \\"Text\\": \\"龙井\\", \\"price\\": 43.50, \\"own\\": 1.10 }","marks":"[]"}"""


@pytest.fixture
def made(make: Callable[[str], Any], wire: Any) -> Any:
    wire.content = SENT.encode()
    return make(SPEC)


def test_answers_are_typed_and_go_out_as_they_came(made: Any, wire: Any) -> None:
    client = made.client(wire)
    tea = client.teas.add_tea(picked="2024-01-01 00:00")
    assert tea.picked == datetime(2024, 3, 15, 1, 30, tzinfo=UTC)
    assert str(tea.picked) == "2024-03-15 09:30:00+08:00"
    assert str(tea.stored) == "2026-02-05 00:00:00+08:00"
    assert (tea.dried, tea.sold) == (None, [datetime.fromisoformat("2024-03-15 09:30:00")])
    assert (tea.label.parsed().text, tea.label.parsed().price, tea.marks.parsed()) == ("龙井", Decimal("43.50"), [])
    assert type(tea.label.parsed()) is made.models.Label
    client.teas.add_tea(**{name: getattr(tea, name) for name in tea.model_fields_set})
    assert json.loads(wire.body) == json.loads(SENT)


def test_arguments_may_be_moments_models_mappings_or_text(made: Any, wire: Any) -> None:
    label = made.models.Label(text="龙井", price=Decimal("43.50"))
    given: list[dict[str, Any]] = [
        {"picked": datetime(2024, 3, 15, 1, 30, tzinfo=UTC), "label": label, "marks": [label, {"Text": "x"}]},
        {"picked": datetime.fromisoformat("2024-03-15 09:30"), "label": {"text": "龙井", "price": Decimal("43.50")}},
        {"picked": "2024-03-15 09:30", "label": '{"Text":"龙井","price":43.50}'},
    ]
    for one in given:
        made.client(wire).teas.add_tea(**one)
        sent = json.loads(wire.body)
        assert (sent["picked"], sent["label"]) == ("2024-03-15 09:30", '{"Text":"龙井","price":43.50}')
    made.client(wire).teas.add_tea(
        picked="2024-03-15 09:30", since=date(2024, 3, 1), at=datetime(2024, 1, 1, tzinfo=UTC)
    )
    assert wire.url.endswith("?since=20240301")
    assert wire.sent[-1].headers["at"] == "1704067200000"


@pytest.mark.parametrize(
    "wrong",
    [
        {"picked": "today"},
        {"picked": "2024-03-15 09:30", "label": "no json"},
        {"picked": "2024-03-15 09:30", "marks": [{}]},
    ],
)
def test_what_has_another_form_is_refused_before_sending(made: Any, wire: Any, wrong: dict[str, Any]) -> None:
    with pytest.raises(made.module.InvalidRequestError):
        made.client(wire).teas.add_tea(**wrong)
    assert wire.sent == []


def test_answers_in_another_form_survive_and_are_told(made: Any, wire: Any) -> None:
    wire.content = '{"picked": "昨天", "stored": "soon", "sold": [""], "label": "no json"}'.encode()
    answer = made.client(wire).teas.with_raw_response.add_tea(picked="2024-01-01 00:00")
    tea = answer.data
    assert (tea.picked, tea.stored, tea.sold, tea.label) == ("昨天", "soon", [""], "no json")
    assert [(one.pointer, one.rule) for one in answer.deviations] == [
        ("/picked", "format"),
        ("/stored", "format"),
        ("/sold/0", "format"),
        ("/label", "format"),
    ]
