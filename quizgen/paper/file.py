"""A quiz as a file: read, checked against its bank, made, and written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.bank.document import Document
from quizgen.bank.validate import shape
from quizgen.errors import Problem, QuizgenError
from quizgen.paper.again import paper_again
from quizgen.paper.blueprint import AXES, blueprint
from quizgen.paper.code import Recipe, seed_number
from quizgen.paper.edits import parse_edit
from quizgen.paper.entry import VERSION, QuizEntry
from quizgen.paper.own_words import worded
from quizgen.paper.paper import INSTRUCTIONS, Heading, Quiz, make_quiz
from quizgen.paper.printable import refuse_unprintable, unprintable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quizgen.bank.model import Bank

MAX_BYTES = 1_000_000


def read_quiz(path: Path) -> QuizEntry:
    """Read a quiz file.

    Raises:
        QuizgenError: where it is missing or too large, or with all that is wrong in it.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        advice = "name a file that quizgen quiz or the teacher's page has written"
        raise QuizgenError.of(str(path), "no-file", "the file cannot be read", advice) from error
    return parse_quiz(content, str(path))


def parse_quiz(content: bytes, name: str) -> QuizEntry:
    """Read the content of a quiz file; ``name`` is told with each problem.

    Raises:
        QuizgenError: with all that is wrong in it.
    """
    if len(content) > MAX_BYTES:
        message = f"the file has more than {MAX_BYTES:,} bytes"
        raise QuizgenError.of(name, "too-large", message, "a quiz file is far smaller: is it one?")
    try:
        document = Document(name, content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        message, advice = "the file is no UTF-8 text", "save it as UTF-8"
        raise QuizgenError.of(name, "encoding", message, advice) from error
    if not document.problems:
        refuse_other_files(document)
    entry, problems = shape(document, QuizEntry)
    if entry is not None:
        problems = [*_between(document, entry)]
    if entry is None or problems:
        raise QuizgenError(*problems)
    return entry


def refuse_other_files(document: Document) -> None:
    """Tell a file of a newer quizgen, and one that is no quiz, before all else.

    Raises:
        QuizgenError: where it is one.
    """
    data = document.data
    if not isinstance(data, dict) or "quiz" not in data:
        advice = "a quiz file has the line quiz: 1; quizgen quiz writes one beside the papers"
        raise QuizgenError(document.problem((), "no-quiz", "this is no quiz file", advice))
    version = data["quiz"]
    if isinstance(version, str) and version.isdecimal() and int(version) > VERSION:
        message = f"the quiz file is of version {version}; this quizgen reads {VERSION}"
        problem = document.problem(("quiz",), "newer", message, "update quizgen")
        raise QuizgenError(problem)


def _between(document: Document, entry: QuizEntry) -> Iterator[Problem]:
    """What one value means for another, and what no paper can show."""
    for place, text in enumerate(entry.edits):
        try:
            parse_edit(text)
        except QuizgenError as error:
            (problem,) = error.problems
            yield document.problem(("edits", place), "edit", problem.message, problem.advice)
    slots = [place.slot for place in entry.places]
    for place, slot in enumerate(slots):
        if slot in slots[:place]:
            message, advice = f"slot {slot} is given twice", "join the two"
            yield document.problem(("places", place, "slot"), "twice", message, advice)
    for place, own in enumerate(entry.own):
        if bool(own.author) != bool(own.where):
            message = "a question of your own needs its author and where it stands"
            advice = "write both, or neither: then it says “your teacher”"
            yield document.problem(("own", place), "no-source", message, advice)
        if len({own.answer, *own.wrong}) <= len(own.wrong):
            message, advice = "two answers are the same", "word one of them otherwise"
            yield document.problem(("own", place), "repeated", message, advice)
    for name, text in _own_texts(entry):
        for problem in unprintable(name, text):
            yield document.problem((), problem.code, f"{name}: {problem.message}", problem.advice)


def _own_texts(entry: QuizEntry) -> Iterator[tuple[str, str]]:
    yield "title", entry.title
    yield "instructions", entry.instructions or ""
    for place in entry.places:
        yield f"section before slot {place.slot}", place.section or ""
    for id, given in entry.words.items():
        for text in (given.ask, given.answer, *given.wrong.values()):
            yield f"words of {id}", text or ""
    for number, own in enumerate(entry.own, 1):
        for text in (own.ask, own.answer, *own.wrong, own.author, own.where, own.why, own.section):
            yield f"your question {number}", text or ""


def recipe_of(entry: QuizEntry, bank: Bank) -> Recipe:
    """What the forms of a quiz file are drawn from.

    Raises:
        QuizgenError: where the bank has no such topic or author, or is another one.
    """
    if entry.bank != bank.id:
        message = f"the quiz is of the bank {entry.bank!r}, and this is {bank.id!r}"
        raise QuizgenError.of("--from", "other-bank", message, "name the bank that it is of")
    made = entry.recipe
    wanted = blueprint(bank, made.number, {axis: getattr(made, axis) for axis in AXES})
    edits = tuple(map(parse_edit, entry.edits))
    return Recipe(seed_number(made.seed), made.forms, 0, wanted, edits=edits)


def heading_of(entry: QuizEntry) -> Heading:
    """Title and instructions; what the file leaves out is as usual."""
    given = entry.instructions
    return Heading(entry.title, INSTRUCTIONS if given is None else given)


def quiz_of(entry: QuizEntry, bank: Bank) -> Quiz:
    """Make the forms of a quiz file: those that were printed, if it tells their codes.

    Raises:
        QuizgenError: where the bank no longer gives them, with what has changed.
    """
    recipe = recipe_of(entry, bank)
    made = entry.recipe
    try:
        quiz = make_quiz(
            bank, recipe.blueprint, made.seed, made.forms, heading_of(entry), recipe.edits
        )
    except QuizgenError:
        if not entry.codes:
            raise
        quiz = None
    if quiz is None or any(
        entry.codes.get(paper.form, paper.code) != paper.code for paper in quiz.papers
    ):
        codes = [code for _, code in sorted(entry.codes.items())]
        again = tuple(paper_again(bank, code, heading_of(entry)) for code in codes)
        quiz = Quiz(again, 0)
    papers = worded(quiz.papers, entry, recipe)
    if entry.codes:  # the file of a code holds the one form on which it is printed
        papers = tuple(paper for paper in papers if paper.form in entry.codes)
    refuse_unprintable(item.question for paper in papers for item in paper.items)
    return replace(quiz, papers=papers)


def unknown_words(entry: QuizEntry, quiz: Quiz) -> list[str]:
    """The ids of reworded questions that stand in no form: their words wait in the file."""
    asked = {item.question.id for paper in quiz.papers for item in paper.items}
    return [id for id in entry.words if id not in asked]
