from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizgen.study.days import date_of
from quizgen.study.memory import Memory, Review
from quizgen.study.outlook import Mastery, due, forecast, mastery, work


def remembered(due_day: int, stability: float = 3.0) -> Memory:
    return Memory(stability, 5, due_day - 3, due_day)


MEMORIES = st.dictionaries(st.text(), st.integers(0, 60).map(remembered))


def test_due_are_those_of_today_and_before_the_oldest_and_weakest_first() -> None:
    memories = {
        "later": remembered(11),
        "today": remembered(10),
        "weak": remembered(10, 1.0),
        "old": remembered(2),
    }
    assert due(memories, 10) == ["old", "weak", "today"]


@given(MEMORIES, st.integers(0, 60))
def test_the_forecast_begins_with_what_is_due_and_loses_nothing(
    memories: dict[str, Memory], today: int
) -> None:
    days = forecast(memories.values(), today, 61)
    assert days[0] == len(due(memories, today))
    assert sum(days) == len(memories)
    assert len(forecast(memories.values(), today)) == 14


def test_mastery_counts_the_known_the_learning_and_the_new() -> None:
    memories = {"a": remembered(1, 30.0), "b": remembered(1, 3.0), "elsewhere": remembered(1)}
    found = mastery(memories, ["a", "b", "c", "d"])
    assert found == Mastery(known=1, learning=1, new=2)
    assert found.total == 4


def test_work_is_shown_in_weeks_from_monday_up_to_today() -> None:
    today = 20_000
    reviews = [Review("a", today, 3), Review("b", today, 1), Review("a", today - 7, 3)]
    weeks = work([*reviews, Review("c", today - 84, 3)], today)
    assert len(weeks) == 12
    assert [len(week) for week in weeks[:-1]] == [7] * 11
    assert len(weeks[-1]) == date_of(today).isoweekday()
    assert weeks[-1][-1] == 2
    assert sum(map(sum, weeks)) == 3
