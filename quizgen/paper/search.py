"""One form question by question, going back where a way is closed: the last way to fill one.

It finds what a plan of profiles cannot: that of four questions only these two go together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.paper.apart import Asked
    from quizgen.paper.cells import Profile, Room

MAX_STEPS = 2_000
"""So many tries; a large form of hard cells could take longer than anybody waits."""

Ranked = list[tuple["Asked", "Profile"]]


def search(room: Room, ranked: Sequence[tuple[Asked, Profile]]) -> list[Asked] | None:
    """Fill a room, the cell with the least to spare first.

    Args:
        room: an empty form; it is filled, or left as it was.
        ranked: the questions that may be taken, in their order, with their profiles.

    Returns:
        the questions; None where no way was found.
    """
    taken: list[Asked] = []
    steps = 0

    def fill(free: Ranked) -> bool:
        nonlocal steps
        steps += 1
        if not room.left:
            return True
        axis, cell = _tightest(room, free)
        while steps <= MAX_STEPS and _can_fill(room, free):
            at = next((n for n, pair in enumerate(free) if _fits(pair[1], axis, cell)), None)
            if at is None:
                return False
            asked, profile = free[at]
            free = free[:at] + free[at + 1 :]  # without it from here on: each set is tried once
            rest = [pair for pair in free if not asked.meets(pair[0])]
            for choice in room.choices(profile):
                if axis is None or choice[axis] == cell:
                    room.take(choice)
                    taken.append(asked)
                    if fill(rest):
                        return True
                    taken.pop()
                    room.take(choice, -1)
        return False

    return taken if fill([*ranked]) else None


def _tightest(room: Room, free: Ranked) -> tuple[int | None, str]:
    """The axis and the cell with the least to spare; no axis where nothing is counted."""
    cells = [(axis, c) for axis, need in enumerate(room.needs) for c in need if need[c]]
    return min(cells, key=lambda at: _spare(room, free, *at), default=(None, ""))


def _can_fill(room: Room, free: Ranked) -> bool:
    return len(free) >= room.left and all(
        _spare(room, free, axis, cell) >= 0 for axis, need in enumerate(room.needs) for cell in need
    )


def _spare(room: Room, free: Ranked, axis: int, cell: str) -> int:
    return sum(cell in profile.cells[axis] for _, profile in free) - room.needs[axis][cell]


def _fits(profile: Profile, axis: int | None, cell: str) -> bool:
    return axis is None or cell in profile.cells[axis]
