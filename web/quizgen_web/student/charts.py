"""Pictures of numbers as inline SVG. The same numbers stand as text beside each."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup

from quizgen.words import N_
from quizgen_web.shell.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

CELL, STEP, LABEL = 14, 18, 30
LEVELS = (1, 5, 15, 30)
"""From how many answers on a day its square is darker."""

BAR, GAP, HEIGHT = 16, 4, 70


def calendar(weeks: Sequence[Sequence[int]], monday: date) -> Markup:
    """A square a day, a column a week, darker with more answers.

    Args:
        weeks: how many answers on each day from Monday, the oldest week first.
        monday: the first day of the first week.
    """
    squares = [Markup("")]
    for column, week in enumerate(weeks):
        day = monday + timedelta(weeks=column)
        if day.day <= 7 or (column == 0 and day.day < 22):  # else the next name is too near
            squares.append(_text(LABEL + column * STEP, 10, say().date(day, N_("MMM"))))
        for row, count in enumerate(week):
            level = sum(count >= least for least in LEVELS)
            place = Markup('<rect class="l{}" x="{}" y="{}" width="{}" height="{}" rx="3"/>')
            square = place.format(level, LABEL + column * STEP, 16 + row * STEP, CELL, CELL)
            squares.append(square)
    for row in (0, 2, 4):
        name = say().date(monday + timedelta(days=row), N_("EEE"))
        squares.append(_text(0, 27 + row * STEP, name))
    total, days = _worked(weeks)
    alternative = say().ngettext(
        "Questions answered in the last %(weeks)s weeks: %(total)s on %(num)s day",
        "Questions answered in the last %(weeks)s weeks: %(total)s on %(num)s days",
        days,
        weeks=len(weeks),
        total=total,
    )
    width = LABEL + len(weeks) * STEP + 8  # so that a month that begins in the last week has room
    return _svg("calendar", width, 16 + 7 * STEP, alternative, squares)


def work_done(weeks: Sequence[Sequence[int]]) -> str:
    """How many questions on how many days, as a sentence."""
    total, days = _worked(weeks)
    here = say()
    return here.gettext(
        "%(questions)s on %(days)s.",
        questions=here.ngettext("%(num)s question", "%(num)s questions", total),
        days=here.ngettext("%(num)s day", "%(num)s days", days),
    )


def _worked(weeks: Sequence[Sequence[int]]) -> tuple[int, int]:
    return sum(map(sum, weeks)), sum(count > 0 for week in weeks for count in week)


def bars(counts: Sequence[int], first: date) -> Markup:
    """A bar a day, with its number above and its day below."""
    most, drawn = max([1, *counts]), [Markup("")]
    for index, count in enumerate(counts):
        day, left = first + timedelta(days=index), index * (BAR + GAP)
        tall = round(HEIGHT * count / most) if count else 1
        place = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="3"/>')
        name = "some" if count else "none"
        drawn.append(place.format(name, left, 16 + HEIGHT - tall, BAR, tall))
        middle = left + BAR // 2
        if count:
            drawn.append(_text(middle, 12 + HEIGHT - tall, str(count), "middle"))
        drawn.append(_text(middle, HEIGHT + 31, say().date(day, N_("EEEEEE")), "middle"))
        drawn.append(_text(middle, HEIGHT + 45, str(day.day), "middle"))
    alternative = say().gettext(
        "Questions that come back in the next %(days)s days: %(count)s",
        days=len(counts),
        count=sum(counts),
    )
    return _svg("forecast", len(counts) * (BAR + GAP) - GAP, HEIGHT + 50, alternative, drawn)


def _text(x: int, y: int, words: str, anchor: str = "start") -> Markup:
    place = Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>')
    return place.format(x, y, anchor, words)


def _svg(name: str, width: int, height: int, label: str, inside: Sequence[Markup]) -> Markup:
    frame = Markup('<svg class="{}" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>')
    return frame.format(name, width, height, label, Markup("").join(inside))
