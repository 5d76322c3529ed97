"""A sitting: one question a page, the verdict after each, the score at the end.

An answer is a form sent by POST, kept in the store, and answered by 303, so that going back,
reloading or sending twice never loses one and never counts one twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, request, url_for

from quizgen.ask.verdict import Verdict
from quizgen.study.ladder import mode_for
from quizgen.study.mix import mix
from quizgen.words import N_
from quizgen_web.shell.language import say
from quizgen_web.shell.learner import notice_zone, random_id, study
from quizgen_web.shell.site import site, store
from quizgen_web.student.answers import (
    Refusal,
    RefusedError,
    answer_to,
    judge_anew,
    keep,
    verdict_on,
)
from quizgen_web.student.choice import Choice
from quizgen_web.student.home import remembered, show_home
from quizgen_web.student.sitting_pages import back_page, end_page, question_page, verdict_page
from quizgen_web.student.sittings import (
    asked,
    begin,
    find,
    find_item,
    next_place,
    open_items,
    submission,
)

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

blueprint = Blueprint("practice", __name__, url_prefix="/practice")


@blueprint.post("")
def start() -> Response | tuple[str, int]:
    """Begin a sitting with the questions that the form asks for, those first that are due."""
    now, sitting_id, bank = study(), random_id(), site().bank
    try:
        choice = remembered(now, bank) if "same" in request.form else Choice.of(request.form, bank)
    except ValueError as error:
        return show_home(problem=str(error)), 400
    waiting = now.due(bank)
    questions = choice.questions(site(), waiting)
    if "due" in request.form:
        questions = [question for question in questions if question.id in waiting]
    memories = now.memories(bank)
    chosen = mix(questions, memories, now.today, sitting_id, choice.count)
    if not chosen:
        words = N_("No question fits all that you chose. Take away a topic, an author or a kind.")
        return show_home(choice, say().gettext(words)), 400
    learnt_in = now.learnt_in(bank, [question.id for question in chosen if question.id in waiting])
    modes = [
        mode_for(question, choice.mode, memories.get(question.id), learnt_in.get(question.id, ""))
        for question in chosen
    ]
    wished = choice.fields if "wish" in request.form else ""
    return begin(sitting_id, choice.mode, chosen, modes=modes, wished=wished)


@blueprint.post("/<sitting_id>/again")
def again(sitting_id: str) -> Response:
    """Begin a sitting with the questions of another one that were not answered right."""
    sitting = find(sitting_id)
    missed = [put for item in sitting.missed if (put := asked(sitting, item))]
    if not missed:
        return redirect(url_for(".end", sitting_id=sitting_id), 303)
    modes = [put.mode.name for put in missed]
    return begin(random_id(), sitting.mode, [put.question for put in missed], modes=modes)


@blueprint.get("/<sitting_id>")
def resume(sitting_id: str) -> Response:
    """Go to the first question without an answer, or to the end."""
    return redirect(next_place(find(sitting_id)), 303)


@blueprint.get("/<sitting_id>/<int:position>")
def show(sitting_id: str, position: int) -> str | tuple[str, int] | Response:
    """Show a question, or the verdict once it is answered."""
    sitting = find(sitting_id)
    item = find_item(sitting, position)
    if item.answer is not None:
        return verdict_page(sitting, item, item.answer)
    put = asked(sitting, item)
    if put is None:  # it left the bank while the sitting was open
        return redirect(next_place(sitting, gone="1"), 303)
    if put.mode.way == "recall" and "shown" in request.args:
        return back_page(sitting, item, put)
    refused = Refusal.of(request.args.get("problem", ""), put)
    page = question_page(
        sitting,
        item,
        put,
        refused.words if refused else "",
        gone="gone" in request.args,
        hint="hint" in request.args,
    )
    return (page, refused.status) if refused else page


@blueprint.post("/<sitting_id>/<int:position>")
def answer(sitting_id: str, position: int) -> Response:
    """Keep an answer, then show the verdict; after a flashcard, the next one.

    What is no answer leads back to the question, which says so: a page that were sent in answer
    to the form would be one that the browser's Back cannot show again.
    """
    sitting = find(sitting_id)
    item = find_item(sitting, position)
    put = asked(sitting, item)
    here = redirect(url_for(".show", sitting_id=sitting_id, position=position), 303)
    if item.answer is not None or put is None:
        return here
    try:
        given, verdict = verdict_on(put, request.form)
    except RefusedError as refusal:
        hint = "1" if "hint" in request.form else None
        place = {"sitting_id": sitting_id, "position": position, "hint": hint}
        return redirect(url_for(".show", **place, problem=refusal.name), 303)  # type: ignore[arg-type]
    form = request.form.get("submission") or submission(sitting, item)
    keep(sitting, item, form[:64], answer_to(put, given, verdict, request.form), put)
    notice_zone(request.form.get("zone", ""))
    return redirect(next_place(find(sitting_id)), 303) if verdict.is_own else here


@blueprint.post("/<sitting_id>/<int:position>/undo")
def undo(sitting_id: str, position: int) -> Response:
    """Take back what was said of a flashcard, and show it again."""
    sitting = find(sitting_id)
    item = find_item(sitting, position)
    if item.answer is not None and item.answer.verdict.is_own:
        form = submission(sitting, item, "undo")
        store().sittings.take_back(sitting.key, item, form)
    return redirect(url_for(".show", sitting_id=sitting_id, position=position), 303)


@blueprint.post("/<sitting_id>/<int:position>/meant")
def meant(sitting_id: str, position: int) -> Response:
    """Let a typed answer that was judged wrong count as right, or take that back."""
    sitting = find(sitting_id)
    item = find_item(sitting, position)
    put = asked(sitting, item)
    before, wanted = Verdict.WRONG, Verdict.MEANT
    if "undo" in request.form:
        before, wanted = wanted, before
    if put and put.mode.way == "type" and item.answer and item.answer.verdict is before:
        judge_anew(sitting, item, put, wanted)
    return redirect(url_for(".show", sitting_id=sitting_id, position=position), 303)


@blueprint.get("/<sitting_id>/end")
def end(sitting_id: str) -> str | Response:
    """Show the score and what to practise again; go back where questions are open."""
    sitting = find(sitting_id)
    if open_items(sitting, site().bank):
        return redirect(next_place(sitting), 303)
    return end_page(sitting)
