"""A sitting: one question a page, the verdict after each, the score at the end.

An answer is a form sent by POST, kept in the store, and answered by 303, so that going back,
reloading or sending twice never loses one and never counts one twice.
"""

from __future__ import annotations

from hmac import new as hmac
from typing import TYPE_CHECKING

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for

from quizgen.bank.model import KIND_LABELS
from quizgen.quiz.grade import grade_choice, grade_typed
from quizgen.quiz.options import ordered_options
from web.choice import Choice
from web.home import show_home
from web.learner import current_learner, make_learner, random_id
from web.site import site
from web.store import Answer, Sitting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkzeug.wrappers import Response

    from quizgen.bank.model import Question
    from web.store import Item

blueprint = Blueprint("practice", __name__, url_prefix="/practice")

MAX_ANSWER = 500
PASSED, SKIPPED = "passed", "skipped"


@blueprint.post("")
def start() -> Response | tuple[str, int]:
    """Begin a sitting with the questions that the form asks for."""
    bank = site().bank
    try:
        choice = Choice.of(request.form, bank)
    except ValueError as error:
        return show_home(Choice(), str(error)), 400
    sitting_id = random_id()
    questions = choice.draw(bank, sitting_id)
    if not questions:
        words = "No question fits all that you chose. Take away a topic, an author or a kind."
        return show_home(choice, words), 400
    return _begin(sitting_id, choice.mode, questions)


@blueprint.post("/<sitting_id>/again")
def again(sitting_id: str) -> Response:
    """Begin a sitting with the questions of another one that were not answered right."""
    sitting = _sitting(sitting_id)
    by_id = site().bank.by_id
    missed = [by_id[item.question_id] for item in _missed(sitting) if item.question_id in by_id]
    if not missed:
        return redirect(url_for(".end", sitting_id=sitting_id), 303)
    return _begin(random_id(), sitting.mode, missed)


@blueprint.get("/<sitting_id>")
def resume(sitting_id: str) -> Response:
    """Go to the first question without an answer, or to the end."""
    return redirect(_next(_sitting(sitting_id)), 303)


@blueprint.get("/<sitting_id>/<int:position>")
def show(sitting_id: str, position: int) -> str | Response:
    """Show a question, or the verdict once it is answered."""
    sitting = _sitting(sitting_id)
    item = _item(sitting, position)
    if item.answer is not None:
        return _verdict_page(sitting, item, item.answer)
    question = site().bank.by_id.get(item.question_id)
    if question is None:  # it left the bank while the sitting was open
        return redirect(_next(sitting), 303)
    return _question_page(sitting, item, question)


@blueprint.post("/<sitting_id>/<int:position>")
def answer(sitting_id: str, position: int) -> Response | tuple[str, int]:
    """Keep an answer, then show the verdict."""
    sitting = _sitting(sitting_id)
    item = _item(sitting, position)
    here = redirect(url_for(".show", sitting_id=sitting_id, position=position), 303)
    question = site().bank.by_id.get(item.question_id)
    if item.answer is not None or question is None:
        return here
    given = " ".join(request.form.get("given", "").split())
    action = request.form.get("action", "answer")
    if action in {PASSED, SKIPPED}:
        given, verdict = "", action
    elif not given:
        problem = "Choose an answer." if sitting.mode == "choice" else "Type an answer."
        return _question_page(sitting, item, question, problem), 400
    elif len(given) > MAX_ANSWER:
        problem = f"An answer has at most {MAX_ANSWER} characters."
        return _question_page(sitting, item, question, problem), 400
    elif sitting.mode == "choice":
        if given not in ordered_options(question, sitting_id):
            problem = "The options have changed since this page was loaded. Choose again."
            return _question_page(sitting, item, question, problem), 409
        verdict = grade_choice(question, given)
    else:
        verdict = grade_typed(question, given)
    kept = Answer(question.id, question.prompt, question.key, given, verdict)
    submission = request.form.get("submission") or _submission(sitting_id, position)
    site().store.keep(_learner(), sitting_id, position, submission[:64], kept)
    return here


@blueprint.get("/<sitting_id>/end")
def end(sitting_id: str) -> str | Response:
    """Show the score and what to practise again; go back where questions are open."""
    sitting = _sitting(sitting_id)
    if _open(sitting):
        return redirect(_next(sitting), 303)
    asked = [item for item in sitting.items if _counts(item)]
    return render_template(
        "end.html",
        sitting=sitting,
        asked=asked,
        missed=_missed(sitting),
        gone=sum(item.answer is None for item in sitting.items),
    )


def _begin(sitting_id: str, mode: str, questions: Sequence[Question]) -> Response:
    learner = make_learner()
    ids = [question.id for question in questions]
    site().store.begin(learner, sitting_id, site().bank.id, mode, ids)
    return redirect(url_for(".show", sitting_id=sitting_id, position=1), 303)


def _learner() -> str:
    learner = current_learner()
    if learner is None:
        abort(404)
    return learner


def _sitting(sitting_id: str) -> Sitting:
    """The current learner's sitting; 404 for anybody else's."""
    return site().store.sitting(_learner(), sitting_id) or abort(404)


def _item(sitting: Sitting, position: int) -> Item:
    return next((item for item in sitting.items if item.position == position), None) or abort(404)


def _open(sitting: Sitting) -> list[Item]:
    """The items that can still be answered."""
    by_id = site().bank.by_id
    return [item for item in sitting.items if item.answer is None and item.question_id in by_id]


def _next(sitting: Sitting) -> str:
    for item in _open(sitting)[:1]:
        return url_for(".show", sitting_id=sitting.id, position=item.position)
    return url_for(".end", sitting_id=sitting.id)


def _counts(item: Item) -> bool:
    return item.answer is not None and item.answer.verdict != SKIPPED


def _missed(sitting: Sitting) -> list[Item]:
    return [item for item in sitting.items if _counts(item) and not item.is_right]


def _question_page(sitting: Sitting, item: Item, question: Question, problem: str = "") -> str:
    options = ordered_options(question, sitting.id) if sitting.mode == "choice" else []
    return render_template(
        "question.html",
        sitting=sitting,
        item=item,
        question=question,
        options=options,
        problem=problem,
        submission=_submission(sitting.id, item.position),
    )


def _verdict_page(sitting: Sitting, item: Item, given: Answer) -> str:
    question = site().bank.by_id.get(item.question_id)
    distractors = question.distractors if question else ()
    return render_template(
        "verdict.html",
        sitting=sitting,
        item=item,
        given=given,
        question=question,
        labels=KIND_LABELS,
        why_not=next((d.why for d in distractors if d.text == given.given), ""),
        next=_next(sitting),
        last=not _open(sitting),
    )


def _submission(sitting_id: str, position: int) -> str:
    """The id of a form: the same each time the page is shown, and nobody else's."""
    secret = current_app.config["SECRET_KEY"].encode()
    return hmac(secret, f"{_learner()} {sitting_id} {position}".encode(), "sha256").hexdigest()[:32]
