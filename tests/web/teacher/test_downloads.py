from __future__ import annotations

import io
import re
import sys
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from quizgen.export import BUNDLES, FORMATS, SYSTEMS, Layout, item_set
from quizgen.export.limits import unfit
from quizgen.export.print import pdf
from quizgen.paper.blueprint import blueprint
from quizgen.paper.edits import parse_edit
from quizgen.paper.paper import Heading, make_quiz

if TYPE_CHECKING:
    from quizgen.bank.model import Bank
    from quizgen.export import Format
    from tests.web.teacher.conftest import Teacher

STATE = "seed=x&n=4&kind=quote&forms=2&page=a4&large=1&title=T&edit=drop.1"
"""Quotations alone have no comparison of three, whose sources would not fit on a card."""

TYPES = {"pdf": "application/pdf", "html": "text/html; charset=utf-8"}
TYPES["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize("form", ["A", "B"])
@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: f"{kind.name}-{kind.part}")
def test_each_file_is_the_one_that_the_registry_makes(
    teacher: Teacher, nato: Bank, kind: Format, form: str
) -> None:
    part = f"-{kind.part}" if kind.part else ""
    name = f"nato-{form}{part}.{kind.target.ending}"
    page = teacher.get(f"/paper/{name}?{STATE}")
    plan = blueprint(nato, 4, {"kind": ["quote"]})
    papers = make_quiz(nato, plan, "x", 2, Heading("T"), (parse_edit("drop.1"),)).papers
    items = item_set(papers["AB".index(form)])
    if kind.limits and unfit(items.items, kind.limits):
        assert page.status_code == 400
        assert f"does not fit {kind.limits.name}" in teacher.words
        return
    assert page.status_code == 200, teacher.words
    assert page.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.content_type == TYPES.get(kind.target.ending, page.content_type)
    assert page.data == kind.render(items, Layout("a4", large=True))


FILES = r"nato-(B-(paper|key|letters|cards)\.\w+|packet\.zip)|nato\.quiz\.yaml"


def test_all_files_of_the_form_are_offered(teacher: Teacher) -> None:
    teacher.get(f"/paper/preview?{STATE}&form=B")
    links = [link.get("href") for link in teacher.all("#download .files a")]
    assert len(links) == len(set(FORMATS) - set(SYSTEMS)) + len(BUNDLES) + 1
    for link in links:
        assert teacher.get(link).status_code == 200
        name = re.search('"(.*)"', teacher.page.headers["Content-Disposition"])
        assert name
        assert f"/{name[1]}?" in link
        assert re.fullmatch(FILES, name[1])


def test_the_packet_holds_all_forms_as_they_were_changed(teacher: Teacher) -> None:
    page = teacher.get(f"/paper/nato-packet.zip?{STATE}&form=B")
    assert page.content_type == "application/zip"
    with ZipFile(io.BytesIO(page.data)) as packet:
        for form in "AB":
            for name in (f"students/nato-{form}-paper.html", f"teacher/nato-{form}-key.html"):
                file = teacher.get(f"/paper/{name.partition('/')[2]}?{STATE}")
                assert packet.read(name) == file.data


def test_no_packet_is_made_that_would_keep_others_waiting(teacher: Teacher) -> None:
    teacher.get("/paper/preview?seed=x&n=2&forms=6")
    assert "All files in one zip" in teacher.words
    teacher.get("/paper/preview?seed=x&n=2&forms=7")
    assert "All files in one zip" not in teacher.words
    assert teacher.get("/paper/nato-packet.zip?seed=x&n=2&forms=7").status_code == 404


def test_a_file_of_a_paper_made_again_is_that_of_its_form(teacher: Teacher) -> None:
    teacher.get("/paper/preview?seed=x&n=3&forms=2&form=B")
    whole = teacher.get("/paper/nato-B-paper.html?seed=x&n=3&forms=2").data
    teacher.get("/paper/preview?seed=x&n=3&forms=2&form=B")
    code = teacher.code
    teacher.get(f"/paper/preview?code={code}")
    assert teacher.get(teacher.link("Web page, for students")).data == whole


@pytest.mark.parametrize(
    "path",
    [
        "nato-C-paper.pdf?seed=x&n=3&forms=2",
        "nato-A-paper.exe?seed=x",
        "nato-a-paper.pdf?seed=x",
        "other-A-paper.pdf?seed=x",
        "nato-A-paper.pdf/..?seed=x",
        "..%2fapp.py",
        "pages/9.png?seed=x&n=2",
        "pages/0.png?seed=x&n=2",
        "pages/-1.png?seed=x&n=2",
    ],
)
def test_no_other_file_is_there(teacher: Teacher, path: str) -> None:
    assert teacher.get(f"/paper/{path}").status_code == 404


@pytest.mark.parametrize("path", ["nato-A-paper.pdf", "nato-A-paper.html", "pages", "pages/1.png"])
@pytest.mark.parametrize("query", ["n=0", "topic=nowhere", "n=5&edit=dance", "code=ABC", "n=%00"])
def test_no_file_is_made_of_a_broken_address(teacher: Teacher, path: str, query: str) -> None:
    page = teacher.get(f"/paper/{path}?seed=x&{query}")
    assert page.status_code == 400
    assert "cannot be made" in teacher.words
    assert "Content-Disposition" not in page.headers


def test_a_sign_that_the_fonts_lack_is_named_and_other_formats_are_offered(
    teacher: Teacher,
) -> None:
    page = teacher.get("/paper/nato-A-paper.pdf?seed=x&n=2&title=%F0%9F%98%80")
    assert page.status_code == 400
    assert "Heading: the PDF’s fonts have no sign for '😀'" in teacher.words
    assert "Word or the web page" in teacher.words
    teacher.get(teacher.link("Back to the quiz"))
    assert teacher.all(".sheet h2")[0].text_content() == "😀"


@pytest.mark.parametrize(
    ("module", "file", "package"),
    [
        ("typst", "nato-A-paper.pdf", "typst"),
        ("typst", "nato-A-cards.pdf", "typst"),
        ("typst", "pages", "typst"),
        ("docx", "nato-A-key.docx", "python-docx"),
    ],
)
def test_a_package_that_is_missing_is_named(
    teacher: Teacher, monkeypatch: pytest.MonkeyPatch, module: str, file: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    pdf._compiler.cache_clear()
    page = teacher.get(f"/paper/{file}?seed=missing&n=2&kind=quote")
    assert page.status_code == 501
    assert f"needs the package {package}, which is not installed" in teacher.words
    assert "pip install 'quizgen[" in teacher.words
    assert teacher.get("/paper/nato-A-paper.html?seed=missing&n=2").status_code == 200


@pytest.mark.parametrize("part", ["", "key"])
def test_the_pages_are_shown_as_pictures_of_what_prints(teacher: Teacher, part: str) -> None:
    teacher.get(f"/paper/pages?{STATE}" + (f"&part={part}" if part else ""))
    pictures = teacher.all(".pages img")
    name = f"nato-A-{part or 'paper'}.pdf"
    pages = PdfReader(io.BytesIO(teacher.get(f"/paper/{name}?{STATE}").data)).pages
    assert len(pictures) == len(pages)
    sent = set()
    for number, picture in enumerate(pictures, 1):
        assert picture.get("alt").startswith(f"Page {number} of {len(pages)} of the ")
        made = teacher.get(picture.get("src"))
        assert made.content_type == "image/png"
        size = (int.from_bytes(made.data[16:20]), int.from_bytes(made.data[20:24]))
        assert size == (int(picture.get("width")), int(picture.get("height")))
        sent.add(made.data)
    assert len(sent) == len(pages)
