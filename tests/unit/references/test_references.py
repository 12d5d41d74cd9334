"""Where references lead, which files they open, and what becomes of those that lead nowhere."""

from pathlib import Path
from typing import Any

import pytest

from qiyue import pipeline
from qiyue.diagnostics import Refused, Severity
from qiyue.pipeline import Compiled

HEAD = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n'


def compiled(folder: Path, spec: str, *, strict: bool = False, **files: str) -> Compiled:
    for name, text in {"spec.yaml": HEAD + spec, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return pipeline.compile_file(folder / "spec.yaml", strict=strict)


def schemas(**found: str) -> str:
    return "components:\n  schemas:\n" + "".join(f"    {name}: {text}\n" for name, text in found.items())


def said(found: Compiled) -> list[tuple[str, str]]:
    return [(each.code, str(each.severity)) for each in found.report if each.code != "no-operations"]


def test_a_file_refers_to_its_own_neighbours(tmp_path: Path) -> None:
    files = {
        "a/one.yaml": 'One: {type: object, properties: {two: {$ref: "../b/two.json#/definitions/Two"}}}',
        "b/two.json": '{"definitions": {"Two": {"items": {"$ref": "../a/one.yaml#/One"}}}}',
    }
    found = compiled(tmp_path, schemas(A='{$ref: "a/one.yaml#/One"}'), **files)
    assert found.api.types == {
        "#/components/schemas/A": {"type": "object", "properties": {"two": {"$ref": "#/components/schemas/Two"}}},
        "#/components/schemas/Two": {"items": {"$ref": "#/components/schemas/A"}},
    }
    assert said(found) == []


def test_a_fault_in_another_file_is_placed_there(tmp_path: Path) -> None:
    found = compiled(tmp_path, schemas(A='{$ref: "parts.yaml#/B"}'), **{"parts.yaml": "\n\nB: {properties: [a]}\n"})
    (gap,) = [each for each in found.report if each.severity is Severity.GAP]
    assert gap.place is not None
    assert (Path(gap.place.file).name, gap.place.line) == ("parts.yaml", 3)


def test_names_of_types_from_files_do_not_collide(tmp_path: Path) -> None:
    spec = schemas(Cat="{type: string}", A='{items: {$ref: "pets.yaml#/Cat"}}', B='{items: {$ref: "pets.yaml"}}')
    found = compiled(tmp_path, spec, **{"pets.yaml": "Cat: {type: integer}"})
    assert found.api.types["#/components/schemas/pets_Cat"] == {"type": "integer"}
    assert found.api.types["#/components/schemas/pets"] == {"Cat": {"type": "integer"}}


OUTSIDE = {
    "the folder above": "../secret.yaml",
    "the folder above, hidden": "%2e%2e/secret.yaml",
    "an absolute path": "/etc/hostname",
    "a file address": "file:///etc/hostname",
    "a link that leads out": "link.yaml",
    "the network": "https://tea.example/secret.yaml",
    "another host's file": "//tea.example/secret.yaml",
    "another scheme": "data:,{}",
    "no address at all": "http://[",
}


@pytest.mark.parametrize("reference", OUTSIDE.values(), ids=OUTSIDE)
def test_nothing_outside_of_the_folder_is_read(reference: str, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("type: string\n")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    found = compiled(tmp_path / "inner", schemas(A=f'{{properties: {{a: {{$ref: "{reference}"}}}}}}'))
    assert found.api.types["#/components/schemas/A"] == {"properties": {"a": {}}}
    assert said(found) == [("dangling-ref" if "[" in reference else "external-ref", "gap")]


def test_an_edition_may_read_its_whole_project(tmp_path: Path) -> None:
    (tmp_path / "common.yaml").write_text("type: string\n")
    compiled(tmp_path / "inner", "paths: {}")
    (tmp_path / "inner" / "spec.yaml").write_text(HEAD + schemas(A='{$ref: "../common.yaml"}'))
    found = pipeline.compile_file(tmp_path / "inner" / "spec.yaml", root=tmp_path)
    assert found.api.types == {"#/components/schemas/A": {"type": "string"}}


DANGLING = {
    "in an answer": 'paths: {/a: {get: {responses: {"200": {$ref: "#/components/responses/R"}}}}}',
    "in the schema of an answer": (
        "paths: {/a: {get: {responses: {'200': {description: ok, "
        "content: {application/json: {schema: {items: {$ref: '#/x'}}}}}}}}}"
    ),
    "as a parameter": "paths: {/a: {get: {parameters: [{$ref: '#/components/parameters/P'}]}}}",
    "as a path": "paths: {/a: {$ref: nobody.yaml}, /b: {get: {}}}",
    "as a component": schemas(A="{$ref: '#/components/schemas/B'}"),
    "inside of a component": schemas(A="{properties: {a: {$ref: '#/components/schemas/B'}}}"),
    "through references without end": schemas(
        A="{items: {$ref: '#/components/schemas/B/x'}}", B="{$ref: '#/components/schemas/B'}"
    ),
}


@pytest.mark.parametrize("text", DANGLING.values(), ids=DANGLING)
def test_what_dangles_costs_one_construct_and_who_keeps_the_document_has_it_mended(text: str, tmp_path: Path) -> None:
    found = compiled(tmp_path, text)
    gaps = [each for each in found.report if each.severity is Severity.GAP]
    assert {each.code for each in gaps} <= {"dangling-ref", "looping-ref", "odd-parameter"}
    assert gaps
    assert all(each.place is not None and each.place.line > 2 for each in gaps)
    with pytest.raises(Refused) as refused:
        compiled(tmp_path, text, strict=True)
    errors = [each for each in refused.value.diagnostics if each.severity is Severity.ERROR]
    assert {each.code for each in errors} <= {"dangling-ref", "looping-ref"}
    assert all(each.place is not None and each.place.line > 2 for each in errors)


def test_beside_a_reference_that_dangles_everything_is_kept(tmp_path: Path) -> None:
    found = compiled(tmp_path, schemas(A="{properties: {a: {$ref: '#/components/schemas/B', description: d}}}"))
    assert found.api.types == {"#/components/schemas/A": {"properties": {"a": {"description": "d"}}}}
    assert said(found) == [("dangling-ref", "gap")]


ODD = {
    "without its hash": "/components/schemas/B",
    "without its slash": "#components/schemas/B",
    "not percent-encoded": "#/components/schemas/B%",
    "as in Swagger": "#/definitions/B",
    "a step short": "#/components/B",
    "by name": "B",
    "by name after a hash": "#B",
}


@pytest.mark.parametrize("reference", ODD.values(), ids=ODD)
def test_a_reference_with_a_slip_is_read_as_it_is_meant(reference: str, tmp_path: Path) -> None:
    name = "B%" if reference.endswith("%") else "B"
    found = compiled(tmp_path, schemas(A=f'{{items: {{$ref: "{reference}"}}}}', **{f'"{name}"': "{type: string}"}))
    items: Any = found.api.types["#/components/schemas/A"]
    assert found.api.types[items["items"]["$ref"]] == {"type": "string"}
    assert [code for code, _ in said(found)] == ([] if name == "B%" else ["odd-ref"])


NOT_MEANT = {
    "of another kind": ("headers: {H: {$ref: '#/definitions/A'}}", "schemas: {A: {type: string}}"),
    "in another case": ("schemas: {A: {$ref: '#/definitions/b'}, B: {type: string}}", ""),
    "by another way": ("schemas: {A: {$ref: '#/info/B'}, B: {type: string}}", ""),
    "in an address": ("schemas: {A: {$ref: 'https://tea.example/B'}, B: {type: string}}", ""),
}


@pytest.mark.parametrize("parts", NOT_MEANT.values(), ids=NOT_MEANT)
def test_a_name_is_not_guessed_where_something_else_may_be_meant(parts: tuple[str, str], tmp_path: Path) -> None:
    components = ", ".join(part for part in parts if part)
    found = compiled(tmp_path, f"components: {{{components}}}\n")
    assert [severity for code, severity in said(found) if code.endswith("-ref")] == ["gap"]


SPLIT = {
    "all.yaml": """\
paths:
  /shops:
    get:
      operationId: listShops
      parameters: {$ref: "parts.yaml#/parameters"}
      responses: {$ref: "parts.yaml#/responses"}
components: {schemas: {Shop: {type: object, properties: {$ref: "parts.yaml#/fields"}}}}
info: {title: Elsewhere, version: "2", description: {$ref: words.md}}
operation: {operationId: far, tags: [far], responses: {"204": {description: {$ref: "all.yaml#/words"}}}}
words: done
""",
    "parts.yaml": """\
parameters: [{name: size, in: query, schema: {$ref: "#/size"}}]
size: {type: integer}
shop: {schema: {$ref: "all.yaml#/components/schemas/Shop"}}
responses: {"200": {description: ok, content: {application/json: {$ref: "#/shop"}}}}
fields: {name: {type: string}, ids: {type: array, items: {$ref: "#/size"}}}
""",
    "words.md": "# Shops: `all` of them",
}
MAPS = {
    "paths": 'paths: {$ref: all.yaml#/paths}\ncomponents: {schemas: {$ref: "all.yaml#/components/schemas"}}\n',
    "components": "paths: {$ref: all.yaml#/paths}\ncomponents: {$ref: all.yaml#/components}\n",
    "a path": "paths: {/shops: {$ref: all.yaml#/paths/~1shops}}\ncomponents: {$ref: all.yaml#/components}\n",
}


@pytest.mark.parametrize("spec", MAPS.values(), ids=MAPS)
def test_a_reference_in_the_place_of_a_map_is_followed(tmp_path: Path, spec: str) -> None:
    found = compiled(tmp_path, spec, **SPLIT)
    [operation] = found.api.operations
    assert (operation.path, operation.id, [each.name for each in operation.parameters]) == (
        "/shops",
        "listShops",
        ["size"],
    )
    [answer] = operation.answers
    assert answer.media[0].type == "#/components/schemas/Shop"
    shop: Any = found.api.types["#/components/schemas/Shop"]
    assert shop["properties"].keys() == {"name", "ids"}
    assert found.api.types[shop["properties"]["name"]["$ref"]] == {"type": "string"}
    assert said(found) == []


def test_a_key_beside_the_reference_of_a_map_goes_before_the_target(tmp_path: Path) -> None:
    spec = schemas(A='{properties: {$ref: "b.yaml", name: {type: integer}}}')
    found = compiled(tmp_path, spec, **{"b.yaml": "name: {type: string}\nsize: {type: number}\n"})
    shape: Any = found.api.types["#/components/schemas/A"]
    assert shape["properties"]["name"] == {"type": "integer"}
    assert found.api.types[shape["properties"]["size"]["$ref"]] == {"type": "number"}


def test_a_property_may_be_called_ref(tmp_path: Path) -> None:
    found = compiled(tmp_path, schemas(A="{properties: {$ref: {type: string}}}"))
    shape: Any = found.api.types["#/components/schemas/A"]
    assert shape["properties"] == {"$ref": {"type": "string"}}


def test_texts_of_an_operation_beside_its_reference_are_kept(tmp_path: Path) -> None:
    paths = "paths: {/near: {get: {$ref: all.yaml#/operation, operationId: near, summary: Close}}}\n"
    found = compiled(tmp_path, paths, **SPLIT)
    [operation] = found.api.operations
    assert (operation.id, operation.summary, operation.tags) == ("near", "Close", ("far",))
    assert operation.answers[0].description == "done"
    assert said(found) == []


def test_a_description_may_be_a_file_of_words(tmp_path: Path) -> None:
    (tmp_path / "words.md").write_text(SPLIT["words.md"])
    spec = 'paths: {/a: {get: {description: {$ref: "words.md"}, responses: {}}}}\n'
    [operation] = compiled(tmp_path, spec).api.operations
    assert operation.description == SPLIT["words.md"]
    outside = compiled(tmp_path / "in", spec.replace("words.md", "../words.md"))
    assert outside.api.operations[0].description == ""


def test_doubled_keys_of_another_file_are_told(tmp_path: Path) -> None:
    found = compiled(tmp_path, schemas(A='{$ref: "b.yaml"}'), **{"b.yaml": "type: string\ntype: integer\n"})
    assert found.api.types["#/components/schemas/A"] == {"type": "integer"}
    assert said(found) == [("duplicate-key", "gap")]
    with pytest.raises(Refused, match="stands twice"):
        compiled(tmp_path, schemas(A='{$ref: "b.yaml"}'), strict=True)


ENDLESS = {
    "texts": "info: {$ref: '#/'}\ntags: [{name: a, externalDocs: {$ref: '#/tags/0'}}]\n",
    "a map": "paths: {$ref: '#/'}\n",
    "components": "components: {$ref: '#/'}\n",
    "properties": schemas(A="{allOf: [{properties: {$ref: '#/components/schemas/A'}}]}"),
    "itself": schemas(A="{properties: {$ref: '#/components/schemas/A/properties'}}"),
}


@pytest.mark.parametrize("spec", ENDLESS.values(), ids=ENDLESS)
def test_a_map_that_refers_to_what_it_stands_in_has_an_end(tmp_path: Path, spec: str) -> None:
    text = spec if "paths" in spec else "paths: {/a: {get: {responses: {}}}}\n" + spec
    (tmp_path / "spec.yaml").write_text((HEAD if "info:" not in spec else "openapi: 3.1.0\n") + text)
    found = pipeline.compile_file(tmp_path / "spec.yaml")
    assert len(found.api.operations) == (0 if spec == ENDLESS["a map"] else 1)


def test_a_discriminator_may_map_to_the_bare_name_of_a_component(tmp_path: Path) -> None:
    told = (
        "{oneOf: [{$ref: '#/components/schemas/Cat'}], discriminator: {propertyName: kind, mapping: {c: Cat, d: Gone}}}"
    )
    found = compiled(tmp_path, schemas(Pet=told, Cat="{type: object}"))
    pet: Any = found.api.types["#/components/schemas/Pet"]
    assert pet["discriminator"]["mapping"] == {"c": "#/components/schemas/Cat", "d": "Gone"}
