from collections.abc import Callable
from typing import Any

import pytest

from qiyue.mock.multipart import Part, parts

SPEC = """
paths:
  /upload:
    post:
      operationId: upload
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file, title]
              properties:
                file: {type: string, format: binary, maxLength: 8, minLength: 1}
                title: {type: string, maxLength: 3}
                pages: {type: integer}
                meta: {type: object, properties: {amount: {type: number}}}
                more: {type: array, maxItems: 2, items: {type: string, contentMediaType: image/png}}
            encoding:
              file: {contentType: "image/*, application/pdf"}
              more: {contentType: image/png}
      responses: {"204": {description: done}}
"""
PDF = ("a.pdf", b"%PDF", "application/pdf")
PNG = ("a.png", b"png", "image/png")


@pytest.mark.parametrize(
    ("fields", "files", "reason"),
    [
        ({"title": "a"}, [("file", PDF)], ""),
        ({"title": "12", "pages": "3", "meta": '{"amount": 1.50}'}, [("file", PDF)], ""),
        ({"title": "票据"}, [("file", ("发票.pdf", b"%PDF", "application/pdf"))], ""),
        ({"title": "a", "other": "x"}, [("file", PDF), ("another", PDF)], ""),
        ({"title": "a"}, [("file", PNG)], ""),
        ({"title": "a"}, [("file", PDF), ("more", PNG), ("more", PNG)], ""),
        (
            {"title": "a"},
            [("file", PDF), ("more", PNG), ("more", PNG), ("more", PNG)],
            "invalid-parameter /more maxItems",
        ),
        ({"title": "a"}, [("file", PDF), ("more", PDF)], "invalid-parameter /more contentType"),
        ({"title": "a"}, [("file", ("a.pdf", b"x" * 9, "application/pdf"))], "too-large /file maxLength"),
        ({"title": "a"}, [("file", ("a.pdf", b"", "application/pdf"))], "invalid-parameter /file minLength"),
        ({"title": "a"}, [("file", ("a.txt", b"x", "text/plain"))], "invalid-parameter /file contentType"),
        ({"title": "a"}, [("other", PDF)], "missing-parameter /file required"),
        ({}, [("file", PDF)], "missing-parameter /title required"),
        ({"title": "long"}, [("file", PDF)], "invalid-parameter /title maxLength"),
        ({"title": "a", "pages": "x"}, [("file", PDF)], "invalid-parameter /pages type"),
        ({"title": "a", "meta": "{"}, [("file", PDF)], "invalid-parameter /meta json"),
        ({"title": "a", "meta": '{"amount": "1"}'}, [("file", PDF)], "invalid-parameter /meta/amount type"),
    ],
)
def test_parts_are_checked(serve: Callable[..., Any], fields: Any, files: Any, reason: str) -> None:
    assert serve(SPEC).reason("POST", "/upload", data=fields, files=files) == reason


def body(disposition: str, content_type: str = "") -> bytes:
    typed = f"Content-Type: {content_type}\r\n" if content_type else ""
    part = f"--b\r\nContent-Disposition: form-data; {disposition}\r\n{typed}\r\nx\r\n"
    title = "--b\r\nContent-Disposition: form-data; name=title\r\n\r\na\r\n"
    return f"{part}{title}--b--\r\n".encode()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (body('name="file"; filename="a.PDF"'), ""),
        (body('name="file"; filename="a.jpg"'), ""),
        (body('name="file"; filename="a.txt"', "application/pdf; x=y"), ""),
        (body('name="file"'), ""),
        (body('name="file"; filename="a.pdf"', "application/octet-stream"), "invalid-parameter /file contentType"),
        (body('filename="a.pdf"'), "invalid-parameter multipart"),
        (body('name="file"')[:-6], "invalid-parameter multipart"),
        (b"nonsense", "invalid-parameter multipart"),
    ],
)
def test_bodies_written_by_others(serve: Callable[..., Any], content: bytes, reason: str) -> None:
    headers = {"content-type": "multipart/form-data; boundary=b"}
    assert serve(SPEC).reason("POST", "/upload", content=content, headers=headers) == reason


def test_no_boundary(serve: Callable[..., Any]) -> None:
    options = {"content": b"--b--", "headers": {"content-type": "multipart/form-data"}}
    assert serve(SPEC).reason("POST", "/upload", **options) == "invalid-parameter multipart"


def test_bytes_are_kept() -> None:
    content = b'--b\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\n\x00\xff\r\n-\r\n\r\n--b--\r\n'
    assert parts("multipart/form-data; boundary=b", content) == (Part("f", "x", "", b"\x00\xff\r\n-\r\n"),)
