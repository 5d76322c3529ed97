"""What follows from memories: what is due, what will be, and what is known of each heading."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from quizgen.study.memory import Memory, Review

FORECAST_DAYS = 14
WORK_WEEKS = 12


@dataclass(frozen=True, slots=True)
class Mastery:
    """How much of a heading is known, is being learnt, and has not been asked yet."""

    known: int
    learning: int
    new: int

    @property
    def total(self) -> int:
        """All questions under the heading."""
        return self.known + self.learning + self.new


def due(memories: Mapping[str, Memory], today: int) -> list[str]:
    """The questions to ask today: first those that have waited longest, then the weakest."""
    waiting = [(m.due_day, m.stability, id) for id, m in memories.items() if m.due_day <= today]
    return [id for _, _, id in sorted(waiting)]


def forecast(memories: Iterable[Memory], today: int, days: int = FORECAST_DAYS) -> Sequence[int]:
    """How many questions come back on each day from today; what is overdue comes today."""
    counts = Counter(max(memory.due_day, today) - today for memory in memories)
    return [counts[offset] for offset in range(days)]


def mastery(memories: Mapping[str, Memory], questions: Collection[str]) -> Mastery:
    """How much is known of some questions."""
    met = [memories[id] for id in questions if id in memories]
    known = sum(memory.is_known for memory in met)
    return Mastery(known, len(met) - known, len(questions) - len(met))


def work(reviews: Iterable[Review], today: int, weeks: int = WORK_WEEKS) -> list[list[int]]:
    """How many questions were answered on each day: a list a week from Monday, oldest first.

    The last week is this one; its days to come are not in it.
    """
    counts = Counter(review.day for review in reviews)
    weekday = (today + 3) % 7  # 1 January 1970 was a Thursday
    monday = today - weekday
    days = [
        [counts[monday - 7 * back + day] for day in range(7)] for back in range(weeks - 1, -1, -1)
    ]
    days[-1] = days[-1][: weekday + 1]
    return days
