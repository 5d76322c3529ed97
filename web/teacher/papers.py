"""Drafts -> papers and pictures of their pages, the last ones kept: a page asks for several."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar, get_args

from quizgen.errors import Problem, QuizgenError
from quizgen.export import Layout, Page
from quizgen.quiz.again import paper_again
from quizgen.quiz.blueprint import AXES, MAX_FORMS, blueprint
from quizgen.quiz.code import decode
from quizgen.quiz.edits import parse_edit
from quizgen.quiz.paper import Heading, Quiz, make_quiz
from quizgen.quiz.printable import checked
from web.teacher.problems import problem, short

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgen.bank.model import Bank
    from quizgen.export import Audience
    from quizgen.quiz.blueprint import Axis, Blueprint
    from quizgen.quiz.paper import Paper
    from web.teacher.draft import Draft

T = TypeVar("T")

MOST = 100
"""So many questions a form has at most here, since a draw of 500 takes seconds of everybody's."""
MAX_SEED = 64
_KEPT = 16


class Papers:
    """The papers of one bank."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._quiz = lru_cache(_KEPT)(self._made)
        self._pictures = lru_cache(_KEPT)(self._pictured)

    def quiz(self, draft: Draft) -> Quiz:
        """The forms of a draft; of a code only the form on which it is printed.

        Raises:
            QuizgenError: with all that is wrong with the draft.
        """
        return self._quiz(replace(draft, form="A", page="letter", large=False))

    def pictures(self, draft: Draft, form: str, audience: Audience) -> tuple[bytes, ...]:
        """The pages of a form as they print, as PNG.

        Raises:
            QuizgenError: as ``quiz``, and where typst is missing or cannot show a sign.
        """
        return self._pictures(draft, form, audience)

    def _pictured(self, draft: Draft, form: str, audience: Audience) -> tuple[bytes, ...]:
        from quizgen.export.pdf import pictures

        return pictures(form_of(self.quiz(draft), form), layout(draft), audience)

    def _made(self, draft: Draft) -> Quiz:
        problems: list[Problem] = []
        heading = _kept(problems, lambda: checked(Heading(draft.title, draft.instructions)))
        if draft.code:
            return Quiz((self._again(draft.code, heading, problems),), 0)
        plan = _kept(problems, lambda: self._blueprint(draft))
        forms = _kept(problems, lambda: _count("forms", draft.forms, MAX_FORMS))
        edits = [_kept(problems, lambda text=text: parse_edit(text)) for text in draft.edits]
        if len(draft.seed) > MAX_SEED or not draft.seed.isprintable():
            message = f"the seed of a paper is a word of at most {MAX_SEED} characters"
            problems.append(problem("seed", message, "open the page anew"))
        if problems or plan is None or forms is None:
            raise QuizgenError(*problems)
        found = tuple(edit for edit in edits if edit is not None)
        return make_quiz(self._bank, plan, draft.seed, forms, heading, found)

    def _again(self, code: str, heading: Heading | None, problems: list[Problem]) -> Paper:
        recipe = _kept(problems, lambda: decode(code, self._bank))
        if recipe and recipe.blueprint.number > MOST:
            message = f"this paper has more than {MOST} questions"
            advice = f"make it on the command line: quizgen quiz --code {code}"
            problems.append(problem("code", message, advice))
        if problems:
            raise QuizgenError(*problems)
        return paper_again(self._bank, code, heading)

    def _blueprint(self, draft: Draft) -> Blueprint:
        problems: list[Problem] = []
        number = None
        if draft.number:
            number = _kept(problems, lambda: _count("n", draft.number, MOST))
        wanted: dict[Axis, list[str]] = {axis: [] for axis in AXES}
        for wish in draft.wishes:
            if wish.count and not (wish.count.isascii() and wish.count.isdigit()):
                message = f"{short(wish.count)} is no number of questions for {short(wish.value)}"
                problems.append(problem(wish.axis, message, "write 1 or more, or leave it empty"))
            else:
                wanted[wish.axis].append(str(wish))
        made = _kept(problems, lambda: blueprint(self._bank, number, wanted))
        if made and made.number > MOST:
            message = f"the numbers add up to {made.number} questions"
            problems.append(problem("n", message, f"ask for at most {MOST}"))
        if problems or made is None:
            raise QuizgenError(*problems)
        return made


def form_of(quiz: Quiz, letter: str) -> Paper:
    """The form of a letter; the first one where there is none of it."""
    return next((paper for paper in quiz.papers if paper.form == letter), quiz.papers[0])


def layout(draft: Draft) -> Layout:
    """How a draft is printed; a page that nobody has is the usual one."""
    page: Page = next((page for page in get_args(Page) if page == draft.page), "letter")
    return Layout(page, draft.large)


def _kept(problems: list[Problem], make: Callable[[], T]) -> T | None:
    """What is made; where it cannot be, its problems are kept beside the others."""
    try:
        return make()
    except QuizgenError as error:
        problems += error.problems
        return None


def _count(field: str, text: str, most: int) -> int:
    digits = text.isascii() and text.isdigit() and len(text) < 10
    if not (digits and 1 <= int(text) <= most):
        what = "questions" if field == "n" else "forms"
        message = f"{short(text)} is no number of {what} for a paper"
        raise QuizgenError(problem(field, message, f"write a number from 1 to {most}"))
    return int(text)
