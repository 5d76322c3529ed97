"""The cells that a question can fill, and the room that is left in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from quizgen.paper.blueprint import AXES, values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizgen.bank.model import Question
    from quizgen.paper.blueprint import Axis, Blueprint

REST = ""
"""The cell of an axis for questions that have none of its counted values."""

Choice = tuple[str, ...]
"""One cell on each counted axis, and at the end the author for whom the question counts."""


class Profile(NamedTuple):
    """What matters about a question when forms are made alike."""

    cells: tuple[tuple[str, ...], ...]
    """On each counted axis the cells that it can fill, at the end its authors."""
    difficulty: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A blueprint's counted axes with the number that each cell needs."""

    blueprint: Blueprint
    axes: tuple[Axis, ...]
    needs: tuple[dict[str, int], ...]
    filters: tuple[tuple[Axis, frozenset[str]], ...]
    """The values that are wanted on each axis that wants only some."""

    @classmethod
    def of(cls, blueprint: Blueprint) -> Grid:
        """Lay out a blueprint; what an axis leaves uncounted is its rest."""
        axes: list[Axis] = []
        needs: list[dict[str, int]] = []
        filters: list[tuple[Axis, frozenset[str]]] = []
        for axis in AXES:
            counted, wanted = blueprint.counted(axis), blueprint.filters(axis)
            rest = blueprint.number - sum(counted.values())
            if counted:
                axes.append(axis)
                needs.append({**counted, REST: rest} if rest else counted)
            if wanted:
                filters.append((axis, wanted | set(counted)))
            elif counted and not rest:
                filters.append((axis, frozenset(counted)))
        return cls(blueprint, tuple(axes), tuple(needs), tuple(filters))

    def wanted(self, questions: Iterable[Question]) -> list[Question]:
        """The questions that can stand in the paper at all."""
        found = [question for question in questions if "choice" in question.modes]
        for axis, wanted in self.filters:
            found = [q for q in found if not wanted.isdisjoint(values(q, axis))]
        return found

    def profile(self, question: Question) -> Profile:
        """Which cells a wanted question can fill.

        A count of five means five: a question that has a counted value fills its cell and
        never the rest.
        """
        cells = []
        for axis, need in zip(self.axes, self.needs, strict=True):
            cells.append(tuple(v for v in values(question, axis) if v in need) or (REST,))
        cells.append(() if "author" in self.axes else self.authors(question))
        return Profile(tuple(cells), question.difficulty)

    def authors(self, question: Question) -> tuple[str, ...]:
        """The authors for whom a question can count: those that are wanted."""
        wanted = self.blueprint.filters("author")
        return tuple(a for a in values(question, "author") if not wanted or a in wanted)


@dataclass(slots=True)
class Room:
    """What one form still needs, while it is put together."""

    left: int
    needs: list[dict[str, int]]
    base: int
    """So many questions each author has when all have the same."""
    over: int
    """So many questions may go beyond that, all authors together."""
    most: int
    """And so many may one author have."""
    authors: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, grid: Grid, authors: Iterable[str], slack: int) -> Room:
        """The whole room of a form; slack is how far its authors may be out of balance."""
        number, count = grid.blueprint.number, max(1, len(set(authors)))
        base, rest = divmod(number, count)
        most = base + (rest > 0) + slack
        return cls(number, [dict(need) for need in grid.needs], base, rest + slack, most)

    def choices(self, profile: Profile) -> Iterator[Choice]:
        """The cells that a question of this profile could fill now."""
        *cells, authors = profile.cells
        free = [
            [cell for cell in axis if need.get(cell, 0) > 0]
            for axis, need in zip(cells, self.needs, strict=True)
        ]
        if self.left:
            yield from product(*free, [a for a in authors if self._has(a)] if authors else [REST])

    def best(self, profile: Profile) -> Choice | None:
        """The choice that leaves the most room; None where there is none."""
        return max(self.choices(profile), key=self._spare, default=None)

    def take(self, choice: Choice, sign: int = 1) -> None:
        """Fill the cells of a choice; with a sign of -1, empty them again."""
        *cells, author = choice
        self.left -= sign
        for cell, need in zip(cells, self.needs, strict=True):
            need[cell] -= sign
        if author:
            count = self.authors.get(author, 0)
            self.authors[author] = count + sign
            self.over -= sign * (max(count, count + sign) > self.base)

    def _has(self, author: str) -> bool:
        count = self.authors.get(author, 0)
        return count < self.base or (self.over > 0 and count < self.most)

    def _spare(self, choice: Choice) -> tuple[int, int, Choice]:
        *cells, author = choice
        spare = sum(need[cell] for cell, need in zip(cells, self.needs, strict=True))
        return spare, -self.authors.get(author, 0), choice
