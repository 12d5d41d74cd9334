"""The file of a page: encodings, line ends, forms, and what is refused."""

from pathlib import Path

import pytest

from qiyue import pages
from qiyue.diagnostics import Refused

CHINESE = "请求参数\n\n参数名 类型 必填\norder_no 字符串 是\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
def test_what_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "page.txt").write_bytes(CHINESE.encode(encoding))
    assert pages.read(tmp_path / "page.txt").text == CHINESE


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("請求參數\n參數名 類型 必填\n說明 描述 預設值\n", "big5"),
        ("The reader’s book\n", "gbk"),
        ("The reader’s book – “été”, 5 €; it is lent to one reader at a time, for four weeks\n", "cp1252"),
    ],
)
def test_an_encoding_is_guessed(tmp_path: Path, text: str, encoding: str) -> None:
    (tmp_path / "page.txt").write_bytes(text.encode(encoding))
    assert pages.read(tmp_path / "page.txt").text == text


def test_an_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes("パラメータ\n".encode("shift-jis"))
    assert pages.read(tmp_path / "page.txt", encoding="shift-jis").text == "パラメータ\n"
    for encoding in ("klingon", "ascii"):
        with pytest.raises(Refused) as refused:
            pages.read(tmp_path / "page.txt", encoding=encoding)
        assert refused.value.diagnostics[0].code == "page-encoding"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(end: str) -> None:
    assert pages.read_text(CHINESE.replace("\n", end)).text == CHINESE


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "page-empty", 0),
        (b" \n\t\n", "page-empty", 0),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file-binary", 0),
        ("ok\nパラメータ 必須 説明\n".encode("shift-jis"), "page-encoding", 2),
        ("ok\nrequête numéro été\n".encode("latin-1"), "page-encoding", 2),
        ("ok\n요청 매개변수 필수 설명\n".encode("euc-kr"), "page-encoding", 2),
        ("a page".encode("utf-16")[:-1], "page-encoding", 0),
        (b"x" * (11 * 1024 * 1024), "file-too-large", 0),
    ],
)
def test_what_is_refused(tmp_path: Path, content: bytes, code: str, line: int) -> None:
    (tmp_path / "page.txt").write_bytes(content)
    with pytest.raises(Refused) as refused:
        pages.read(tmp_path / "page.txt", "page.txt")
    (diagnostic,) = refused.value.diagnostics
    place = diagnostic.place
    assert place is not None
    assert (diagnostic.code, place.file, place.line) == (code, "page.txt", line)


@pytest.mark.parametrize(
    ("file", "text", "form"),
    [
        ("a.txt", "标题\n\n正文\n", pages.Form.TEXT),
        ("a.md", "标题\n\n正文\n", pages.Form.MARKDOWN),
        ("a.txt", "# 标题\n\n正文\n", pages.Form.MARKDOWN),
        ("a.txt", "| a | b |\n|---|:-:|\n| 1 | 2 |\n", pages.Form.MARKDOWN),
        ("a.txt", "| a |\nb |\n", pages.Form.TEXT),
        ("a.txt", "<!doctype html>\n<p>x</p>", pages.Form.HTML),
        ("a.html", "标题 <b>x</b>", pages.Form.HTML),
        ("a.txt", "<!-- saved from a browser -->\n<div>x</div>", pages.Form.HTML),
        ("a.txt", "<your_key> is the key", pages.Form.TEXT),
    ],
)
def test_form(file: str, text: str, form: pages.Form) -> None:
    assert pages.read_text(text, file).form is form
