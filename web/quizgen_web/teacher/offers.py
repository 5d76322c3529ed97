"""What a teacher can choose from: each value of each axis and how many questions it has."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.bank.model import KIND_LABELS
from quizgen.paper.blueprint import AXES, values
from quizgen.words import N_
from quizgen_web.shell.language import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.model import Bank
    from quizgen.paper.blueprint import Axis
    from quizgen_web.teacher.draft import Draft

TITLES: dict[Axis, str] = {
    "topic": N_("Topics"),
    "author": N_("Authors"),
    "kind": N_("Kinds of claim"),
    "difficulty": N_("Difficulty"),
    "skill": N_("Skills"),
    "weight": N_("Weight"),
}
DIFFICULTIES = {"1": N_("Easy"), "2": N_("Medium"), "3": N_("Hard")}
SKILLS = {
    "recall": N_("Recall: what the author says"),
    "sourcing": N_("Sourcing: who says it, and where"),
    "evidence": N_("Evidence: on what grounds"),
    "corroboration": N_("Corroboration: authors held against each other"),
    "reasoning": N_("Reasoning: what follows from what"),
}
WEIGHTS = {
    "central": N_("Central: what a class would be asked for"),
    "detail": N_("Details"),
}


_WORDED = {"difficulty": DIFFICULTIES, "skill": SKILLS, "weight": WEIGHTS}


@dataclass(frozen=True, slots=True)
class Offer:
    """A value, how many questions have it, and what the teacher wants of it so far."""

    value: str
    title: str
    questions: int
    ticked: bool
    count: str


@dataclass(frozen=True, slots=True)
class Group:
    """The values of an axis that the bank has questions for."""

    axis: Axis
    title: str
    offers: tuple[Offer, ...]

    @property
    def chosen(self) -> bool:
        """Whether any of them is wanted."""
        return any(offer.ticked or offer.count for offer in self.offers)


def offers(bank: Bank, draft: Draft) -> list[Group]:
    """All that can be chosen, with what the draft wants filled in."""
    wanted = {(wish.axis, wish.value): wish for wish in draft.wishes}
    _ = say().gettext
    groups = []
    for axis in AXES:
        counts = Counter(
            value for q in bank.questions if "choice" in q.modes for value in values(q, axis)
        )
        made = []
        for value, title in _titles(bank, axis):
            wish = wanted.get((axis, value))
            if counts[value] or wish:
                count = wish.count if wish else ""
                made.append(Offer(value, title, counts[value], wish is not None, count))
        groups.append(Group(axis, _(TITLES[axis]), tuple(made)))
    return groups


def _titles(bank: Bank, axis: Axis) -> Iterator[tuple[str, str]]:
    _ = say().gettext
    if axis == "topic":
        yield from ((topic.id, topic.title) for topic in bank.topics)
    elif axis == "author":
        yield from ((author.id, author.name) for author in bank.authors)
    elif axis == "kind":
        yield from ((kind, _(label)) for kind, label in KIND_LABELS.items())
    else:
        yield from ((value, _(title)) for value, title in _WORDED[axis].items())
