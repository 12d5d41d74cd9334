"""Every property becomes a field: by its own words, and beside what a model and its types are made of."""

import pytest
from pydantic import BaseModel

from qiyue.targets.python.fields import MODEL_ATTRIBUTES, field_names


@pytest.mark.parametrize(
    ("wires", "names"),
    [
        ("invoiceNo VCode md5Hash", "invoice_no v_code md5_hash"),
        ("_links _raw __typename $schema", "links raw typename schema_"),
        ("file[] riskdata.<name> a-b", "file riskdata_name a_b"),
        ("a-b a_b aB", "a_b a_b_2 a_b_3"),
        ("self cls class None", "self cls class_ none"),
        ("list str dict tuple bytes", "list_ str_ dict_ tuple_ bytes"),
        ("copy json validate model_config", "copy_ json_ validate_ model_config_"),
        ("copy copy_", "copy_ copy__2"),
        ("1st __class__ 发票 Pot pot", "field_1st class_ 发票_ pot pot_2"),
    ],
)
def test_names(wires: str, names: str) -> None:
    named = field_names(wires.split(), ["发票", "Pot"])
    assert named == dict(zip(wires.split(), names.split(), strict=True))


def test_a_property_without_a_name_is_a_field() -> None:
    assert field_names(["", " ", "。"]) == {"": "field", " ": "field_2", "。": "field_3"}


def test_what_a_model_has_of_its_own_is_known() -> None:
    public = {name for name in (*dir(BaseModel), *dir(type(BaseModel))) if not name.startswith("_")}
    assert {name for name in public if hasattr(BaseModel, name)} == MODEL_ATTRIBUTES
