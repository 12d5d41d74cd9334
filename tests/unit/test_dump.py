"""Api values as plain data."""

from decimal import Decimal

from qiyue import dump
from qiyue.api import Api, Citation, Evidence, Grade, Operation, Parameter
from qiyue.values import freeze


def test_what_equals_its_default_is_left_out_but_booleans_stay() -> None:
    parameter = Parameter("id", "query", "#x", place="/paths/0")
    assert dump.plain(parameter) == {
        "name": "id",
        "location": "query",
        "type": "#x",
        "required": False,
        "deprecated": False,
        "explode": True,
        "allow_reserved": False,
        "allow_empty": False,
        "sensitive": False,
    }


def test_operations_are_a_list_and_types_a_mapping() -> None:
    types = freeze({"#/components/schemas/Money": {"multipleOf": Decimal("0.010")}})
    plain = dump.plain(Api("Tea", "1", operations=(Operation("listTeas", "GET", "/teas"),), types=types))
    assert [(o["id"], o["method"], o["path"]) for o in plain["operations"]] == [("listTeas", "GET", "/teas")]
    assert '"multipleOf": 0.010' in dump.text(plain)


def test_evidence_reads_as_in_a_document() -> None:
    citation = Citation(Grade.STATED, "main", 3, 5)
    assert dump.plain(Evidence((("", (citation,)),))) == "stated L3-5"


def test_text_is_the_json_of_clients_but_numbers_stay_as_they_are_written() -> None:
    value = {"a": [Decimal("1E+2"), Decimal("1.50"), 7, True, None], "\ud800": "é\u2028", "e": [{}, []]}
    assert "".join(dump.text(value).split()) == '{"a":[1E+2,1.50,7,true,null],"\\ud800":"é","e":[{},[]]}'
    assert dump.text("é", ascii_only=True) == '"\\u00e9"'
