"""Names stay: seeded edits of a document, its lock held all the time. With an argument: so many edits."""

import random
import sys
from collections.abc import Mapping
from typing import Any

import pytest
import yaml

from qiyue.client_plan import Naming, plan_client, read_lock, write_lock
from qiyue.pipeline import compile_text

WORDS = "tea leaf house order item search list cancel Tea LEAF a-b a_b iter get 茶".split()
METHODS = "get post put patch delete".split()


def document(seed: random.Random) -> dict[str, Any]:
    """A document of a few operations and types."""
    made: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Teas", "version": "1"},
        "paths": {},
        "components": {"schemas": {}},
    }
    for _ in range(12):
        add_operation(made, seed)
        add_type(made, seed)
    return made


def path(seed: random.Random) -> str:
    parts = [seed.choice(WORDS) if seed.random() < 0.7 else "{id}" for _ in range(seed.randint(1, 4))]
    return "/" + seed.choice(["", "v1/", "v2/", "api/"]) + "/".join([seed.choice(WORDS), *parts])


def add_operation(made: dict[str, Any], seed: random.Random) -> None:
    schemas = list(made["components"]["schemas"]) or ["x"]
    content = {"application/json": {"schema": inline(seed) if seed.random() < 0.5 else ref(seed.choice(schemas))}}
    operation = {
        "operationId": f"{seed.choice(WORDS)}{seed.choice(WORDS)}{seed.randint(1, 3)}",
        "tags": seed.sample(WORDS, seed.randint(0, 2)),
        "responses": {"200": {"description": "ok", "content": content}},
    }
    made["paths"].setdefault(path(seed), {})[seed.choice(METHODS)] = operation


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def inline(seed: random.Random) -> dict[str, Any]:
    members: list[Any] = [
        {"type": "string", "enum": seed.sample(WORDS, 3)},
        {"type": "object", "properties": {seed.choice(WORDS): {"type": "string"}}},
        {"type": "integer"},
    ]
    return {"type": "object", "properties": {word: seed.choice(members) for word in seed.sample(WORDS, 4)}}


def add_type(made: dict[str, Any], seed: random.Random) -> None:
    made["components"]["schemas"].setdefault(
        seed.choice([*WORDS, "Pot", "pot", "Pot2"]).replace("茶", "Cha"), inline(seed)
    )


def add_field(made: dict[str, Any], seed: random.Random) -> None:
    for schema in made["components"]["schemas"].values():
        held = dict(schema["properties"])
        schema["properties"] = {seed.choice(WORDS): {"type": "string"}, **held}


def remove(held: dict[str, Any], seed: random.Random) -> None:
    if len(held) > 4:
        del held[seed.choice(list(held))]


def reorder(held: dict[str, Any], seed: random.Random) -> None:
    rows = list(held.items())
    seed.shuffle(rows)
    held.clear()
    held.update(rows)


def retag(made: dict[str, Any], seed: random.Random) -> None:
    for methods in made["paths"].values():
        for operation in methods.values():
            operation["tags"] = seed.sample(WORDS, seed.randint(0, 2))


def reidentify(made: dict[str, Any], seed: random.Random) -> None:
    for methods in made["paths"].values():
        for operation in methods.values():
            operation["operationId"] = f"{seed.choice(WORDS)}{seed.randint(1, 3)}"


EDITS = (
    add_operation,
    add_type,
    add_field,
    retag,
    reidentify,
    lambda made, seed: remove(made["paths"], seed),
    lambda made, seed: remove(made["components"]["schemas"], seed),
    lambda made, seed: reorder(made["paths"], seed),
    lambda made, seed: reorder(made["components"]["schemas"], seed),
    lambda made, seed: [reorder(each["properties"], seed) for each in made["components"]["schemas"].values()],
)


def locked(made: dict[str, Any], lock: Mapping[str, str]) -> dict[str, str]:
    api = compile_text(yaml.safe_dump(made, sort_keys=False, allow_unicode=True)).api
    return dict(read_lock(write_lock(plan_client(api, naming=Naming(lock=lock)))))


def renamed(edits: int) -> list[str]:
    """Make edits; give what was renamed."""
    seed, found = random.Random(edits), []
    made = document(seed)
    lock = locked(made, {})
    for number in range(edits):
        edit = seed.choice(EDITS)
        edit(made, seed)
        after = locked(made, lock)
        found += [
            f"{number}: {key} {lock[key]} {after[key]}" for key in lock.keys() & after.keys() if lock[key] != after[key]
        ]
        lock = after
        if number % 25 == 24:
            made, lock = document(seed), {}
            lock = locked(made, lock)
    return found


def test_no_edit_renames_what_stays() -> None:
    assert renamed(60) == []


SPEC = """
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /teas:
    get:
      operationId: listTeas
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Tea'}}}}}
components:
  schemas:
    Tea: {type: object, properties: {size: {type: string, enum: [big, small]}}}
"""


def test_a_lock_is_a_line_for_each_name_and_keeps_lines_of_releases() -> None:
    api = compile_text(SPEC).api
    text = write_lock(plan_client(api, naming=Naming(lock={})), "release 1.2.0 sha256:abc\n")
    assert text.splitlines() == [
        "# Names of the client: qiyue keeps them whatever is edited. A line that is removed is named anew.",
        "release 1.2.0 sha256:abc",
        "#/components/schemas/Tea = Tea",
        "#/components/schemas/Tea/properties/size = TeaSize",
        "#/components/schemas/Tea/properties/size/enum/big = big",
        "#/components/schemas/Tea/properties/size/enum/small = small",
        "GET /teas = teas.list",
    ]


def test_what_a_lock_says_is_the_name() -> None:
    api = compile_text(SPEC).api
    lock = read_lock("GET /teas = pots.of.pick_one\n#/components/schemas/Tea = Leaf\n")
    plan = plan_client(api, naming=Naming(lock=lock))
    assert [each.name for each in plan.resources[0].walk()] == [("pots",), ("of",)]
    assert plan.resources[0].resources[0].methods[0].name == ("pick", "one")
    assert "Leaf" in plan.types.classes


@pytest.mark.parametrize("key", ["a = b", "a\\nb", "a\nb", " a", "#a"])
def test_any_key_comes_back(key: str) -> None:
    made = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {f"/{key}": {"get": {"responses": {}}}},
    }
    assert locked(made, {}).keys() == {f"GET /{key}"}


if __name__ == "__main__":
    wrong = renamed(int(sys.argv[1]))
    print(f"{sys.argv[1]} edits, {len(wrong)} names changed", *wrong, sep="\n")
    sys.exit(bool(wrong))
