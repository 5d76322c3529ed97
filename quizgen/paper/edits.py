"""What a teacher changes in a quiz after it is drawn: swap a question, drop it, move it, add one.

Edits are replayed in order on the drawing, so that they are a part of the paper's code. Forms
stay alike: a dropped or moved place is dropped or moved in each form, and a swapped question
gives way to one that fills the same cells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast, get_args

from quizgen.ask.order import rank
from quizgen.errors import QuizgenError
from quizgen.paper.apart import Asked
from quizgen.paper.blueprint import MAX_QUESTIONS
from quizgen.paper.cells import Grid
from quizgen.paper.forms import LETTERS, Drawing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quizgen.bank.model import Question
    from quizgen.paper.blueprint import Blueprint
    from quizgen.paper.cells import Profile

Change = Literal["swap", "drop", "up", "down", "pick", "add", "move", "same", "sorted"]
CHANGES: tuple[Change, ...] = get_args(Change)

EXAMPLES = (
    "swap.A.3, pick.A.3.QUESTION, add.QUESTION, drop.3, up.3, down.3, move.3.7, same or sorted"
)
MAX_EDITS = 100
"""So many edits; each makes the paper's code longer by one or two symbols."""

Forms = list[list["Question"]]

OF_ONE_FORM = ("swap", "pick")
"""Changes of the form that they name; all others are made in every form."""
OF_ALL = ("same", "sorted")
"""What holds for the quiz as a whole, wherever it stands among the changes: every form asks the
same in another order; options stand in one order, numbers ascending and words by the alphabet."""

_PLACE = r"([1-9][0-9]{0,2})"
_WRITTEN = (
    (re.compile(rf"(swap)\.(?P<form>[A-Z])\.{_PLACE}"), "number"),
    (re.compile(rf"(pick)\.(?P<form>[A-Z])\.{_PLACE}\.(?P<question>\S{{1,161}})"), "number"),
    (re.compile(r"(add)\.(?P<question>\S{1,161})"), ""),
    (re.compile(rf"(move)\.{_PLACE}\.(?P<to>[1-9][0-9]{{0,2}})"), "number"),
    (re.compile(rf"(drop|up|down)\.{_PLACE}"), "number"),
    (re.compile(r"(same|sorted)"), ""),
)


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: what is done with the question at a place, counted from 1 at that moment."""

    change: Change
    number: int = 0
    """0 for what names no place."""
    form: str = ""
    """The letter of the form for a swap or a pick; all other changes are made in every form."""
    question: str = ""
    """The id of the question that is picked or added."""
    to: int = 0
    """The place to move to."""

    def __str__(self) -> str:
        number, to = (str(place) if place else "" for place in (self.number, self.to))
        return ".".join(filter(None, (self.change, self.form, number, to, self.question)))


def parse_edit(text: str) -> Edit:
    """Read an edit as ``str`` writes it: ``swap.A.3``, ``pick.A.3.ng-x.y``, ``drop.3`` and so on.

    Raises:
        QuizgenError: where the text is none of these.
    """
    for pattern, place in _WRITTEN:
        if found := pattern.fullmatch(text):
            named = found.groupdict()
            number = int(found[3] if "form" in named else found[2]) if place else 0
            return Edit(
                cast("Change", found[1]),
                number,
                named.get("form", ""),
                named.get("question", ""),
                int(named.get("to") or 0),
            )
    raise _cannot(f"{text!r} is no change", f"write {EXAMPLES}")


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
    pool = [*questions]
    forms = [[*form] for form in drawing.forms]
    fresh = _Fresh(Grid.of(blueprint), pool, seed, drawing)
    for edit in edits:
        count = len(forms[0])
        if max(edit.number, edit.to) > count:
            raise _cannot(f"{edit}: there are {count} questions", f"name one from 1 to {count}")
        if edit.change == "swap":
            _swap(forms, edit, fresh)
        elif edit.change in ("pick", "add"):
            _take(forms, edit, pool)
        elif edit.change == "drop":
            _drop(forms, edit)
        elif edit.change not in OF_ALL:
            _move(forms, edit)
    return Drawing(tuple(map(tuple, forms)))


def slots(number: int, edits: Iterable[Edit]) -> list[int]:
    """Where each place of a form comes from, after some edits.

    Args:
        number: so many questions were drawn.
        edits: in their order.

    Returns:
        for each place the number that its question's place had when it was drawn or added: the
        first that is added after a drawing of 20 has 21. A swapped question keeps it.
    """
    order = [*range(1, number + 1)]
    most = number
    for edit in edits:
        if edit.change == "drop":
            del order[edit.number - 1]
        elif edit.change == "add":
            most += 1
            order.append(most)
        elif there := _there(edit):
            order.insert(there - 1, order.pop(edit.number - 1))
    return order


def _there(edit: Edit) -> int:
    """The place that an edit moves a question to; 0 where it moves none."""
    ways = {"up": edit.number - 1, "down": edit.number + 1, "move": edit.to}
    return ways.get(edit.change, 0)


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
    there = _there(edit)
    if not 1 <= there <= len(forms[0]):
        raise _cannot(f"{edit}: it stands at the end already", "move another one")
    for form in forms:
        form.insert(there - 1, form.pop(edit.number - 1))


def _take(forms: Forms, edit: Edit, questions: Iterable[Question]) -> None:
    """Put a question that was chosen by hand in a place of one form, or behind all of each."""
    asked = next((q for q in questions if q.id == edit.question and "choice" in q.modes), None)
    if asked is None:
        raise _cannot(f"{edit}: the bank has no such question", "choose another one")
    wanted = forms
    if edit.change == "pick":
        wanted = forms[LETTERS.index(edit.form) :][:1]
        if not wanted:
            raise _cannot(f"{edit}: there is no form {edit.form}", "name one that there is")
    if any(asked.id == other.id for form in wanted for other in form):
        raise _cannot(f"{edit}: it stands in the quiz already", "choose another one")
    if edit.change == "add" and len(forms[0]) >= MAX_QUESTIONS:
        raise _cannot(f"{edit}: there are {MAX_QUESTIONS} questions already", "drop one first")
    for form in wanted:
        if edit.change == "add":
            form.append(asked)
        else:
            form[edit.number - 1] = asked


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
