"""What a teacher changes in a quiz after it is drawn: swap a question, drop it, move it.

Edits are replayed in order on the drawing, so that they are a part of the paper's code. Forms
stay alike: a dropped or moved place is dropped or moved in each form, and a swapped question
gives way to one that fills the same cells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from quizgen.ask.order import rank
from quizgen.errors import QuizgenError
from quizgen.paper.apart import Asked
from quizgen.paper.cells import Grid
from quizgen.paper.forms import LETTERS, Drawing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quizgen.bank.model import Question
    from quizgen.paper.blueprint import Blueprint
    from quizgen.paper.cells import Profile

Change = Literal["swap", "drop", "up", "down"]
CHANGES: tuple[Change, ...] = get_args(Change)

MAX_EDITS = 100
"""So many edits; each makes the paper's code longer by one or two symbols."""

Forms = list[list["Question"]]

_WRITTEN = re.compile(r"swap\.(?P<form>[A-Z])\.(?P<place>[1-9][0-9]{0,2})|(\w+)\.([1-9][0-9]{0,2})")


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: what is done with the question at a place, counted from 1 at that moment."""

    change: Change
    number: int
    form: str = ""
    """The letter of the form for a swap; all other changes are made in every form."""

    def __str__(self) -> str:
        return ".".join(filter(None, (self.change, self.form, str(self.number))))


def parse_edit(text: str) -> Edit:
    """Read an edit as ``str`` writes it: ``swap.A.3``, ``drop.3``, ``up.3``, ``down.3``.

    Raises:
        QuizgenError: where the text is none of these.
    """
    found = _WRITTEN.fullmatch(text)
    if found and found["form"]:
        return Edit("swap", int(found["place"]), found["form"])
    for change in CHANGES[1:]:
        if found and found[3] == change:
            return Edit(change, int(found[4]))
    raise _cannot(f"{text!r} is no change", "write swap.A.3, drop.3, up.3 or down.3")


def edited(
    drawing: Drawing,
    questions: Iterable[Question],
    blueprint: Blueprint,
    seed: str,
    edits: Sequence[Edit],
) -> Drawing:
    """The drawing after some edits.

    Args:
        drawing: what was drawn.
        questions: what it was drawn from.
        blueprint: what each form holds.
        seed: that of the drawing; it ranks what comes in for a question.
        edits: in their order.

    Raises:
        QuizgenError: where there is no such place, or nothing fits there.
    """
    if not edits:
        return drawing
    if len(edits) > MAX_EDITS:
        message = f"{len(edits)} changes are too many for a code"
        raise _cannot(message, f"make at most {MAX_EDITS}, or draw with another seed")
    forms = [[*form] for form in drawing.forms]
    fresh = _Fresh(Grid.of(blueprint), questions, seed, drawing)
    for edit in edits:
        count = len(forms[0])
        if edit.number > count:
            raise _cannot(f"{edit}: there are {count} questions", f"name one from 1 to {count}")
        if edit.change == "swap":
            _swap(forms, edit, fresh)
        elif edit.change == "drop":
            _drop(forms, edit)
        else:
            _move(forms, edit)
    return Drawing(tuple(map(tuple, forms)))


def _swap(forms: Forms, edit: Edit, fresh: _Fresh) -> None:
    form = LETTERS.index(edit.form)
    if form >= len(forms):
        raise _cannot(f"{edit}: there is no form {edit.form}", "name one that there is")
    forms[form][edit.number - 1] = fresh.instead_of(form, forms[form], edit.number - 1)


def _drop(forms: Forms, edit: Edit) -> None:
    if len(forms[0]) == 1:
        raise _cannot(f"{edit}: it is the last question", "swap it, or draw another paper")
    for form in forms:
        del form[edit.number - 1]


def _move(forms: Forms, edit: Edit) -> None:
    here = edit.number - 1
    there = here + (1 if edit.change == "down" else -1)
    if not 0 <= there < len(forms[0]):
        raise _cannot(f"{edit}: it stands at the end already", "move another one")
    for form in forms:
        form[here], form[there] = form[there], form[here]


class _Fresh:
    """Questions that no form has had, in the seed's order, each for one form only."""

    def __init__(
        self, grid: Grid, questions: Iterable[Question], seed: str, drawing: Drawing
    ) -> None:
        self.grid = grid
        self.forms = len(drawing.forms)
        drawn = {question.id for form in drawing.forms for question in form}
        ranked = ((rank(seed, q.id), q) for q in grid.wanted(questions) if q.id not in drawn)
        self.ranked = [
            (int.from_bytes(place), Asked(question))
            for place, question in sorted(ranked, key=lambda pair: pair[0])
        ]

    def instead_of(self, form: int, questions: Sequence[Question], place: int) -> Question:
        """The next question for a form that fits a place; what goes never comes back.

        One of the same author is taken first, else one for the same cells and as difficult.
        """
        profile = self.grid.profile(questions[place])
        others = [Asked(q) for number, q in enumerate(questions) if number != place]
        for alike in (_same, _same_but_author):
            for asked in self._of(form):
                fits = alike(self.grid.profile(asked.question), profile)
                if fits and not asked.meets_any(others):
                    self.ranked = [pair for pair in self.ranked if pair[1] is not asked]
                    return asked.question
        message = f"no other question fits in place of question {place + 1}"
        raise _cannot(message, "drop it, or choose more topics, kinds or authors")

    def _of(self, form: int) -> Iterator[Asked]:
        """Each form has its own, so that a form is made again without knowing of the others."""
        return (asked for number, asked in self.ranked if number % self.forms == form)


def _same(one: Profile, other: Profile) -> bool:
    return one == other


def _same_but_author(one: Profile, other: Profile) -> bool:
    return one.cells[:-1] == other.cells[:-1] and one.difficulty == other.difficulty


def _cannot(message: str, advice: str) -> QuizgenError:
    return QuizgenError.of("edit", "edit", message, advice)
