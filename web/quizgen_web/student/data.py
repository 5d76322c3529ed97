"""Your data: take it along, bring two devices together, leave a browser, delete all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flask import Blueprint, Response, redirect, request, url_for

from quizgen.study.days import DEFAULT_ZONE, SHORT_LIST, zone_names
from quizgen.words import N_
from quizgen_web.shell.language import say
from quizgen_web.shell.learner import (
    become,
    current_learner,
    forget,
    make_learner,
    required_learner,
)
from quizgen_web.shell.names import name_of
from quizgen_web.shell.page import page
from quizgen_web.shell.site import store
from quizgen_web.student.qr import picture
from quizgen_web.student.study_code import code_of, learner_of

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

blueprint = Blueprint("data", __name__, url_prefix="/data")

DONE = {
    "zone": N_("Your time zone is kept."),
    "moved": N_("This browser now has the progress of that code."),
    "joined": N_("The progress of both is together now, in this browser and behind that code."),
    "left": N_(
        "This browser has forgotten you. Nothing is deleted: your study code brings you back."
    ),
    "deleted": N_("Everything about you is deleted. The next answer here begins anew."),
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


@blueprint.get("/delete")
def ask_to_delete() -> str | AnyResponse:
    """Ask once, and offer what one may want to keep."""
    return _about_me("delete.html")


@blueprint.post("/delete")
def delete() -> AnyResponse:
    """Delete all about the learner, here and in the store."""
    learner = current_learner()
    if learner is not None:
        store().learners.delete(learner)
        forget()
    return redirect(url_for(".index", done="deleted"), 303)


@blueprint.get("/leave")
def ask_to_leave() -> str | AnyResponse:
    """Show the study code, without which there is no way back."""
    return _about_me("leave.html")


@blueprint.post("/leave")
def leave() -> AnyResponse:
    """Let this browser forget the learner; nothing is deleted."""
    forget()
    return redirect(url_for(".index", done="left"), 303)


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
    """Let this browser be the learner of a study code, with its own progress if so asked."""
    learner, own = learner_of(request.form.get("code", "")[:200]), current_learner()
    if learner is None or not store().learners.knows(learner):
        words = say().gettext(
            "This is no study code. Check it letter by letter: it has seven groups of four."
        )
        return _page(problem=words, target="code"), 400
    join = "join" in request.form and own is not None and own != learner
    if join and own is not None:
        store().learners.join(own, learner)
    become(learner)
    return redirect(url_for(".index", done="joined" if join else "moved"), 303)


def _about_me(template: str) -> str | AnyResponse:
    """A page about what is kept of the learner; a browser that is nobody's has none."""
    learner = current_learner()
    if learner is None or not store().learners.knows(learner):
        return redirect(url_for(".index"), 303)
    return page(template, code=code_of(learner), qr=_qr(learner), name=name_of(learner))


def _page(problem: str = "", target: str = "", done: str = "") -> str:
    learner = current_learner()
    known = learner is not None and store().learners.knows(learner)
    zone = store().learners.zone(learner) if learner else DEFAULT_ZONE
    return page(
        "data.html",
        code=code_of(learner) if learner and known else "",
        qr=_qr(learner) if learner and known else "",
        zone=zone,
        zones=sorted({zone, *SHORT_LIST}, key=lambda name: (name != DEFAULT_ZONE, name)),
        problem=problem,
        target=target,
        done=done,
    )


def _qr(learner: str) -> str:
    return picture(url_for("data.index", _external=True), code_of(learner))
