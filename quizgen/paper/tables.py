"""The numbers by which a printed code names things: what stands here never changes.

A code holds numbers instead of words. Each table gives them by its order, in a field with room
for more than it has now: a new value is added at the end, and old codes stay what they were.
Nothing here follows from the rest of the program, so that nothing else can break a code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.text.symbols import BASE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgen.paper.blueprint import Axis
    from quizgen.paper.edits import Change

VERSION = 2
"""Of the code, and of the way in which forms are drawn and changed: another way is another one."""

OLD = 1
"""That of drafts of quizgen before its first release; nothing was handed out with it."""

SEEDS = BASE**5
DIGESTS = BASE**5
FORMS = 32
NUMBERS = 512
"""Questions of a form; counts and places are smaller than it."""

AXES: tuple[Axis, ...] = ("topic", "author", "kind", "difficulty", "skill", "weight")
CHANGES: tuple[Change, ...] = (
    *("swap", "drop", "up", "down"),
    *("pick", "add", "move", "same", "sorted"),
)
VALUES: Mapping[str, tuple[str, ...]] = {
    "kind": ("fact", "quote", "interpretation"),
    "difficulty": ("1", "2", "3"),
    "skill": ("recall", "sourcing", "evidence", "corroboration", "reasoning"),
    "weight": ("central", "detail"),
}
"""The values of each axis that does not name things of the bank by their ids."""

ROOM = {"axes": 16, "changes": 16, "values": 16}
"""How many each table may come to have."""

QUESTIONS = BASE**5
"""A question that was chosen by hand is told by so many values of a hash of its id."""
NAMES, TWINS = 4096, 4
"""Topics and authors are told by 12 bits of a hash, and by which of those that share it."""
