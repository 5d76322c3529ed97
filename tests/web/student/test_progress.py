from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quizgen_web.student.charts import bars, calendar

if TYPE_CHECKING:
    from quizgen.bank.model import Bank
    from tests.web.conftest import Learner

DAY = 86_400_000
START = 20_000 * DAY + DAY // 2  # Friday 4 October 2024 at noon


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The instant that the site takes for now, to be set."""
    now = [START]
    for module in ("quizgen_web.shell.learner", "quizgen_web.store.sittings"):
        monkeypatch.setattr(f"{module}.now_ms", lambda: now[0])
    return now


def answer_all(learner: Learner, action: str) -> None:
    while not learner.heading.endswith("right"):
        learner.post(learner.page.request.path, action=action)


def test_progress_without_any_work_says_how_to_begin(learner: Learner) -> None:
    learner.get("/progress")
    assert "Nothing to see yet." in learner.words
    assert "Set-Cookie" not in learner.page.headers


def test_what_was_answered_comes_back_on_its_day(
    learner: Learner, bank: Bank, clock: list[int]
) -> None:
    learner.start(count="2", mode="recall")
    answer_all(learner, "forgot")
    assert "Comes back on Saturday 5 October" in learner.words
    learner.get("/")
    assert "Nothing is due today" in learner.words
    clock[0] += DAY
    learner.get("/")
    assert "Practise: 2 due" in learner.words
    learner.post("/practice", due="1", count="20", mode="recall")
    assert "2 left" in learner.words
    answer_all(learner, "knew")
    assert learner.heading == "2 of 2 right"
    assert "2 due" not in learner.get("/").text


def test_a_sitting_asks_first_what_is_due_then_what_is_new(
    learner: Learner, clock: list[int]
) -> None:
    learner.start(count="1", mode="recall")
    due = learner.heading
    answer_all(learner, "forgot")
    clock[0] += DAY
    learner.start(count="3", mode="recall")
    assert learner.heading == due


def test_progress_shows_work_forecast_and_mastery_in_words_and_pictures(
    learner: Learner, bank: Bank, clock: list[int]
) -> None:
    learner.start(count="3", mode="recall")
    answer_all(learner, "knew")
    learner.get("/progress")
    assert "3 questions on 1 day" in learner.words
    assert f"0 known, 3 learning, {len(bank.questions) - 3} new" not in learner.words
    assert f"0 known 3 learning {len(bank.questions) - 3} new" in learner.words
    pictures = re.findall(r"<svg.*?</svg>", learner.page.text, re.DOTALL)
    assert len(pictures) == 2 + len(bank.topics) + len(bank.sources)
    for picture in pictures:
        ElementTree.fromstring(picture)
    assert pictures[0].count('class="l1"') == 1
    assert 'aria-label="Questions answered in the last 12 weeks: 3 on 1 day"' in pictures[0]
    assert "aria-label" in pictures[1]


def test_progress_tells_where_the_day_ends_and_leads_to_another_zone(learner: Learner) -> None:
    learner.start(count="1")
    learner.answer(action="passed")
    learner.get("/progress")
    assert "four in the morning, UTC time" in learner.words
    learner.post("/data/zone", zone="America/New_York")
    learner.get("/progress")
    assert "four in the morning, America/New York time" in learner.words
    assert 'href="/data#zone"' in learner.page.text


def test_a_sitting_left_open_is_offered_on_the_home_page(learner: Learner) -> None:
    learner.start(count="3")
    learner.answer(action="passed")
    learner.get("/")
    assert "Left open 3 questions are left of your last practice." in learner.words


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=14))
def test_the_bars_are_drawn_within_their_picture(counts: list[int]) -> None:
    picture = ElementTree.fromstring(bars(counts, date(2026, 11, 22)))
    width, height = map(int, picture.get("viewBox", "").split()[2:])
    for bar in picture.iter("rect"):
        x, y, w, h = (int(bar.get(name, "-1")) for name in ("x", "y", "width", "height"))
        assert x >= 0 and y >= 12 and x + w <= width and y + h <= height  # noqa: PT018


def test_each_day_of_the_calendar_has_its_square() -> None:
    picture = ElementTree.fromstring(calendar([[0, 1, 5, 15, 30, 99, 0], [2]], date(2026, 11, 9)))
    levels = [square.get("class") for square in picture.iter("rect")]
    assert levels == ["l0", "l1", "l2", "l3", "l4", "l4", "l0", "l1"]


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_the_names_of_months_neither_touch_nor_leave_the_picture(day: date) -> None:
    monday = day - timedelta(days=day.weekday())
    picture = ElementTree.fromstring(calendar([[0] * 7] * 12, monday))
    width = int(picture.get("viewBox", "").split()[2])
    ends = 0
    for name in picture.iter("text"):
        if name.get("y") == "10":
            left = int(name.get("x", ""))
            assert left >= ends
            ends = left + 26  # the widest name, Aug or May, with wide letter spacing
    assert 0 < ends <= width
