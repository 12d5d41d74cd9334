"""Reports say what runs found, whatever strangers wrote into specs and answers; the page needs nothing beside it."""

import json
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from qiyue import contract, report
from qiyue.api import Kind
from qiyue.contract import Failure, Outcome, Skipped
from qiyue.pipeline import compile_text

HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7 * 7 }}\x00\x1b[31m\u202e\ud800]]>"
SPEC = """
openapi: 3.1.0
info: {title: "<b>Pets</b>", version: "1"}
x-qiyue-sources:
  main: {title: Page, url: "https://pets.invalid/page", read: "2026-03-01"}
  Z2: {title: Odd, url: "javascript:alert(3)", read: "2026-03-01"}
paths:
  /pets:
    get: {operationId: listPets, x-qiyue-source: stated L12, responses: {"200": {description: all}}}
    post: {operationId: addPet, responses: {"200": {description: one}}}
  /bank:
    get: {operationId: emptyBank, responses: {"200": {description: one}}}
"""
FAILURE = Failure(
    "listPets", "body", "A sentence.", "fuzzing", "curl -sS http://pets.invalid/pets", "/paths/~1pets/get/responses",
    count=3, about="a limit", call="client.pets.list_pets()", answer="HTTP 200 OK\n\n[1]", source="stated L12",
)  # fmt: skip
OUTCOME = Outcome(
    "http://pets.invalid",
    7,
    ("listPets", "addPet"),
    (contract.OperationResult("listPets", 1234, 4, 2, ((Kind.CLOCK, 2),), checks=(("body", 10), ("status", 10))),),
    (FAILURE,),
    "",
    1.5,
    "the time budget is spent",
    (Skipped("emptyBank", "the spec says: never"),),
    ("1 x what addPet made",),
    ("PETS_API_KEY",),
    gaps=(replace(FAILURE, message="Nothing is said of refusals."),),
)


SHOWN = """
1,234
body: 3 of 10 cases broke it
status: kept in 10 cases
stated L12
2 clock
PETS_API_KEY is not set
Left on the server: 1 x what addPet made
the spec says: never
Nothing is said of refusals. <small>spec.yaml:9:62</small>
""".split("\n")


class Page(HTMLParser):
    """What a browser would see."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = tag

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self._open, []).append(data)

    def every(self, attribute: str) -> list[str | None]:
        return [attrs[attribute] for _, attrs in self.tags if attribute in attrs]


def run(outcome: Outcome = OUTCOME, name: str = "pets") -> report.Run:
    compiled = compile_text(SPEC)
    return report.Run(name, compiled.api, outcome, compiled.places.place)


def written(*runs: report.Run) -> dict[str, bytes]:
    return {file.path: file.content for file in report.files(runs)}


def hostile() -> report.Run:
    """A run in which every text is an attack."""
    bad = Failure("listPets", "body", *[HOSTILE] * 3, "/paths", 1, *[HOSTILE] * 4)  # type: ignore[arg-type]
    outcome = replace(OUTCOME, target=HOSTILE, failures=(bad,), stopped=HOSTILE, left=(HOSTILE,), missing=(HOSTILE,))
    outcome = replace(outcome, barred=(Skipped(HOSTILE, HOSTILE),), tested=(replace(OUTCOME.tested[0], said=HOSTILE),))
    return run(outcome, HOSTILE)


def test_junit() -> None:
    root = ET.fromstring(written(run())["junit.xml"])
    (suite,) = root
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("3", "2", "1")
    cases = {case.get("name"): case for case in suite.iter("testcase")}
    failed = cases["listPets"].find("failure")
    assert failed is not None
    assert failed.get("message") == "A sentence."
    assert "spec.yaml:9:62" in (failed.text or "")
    assert "curl -sS http://pets.invalid/pets\nclient.pets.list_pets()" in (failed.text or "")
    untested = cases["addPet"].find("failure")
    assert untested is not None
    assert untested.get("message") == "addPet was not tested: the time budget is spent."
    assert cases["emptyBank"].find("skipped") is not None


def test_json() -> None:
    told = json.loads(written(run())["report.json"])["outcomes"]["pets"]
    assert (told["green"], told["cases"], told["seconds"]) == (False, 1234, "1.50")
    assert told["reasons"][0] == "addPet was not tested: the time budget is spent."
    assert told["barred"] == [{"operation": "emptyBank", "reason": "the spec says: never"}]
    assert told["failures"][0]["at"].startswith("spec.yaml:9:62")
    assert told["failures"][0]["call"] == "client.pets.list_pets()"


@pytest.mark.parametrize("made", [run, hostile])
def test_the_page_needs_nothing_and_runs_nothing_but_its_own(made: object) -> None:
    text = written(made())["report.html"].decode()  # type: ignore[operator]
    page = Page(text)
    names = [tag for tag, _ in page.tags]
    assert (names.count("script"), names.count("style"), names.count("img"), names.count("link")) == (1, 1, 0, 0)
    assert page.every("src") == []
    assert not any(name.startswith("on") or name == "style" for _, attrs in page.tags for name in attrs)
    links = [link for link in page.every("href") if link and not link.startswith("#")]
    assert links == ["https://pets.invalid/page"]
    assert "<b>Pets" not in text
    policy = next(attrs["content"] or "" for tag, attrs in page.tags if attrs.get("http-equiv"))
    for tag in ("script", "style"):
        digest = b64encode(sha256("".join(page.texts[tag]).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_the_page_links_what_is_broken() -> None:
    text = written(run())["report.html"].decode()
    page = Page(text)
    ids = page.every("id")
    targets = [link[1:] for link in page.every("href") if link and link.startswith("#")]
    assert "run-1-1" in targets
    assert set(targets) <= set(ids)
    assert len(ids) == len(set(ids))
    for shown in SHOWN:
        assert shown in text


def test_no_text_steers_what_shows_it() -> None:
    files = written(hostile())
    for name in ("junit.xml", "report.html"):
        assert not {"\x00", "\x1b", "\u202e"} & set(files[name].decode()), name
    assert len(list(ET.fromstring(files["junit.xml"]).iter("testcase"))) == 3


def test_equal_runs_give_equal_bytes() -> None:
    assert written(run()) == written(run())
