"""Drafts -> papers and pictures of their pages, the last ones kept: a page asks for several."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from quizgen.errors import Problem, QuizgenError
from quizgen.export import item_set
from quizgen.paper.again import paper_again
from quizgen.paper.code import decode
from quizgen.paper.file import parse_quiz, quiz_of
from quizgen.paper.file_text import quiz_text
from quizgen.paper.paper import Quiz, make_quiz
from quizgen_web.shell.language import say
from quizgen_web.teacher.entries import file_of, layout
from quizgen_web.teacher.problems import problem
from quizgen_web.teacher.recipe import MOST, Order, heading_of, kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgen.bank.model import Bank
    from quizgen.export import Audience
    from quizgen.paper.paper import Paper
    from quizgen_web.teacher.draft import Draft

_KEPT = 16
_KEPT_PICTURES = 4


class Papers:
    """The papers of one bank.

    What is kept does not hold its keeper, so that all of it goes with the bank.
    """

    def __init__(self, bank: Bank) -> None:
        self._quiz = lru_cache(_KEPT)(partial(_made, bank))
        self._pictures = lru_cache(_KEPT_PICTURES)(partial(_pictured, self._quiz))

    def quiz(self, draft: Draft) -> Quiz:
        """The forms of a draft; of a code only the form on which it is printed.

        Raises:
            QuizgenError: with all that is wrong with the draft.
        """
        return self._quiz(_unprinted(draft))

    def pictures(self, draft: Draft, audience: Audience) -> tuple[bytes, ...]:
        """The pages of the draft's form as they print, as PNG.

        Raises:
            QuizgenError: as ``quiz``, and where typst is missing or cannot show a sign.
        """
        return self._pictures(draft, audience)


def _unprinted(draft: Draft) -> Draft:
    """A draft without what only says how it is printed."""
    return replace(draft, form="A", page="letter", large=False, roomy=False, sheet=False)


def _made(bank: Bank, draft: Draft) -> Quiz:
    if draft.code:
        return Quiz((_again(bank, draft),), 0)
    order = Order.of(bank, draft)
    if draft.body:
        quiz, text = quiz_of(parse_quiz(draft.body.encode(), "quiz"), bank), draft.body
    else:
        blueprint, edits = order.blueprint, order.edits
        quiz = make_quiz(bank, blueprint, draft.seed, order.forms, order.heading, edits)
        text = quiz_text(file_of(draft, order, quiz))
    return replace(quiz, papers=tuple(replace(paper, file=text) for paper in quiz.papers))


def _again(bank: Bank, draft: Draft) -> Paper:
    problems: list[Problem] = []
    heading = kept(problems, lambda: heading_of(draft))
    recipe = kept(problems, lambda: decode(draft.code, bank))
    if recipe and recipe.blueprint.number > MOST:
        _, command = say().gettext, f"quizgen quiz --code {draft.code}"
        message = _("this quiz has more than %(most)s questions", most=MOST)
        advice = _("make it on the command line: %(command)s", command=command)
        problems.append(problem("code", message, advice))
    if problems:
        raise QuizgenError(*problems)
    return paper_again(bank, draft.code, heading)


def _pictured(quiz: Callable[[Draft], Quiz], draft: Draft, audience: Audience) -> tuple[bytes, ...]:
    from quizgen.export.print.pdf import pictures

    form = form_of(quiz(_unprinted(draft)), draft.form)
    return pictures(item_set(form), layout(draft), audience)


def form_of(quiz: Quiz, letter: str) -> Paper:
    """The form of a letter; the first one where there is none of it."""
    return next((paper for paper in quiz.papers if paper.form == letter), quiz.papers[0])
