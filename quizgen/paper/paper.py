"""Bank + blueprint + seed -> Papers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quizgen.ask.order import ordered_options, sorted_options
from quizgen.paper.code import Recipe, encode, seed_number
from quizgen.paper.edits import edited
from quizgen.paper.forms import LETTERS, draw_forms, reordered
from quizgen.paper.printable import checked, refuse_unprintable
from quizgen.paper.said import digest
from quizgen.words import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.bank.model import Bank, Question
    from quizgen.bank.source import Source
    from quizgen.paper.apart import Known
    from quizgen.paper.blueprint import Blueprint
    from quizgen.paper.edits import Edit
    from quizgen.paper.forms import Drawing

INSTRUCTIONS = N_("Choose the one answer that fits what the named author says.")


@dataclass(frozen=True, slots=True)
class Place:
    """What a teacher adds around a question; it is no part of the paper's code."""

    points: int = 0
    """What it is worth; 0 where nothing is said of it."""
    section: str = ""
    """The heading of the section that it begins."""
    new_page: bool = False
    """Whether it begins a page."""
    lines: int = 0
    """To write on, where it has no options."""
    before: tuple[tuple[str, str], ...] = ()
    """What the teacher worded anew: the name of each part, and how it was."""
    own: bool = False
    """Whether it is the teacher's own question."""


PLAIN = Place()


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a paper."""

    number: int
    question: Question
    options: tuple[str, ...]
    """In their order; none where the answer is written."""
    place: Place = PLAIN

    @property
    def key(self) -> str:
        """The letter of the right option; empty where there is nothing to choose from."""
        if not self.options:
            return ""
        return LETTERS[self.options.index(self.question.key)]


@dataclass(frozen=True, slots=True)
class Heading:
    """What a teacher may word anew; it is no part of the paper's code."""

    title: str = ""
    instructions: str = INSTRUCTIONS


@dataclass(frozen=True, slots=True)
class Paper:
    """One form of a quiz: the questions in order, their options in order, and the code."""

    bank: Bank
    form: str
    """A letter."""
    items: tuple[Item, ...]
    code: str
    heading: Heading
    file: str = field(default="", compare=False)
    """The text of the quiz file that makes it again, for a packet."""

    @property
    def title(self) -> str:
        """The heading's title, or the bank's."""
        return self.heading.title or self.bank.title

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of its questions, in the bank's order."""
        asked = {source.id for item in self.items for source in item.question.claim.sources}
        return tuple(source for source in self.bank.sources if source.id in asked)

    @property
    def content_notes(self) -> tuple[str, ...]:
        """What a student should know before reading, each note once."""
        notes = (item.question.claim.content_note for item in self.items)
        return tuple(dict.fromkeys(filter(None, notes)))

    def score(self, answers: Sequence[str]) -> int:
        """How many of the answered letters are right, in the order of the questions."""
        return sum(item.key == answer for item, answer in zip(self.items, answers, strict=True))


@dataclass(frozen=True, slots=True)
class Quiz:
    """The forms of one quiz."""

    papers: tuple[Paper, ...]
    shared: int
    """How many questions stand in more than one form."""


def make_quiz(
    bank: Bank,
    blueprint: Blueprint,
    seed: str,
    forms: int = 1,
    heading: Heading | None = None,
    edits: Sequence[Edit] = (),
) -> Quiz:
    """Draw the forms of a quiz, and change them as the teacher wants.

    Args:
        bank: the bank to draw from.
        blueprint: what each form must hold.
        seed: any text; the same gives the same papers.
        forms: how many, 1 to 26.
        heading: the teacher's title and instructions.
        edits: what to change, in this order.

    Raises:
        QuizgenError: where the bank has too few questions, an edit cannot be made, or a text
            cannot be printed.
    """
    recipe = Recipe(seed_number(seed), forms, 0, blueprint, edits=tuple(edits))
    drawing = drawn(bank.questions, recipe)
    heading = checked(heading or Heading())
    made = (paper_of(bank, recipe.of_form(form), drawing, heading) for form in range(forms))
    return Quiz(tuple(made), 0 if recipe.same else drawing.shared)


def drawn(questions: Sequence[Question], recipe: Recipe, known: Known | None = None) -> Drawing:
    """The forms of a recipe, with its edits.

    Args:
        questions: those to draw from.
        recipe: what is drawn and changed.
        known: what earlier drawings found out of the same bank's questions.

    Raises:
        QuizgenError: where there are too few questions, or an edit cannot be made.
    """
    seed, forms = str(recipe.seed), 1 if recipe.same else recipe.forms
    drawing = draw_forms(questions, recipe.blueprint, seed, forms, known)
    made = edited(drawing, questions, recipe.blueprint, seed, recipe.edits)
    return reordered(made, seed, recipe.forms) if recipe.same else made


def paper_of(bank: Bank, recipe: Recipe, drawing: Drawing, heading: Heading) -> Paper:
    """The form of a drawing that the recipe names, with its code.

    Raises:
        QuizgenError: where a text of it cannot be printed.
    """
    questions = drawing.forms[recipe.form]
    refuse_unprintable(questions)
    letter = LETTERS[recipe.form]
    items = tuple(
        Item(number, question, options_of(question, recipe, letter))
        for number, question in enumerate(questions, 1)
    )
    paper = Paper(bank, letter, items, "", heading)
    return replace(paper, code=encode(replace(recipe, digest=digest(paper)), bank))


def options_of(question: Question, recipe: Recipe, letter: str) -> tuple[str, ...]:
    """The options of a question in the order of a form: mixed, or the same in every form."""
    if any(edit.change == "sorted" for edit in recipe.edits):
        return tuple(sorted_options(question))
    return tuple(ordered_options(question, f"{recipe.seed}\0{letter}"))
