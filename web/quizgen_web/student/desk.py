"""A learner's desk: what one press practises, the week, what is known, what is next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from quizgen.study.days import date_of
from quizgen.study.outlook import due, mastery
from quizgen.words import N_
from quizgen_web.shell.language import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from quizgen.bank.model import Topic
    from quizgen.study.memory import Memory
    from quizgen.study.outlook import Mastery
    from quizgen.study.sets import Set
    from quizgen_web.shell.learner import Study
    from quizgen_web.shell.site import Site
    from quizgen_web.student.choice import Choice

MOST_DUE = 20
"""So many due questions are asked at one press; those that wait longest first."""


class Day(NamedTuple):
    """A day of this week."""

    name: str
    short: str
    answers: int
    """How many questions were answered on it."""
    is_today: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a learner stands in a bank.

    Attributes:
        due: how many due questions the button asks.
        new: how many new ones after them.
        ahead: how many before their day, where nothing is due and nothing new.
        coming: the next day on which something comes back; None where nothing was reviewed.
        week: from Monday to Sunday; empty for a newcomer.
        all: how much of the bank is known.
        topics: the same of each topic.
        next: the first set with something new in it; None where there is none.
    """

    due: int
    new: int
    ahead: int
    coming: date | None
    week: Sequence[Day]
    all: Mastery
    topics: Sequence[tuple[Topic, Mastery]]
    next: Set | None

    @classmethod
    def of(cls, site: Site, now: Study, choice: Choice) -> Desk:
        """Look what there is for a learner.

        Args:
            site: the bank.
            now: the learner today.
            choice: how many questions, and how, the learner chose last.
        """
        bank = site.bank
        memories = {id: m for id, m in now.memories(bank).items() if id in bank.by_id}
        waiting = min(len(due(memories, now.today)), MOST_DUE)
        every = [q.id for q in bank.questions if choice.asks(q)]
        new = sum(id not in memories for id in every)
        new = min(new, max(0, choice.count - waiting))
        ahead = 0 if waiting or new else min(choice.count, len(every))
        later = [memory.due_day for memory in memories.values() if memory.due_day > now.today]
        return cls(
            waiting,
            new,
            ahead,
            date_of(min(later)) if later else None,
            _week(now, site) if memories else [],
            mastery(memories, bank.by_id),
            _topics(site, memories) if memories else [],
            next_set(site, memories),
        )

    @property
    def count(self) -> int:
        """How many questions the button asks."""
        return self.due + self.new + self.ahead


def next_set(site: Site, memories: Mapping[str, Memory]) -> Set | None:
    """The first set, of the topics in order, with something that was not asked yet."""
    sets = (one for topic in site.sets.values() for one in topic)
    return next((one for one in sets if any(id not in memories for id in one.questions)), None)


def _week(now: Study, site: Site) -> list[Day]:
    monday = now.today - (now.today + 3) % 7  # 1 January 1970 was a Thursday
    counts = now.by_day(site.bank, monday)
    days = ((day, date_of(day)) for day in range(monday, monday + 7))
    here = say()
    return [
        Day(
            here.date(on, N_("EEEE")),
            here.date(on, N_("EEEEE")),
            counts.get(day, 0),
            day == now.today,
        )
        for day, on in days
    ]


def _topics(site: Site, memories: Mapping[str, Memory]) -> list[tuple[Topic, Mastery]]:
    return [
        (topic, mastery(memories, {id for one in site.sets[topic.id] for id in one.questions}))
        for topic in site.bank.topics
        if topic.id in site.sets
    ]
