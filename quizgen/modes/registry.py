"""Which modes there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.modes.card import ROUNDS
from quizgen.modes.choice import Choice
from quizgen.modes.cloze import Cloze
from quizgen.modes.recall import Recall
from quizgen.modes.typed import Typed
from quizgen.modes.who import Who

if TYPE_CHECKING:
    from quizgen.bank.model import Bank, Question
    from quizgen.modes.mode import Asked, Mode

MODES: dict[str, Mode] = {}
"""By name, in the order in which people are offered them."""


def register(mode: Mode) -> None:
    """Add a mode.

    Raises:
        ValueError: where it takes what another one has: its name, its round in Anki, or the
            name or id of a field that is not the same in both.
    """
    ids = {field.name: field.id for other in MODES.values() for field in other.card.fields}
    names = {id: name for name, id in ids.items()}
    if mode.name in MODES:
        raise ValueError(f"there is a mode {mode.name!r} already")
    if mode.card.round not in range(ROUNDS):
        raise ValueError(f"the rounds in Anki are 0 to {ROUNDS - 1}")
    for other in MODES.values():
        if other.card.round == mode.card.round:
            raise ValueError(f"{other.name!r} has round {mode.card.round} in Anki already")
    for field in mode.card.fields:
        if (ids.get(field.name, field.id), names.get(field.id, field.name)) != field[::-1]:
            raise ValueError(f"the field {field.name!r} or its id {field.id} stands for another")
    MODES[mode.name] = mode


for made in (Choice(), Typed(), Recall(), Cloze(), Who()):  # in the order in which they are offered
    register(made)


def modes_of(question: Question, authors: int) -> tuple[str, ...]:
    """The names of the modes that a question has the parts for.

    Args:
        question: the question, whatever its own ``modes`` say.
        authors: how many authors the bank has.
    """
    return tuple(name for name, mode in MODES.items() if mode.possible(question, authors))


def ask(bank: Bank, question: Question, mode: str, seed: str) -> Asked:
    """Put a question.

    What is shown depends on the seed and on the texts alone, never on which one is right.

    Args:
        bank: where the question stands.
        question: one that has the mode.
        mode: the name of the way to put it.
        seed: gives the order of options.

    Raises:
        KeyError: where there is no such mode.
    """
    return MODES[mode].put(bank, question, seed)
