"""Study days: they end at four in the morning, where the learner lives.

Instants are milliseconds since 1970 in UTC, days are counted from 1 January 1970. Nothing else
is ever stored: a database gives a number back as it got it, a date and time often not.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

ROLLOVER = timedelta(hours=4)
"""Who studies past midnight is still at the work of the evening."""

DEFAULT_ZONE = "UTC"
SHORT_LIST = (
    DEFAULT_ZONE,
    "America/Anchorage",
    "America/Argentina/Buenos_Aires",
    "America/Bogota",
    "America/Chicago",
    "America/Denver",
    "America/Halifax",
    "America/Los_Angeles",
    "America/Mexico_City",
    "America/New_York",
    "America/Sao_Paulo",
    "Africa/Cairo",
    "Africa/Johannesburg",
    "Africa/Lagos",
    "Africa/Nairobi",
    "Asia/Dubai",
    "Asia/Hong_Kong",
    "Asia/Jakarta",
    "Asia/Karachi",
    "Asia/Kolkata",
    "Asia/Manila",
    "Asia/Seoul",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Australia/Perth",
    "Australia/Sydney",
    "Europe/Athens",
    "Europe/Berlin",
    "Europe/Istanbul",
    "Europe/Kyiv",
    "Europe/London",
    "Europe/Moscow",
    "Pacific/Auckland",
    "Pacific/Honolulu",
)
"""A place for each clock that many live by, for people to choose from."""
_FIRST = date(1970, 1, 1).toordinal()


def study_day(at_ms: int, zone: str) -> int:
    """The day on which an instant counts.

    Args:
        at_ms: the instant.
        zone: a name of :func:`zone_names`.
    """
    local = datetime.fromtimestamp(at_ms / 1000, _zone(zone))
    return (local - ROLLOVER).toordinal() - _FIRST  # by the clock on the wall, also in spring


def date_of(day: int) -> date:
    """The date of a study day."""
    return date.fromordinal(day + _FIRST)


@cache
def zone_names() -> tuple[str, ...]:
    """The zones to choose from: UTC, then places by continent and city."""
    places = (name for name in available_timezones() if "/" in name)
    return DEFAULT_ZONE, *sorted(n for n in places if not n.startswith(("Etc/", "posix", "right")))


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
