"""Bank + blueprint + seed -> Papers."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from quizgen.bank.listing import as_record
from quizgen.quiz.code import DIGESTS, Recipe, encode, seed_number, small_hash
from quizgen.quiz.forms import LETTERS, draw_forms
from quizgen.quiz.options import ordered_options
from quizgen.quiz.printable import checked, refuse_unprintable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.bank.model import Bank, Question, Source
    from quizgen.quiz.blueprint import Blueprint
    from quizgen.quiz.forms import Drawing


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a paper."""

    number: int
    question: Question
    options: tuple[str, ...]

    @property
    def key(self) -> str:
        """The letter of the right option."""
        return LETTERS[self.options.index(self.question.key)]


@dataclass(frozen=True, slots=True)
class Heading:
    """What a teacher may word anew; it is no part of the paper's code."""

    title: str = ""
    instructions: str = "Choose the one answer that fits what the named author says."


@dataclass(frozen=True, slots=True)
class Paper:
    """One form of a quiz: the questions in order, their options in order, and the code."""

    bank: Bank
    form: str
    """A letter."""
    items: tuple[Item, ...]
    code: str
    heading: Heading

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
    bank: Bank, blueprint: Blueprint, seed: str, forms: int = 1, heading: Heading | None = None
) -> Quiz:
    """Draw the forms of a quiz.

    Args:
        bank: the bank to draw from.
        blueprint: what each form must hold.
        seed: any text; the same gives the same papers.
        forms: how many, 1 to 26.
        heading: the teacher's title and instructions.

    Raises:
        QuizgenError: where the bank has too few questions, or a text cannot be printed.
    """
    number = seed_number(seed)
    drawing = draw_forms(bank.questions, blueprint, str(number), forms)
    heading = checked(heading or Heading())
    made = (paper_of(bank, blueprint, number, drawing, form, heading) for form in range(forms))
    return Quiz(tuple(made), drawing.shared)


def paper_of(
    bank: Bank, blueprint: Blueprint, seed: int, drawing: Drawing, form: int, heading: Heading
) -> Paper:
    """One of the forms of a drawing, with its code.

    Raises:
        QuizgenError: where a text of it cannot be printed.
    """
    refuse_unprintable(drawing.forms[form])
    letter = LETTERS[form]
    items = tuple(
        Item(number, question, tuple(ordered_options(question, f"{seed}\0{letter}")))
        for number, question in enumerate(drawing.forms[form], 1)
    )
    paper = Paper(bank, letter, items, "", heading)
    recipe = Recipe(seed, len(drawing.forms), form, blueprint, _digest(paper))
    return replace(paper, code=encode(recipe, bank))


def _digest(paper: Paper) -> int:
    """Of all that paper and key say, so that no changed bank passes for the old one."""
    said = [
        paper.bank.title,
        paper.bank.language,
        [asdict(source) for source in paper.sources],
        [(as_record(item.question), item.options, _reasons(item)) for item in paper.items],
    ]
    return small_hash(json.dumps(said, ensure_ascii=False, sort_keys=True), DIGESTS)


def _reasons(item: Item) -> list[str]:
    return [distractor.why for distractor in item.question.distractors]
