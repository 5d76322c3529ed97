from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from quizgen.errors import QuizgenError
from quizgen.export import Layout, item_set
from quizgen.export.print.seats import seat_sheets, seats_of
from quizgen.paper.blueprint import Blueprint
from quizgen.paper.paper import make_quiz
from tests.paper.made_up import bank, question

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quizgen.export import ItemSet

    Poppler = Callable[..., str]


@pytest.fixture
def sets() -> list[ItemSet]:
    questions = [question(f"c{number}") for number in range(8)]
    return [item_set(p) for p in make_quiz(bank(*questions), Blueprint(4), "1", 2).papers]


def test_seats_are_a_number_labels_or_a_file(tmp_path: Path) -> None:
    assert seats_of("3") == ("1", "2", "3")
    assert seats_of("A1, B-2,Müller") == ("A1", "B-2", "Müller")
    (tmp_path / "class.txt").write_text("\ufeffAda\n\n Bo \n", "utf-8")
    assert seats_of(str(tmp_path / "class.txt")) == ("Ada", "Bo")


@pytest.mark.parametrize("text", ["0", "501", "", "a,a", ","])
def test_no_seats_too_many_and_one_twice_are_refused(text: str) -> None:
    with pytest.raises(QuizgenError, match="--seats"):
        seats_of(text)


def test_each_seat_has_a_sheet_and_neighbours_have_different_forms(
    sets: list[ItemSet], poppler: Poppler
) -> None:
    name, content = seat_sheets(sets, Layout("a4"), ["11", "12", "13"])
    assert name == f"{sets[0].bank.id}-sheets.pdf"
    pages = poppler("pdftotext", content).split("\f")
    for page, seat, form in zip(pages, ["11", "12", "13"], "ABA", strict=False):
        assert seat in page
        assert next(one.code for one in sets if one.form == form) in page
    assert "Pages:           3" in poppler("pdfinfo", content)
    assert seat_sheets(sets, Layout("a4"), ["11", "12", "13"]) == (name, content)


def test_small_sheets_stand_four_to_a_page(sets: list[ItemSet], poppler: Poppler) -> None:
    seats = [str(number) for number in range(1, 6)]
    _, content = seat_sheets(sets, Layout("letter"), seats, compact=True)
    info = poppler("pdfinfo", content)
    assert "Pages:           2" in info
    assert "612 x 792" in info


def test_the_sheets_are_tagged_as_pdf_ua(sets: list[ItemSet], tmp_path: Path) -> None:
    path = tmp_path / "sheets.pdf"
    path.write_bytes(seat_sheets(sets, Layout("a4"), ["1"])[1])
    command = [sys.executable, "-m", "pdfua", "check", "--min-severity", "warning", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_title_of_any_length_is_whole(sets: list[ItemSet], poppler: Poppler) -> None:
    from dataclasses import replace

    title = "What three authors say of an alliance and what it is for, " * 3
    long = [replace(one, heading=replace(one.heading, title=title)) for one in sets]
    for compact in (False, True):
        text = poppler("pdftotext", seat_sheets(long, Layout("a4"), ["1"], compact=compact)[1])
        assert " ".join(text.split()).count("what it is for") == 3


def test_a_label_that_the_code_cannot_hold_is_refused(sets: list[ItemSet]) -> None:
    with pytest.raises(QuizgenError, match="at most 24"):
        seat_sheets(sets, Layout("a4"), ["x" * 25])
