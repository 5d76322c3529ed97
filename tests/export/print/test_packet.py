from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from dataclasses import asdict, replace
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

import mammoth
import pypdf
import pytest

import quizgen
from quizgen.bank.load import default_bank, load_bank
from quizgen.errors import QuizgenError
from quizgen.export import BUNDLES, FORMATS, ItemSet, Layout, chosen_for_quiz, item_set, render_all
from quizgen.export.print import pdf
from quizgen.paper.blueprint import Blueprint
from quizgen.paper.paper import Heading, make_quiz
from tests.export.print.test_pdf import plain
from tests.paper.made_up import bank, question

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from quizgen.paper.paper import Paper

RESERVED = {"con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(10))}


def sets(papers: Sequence[Paper]) -> list[ItemSet]:
    return [*map(item_set, papers)]


def make(papers: Sequence[Paper], layout: Layout | None = None) -> bytes:
    (packet,) = BUNDLES
    return packet.render(sets(papers), layout or Layout(), lambda: None)


@pytest.fixture(scope="module")
def papers() -> tuple[Paper, ...]:
    """Two forms of the shipped bank, of which some questions have all that a key may tell."""
    return make_quiz(load_bank(default_bank()), Blueprint(8), "7", 2).papers


@pytest.fixture(scope="module")
def packet(papers: Sequence[Paper]) -> bytes:
    return make(papers)


@pytest.fixture
def unpacked(packet: bytes, tmp_path: Path) -> Path:
    zipfile.ZipFile(io.BytesIO(packet)).extractall(tmp_path)
    return tmp_path


def everything(path: Path) -> str:
    """All that a file says to whoever looks closely: also its metadata and inner files."""
    if path.suffix == ".docx":
        inner = zipfile.ZipFile(path)
        parts = [inner.read(name).decode("utf-8", "replace") for name in inner.namelist()]
        shown = mammoth.extract_raw_text(io.BytesIO(path.read_bytes()))  # type: ignore[no-untyped-call]
        return "\n".join([str(shown.value), *parts])
    if path.suffix == ".pdf":
        reader = pypdf.PdfReader(path)
        pages = [page.extract_text() for page in reader.pages]
        assert reader.attachments == {}
        return "\n".join([*pages, str(reader.metadata), str(reader.xmp_metadata and "")])
    return path.read_text("utf-8")


def test_it_holds_each_form_for_students_and_for_the_teacher(unpacked: Path) -> None:
    found = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*.*")}
    endings = ("pdf", "docx", "html")
    assert found == {
        "README.txt",
        "LICENCE.txt",
        "SOURCES.html",
        "teacher/manifest.json",
        *(f"students/nato-{form}-paper.{ending}" for form in "AB" for ending in endings),
        *(f"teacher/nato-{form}-key.{ending}" for form in "AB" for ending in endings),
        *(f"teacher/nato-{form}-letters.{ending}" for form in "AB" for ending in endings),
    }


def test_the_files_are_those_that_are_written_one_by_one(
    unpacked: Path, papers: Sequence[Paper]
) -> None:
    single = render_all(
        sets(papers),
        [format for format in FORMATS if format.name in {"pdf", "docx", "html"}],
        Layout(),
    )
    for name, content in single.items():
        folder = "students" if "-paper." in name else "teacher"
        assert (unpacked / folder / name).read_bytes() == content


def test_a_student_finds_no_key_in_any_file(unpacked: Path, papers: Sequence[Paper]) -> None:
    files = [*(unpacked / "students").iterdir()]
    assert len(files) == 6
    items = [item for paper in papers for item in paper.items]
    for path in files:
        text = everything(path)
        assert "manifest" not in text
        for item in items:
            assert plain(item.question.rationale) not in plain(text), path.name
            assert escape(item.question.rationale) not in text, path.name
            assert item.question.id not in text, path.name
            for distractor in item.question.distractors:
                assert not distractor.why or plain(distractor.why) not in plain(text), path.name
    key = everything(unpacked / "teacher" / "nato-A-key.docx")
    assert papers[0].items[0].question.rationale in key  # or the search above would find nothing


def test_what_students_get_depends_on_no_key() -> None:
    """The same options with another one as the key: the same bytes, but for the code."""
    one = question("c", key="b", wrong=("a", "c", "d"))
    other = question("c", key="d", wrong=("c", "a", "b"))
    found = []
    for asked in (one, other):
        (paper,) = make_quiz(bank(asked), Blueprint(1), "1").papers
        packed = zipfile.ZipFile(io.BytesIO(make([replace(paper, code="X")])))
        found.append({name: packed.read(name) for name in packed.namelist()})
    different = {name for name in found[0] if found[0][name] != found[1][name]}
    assert different
    assert all(name.startswith("teacher/") for name in different)


def test_the_manifest_knows_every_file_but_itself(
    unpacked: Path, packet: bytes, papers: Sequence[Paper]
) -> None:
    manifest = json.loads((unpacked / "teacher" / "manifest.json").read_text("utf-8"))
    assert (manifest["format"], manifest["version"]) == ("quizgen packet", 1)
    assert manifest["quizgen"] == quizgen.__version__
    assert manifest["bank"] == {"id": "nato", "title": "NATO in three essays", "language": "en"}
    assert manifest["layout"] == asdict(Layout())
    assert [(form["form"], form["code"]) for form in manifest["forms"]] == [
        (paper.form, paper.code) for paper in papers
    ]
    assert manifest["forms"][1]["questions"] == [item.question.id for item in papers[1].items]
    names = zipfile.ZipFile(io.BytesIO(packet)).namelist()
    assert [file["path"] for file in manifest["files"]] + ["teacher/manifest.json"] == names
    for file in manifest["files"]:
        content = (unpacked / file["path"]).read_bytes()
        assert file["size"] == len(content)
        assert file["sha256"] == sha256(content).hexdigest()


def test_the_texts_name_each_essay_and_its_terms(unpacked: Path, papers: Sequence[Paper]) -> None:
    page = (unpacked / "SOURCES.html").read_text("utf-8")
    licence = (unpacked / "LICENCE.txt").read_text("utf-8-sig")
    sources = {source for paper in papers for source in paper.sources}
    assert len(sources) == 3
    for source in sources:
        for text in (source.title, source.publisher, source.published, source.genre):
            assert f"<dd>{escape(text)}\n" in page
        assert f"<dd>{escape(source.argues)}" in page
        assert f"<dd>{escape(source.licence)}" in page
        assert f"“{source.title}” ({source.publisher}, {source.published})" in licence
        assert f"Licence: {source.licence}" in licence
        assert source.url in licence
    assert escape(papers[0].bank.about) in page
    for words in (page, (unpacked / "README.txt").read_text("utf-8-sig")):
        assert papers[0].bank.credit in words
    assert f"Licence: {papers[0].bank.licence}." in licence


def test_the_readme_tells_how_to_make_each_form_again(papers: Sequence[Paper]) -> None:
    def read(papers: Sequence[Paper], layout: Layout) -> str:
        packed = zipfile.ZipFile(io.BytesIO(make(papers, layout)))
        return packed.read("README.txt").decode("utf-8-sig")

    text = read(papers, Layout())
    for paper in papers:
        assert f"quizgen quiz --code {paper.code} --to pdf --page letter -o again" in text
    assert "--title" not in text
    heading = Heading("Test “one”", "Mark it.")
    text = read([replace(papers[0], heading=heading)], Layout("a4", True))
    assert re.search(r"--title +Test “one”\n +--instructions +Mark it\.", text)
    assert "--page a4 --large-print" in text


def test_the_bytes_are_fixed_and_the_names_fit_every_system(
    packet: bytes, papers: Sequence[Paper]
) -> None:
    assert make(papers) == packet
    packed = zipfile.ZipFile(io.BytesIO(packet))
    assert packed.comment == b""
    for entry in packed.infolist():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert (entry.create_system, entry.external_attr >> 16) == (3, 0o100644)
        assert (entry.compress_type, entry.extra) == (zipfile.ZIP_STORED, b"")
        for part in entry.filename.split("/"):
            assert re.fullmatch(r"[A-Za-z0-9-]+(\.[a-z]+)?", part)
            assert part.split(".")[0].lower() not in RESERVED
    lower = [name.lower() for name in packed.namelist()]
    assert len(set(lower)) == len(lower)


def test_all_missing_packages_are_told_and_no_half_packet_is_made(
    papers: Sequence[Paper], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.setitem(sys.modules, "docx", None)
    pdf._compiler.cache_clear()
    with pytest.raises(QuizgenError) as error:
        render_all(sets(papers), chosen_for_quiz("packet,html"), Layout())
    told = [problem.message for problem in error.value.problems]
    assert told == [
        "DOCX needs the package python-docx, which is not installed",
        "PDF needs the package typst, which is not installed",
    ]


def test_hostile_words_stand_literally(hostile: Paper) -> None:
    packed = zipfile.ZipFile(io.BytesIO(make([hostile])))
    assert "#title <i> & more" in packed.read("README.txt").decode("utf-8-sig")
    manifest = json.loads(packed.read("teacher/manifest.json"))
    assert manifest["heading"]["title"] == "#title <i> & more"
    assert b"<i>" not in packed.read("SOURCES.html")


def test_each_file_is_counted_once(
    papers: Sequence[Paper], monkeypatch: pytest.MonkeyPatch
) -> None:
    formats = chosen_for_quiz("packet,html")
    calls: list[None] = []
    render: Callable[..., object] = render_all
    render(sets(papers), formats, Layout(), lambda: calls.append(None))
    assert len(calls) == sum(format.count(len(papers)) for format in formats) == 24
