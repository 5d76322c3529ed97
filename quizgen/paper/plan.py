"""How many questions of each profile a form takes, where drawing one by one does not get there."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quizgen.bank.model import Question
    from quizgen.paper.cells import Choice, Grid, Profile, Room

MAX_STEPS = 2_000
"""So many tries; with more than two axes no quick way finds every answer."""

State = tuple[object, ...]


def supplies(grid: Grid, questions: Iterable[Question], forms: int) -> dict[Profile, int]:
    """How many questions of each profile every form can have, none of them twice.

    A claim with several questions serves at most one of them to each form.
    """
    claims: defaultdict[Profile, Counter[str]] = defaultdict(Counter)
    for question in questions:
        claims[grid.profile(question)][question.claim.id] += 1
    return {
        profile: sum(min(count, forms) for count in counter.values()) // forms
        for profile, counter in claims.items()
    }


def plan(room: Room, supply: Mapping[Profile, int]) -> Counter[Profile] | None:
    """Fill a room from the supply, tightest cell first, going back where a way is closed.

    Args:
        room: an empty form; it is left as it was.
        supply: how many questions of each profile there are.

    Returns:
        how many of each profile to take; None where no way was found.
    """
    left = {profile: count for profile, count in supply.items() if count}
    taken: list[Profile] = []
    dead: set[State] = set()
    steps = 0

    def state() -> State:
        needs = tuple(tuple(sorted(need.items())) for need in room.needs)
        return needs, tuple(sorted(room.authors.items())), tuple(left.values())

    def search() -> bool:
        nonlocal steps
        steps += 1
        if not room.left:
            return True
        here = state()
        if here in dead or steps > MAX_STEPS:
            return False
        for profile, choice in _moves(room, left):
            room.take(choice)
            left[profile] -= 1
            taken.append(profile)
            if search():
                return True
            taken.pop()
            left[profile] += 1
            room.take(choice, -1)
        dead.add(here)
        return False

    return Counter(taken) if search() else None


def _moves(room: Room, left: Mapping[Profile, int]) -> list[tuple[Profile, Choice]]:
    """The ways to fill the cell with the least to spare, the most plentiful profile first."""
    tightest: tuple[int, str] | None = None
    spare = 0
    for axis, need in enumerate(room.needs):
        for cell, count in need.items():
            if not count:
                continue
            more = sum(n for profile, n in left.items() if cell in profile.cells[axis]) - count
            if more < 0:
                return []
            if tightest is None or more < spare:
                tightest, spare = (axis, cell), more
    moves = [
        (profile, choice)
        for profile, count in left.items()
        if count
        for choice in room.choices(profile)
        if tightest is None or choice[tightest[0]] == tightest[1]
    ]
    return sorted(moves, key=lambda move: (-left[move[0]], move))
