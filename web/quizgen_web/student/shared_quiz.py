"""A paper by its link: the same questions and options, in the same order, for everyone."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from flask import Blueprint, redirect, request, url_for

from quizgen.ask.order import draw
from quizgen.modes import MODES
from quizgen.paper.practice import practised
from quizgen_web.shell.language import say
from quizgen_web.shell.learner import random_id
from quizgen_web.shell.page import page
from quizgen_web.shell.site import site
from quizgen_web.student.choice import Choice
from quizgen_web.student.home import show_home
from quizgen_web.student.sittings import begin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkzeug.datastructures import MultiDict
    from werkzeug.wrappers import Response

    from quizgen.bank.model import Question

blueprint = Blueprint("papers", __name__, url_prefix="/quiz")

MAX_SEED = 64
MAX_WORD = 600
"""Symbols of a link: a hundred questions."""
FIELDS = {"n", "mode", "topic", "author", "kind"}
"""What a link may say beside its seed."""


@blueprint.get("")
def show() -> str | Response | tuple[str, int]:
    """Say what is in the paper and offer to begin it; without a seed, make one up."""
    if request.args.get("ask"):
        try:
            questions, gone = _asked(request.args)
        except ValueError as error:
            return show_home(problem=str(error)), 400
        return page(
            "class_quiz.html",
            word=request.args["ask"],
            count=len(questions),
            gone=gone,
            authors=_authors(questions),
        )
    if not request.args.get("seed"):
        fields = [(name, value) for name, value in request.args.items(True) if name in FIELDS]
        fields.append(("seed", secrets.token_hex(3)))
        return redirect(f"{url_for('.show')}?{urlencode(fields)}", 303)
    try:
        choice, seed, questions = _paper(request.args)
    except ValueError as error:
        return show_home(problem=str(error)), 400
    return page(
        "paper.html",
        seed=seed,
        choice=choice,
        mode=MODES[choice.mode],
        count=len(questions),
        authors=_authors(questions),
        topics=[t.title for t in site().bank.topics if t.id in choice.selection.topics],
        address=request.url,
    )


@blueprint.post("")
def start() -> Response | tuple[str, int]:
    """Begin a sitting with the paper."""
    try:
        if request.form.get("ask"):
            questions, _ = _asked(request.form)
            return begin(random_id(), "choice", questions, request.form["ask"][:MAX_SEED])
        choice, seed, questions = _paper(request.form)
    except ValueError as error:
        return show_home(problem=str(error)), 400
    return begin(random_id(), choice.mode, questions, seed)


def _authors(questions: Sequence[Question]) -> list[str]:
    """The names of the authors of some questions, in the bank's order."""
    authors = {author for question in questions for author in question.claim.authors}
    return [author.name for author in site().bank.authors if author in authors]


def _asked(fields: MultiDict[str, str]) -> tuple[list[Question], int]:
    """The questions of a teacher's quiz, and how many of them the bank no longer has."""
    _ = say().gettext
    try:
        questions, gone = practised(site().bank, fields["ask"][:MAX_WORD])
    except ValueError as error:
        message = _("This link is not whole. Copy it once more, or ask for it.")
        raise ValueError(message) from error
    questions = [question for question in questions if "choice" in question.modes]
    if not questions:
        raise ValueError(_("The bank no longer has any question of this link."))
    return questions, gone


def _paper(fields: MultiDict[str, str]) -> tuple[Choice, str, list[Question]]:
    _, seed = say().gettext, fields.get("seed", "")
    if not seed or len(seed) > MAX_SEED or not seed.isprintable():
        raise ValueError(
            _("The seed of a paper is a word of at most %(most)s characters.", most=MAX_SEED)
        )
    choice = Choice.of(fields, site().bank, "n")
    if choice.mode not in MODES:  # what is mixed depends on who asks
        raise ValueError(_("Questions are asked as one of: %(modes)s.", modes=", ".join(MODES)))
    questions = list(draw(choice.questions(site()), seed, choice.count))
    if not questions:
        raise ValueError(_("No question fits all that this link asks for."))
    return choice, seed, questions
