"""quizgen scan as somebody runs it."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from random import Random
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pypdf
import pytest
from click.testing import CliRunner
from PIL import Image

from quizgen.cli import main
from quizgen.results.responses import read_responses
from quizgen.results.sheets import workers
from quizgen.results.sheets.scan import scan
from quizgen.results.sheets.sources import Unread, pages_of
from tests.results.sheets.hand import fill
from tests.results.sheets.made import CODE, PIXELS, blank, pictures, sheets_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from quizgen.results.sheets.arrays import Grey


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["scan", *map(str, arguments)])


@pytest.fixture(scope="module")
def sheet() -> tuple[Grey, dict[int, str]]:
    page, plan = blank([4] * 20)
    meant = fill(page, plan, PIXELS, Random(4), unclear=0.15)
    return page, {number: each.letter for number, each in meant.items()}


def test_scans_and_photos_of_all_kinds_come_into_one_table(
    tmp_path: Path,
    sheet: tuple[Grey, dict[int, str]],
) -> None:
    page, letters = sheet
    image = Image.fromarray(page)
    folder = tmp_path / "folder"
    folder.mkdir()
    small = image.resize((page.shape[1] * 2 // 3, page.shape[0] * 2 // 3))
    small.save(folder / "a.png")
    small.rotate(180).save(folder / "b.jpg", quality=60)
    small.save(folder / "c.tiff", save_all=True, append_images=[small])
    small.save(tmp_path / "d.pdf", resolution=200)
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        archive.write(folder / "a.png", "inside/a.png")
        archive.write(tmp_path / "d.pdf", "d.pdf")
    names = [folder, tmp_path / "d.pdf", tmp_path / "e.zip"]
    shown = run(*names, "-o", tmp_path / "r.csv", "--json")
    assert shown.exit_code == 0, shown.output
    described = json.loads(shown.stdout)
    files = [(each["file"].removeprefix(f"{tmp_path}/"), each["page"]) for each in described]
    assert files == [
        ("folder/a.png", 1),
        ("folder/b.jpg", 1),
        ("folder/c.tiff", 1),
        ("folder/c.tiff", 2),
        ("d.pdf", 1),
        ("e.zip/d.pdf", 1),
        ("e.zip/inside/a.png", 1),
    ]
    for each in described:
        assert set(each) == {"file", "page", "code", "form", "seat", "answers", "doubtful"}
        assert (each["code"], each["form"], each["seat"]) == (CODE, "A", "17")
        for number, answer in each["answers"].items():
            assert answer in ("?", letters[int(number)])
            assert (answer == "?") == (int(number) in each["doubtful"])
    table = read_responses(tmp_path / "r.csv")
    assert len(table.rows) == 7
    assert "was given twice: both are kept" in shown.stderr
    again = run(*names, "--json")
    assert again.stdout == shown.stdout


def test_what_cannot_be_read_is_listed_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = sheets_pdf([4] * 10, ("1",))
    (tmp_path / "good.pdf").write_bytes(good)
    writer = pypdf.PdfWriter(io.BytesIO(good))
    writer.encrypt("secret")
    writer.write(tmp_path / "locked.pdf")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (tmp_path / "broken.zip").write_bytes(b"PK\3\4nothing")
    (tmp_path / "empty.png").write_bytes(b"")
    (tmp_path / "note.txt").write_text("not a scan")
    (tmp_path / "cut.jpg").write_bytes(bytes(cv2.imencode(".jpg", pictures(good)[0])[1])[:30_000])
    Image.new("L", (1600, 2200), 255).save(tmp_path / "blank.png")
    Image.new("1", (20_000, 10_000)).save(tmp_path / "huge.png")
    Image.new("L", (30, 30)).save(tmp_path / "tiny.png")
    shown = run(tmp_path, "--json")
    assert shown.exit_code == 0, shown.output
    described = {each["file"].rpartition("/")[2]: each for each in json.loads(shown.stdout)}
    assert described["good.pdf"]["seat"] == "1"
    for name, reason in {
        "locked.pdf": "password",
        "broken.pdf": "broken",
        "broken.zip": "broken",
        "empty.png": "empty",
        "note.txt": "neither a picture nor a PDF",
        "cut.jpg": "broken",
        "blank.png": "blank",
        "huge.png": "200 million pixels",
        "tiny.png": "too small",
    }.items():
        assert reason in described[name]["reason"], name
        assert described[name]["advice"]
        assert described[name]["answers"] == {}
        assert f"{name}" in shown.stderr


def test_a_large_photo_is_read_smaller(tmp_path: Path) -> None:
    (page,) = pictures(sheets_pdf([4] * 10), 100)
    large = cv2.resize(page, (10_000, 14_143), interpolation=cv2.INTER_LINEAR)
    Image.fromarray(np.asarray(large)).save(tmp_path / "large.jpg", quality=50)
    found = scan([tmp_path / "large.jpg"])
    assert [sheet.seat for sheet in found.sheets] == ["17"]


def test_a_page_of_any_size_is_drawn_within_bounds(tmp_path: Path) -> None:
    page = pypdf.PdfWriter()
    page.add_blank_page(14_400, 14_400)
    page.write(tmp_path / "wide.pdf")
    found = scan([tmp_path / "wide.pdf"])
    assert "blank" in found.unread[0].reason


def test_sheets_of_several_quizzes_keep_their_codes(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(sheets_pdf([4] * 10, ("1", "2")))
    (tmp_path / "b.pdf").write_bytes(sheets_pdf([3] * 12, ("1",), form="B", code="4T86-OTHER"))
    run(tmp_path / "b.pdf", tmp_path / "a.pdf", "-o", tmp_path / "r.csv")
    rows = read_responses(tmp_path / "r.csv").rows
    assert [(row.code, row.form, row.seat) for row in rows] == [
        ("4T86-OTHER", "B", "1"),
        (CODE, "A", "1"),
        (CODE, "A", "2"),
    ]


def test_the_sheets_of_one_seat_are_one_row(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(sheets_pdf([6] * 100, ("1", "2")))
    found = scan([tmp_path / "a.pdf"])
    assert len(found.sheets) == 4
    assert found.twice == ()
    rows = found.responses().rows
    assert [row.seat for row in rows] == ["1", "2"]
    assert [*rows[0].answers] == [str(number) for number in range(1, 101)]


def test_sheets_without_a_seat_are_named_by_their_place(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(sheets_pdf([4] * 10, ("", ""), style="compact"))
    found = scan([tmp_path / "a.pdf"])
    seats = [row.seat for row in found.responses().rows]
    assert seats == [f"{tmp_path}/a.pdf:1", f"{tmp_path}/a.pdf:1.2"]
    assert found.twice == ()


def test_a_missing_package_is_named_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    for name in [*sys.modules]:
        if name.startswith(("quizgen.results.sheets", "zxingcpp")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "zxingcpp", None)
    shown = run(tmp_path / "a.pdf", "--json")
    assert shown.exit_code == 1
    assert "pip install 'quizgen[scan]'" in shown.stderr


def test_no_sheet_at_all_is_an_error_with_a_status(tmp_path: Path) -> None:
    Image.new("L", (1600, 2200), 255).save(tmp_path / "blank.png")
    shown = run(tmp_path / "blank.png", "-o", tmp_path / "r.csv")
    assert shown.exit_code == 1
    assert "no answer sheet could be read" in shown.stderr
    assert not (tmp_path / "r.csv").exists()


def test_a_missing_file_and_a_missing_name_for_the_table_are_told(tmp_path: Path) -> None:
    assert "no such file" in run(tmp_path / "none.pdf", "--json").stderr
    assert "-o results.csv" in run(tmp_path / "none.pdf").stderr


def test_many_pages_are_all_found(tmp_path: Path) -> None:
    many = pypdf.PdfWriter()
    for _ in range(500):
        many.add_blank_page(300, 400)
    many.write(tmp_path / "many.pdf")
    pages = [*pages_of([tmp_path / "many.pdf"])]
    assert len(pages) == 500
    assert not any(isinstance(page, Unread) for page in pages)


def sleepy(task: int) -> int:
    import os
    import time

    if task == 1:
        time.sleep(300)
    if task == 2:
        os._exit(9)
    return task


def test_a_page_that_never_ends_or_kills_its_reader_is_given_up() -> None:
    told = workers.in_processes(
        sleepy, [0, 1, 2, 3], lambda task, reason: (task, reason), lambda: None, patience=30
    )
    assert told == [0, (1, "it takes too long"), (2, "it needs too much memory, or is damaged"), 3]
