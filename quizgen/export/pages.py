"""All words of a student's paper and of its key, as every format lays them out.

Two types, so that no format can print a key on a student's paper by mistake: a
:class:`StudentPage` has no place for one. Words of headings and labels are here too, so that a
format has none of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.bank.attribution import Prompt
    from quizgen.export.items import Option


@dataclass(frozen=True, slots=True)
class Cited:
    """Author, essay and place, and the address to which they lead; empty where there is none."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a student reads it."""

    number: int
    prompt: Prompt
    options: tuple[Option, ...]
    lines: int
    """To write on, where there are no options."""
    citation: tuple[Cited, ...]
    """One for each essay. It leads to the essay only: at the phrase stands the answer."""
    short: tuple[Cited, ...]
    """The same in as few words as tell the place."""
    points: str = ""
    """What it is worth, in words; empty where nothing is said of points."""
    section: str = ""
    """The heading of the section that it begins."""
    new_page: bool = False
    """Whether it begins a page."""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What a reader should know about a source."""

    short: str
    """As the questions cite it; empty where that is the heading itself."""
    heading: str
    about: str
    argues: str
    licence: str
    url: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A paragraph with a word before it that says what it is."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Blanks:
    """What is to be filled in by hand, each word before a line to write on."""

    name: str
    group: str
    date: str
    score: str
    """Before the points that were reached."""
    most: int
    """All the points that there are."""


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """The words of the page with the circles."""

    heading: str
    full: str
    """The heading with the form."""
    how: str
    not_so: str
    """Before the pictures of circles that are filled in otherwise."""
    seat: str
    """Before the label of a seat."""
    part: str
    """Which sheet it is where a form needs several: with ``%(page)s`` and ``%(pages)s``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What paper and key have in common."""

    title: str
    language: str
    form: str
    code: str
    form_label: str
    """Before the letter of the form."""
    form_name: str
    """The form with its letter, and whether it is a key."""
    full: str
    """The title with the form: for a list of files, or a reader that reads aloud."""
    code_label: str
    """Before the code."""
    sources_heading: str
    sources: tuple[SourceNote, ...]
    credit: str
    """Who wrote the questions and on what terms they are shared; empty where the bank is silent."""
    notice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentPage(_Page):
    """All of a student's paper. It depends on no key but for the letters' order, by the seed."""

    blanks: Blanks
    instructions: str
    opinion: str
    counted: str
    """How the paragraphs are counted that the short citations name."""
    online: str
    """Before the address at which a class can practise."""
    before: Remark | None
    """What to know before reading, where a question touches on something hard."""
    questions: tuple[Asked, ...]
    sheet: AnswerSheet
    letters: str
    """As many letters as the longest list of options has."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with author, essay and place, and the address of the very words."""

    phrase: str
    place: str
    url: str


@dataclass(frozen=True, slots=True)
class Solved:
    """A question with its key and all that backs it."""

    number: int
    letter: str
    key: str
    prompt: Prompt
    rationale: str
    evidence: tuple[Phrase, ...]
    remarks: tuple[Remark, ...]
    """Why others are wrong or right as well, the editors' note, the content note."""
    label: str
    points: str
    about: str
    """Difficulty and skill, and the id by which to report a problem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeacherPage(_Page):
    """All of a key."""

    heading: str
    """What stands beside the title: that it is a key."""
    balance: Remark
    """How many questions each author has."""
    solutions: tuple[Solved, ...]
    letters_heading: str
    """Of the page with nothing but the letters."""
    most: Remark | None
    """All points, where questions have any."""
    changed: str
    """That words of the teacher's own stand in it, and how they come back; empty without any."""
