"""Pages that are hard in one way each."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from quizgen.results.sheets.read import read_page
from tests.results.sheets import wear
from tests.results.sheets.hand import Meant, fill
from tests.results.sheets.made import PIXELS, blank, pictures, sheets_pdf

if TYPE_CHECKING:
    from quizgen.results.sheets.arrays import Grey


def filled(seed: int = 1, unclear: float = 0) -> tuple[Grey, dict[int, Meant]]:
    page, plan = blank([4] * 20)
    return page, fill(page, plan, PIXELS, Random(seed), unclear=unclear)


def letters(meant: dict[int, Meant]) -> dict[int, str]:
    return {number: each.letter for number, each in meant.items()}


@pytest.mark.parametrize("degrees", [0, 37, 90, 143, 180, 251, 270, 359])
def test_a_sheet_may_lie_any_way_round(degrees: int) -> None:
    page, meant = filled()
    turned = wear._turned(page, degrees, (0.7, 0.7), 255)
    (reading,), troubles = read_page(turned)
    assert reading.answers == letters(meant)
    assert troubles == []


@pytest.mark.parametrize("stretch", [(0.97, 1.03), (1.03, 0.97)])
def test_a_sheet_may_be_stretched(stretch: tuple[float, float]) -> None:
    page, meant = filled()
    (reading,), _ = read_page(wear._turned(page, 1.5, stretch, 255))
    assert reading.answers == letters(meant)


def test_two_sheets_in_one_picture_are_both_read() -> None:
    one, first = filled(1)
    other, second = filled(2)
    other = np.rot90(np.rot90(other))
    gap = np.full((one.shape[0], 90), 120, np.uint8)
    both = cv2.resize(np.hstack([gap, one, gap, other, gap]), None, fx=0.6, fy=0.6, interpolation=3)
    readings, troubles = read_page(np.asarray(both, np.uint8))
    found = [reading.answers for reading in readings]
    assert letters(first) in found
    assert letters(second) in found
    assert len(found) == 2
    assert troubles == []


def test_four_small_sheets_on_a_page_are_all_read() -> None:
    (page,) = pictures(sheets_pdf([4] * 30, ("1", "2", "3", "4"), style="compact"), 200)
    readings, troubles = read_page(page)
    assert [reading.ticket.seat for reading in readings] == ["1", "2", "3", "4"]
    assert all(set(reading.answers.values()) == {""} for reading in readings)
    assert troubles == []


def test_half_a_page_is_told_and_not_read() -> None:
    page, _ = filled()
    height = page.shape[0]
    for half in (page[: height * 2 // 5], page[height // 4 :]):
        readings, troubles = read_page(np.ascontiguousarray(half))
        assert readings == []
        assert any("missing" in t.reason or "square marks" in t.reason or "QR code" in t.reason
                   for t in troubles)  # fmt: skip


def test_a_few_hidden_marks_do_no_harm() -> None:
    page, meant = filled()
    page[: int(70 * PIXELS), : int(25 * PIXELS)] = 90  # a thumb on the upper left marker
    (reading,), _ = read_page(page)
    for number, answer in reading.answers.items():
        assert answer in ("?", letters(meant)[number])


def test_a_sheet_whose_code_is_hidden_is_told() -> None:
    page, _ = filled()
    page[: int(45 * PIXELS), int(160 * PIXELS) :] = 255
    readings, (trouble,) = read_page(page)
    assert readings == []
    assert "QR code" in trouble.reason


def test_a_sheet_of_one_answer_throughout_is_read() -> None:
    """All bubbles of one letter full: no letter's circles can be compared with each other."""
    from tests.results.sheets.hand import _Pen

    page, plan = blank([3] * 30, size="letter")
    for row in plan.rows:
        _Pen(page, PIXELS, Random(row.number), 60, plan).mark(row.xs, row.y, 0)
    (reading,), _ = read_page(page)
    assert set(reading.answers.values()) == {"A"}


def test_a_sheet_left_blank_is_blank_and_not_doubtful() -> None:
    page, plan = blank([5] * 100)
    assert len(plan.rows) == 100
    (reading,), _ = read_page(page)
    assert set(reading.answers.values()) == {""}


def test_a_sheet_full_of_second_marks_is_doubtful() -> None:
    from tests.results.sheets.hand import _Pen

    page, plan = blank([4] * 20)
    for row in plan.rows:
        pen = _Pen(page, PIXELS, Random(row.number), 60, plan)
        for choice in range(3):
            pen.mark(row.xs, row.y, choice)
    (reading,), _ = read_page(page)
    assert set(reading.answers.values()) == {"?"}


def test_a_blank_page_and_a_holiday_picture_are_told() -> None:
    white = np.full((2000, 1400), 250, np.uint8)
    assert "blank" in read_page(white)[1][0].reason
    sea = wear._table((1500, 2000), Random(3))
    assert "no answer sheet" in read_page(sea)[1][0].reason


def test_the_same_picture_gives_the_same_answers() -> None:
    page, _ = filled(5, unclear=0.5)
    worn = wear.photographed(page, PIXELS, Random(9))
    assert read_page(worn)[0] == read_page(worn)[0]


def test_a_doubtful_row_is_cut_out_upright() -> None:
    page, meant = filled(3, unclear=0.4)
    turned = wear._turned(page, 180, (0.7, 0.7), 255)
    (reading,), _ = read_page(turned, cut=True)
    doubtful = {number for number, answer in reading.answers.items() if answer == "?"}
    assert doubtful
    assert set(reading.cuts) == doubtful
    for number in doubtful:
        seen = cv2.imdecode(np.frombuffer(reading.cuts[number], np.uint8), cv2.IMREAD_GRAYSCALE)
        assert seen is not None
        assert seen.shape[1] > 3 * seen.shape[0]
        assert (seen < 128).mean() > 0.01
    assert len(meant) == 20
