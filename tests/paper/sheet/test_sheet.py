from __future__ import annotations

import cv2
import pytest

from quizgen.errors import QuizgenError
from quizgen.paper.sheet import STYLES, Plan, Ticket, is_ticket, plan_of, tickets_of
from quizgen.paper.sheet.markers import CELLS, PATTERNS, cells

CODE = "4T86-YHQH-S4AN-N9"
SIZES = ("a4", "letter")
SOME = [(10, 3), (10, 4), (20, 4), (23, 5), (37, 2), (50, 6), (75, 6), (100, 3), (100, 5)]


def made(count: int, options: int, size: str, style: str) -> list[Plan]:
    numbers = [options] * count
    return [plan_of(t) for t in tickets_of(CODE, "A", numbers, size=size, style=style, seat="17")]  # type: ignore[arg-type]


def test_the_markers_are_those_of_opencv() -> None:
    known = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    for marker in range(len(PATTERNS)):
        drawn = cv2.aruco.generateImageMarker(known, marker, CELLS, borderBits=1)
        assert cells(marker) == tuple("".join("1" if c < 128 else "0" for c in r) for r in drawn)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("count", "options"), SOME)
def test_every_question_has_its_circles_within_the_frame_and_none_touch(
    count: int, options: int, size: str, style: str
) -> None:
    plans = made(count, options, size, style)
    assert [row.number for plan in plans for row in plan.rows] == [*range(1, count + 1)]
    for plan in plans:
        kind = plan.ticket.style
        assert plan.bottom <= plan.height - kind.foot + 0.01
        left = kind.margin + kind.marker + 1
        places = [(x, row.y) for row in plan.rows for x in row.xs]
        for x, y in places:
            assert left + kind.bubble / 2 < x < plan.width - left - kind.bubble / 2
            assert kind.head < y < plan.bottom
        for place, (x, y) in enumerate(places):
            for a, b in places[place + 1 :]:
                assert (x - a) ** 2 + (y - b) ** 2 > (kind.bubble + 1) ** 2


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("size", SIZES)
def test_markers_and_code_keep_off_circles_and_each_other(size: str, style: str) -> None:
    for count, options in SOME:
        for plan in made(count, options, size, style):
            side = plan.ticket.style.marker
            boxes = [(x, y, side) for _, x, y in plan.markers] + [(*plan.qr, plan.ticket.style.qr)]
            half = plan.ticket.style.bubble / 2
            rings = [(x - half, r.y - half, 2 * half) for r in plan.rows for x in r.xs]
            for place, (x, y, a) in enumerate(boxes):
                for u, v, b in boxes[place + 1 :] + rings:
                    assert x + a + 0.7 < u or u + b + 0.7 < x or y + a + 0.7 < v or v + b + 0.7 < y


def test_each_corner_has_a_marker_of_its_own() -> None:
    plan = made(20, 4, "a4", "full")[0]
    ids = [id for id, _, _ in plan.markers]
    assert {0, 1, 2, 3} <= set(ids)
    assert len(set(ids)) == len(ids) >= 10


def test_a_long_quiz_of_many_options_has_several_sheets() -> None:
    plans = made(100, 6, "a4", "full")
    assert [plan.ticket.page for plan in plans] == [1, 2]
    assert {plan.ticket.pages for plan in plans} == {2}


def test_thirty_questions_fit_on_a_quarter_of_a_page() -> None:
    for size in SIZES:
        assert len(made(30, 4, size, "compact")) == 1


def test_a_question_in_writing_has_no_circles_and_keeps_its_number() -> None:
    (ticket,) = tickets_of(CODE, "A", [0, 4, 0, 3], size="a4", style="full")
    assert [(row.number, len(row.xs)) for row in plan_of(ticket).rows] == [(2, 4), (4, 3)]
    assert tickets_of(CODE, "A", [0, 0], size="a4", style="full") == ()


@pytest.mark.parametrize("seat", ["", "17", "Müller 4", "a/b%"])
@pytest.mark.parametrize("style", STYLES)
def test_the_qr_code_says_all_that_a_reader_must_know(seat: str, style: str) -> None:
    options = [4, 4, 3, 0, 5, 5]
    for ticket in tickets_of(CODE, "C", options, size="letter", style=style, seat=seat):
        assert is_ticket(ticket.write())
        assert Ticket.read(ticket.write()) == ticket


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "QZ1:X",
        "QZ2:4T86:A:1:1:AF:1:20X4:17",
        "QZ1:4T86:A:1:1:AF:1:0X0:",
        "QZ1:4T86:A:1:1:AF:1:999X4:",
        "QZ1:4T86:A:1:1:AF:1:20X4.:17",
    ],
)
def test_another_code_is_no_ticket(text: str) -> None:
    with pytest.raises(ValueError, match="no ticket"):
        Ticket.read(text)


def test_what_no_sheet_can_hold_is_refused_all_at_once() -> None:
    with pytest.raises(QuizgenError) as caught:
        tickets_of(CODE, "A", [4, 10], size="a4", style="full", seat="x" * 25)
    assert "question 2 has 10 options" in str(caught.value)
    assert "--seats" in str(caught.value)
