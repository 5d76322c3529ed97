"""The shape of a quiz file, as pydantic models: recipe, edits, and the teacher's own words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from quizgen.bank.values import Name, Text, read_number
from quizgen.bank.yaml_schema import Entry
from quizgen.paper.blueprint import MAX_FORMS, MAX_QUESTIONS

VERSION = 1
"""Of the format; a file of a newer one is refused."""
MAX_POINTS = 100
MAX_LINES = 30
LINES = 4
"""To write on, under an open question that says nothing of them."""

Whole = BeforeValidator(read_number)
Number = Annotated[int, Whole, Field(ge=1, le=MAX_QUESTIONS, strict=True)]
Slot = Annotated[int, Whole, Field(ge=0, le=2 * MAX_QUESTIONS, strict=True)]
Points = Annotated[int, Whole, Field(ge=0, le=MAX_POINTS, strict=True)]
LineCount = Annotated[int, Whole, Field(ge=0, le=MAX_LINES, strict=True)]
Flag = Literal["yes", "no"]
Few = Annotated[str, Field(min_length=1, max_length=120)]
Edited = Annotated[str, Field(min_length=1, max_length=200)]
Code = Annotated[str, Field(min_length=1, max_length=2000)]
Id = Annotated[str, Field(min_length=1, max_length=161)]


class RecipeEntry(Entry):
    """What is drawn: as the options of ``quizgen quiz`` say it."""

    seed: Annotated[str, Field(min_length=1, max_length=64)]
    number: Number
    forms: Annotated[int, Whole, Field(ge=1, le=MAX_FORMS, strict=True)] = 1
    topic: list[Few] = Field([])
    author: list[Few] = Field([])
    kind: list[Few] = Field([])
    difficulty: list[Few] = Field([])
    skill: list[Few] = Field([])
    weight: list[Few] = Field([])


class LayoutEntry(Entry):
    """How it is printed."""

    page: Literal["letter", "a4"] = "letter"
    large: Flag = "no"
    roomy: Flag = "no"
    sheet: Flag = "no"


class AroundEntry(Entry):
    """What is added around a question: a heading before it, points, a new page."""

    section: Few | None = None
    points: Points = 0
    new_page: Flag = "no"
    lines: LineCount = 0


class PlaceEntry(AroundEntry):
    """What is added around a question of the bank, in every form."""

    slot: Annotated[int, Whole, Field(ge=1, le=2 * MAX_QUESTIONS, strict=True)]
    """The place at which it was drawn or added; moving it takes this along."""


class WordsEntry(Entry):
    """A question of the bank in the teacher's words; what is left out stays as it is."""

    ask: Text | None = None
    """As it goes on after the author's name, which always stays."""
    answer: Text | None = None
    wrong: dict[Text, Text] = Field({})
    """Wrong answers of the bank, each with what stands for it."""


class OwnEntry(AroundEntry):
    """A question of the teacher's own."""

    after: Slot
    """The slot behind which it stands; 0 is before all."""
    ask: Text
    """As it goes on after "According to ...,"."""
    answer: Text
    wrong: Annotated[list[Text], Field(max_length=5)] = Field([])
    """None for an open question."""
    author: Few | None = None
    """Left out where the teacher says it."""
    where: Annotated[str, Field(min_length=1, max_length=300)] | None = None
    why: Text | None = None


class QuizEntry(Entry):
    """A whole quiz file."""

    quiz: Annotated[int, Whole, Field(ge=1, le=VERSION, strict=True)]
    bank: Name
    title: Annotated[str, Field(max_length=120)] = ""
    instructions: Annotated[str, Field(max_length=1000)] | None = None
    layout: LayoutEntry = LayoutEntry()
    recipe: RecipeEntry
    edits: list[Edited] = Field([])
    codes: dict[str, Code] = Field({})
    """The code of each form, by its letter: what was printed is what comes back."""
    places: list[PlaceEntry] = Field([])
    words: dict[Id, WordsEntry] = Field({})
    own: Annotated[list[OwnEntry], Field(max_length=100)] = Field([])
