"""A paper by its link: the same questions and options, in the same order, for everyone."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from flask import Blueprint, redirect, request, url_for

from quizgen.ask.order import draw
from quizgen.modes import MODES
from quizgen_web.shell.language import say
from quizgen_web.shell.learner import random_id
from quizgen_web.shell.page import page
from quizgen_web.shell.site import site
from quizgen_web.student.choice import Choice
from quizgen_web.student.home import show_home
from quizgen_web.student.sittings import begin

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict
    from werkzeug.wrappers import Response

    from quizgen.bank.model import Question

blueprint = Blueprint("papers", __name__, url_prefix="/quiz")

MAX_SEED = 64
FIELDS = {"n", "mode", "topic", "author", "kind"}
"""What a link may say beside its seed."""


@blueprint.get("")
def show() -> str | Response | tuple[str, int]:
    """Say what is in the paper and offer to begin it; without a seed, make one up."""
    if not request.args.get("seed"):
        fields = [(name, value) for name, value in request.args.items(True) if name in FIELDS]
        fields.append(("seed", secrets.token_hex(3)))
        return redirect(f"{url_for('.show')}?{urlencode(fields)}", 303)
    try:
        choice, seed, questions = _paper(request.args)
    except ValueError as error:
        return show_home(problem=str(error)), 400
    authors = {author for q in questions for author in q.claim.authors}
    return page(
        "paper.html",
        seed=seed,
        choice=choice,
        mode=MODES[choice.mode],
        count=len(questions),
        authors=[author.name for author in site().bank.authors if author in authors],
        topics=[t.title for t in site().bank.topics if t.id in choice.selection.topics],
        address=request.url,
    )


@blueprint.post("")
def start() -> Response | tuple[str, int]:
    """Begin a sitting with the paper."""
    try:
        choice, seed, questions = _paper(request.form)
    except ValueError as error:
        return show_home(problem=str(error)), 400
    return begin(random_id(), choice.mode, questions, seed)


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
