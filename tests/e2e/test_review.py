"""The review page in a real browser: what it shows, what a click decides, what it lets nobody else do."""

import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

PAGE = """\
# Kestrel parcels <script>document.title = "pwned"</script>

| name | type | required | description |
|------|------|----------|-------------|
| depot | string | yes | depot code, at most 12 characters |
| lane | integer | no | lane of the depot |

## Create a parcel

POST /v1/parcels

| name | type | required | description |
|------|------|----------|-------------|
| weight | number | yes | kilograms |

Response:

```json
{"id": "P-1", "weight": "2.50"}
```

| name | type | description |
|------|------|-------------|
| id | string | number of the parcel |
| weight | number | kilograms |

## Cancel a parcel

URL: /v1/parcels/cancel

| name | type | required | description |
|------|------|----------|-------------|
| id | string | yes | number of the parcel |
"""
LOOSE, CREATE, ANSWER, CANCEL = (
    next(number for number, line in enumerate(PAGE.split("\n"), 1) if line.startswith(begin))
    for begin in ("| depot", "POST /v1", '{"id"', "URL:")
)
"""Lines: the first row of a table above all calls, two declarations, the sample of an answer."""


class Started:
    """A review that runs, and the folder that it writes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "specs" / "kestrel"
        (folder / "page.md").write_text(PAGE, "utf-8")
        command = [sys.executable, "-m", "qiyue", "init", "page.md", "--out", str(self.folder), "--review"]
        self.process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().split()[-1]

    def spec(self, name: str = "openapi.yaml") -> Any:
        return yaml.safe_load((self.folder / name).read_text("utf-8"))

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=60)
        return self.process.returncode


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[], Started]]:
    running: list[Started] = []

    def begin() -> Started:
        running.append(Started(tmp_path))
        return running[-1]

    yield begin
    for each in running:
        if each.process.poll() is None:
            each.process.kill()
            each.process.communicate()


def show(browser: Browser, started: Started, **options: Any) -> Page:
    """Open the page; whatever the browser complains of fails the test."""
    page = browser.new_context(**({"locale": "en-GB"} | options)).new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(started.address)
    return page


def block(page: Page, line: int) -> Any:
    return page.locator(f"#l{line} button.block")


def decide(page: Page, line: int, does: str = "Save", **values: str) -> None:
    block(page, line).click()
    for name, value in values.items():
        page.locator(f"dialog select[name={name}]").select_option(value)
    page.get_by_role("button", name=does, exact=True).click()
    page.wait_for_url(re.compile(f"at={line}"))


def test_lines_tell_what_became_of_them(browser: Browser, start: Callable[[], Started]) -> None:
    page = show(browser, start())
    wanted = {1: "used", LOOSE: "unplaced", CREATE: "used", ANSWER: "contradicting", CANCEL: "doubtful"}
    states = {line: page.locator(f"#l{line}").get_attribute("data-state") for line in wanted}
    assert states == wanted
    colours = {page.locator(f"#l{line}").evaluate("each => getComputedStyle(each).backgroundColor") for line in states}
    assert len(colours) == 4
    assert page.title() == "Review of what was read"  # the script of the page is text
    expect(page.locator("#l1")).to_contain_text("<script>")


def test_a_click_gives_a_table_to_a_call_and_a_method(browser: Browser, start: Callable[[], Started]) -> None:
    started = start()
    page = show(browser, started)
    decide(page, LOOSE, call=str(CANCEL), side="query")
    decide(page, CANCEL, method="DELETE")
    expect(page.locator(f"#l{LOOSE}")).to_have_attribute("data-state", "used")
    cancel = started.spec()["paths"]["/v1/parcels/cancel"]
    assert [*cancel] == ["delete"]
    names = {(each["name"], each["in"]) for each in cancel["delete"]["parameters"]}
    assert {("depot", "query"), ("lane", "query")} <= names
    assert started.spec("choices.yaml")["choices"][0]["side"] == "query"
    assert started.stop() == 0


def test_a_table_is_called_an_answer_skipped_and_forgotten(browser: Browser, start: Callable[[], Started]) -> None:
    started = start()
    page = show(browser, started)
    decide(page, LOOSE, call=str(CREATE), side="answer")

    def answer() -> set[str]:
        told = started.spec()["paths"]["/v1/parcels"]["post"]["responses"]["200"]["content"]["application/json"]
        return {*told["schema"]["properties"]}

    assert "depot" in answer()
    decide(page, LOOSE, "Skip it")
    assert "depot" not in answer()
    assert "depot" not in (started.folder / "openapi.yaml").read_text("utf-8")
    decide(page, LOOSE, "As it was read")
    expect(page.locator(f"#l{LOOSE}")).to_have_attribute("data-state", "unplaced")
    assert "depot" in (started.folder / "openapi.yaml").read_text("utf-8")


def test_choices_are_read_again(browser: Browser, start: Callable[[], Started]) -> None:
    first = start()
    decide(show(browser, first), CANCEL, method="PUT")
    first.stop()
    again = start()
    expect(block(show(browser, again), CANCEL)).to_contain_text("decided by you")
    assert [*again.spec()["paths"]["/v1/parcels/cancel"]] == ["put"]


def test_what_a_person_has_written_stays(browser: Browser, start: Callable[[], Started]) -> None:
    started = start()
    page = show(browser, started)
    spec = started.folder / "openapi.yaml"
    written = spec.read_text("utf-8") + "# mine\n"
    spec.write_text(written, "utf-8")
    decide(page, CANCEL, method="PUT")
    expect(page.locator(".note")).to_contain_text("openapi.draft.yaml")
    assert spec.read_text("utf-8") == written
    assert [*started.spec("openapi.draft.yaml")["paths"]["/v1/parcels/cancel"]] == ["put"]


def test_the_keyboard_is_enough(browser: Browser, start: Callable[[], Started]) -> None:
    started = start()
    page = show(browser, started)
    page.keyboard.press("n")
    expect(block(page, LOOSE)).to_be_focused()
    page.keyboard.press("p")
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(block(page, LOOSE)).to_be_focused()


@pytest.mark.parametrize(("locale", "title"), [("zh-CN", "核对读取结果"), ("en-GB", "Review of what was read")])
def test_it_speaks_the_language_of_the_browser(
    browser: Browser, start: Callable[[], Started], locale: str, title: str
) -> None:
    page = show(browser, start(), locale=locale)
    expect(page.locator("h1")).to_have_text(title)
    page.locator("a.language").click()
    expect(page.locator("h1")).not_to_have_text(title)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_in_light_and_dark(browser: Browser, start: Callable[[], Started], scheme: str) -> None:
    page = show(browser, start(), color_scheme=scheme)
    contrast = """each => {
        const light = text => {
            const parts = text.match(/[0-9.]+/g).slice(0, 3).map(Number).map(part => part / 255);
            const linear = parts.map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
        };
        const style = getComputedStyle(each);
        const both = [light(style.color), light(style.backgroundColor)].sort((a, b) => b - a);
        return (both[0] + 0.05) / (both[1] + 0.05);
    }"""
    ratios = {line: page.locator(f"#l{line}").evaluate(contrast) for line in (1, LOOSE, ANSWER, CANCEL)}
    assert min(ratios.values()) >= 4.5, ratios


def test_a_narrow_window_shows_everything_below_each_other(browser: Browser, start: Callable[[], Started]) -> None:
    page = show(browser, start(), viewport={"width": 380, "height": 720})
    assert page.evaluate("document.documentElement.scrollWidth") <= 380
    above, below = (page.locator(name).bounding_box() for name in ("#page", "#spec"))
    assert above is not None
    assert below is not None
    assert below["y"] >= above["y"] + above["height"]


def test_a_page_of_another_site_decides_nothing(browser: Browser, start: Callable[[], Started]) -> None:
    started = start()
    content = (
        f"<form method=post action='{started.address}choose'><input name=line value={CANCEL}><button>x</button></form>"
    )

    class Evil(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(content.encode())

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Evil) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        with page.expect_navigation() as navigated:
            page.get_by_role("button").click()
        server.shutdown()
        thread.join()
    answer = navigated.value
    assert answer is not None
    assert answer.status == 403
    assert not (started.folder / "choices.yaml").exists()
