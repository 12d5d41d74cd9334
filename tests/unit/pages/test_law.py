"""What holds of every page, also of one that is nonsense: nothing is lost, nothing read twice, always the same."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qiyue import pages
from qiyue.pages import Form, Kind, Page

SOURCES = Path(__file__).parents[4] / "shared" / "sources"

LINES = st.sampled_from(
    [
        "# 标题",
        "1.2 列表",
        "参数名类型必填描述",
        "page_noint页码,默认1",
        "参数名 类型 必填 说明",
        "size Int 否 每页条数,最大 100",
        "| 字段 |",
        "类型 |",
        "|",
        "| name | String | Y |",
        "|---|---|---|",
        "name\ttype\tdescription",
        "id\tstring\tthe id",
        '{"a": [1, {"b": "c"}',
        '"a": "b",',
        "]}",
        "```json",
        "```",
        "POST /v1/orders",
        "GET",
        "/v1/orders/{id}",
        "- url:/v1/x",
        "  • 列表",
        "    • 创建",
        "curl -X POST https://x.example/v1 \\",
        "  -H 'A: b'",
        "每次最多 10 条。请稍后重试;否则失败",
        "<table><tr><td>a<td>b</table>",
        "<table><tr><td rowspan=2 colspan=3>a<td><table><tr><th>name<th>type</table><tr><td>b",
        "<ol><li>GET<li><p>x",
        "| └ city | string |",
        "- `page_size` (integer, optional): rows",
        "<pre>{&quot;a&quot;: 1}</pre>",
        "X-Token: abc",
        "请求参数:",
        "上一页",
        "",
        "   ",
    ]
)
ANY = st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=25).map("\n".join)


def check(page: Page) -> None:
    found = pages.segments(page)
    assert found == pages.segments(page)
    at = 0
    for segment in found:
        assert not page.text[at : segment.start].strip()
        assert segment.start < segment.end
        assert page.text[segment.start : segment.end].strip() == page.text[segment.start : segment.end]
        assert 1 <= segment.first <= segment.last <= page.text.count("\n") + 1
        at = segment.end
    assert not page.text[at:].strip()
    assert len({(segment.first, segment.column) for segment in found}) == len(found)
    lines = [segment.first for segment in found]
    assert lines == sorted(lines)


@example('{"a": [1, {"b": "c"}\n\'\x0c\n1.2 列表', Form.TEXT)
@example('{"a": 1, // note \x0c\n"b": 2}', Form.TEXT)
@settings(max_examples=300)
@given(ANY, st.sampled_from(list(Form)))
def test_any_text(text: str, form: Form) -> None:
    check(Page("page", text.replace("\r", "\n"), form))


@pytest.mark.parametrize("name", ["zhangxiaoer", "cloudpense", "shopex-oms", "fenxi"])
def test_the_four_pages(name: str) -> None:
    path = SOURCES / f"{name}.txt"
    if not path.is_file():
        pytest.skip("not run: page absent")
    page = pages.read(path)
    check(page)
    kinds = {segment.kind for segment in pages.segments(page)}
    assert kinds >= {Kind.ENDPOINT, Kind.SAMPLE, Kind.ROW, Kind.HEADING}
