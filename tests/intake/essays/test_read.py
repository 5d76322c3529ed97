from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pypdf
import pytest
import typst

from quizgen.errors import QuizgenError
from quizgen.intake.essays import Essay, read, read_bytes
from quizgen.intake.essays.docx import MAX_UNPACKED
from tests.intake.essays.made import (
    BODY,
    FIRST,
    HEADING,
    HTML,
    MARKDOWN,
    SECOND,
    TEXT,
    THIRD,
    TITLE,
)

if TYPE_CHECKING:
    from pathlib import Path


def body(essay: Essay) -> list[str]:
    return [text for _, _, text in essay.paragraphs]


def headings(essay: Essay) -> list[str]:
    return [heading.title for heading in essay.count.headings]


def of(name: str, raw: str | bytes) -> Essay:
    return Essay.of(read_bytes(name, raw.encode() if isinstance(raw, str) else raw))


def refused(name: str, raw: bytes) -> str:
    with pytest.raises(QuizgenError) as caught:
        read_bytes(name, raw)
    (problem,) = caught.value.problems
    assert problem.advice
    assert problem.file == name
    return problem.code


def word() -> bytes:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(FIRST)
    document.add_heading(HEADING, 1)
    document.add_paragraph(SECOND)
    document.add_paragraph("The bridge in 1930", style="Caption")
    document.add_table(1, 2).cell(0, 0).text = "The cost in 1911: 30,000 crowns."
    document.add_paragraph(THIRD)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def pdf(text: str) -> bytes:
    made = typst.compile(f'#set page(width: 15cm, height: 9cm, numbering: "1")\n{text}'.encode())
    assert isinstance(made, bytes)
    return made


PDF = pdf(f"= {TITLE}\n\n{FIRST}\n\n== {HEADING}\n\n{SECOND}\n\n{THIRD}")


def test_a_text_is_read_line_by_line() -> None:
    page = read_bytes("a.txt", TEXT.encode())
    assert [line.text for line in page.lines] == TEXT.split("\n")
    assert page.notes == ()


@pytest.mark.parametrize(
    ("name", "raw"),
    [("a.html", HTML), ("a.md", MARKDOWN), ("a.docx", word()), ("a.pdf", PDF), ("b.txt", HTML)],
)
def test_each_format_gives_the_paragraphs_and_headings_of_the_body(
    name: str, raw: str | bytes
) -> None:
    essay = of(name, raw)
    assert body(essay) == BODY
    assert headings(essay) == [HEADING]
    assert essay.facts["title"] == TITLE or name == "a.docx"


def test_a_page_from_the_web_tells_who_where_and_when() -> None:
    assert of("a.html", HTML).facts == {
        "title": TITLE,
        "author": "Clara Voss",
        "publisher": "The Courier",
        "published": "2024-03-02",
        "url": "https://example.org/bridge",
    }


def test_the_head_of_a_markdown_file_and_the_first_lines_of_a_text_tell_the_author() -> None:
    for name, raw in (("a.md", MARKDOWN), ("a.txt", TEXT)):
        facts = of(name, raw).facts
        assert (facts["title"], facts["author"]) == (TITLE, "Clara Voss")


def test_scripts_menus_and_footers_are_no_part_of_the_text() -> None:
    text = " ".join(line.text for line in read_bytes("a.html", HTML.encode()).lines)
    for word_ in ("1999", "contact", "Imprint", "color"):
        assert word_ not in text


def test_windows_1252_is_read_with_a_note() -> None:
    page = read_bytes("a.txt", "In 1974 Mário Soares said “no” – twice.".encode("cp1252"))
    assert page.lines[0].text == "In 1974 Mário Soares said “no” – twice."
    assert "Windows-1252" in page.notes[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_letter(encoding: str) -> None:
    assert read_bytes("a.txt", FIRST.encode(encoding)).lines[0].text == FIRST


def test_a_text_broken_for_a_screen_is_put_together() -> None:
    wrapped = "\n\n".join(
        "\n".join(text[i : i + 60].strip() for i in range(0, len(text), 60)) for text in BODY
    )
    page = read_bytes("a.txt", wrapped.encode())
    assert len(page.lines) == 3
    assert page.notes


def test_control_characters_are_left_out_with_a_note() -> None:
    page = read_bytes("a.txt", b"In 1974\x07 he said no.\x0cThen he went.")
    assert [line.text for line in page.lines] == ["In 1974 he said no.", "Then he went."]
    assert "1 control" in page.notes[0]


def test_a_line_that_is_too_long_for_a_paragraph_is_told() -> None:
    page = read_bytes("a.txt", (FIRST + " ").encode() * 100)
    assert len(page.lines) == 1
    assert "break it" in page.notes[0]


def test_right_to_left_text_is_read_and_split() -> None:
    text = "في عام 1994 شارك الحلف في قتال مباشر لأول مرة في التاريخ فوق البوسنة. هل هذا صحيح؟"
    (proposal,) = of("a.txt", text).proposals
    assert "1994" in proposal.phrase
    assert proposal.phrase in text


def broken_zip() -> bytes:
    return word()[:3000]


def bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (MAX_UNPACKED + 1))
    return target.getvalue()


def other_zip() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
    return target.getvalue()


def locked_pdf() -> bytes:
    target = io.BytesIO()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(PDF))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(target)
    return target.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\n \n\n", "empty"),
        ("a.html", b"", "empty"),
        ("a.html", b"<script>1</script>", "empty"),
        ("a.md", b"---\ntitle: x\n---\n", "empty"),
        ("a.txt", bytes(range(256)) * 9, "binary"),
        ("a.docx", broken_zip(), "broken"),
        ("a.docx", b"no zip", "broken"),
        ("a.docx", other_zip(), "broken"),
        ("a.docx", bomb(), "too-large"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("a.doc", OLE, "old-format"),
        ("a.pdf", PDF[:900], "broken"),
        ("a.pdf", b"no PDF", "broken"),
        ("a.pdf", locked_pdf(), "encrypted"),
        ("a.pdf", typst.compile(b"#rect(width: 3cm, fill: red)"), "scanned"),
        ("a.txt", b"a.\n" * 100_000, "too-large"),
    ],
)
def test_what_cannot_be_read_says_so(name: str, raw: bytes, code: str) -> None:
    assert refused(name, raw) == code


def test_a_file_that_is_missing_and_a_folder_say_so(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(QuizgenError, match="cannot-read"):
            read(path)


@pytest.mark.parametrize("text", ["x" * 500_000, "." * 500_000, "“a " * 20_000, "1," * 200_000])
def test_a_text_without_sentences_is_read_in_no_time(text: str) -> None:
    assert len(of("a.txt", text).page.lines) == 1
    assert len(of("a.txt", text).proposals) < 2000


def test_ten_thousand_lines_that_are_alike_are_read(tmp_path: Path) -> None:
    lines = [f"In {1000 + n % 900} the town of Lindenau sold its house {n}." for n in range(10_000)]
    assert len(of("a.txt", "\n".join(lines)).paragraphs) == 10_000
