"""Your data: take it along, move it to another device, delete it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flask import Blueprint, Response, redirect, request, url_for

from quizgen.study.days import DEFAULT_ZONE, zone_names
from quizgen.words import N_
from quizgen_web.shell.language import say
from quizgen_web.shell.learner import (
    become,
    current_learner,
    forget,
    make_learner,
    required_learner,
)
from quizgen_web.shell.page import page
from quizgen_web.shell.site import store
from quizgen_web.student.study_code import code_of, learner_of

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

blueprint = Blueprint("data", __name__, url_prefix="/data")

DONE = {
    "zone": N_("Your time zone is kept."),
    "moved": N_("This browser now has the progress of that code."),
    "deleted": N_("Everything about you is deleted. This browser is nobody again."),
}


@blueprint.get("")
def index() -> str:
    """Show what there is and what can be done with it."""
    return _page(done=DONE.get(request.args.get("done", ""), ""))


@blueprint.get("/export.json")
def export() -> Response:
    """All that is kept about the learner, as JSON."""
    rows = store().learners.export(required_learner())
    text = json.dumps(rows, ensure_ascii=False, indent=1)
    headers = {
        "Content-Disposition": 'attachment; filename="quizgen-my-data.json"',
        "Cache-Control": "no-store",
    }
    return Response(text + "\n", mimetype="application/json", headers=headers)


@blueprint.post("/delete")
def delete() -> AnyResponse:
    """Delete all about the learner, here and in the store."""
    learner = current_learner()
    if learner is not None:
        store().learners.delete(learner)
        forget()
    return redirect(url_for(".index", done="deleted"), 303)


@blueprint.post("/zone")
def zone() -> AnyResponse | tuple[str, int]:
    """Keep where the learner lives, so that the day ends at four in the morning there."""
    _, name = say().gettext, request.form.get("zone", "")
    if name not in zone_names():
        return _page(problem=_("Choose a time zone from the list."), target="zone"), 400
    learner = make_learner()
    store().learners.add(learner)
    store().learners.set_zone(learner, name)
    return redirect(url_for(".index", done="zone"), 303)


@blueprint.post("/code")
def code() -> AnyResponse | tuple[str, int]:
    """Let this browser be the learner of a study code."""
    learner = learner_of(request.form.get("code", "")[:200])
    if learner is None or not store().learners.knows(learner):
        words = say().gettext(
            "This is no study code. Check it letter by letter: it has seven groups of four."
        )
        return _page(problem=words, target="code"), 400
    become(learner)
    return redirect(url_for(".index", done="moved"), 303)


def _page(problem: str = "", target: str = "", done: str = "") -> str:
    learner = current_learner()
    known = learner is not None and store().learners.knows(learner)
    return page(
        "data.html",
        code=code_of(learner) if learner and known else "",
        zone=store().learners.zone(learner) if learner else DEFAULT_ZONE,
        zones=zone_names(),
        problem=problem,
        target=target,
        done=done,
    )
