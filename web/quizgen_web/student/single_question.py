"""The permanent page of a question: it asks, and the answer is the verdict of a sitting of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, abort, redirect, request, url_for

from quizgen.modes import MODES, Asked, ask
from quizgen_web.shell.learner import notice_zone, random_id
from quizgen_web.shell.page import page
from quizgen_web.shell.site import site
from quizgen_web.student.answers import Refusal, RefusedError, answer_to, keep, verdict_on
from quizgen_web.student.sitting_parts import options
from quizgen_web.student.sittings import begin, find

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

    from quizgen.bank.model import Question

blueprint = Blueprint("question", __name__, url_prefix="/q")

SEED = "q"
"""The order of options is the same each time, since the page is."""


@blueprint.get("/<id>")
def show(id: str) -> str | tuple[str, int]:
    """Ask the question."""
    put = _put(_question(id), request.args.get("mode", ""))
    refused = Refusal.of(request.args.get("problem", ""), put)
    page = _page(put, refused.words if refused else "")
    return (page, refused.status) if refused else page


@blueprint.post("/<id>")
def answer(id: str) -> Response:
    """Keep the answer in a sitting of its own, then show the verdict there."""
    put = _put(_question(id), request.form.get("mode", ""))
    form = request.form.get("submission", "")[:32] or random_id()
    if put.mode.way == "recall":
        begin(form, put.mode.name, [put.question], SEED)
        return redirect(url_for("practice.show", sitting_id=form, position=1, shown=1), 303)
    try:
        given, verdict = verdict_on(put, request.form)
    except RefusedError as refusal:
        name = put.mode.name
        return redirect(url_for(".show", id=id, mode=name, problem=refusal.name), 303)
    there = begin(form, put.mode.name, [put.question], SEED)
    sitting = find(form)
    first = sitting.items[0]
    if first.answer is None and first.question_id == id:
        keep(sitting, first, form, answer_to(put, given, verdict, request.form), put)
        notice_zone(request.form.get("zone", ""))
    return there


def _question(id: str) -> Question:
    return site().bank.by_id.get(id) or abort(404)


def _put(question: Question, wanted: str) -> Asked:
    mode = next((mode for mode in question.modes if mode == wanted), question.modes[0])
    return ask(site().bank, question, mode, SEED)


def _page(put: Asked, problem: str = "") -> str:
    return page(
        "single.html",
        asked=put,
        options=options(put),
        modes=[MODES[name] for name in put.question.modes],
        problem=problem,
        hint=put.hint if put.mode.way == "type" and "hint" in request.args else None,
        submission=random_id(),
    )
