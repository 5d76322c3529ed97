from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.study.days import date_of, study_day, zone_names


def at(zone: str, text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        ("UTC", "2026-03-10T03:59:59", "2026-03-09"),
        ("UTC", "2026-03-10T04:00:00", "2026-03-10"),
        ("America/New_York", "2026-03-08T03:30:00", "2026-03-07"),  # the clocks went forward at two
        ("America/New_York", "2026-03-08T04:30:00", "2026-03-08"),
        ("America/New_York", "2026-11-01T03:30:00", "2026-10-31"),  # and back
        ("America/New_York", "2026-11-01T04:00:00", "2026-11-01"),
        ("Pacific/Kiritimati", "2026-01-01T04:00:00", "2026-01-01"),
        ("Asia/Kathmandu", "1969-12-31T23:00:00", "1969-12-31"),
    ],
)
def test_the_day_ends_at_four_by_the_clock_on_the_wall(zone: str, moment: str, day: str) -> None:
    assert date_of(study_day(at(zone, moment), zone)) == date.fromisoformat(day)


@given(st.integers(0, 4_000_000_000_000), st.sampled_from(zone_names()))
def test_days_go_forward_with_time_and_have_some_24_hours(at_ms: int, zone: str) -> None:
    hours = 3_600_000
    assert study_day(at_ms, zone) <= study_day(at_ms + hours, zone)
    # A few islands have skipped or repeated a day when they changed sides of the date line.
    assert study_day(at_ms + 24 * hours, zone) - study_day(at_ms, zone) in {0, 1, 2}


def test_zones_are_offered_with_utc_first() -> None:
    assert zone_names()[0] == "UTC"
    assert {"America/Chicago", "Europe/Berlin"} <= set(zone_names())
