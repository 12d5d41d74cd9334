from typing import Any

import pytest

from qiyue import overlay
from qiyue.diagnostics import Diagnostic, Refused
from qiyue.source import Loaded, Places, read_text
from qiyue.values import thaw

DOCUMENT = """\
openapi: 3.1.0
info: {title: Old}
tags:
  - name: a
  - name: b
  - name: c
paths:
  /x:
    get: {x: 1, l: [1]}
    post: {x: 2}
"""
HEAD = 'overlay: 1.0.0\ninfo: {title: t, version: "1"}\n'


def document() -> Loaded:
    return read_text(DOCUMENT, "spec.yaml")


def applied(*overlays: str) -> tuple[Any, Places]:
    return overlay.apply(document(), [read_text(HEAD + text, f"{n}.yaml") for n, text in enumerate(overlays)])


def refused(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(Refused) as caught:
        overlay.apply(document(), [read_text(text, "o.yaml")])
    return caught.value.diagnostics


ACTIONS: dict[str, tuple[str, Any]] = {
    "{target: $.info, update: {title: New, x: [1]}}": ("info", {"title": "New", "x": [1]}),
    "{target: $, update: {info: {v: 1}}}": ("info", {"title": "Old", "v": 1}),
    "{target: $.tags, update: {name: d}}": ("tags", [{"name": n} for n in "abcd"]),
    "{target: $.tags, update: [{name: d}, {name: e}]}": ("tags", [{"name": n} for n in "abcde"]),
    "{target: $, update: {tags: [{name: d}]}}": ("tags", [{"name": n} for n in "abcd"]),
    "{target: '$.tags[?@.name==\"b\"]', update: {y: 1}}": (
        "tags",
        [{"name": "a"}, {"name": "b", "y": 1}, {"name": "c"}],
    ),
    "{target: '$.tags[0,0,2]', remove: true}": ("tags", [{"name": "b"}]),
    "{target: $.tags, remove: true, update: [1]}": ("tags", None),
    "{target: $.info.title, remove: true}": ("info", {}),
    "{target: $..x, remove: true}": ("paths", {"/x": {"get": {"l": [1]}, "post": {}}}),
    "{target: $..*, remove: true}": ("paths", None),
    "{target: '$.paths.*.get.l', update: 2, description: d, x-y: 1}": (
        "paths",
        {"/x": {"get": {"x": 1, "l": [1, 2]}, "post": {"x": 2}}},
    ),
}


@pytest.mark.parametrize("action", ACTIONS)
def test_an_action_changes_what_it_selects(action: str) -> None:
    key, expected = ACTIONS[action]
    assert applied(f"actions: [{action}]")[0].get(key) == expected


def test_actions_and_overlays_go_one_after_the_other() -> None:
    first = "actions: [{target: $.info, remove: true}, {target: $, update: {info: {title: New}}}]"
    second = "actions: [{target: '$.info[?@ == \"New\"]', remove: true}]"
    assert applied(first, second)[0]["info"] == {}


def test_several_targets_get_separate_copies() -> None:
    data, _ = applied("actions: [{target: '$.paths[\"/x\"].*', update: {n: {m: [1]}}}]")
    data["paths"]["/x"]["get"]["n"]["m"].append(2)
    assert data["paths"]["/x"]["post"]["n"] == {"m": [1]}


def test_the_inputs_stay_as_they_were() -> None:
    spec = document()
    file = read_text(HEAD + "actions: [{target: $.info, update: {a: [1]}}, {target: $.info.a, update: 2}]", "o.yaml")
    before = thaw(spec.data), thaw(file.data)
    overlay.apply(spec, [file])
    assert (spec.data, file.data) == before


def test_every_value_keeps_its_place() -> None:
    _, places = applied(
        "actions:\n"
        "  - target: $.tags[0]\n    remove: true\n"
        "  - target: $.tags\n    update: {name: d}\n"
        "  - target: $.paths['/x'].*\n    update: {x: 5, n: {m: [1]}, l: [9]}\n"
    )
    assert {where: str(places.place(where)) for where in EXPECTED_PLACES} == EXPECTED_PLACES


EXPECTED_PLACES = {
    "/tags/0": "spec.yaml:5:5",
    "/tags/1/name": "spec.yaml:6:5",
    "/tags/2/name": "0.yaml:7:14",
    "/paths/~1x/get": "spec.yaml:9:5",
    "/paths/~1x/get/x": "0.yaml:9:14",
    "/paths/~1x/get/l/0": "spec.yaml:9:21",
    "/paths/~1x/get/l/1": "0.yaml:9:37",
    "/paths/~1x/post/n/m/0": "0.yaml:9:28",
}


def test_the_sources_of_an_overlay_join_those_of_the_document() -> None:
    data, places = applied("x-qiyue-sources: {Z: {title: A companion}}\nactions: [{target: $.info, update: {}}]")
    assert data["x-qiyue-sources"] == {"Z": {"title": "A companion"}}
    assert str(places.place("/x-qiyue-sources/Z")) == "0.yaml:3:19"


BAD_ACTIONS = {
    "{target: $.nothing, update: {}}": ("overlay-no-match", 4),
    "{target: '$.tags[9]', remove: true}": ("overlay-no-match", 4),
    "{target: '$.[', update: {}}": ("overlay-target", 4),
    "{target: '$[?nope(@)]', update: {}}": ("overlay-target", 4),
    "{target: '" + "$[?(" * 5000 + "', update: {}}": ("overlay-target", 4),
    "{target: $, remove: true}": ("overlay-target", 4),
    "{target: $.info.title, update: New}": ("overlay-target", 4),
    "{target: $.info, update: New}": ("overlay-conflict", 4),
    "{target: $.info, update: {title: {a: 1}}}": ("overlay-conflict", 4),
    "{target: $.info, updat: {}}": ("overlay-syntax", 4),
    "{target: $.info}": ("overlay-syntax", 4),
    "{target: 3, update: 1}": ("overlay-syntax", 4),
    "{target: $.info, remove: 'yes'}": ("overlay-syntax", 4),
    "{update: 1}": ("overlay-syntax", 4),
    "7": ("overlay-syntax", 4),
}


@pytest.mark.parametrize("action", BAD_ACTIONS, ids=lambda action: action[:60])
def test_a_bad_action_is_refused_with_its_place(action: str) -> None:
    code, line = BAD_ACTIONS[action]
    for diagnostic in refused(f"{HEAD}actions:\n  - {action}\n"):
        assert diagnostic.code == code
        assert diagnostic.place is not None
        assert (diagnostic.place.file, diagnostic.place.line) == ("o.yaml", line)


BAD_FILES = {
    "- 1": 1,
    "{}": 3,
    f"{HEAD}actions: []": 1,
    f"{HEAD}actions: [{{target: $, update: {{}}}}]\nfoo: 1": 1,
    "overlay: 1.1.0\ninfo: {title: t, version: '1'}\nactions: [{target: $, update: {}}]": 1,
    "overlay: 1.0\ninfo: {title: 3, version: '1'}\nactions: [{target: $, update: {}}]": 2,
    "overlay: 1.0.0\ninfo: {title: t}\nactions: {}": 2,
}


@pytest.mark.parametrize("text", BAD_FILES, ids=lambda text: text[-40:])
def test_a_bad_file_is_refused_with_everything_wrong_in_it(text: str) -> None:
    found = refused(text)
    assert [diagnostic.code for diagnostic in found] == ["overlay-syntax"] * BAD_FILES[text]


def test_every_action_that_matches_nothing_is_named() -> None:
    actions = "actions: [{target: $.a, update: {}}, {target: $.info, update: {}}, {target: $.b, remove: true}]"
    assert [diagnostic.code for diagnostic in refused(HEAD + actions)] == ["overlay-no-match"] * 2
