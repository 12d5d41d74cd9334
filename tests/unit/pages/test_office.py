import io
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from qiyue import pages
from qiyue.cli.main import run
from qiyue.diagnostics import Refused
from qiyue.pages import Form


def word(path: Path) -> Path:
    document = docx.Document()
    document.add_heading("Parcels", 1)
    document.add_paragraph("POST /v1/parcels")
    rows = (("name", "type", "required"), ("weight", "number", "yes"), ("a|b", "string", "no"))
    table = document.add_table(len(rows), 3)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(path))
    return path


def pdf(path: Path, *lines: str) -> Path:
    """Write a PDF of one page, by hand."""
    drawn = " ".join(f"1 0 0 1 50 {700 - 20 * n} Tm ({line}) Tj" for n, line in enumerate(lines))
    stream = f"BT /F1 12 Tf {drawn} ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
    ]
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, 2)
    places = []
    for number, each in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj%s endobj\n" % (number, each))
    start = out.tell()
    out.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start)
    path.write_bytes(out.getvalue())
    return path


def test_word_is_read_by_its_headings_and_tables(tmp_path: Path) -> None:
    page = pages.read(word(tmp_path / "page.docx"))
    assert page.form is Form.MARKDOWN
    subjects = {fact.subject for each in pages.segments(page) for fact in each.facts}
    assert {"POST /v1/parcels", "weight"} <= subjects
    assert run(["init", str(tmp_path / "page.docx"), "--out", str(tmp_path / "spec")]) == 0
    assert "weight:" in (tmp_path / "spec" / "openapi.yaml").read_text("utf-8")


def test_pdf_is_read_by_its_lines(tmp_path: Path) -> None:
    lines = ("POST /v1/parcels", "name      type      required", "weight    number    yes")
    page = pages.read(pdf(tmp_path / "page.pdf", *lines))
    facts = {(fact.subject, fact.what) for each in pages.segments(page) for fact in each.facts}
    assert {("POST /v1/parcels", "method"), ("weight", "type")} <= facts


@pytest.mark.parametrize("name", ["pypdf", "docx"])
def test_without_the_extra_one_line_says_so(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = pdf(tmp_path / "page.pdf", "GET /x") if name == "pypdf" else word(tmp_path / "page.docx")
    for module in [each for each in sys.modules if each == name or each.startswith(f"{name}.")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, name, None)
    assert run(["init", str(page), "--out", str(tmp_path / "spec")]) == 2
    assert "[pages]" in capsys.readouterr().err
    assert not (tmp_path / "spec").exists()


def test_broken_files_are_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.pdf"
    page.write_bytes(b"%PDF-1.4\nnothing")
    with pytest.raises(Refused, match="cannot be read"):
        pages.read(page)
    with zipfile.ZipFile(tmp_path / "page.docx", "w") as packed:
        packed.writestr("word/document.xml", "<no")
    with pytest.raises(Refused):
        pages.read(tmp_path / "page.docx")
