"""Why a form cannot be made: each cell and how many it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.errors import Problem
from quizgen.paper.cells import REST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.bank.model import Question
    from quizgen.paper.cells import Grid, Room

_FEWER = "ask for fewer, or take away a filter"
_TOGETHER = "these cells cannot be filled together: ask for fewer in one of them"
_APART = "the others give away, or ask the same as, one of these: ask for fewer"


def too_few(grid: Grid, pool: Sequence[Question]) -> list[Problem]:
    """The cells for which there are not enough claims to ask about, whatever stands beside.

    Args:
        grid: the blueprint.
        pool: the questions that could stand in the paper; two about one claim count once.
    """
    number = grid.blueprint.number
    claims = len({question.claim.id for question in pool})
    problems = [_lack("-n", "questions", number, claims, _FEWER)] if claims < number else []
    for place, axis in enumerate(grid.axes):
        for cell, need in grid.needs[place].items():
            name = f"{axis} {cell}" if cell != REST else f"any other {axis}"
            found = _claims_in(grid, pool, place, cell)
            if found < need:
                problems.append(_lack(f"--{axis}", name, need, found, _FEWER))
    return problems


def not_together(grid: Grid, room: Room) -> list[Problem]:
    """The cells that stay short when a form is filled as far as it goes.

    Args:
        grid: the blueprint.
        room: what that form still needs.
    """
    problems = []
    for axis, needs, left in zip(grid.axes, grid.needs, room.needs, strict=True):
        for cell, need in needs.items():
            if left[cell] and cell != REST:
                found = need - left[cell]
                problems.append(_lack(f"--{axis}", f"{axis} {cell}", need, found, _TOGETHER))
    number = grid.blueprint.number
    return problems or [_lack("-n", "questions", number, number - room.left, _APART)]


def _claims_in(grid: Grid, pool: Sequence[Question], place: int, cell: str) -> int:
    return len({q.claim.id for q in pool if cell in grid.profile(q).cells[place]})


def _lack(where: str, name: str, need: int, found: int, advice: str) -> Problem:
    message = f"{name}: {need} asked for, {found} can be had, {need - found} lacking"
    return Problem(where, 0, 0, "too-few", message, advice)
