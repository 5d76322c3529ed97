"""Making a paper: the form that says what it holds, and the preview where it is changed."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from flask import redirect, request, url_for
from markupsafe import Markup

from quizgen.errors import QuizgenError
from quizgen.export import LARGE_POINTS, item_set
from quizgen.export.content import student_page, teacher_page
from quizgen.export.print.qr import qr_svg
from quizgen.paper.blueprint import DEFAULT_NUMBER, MAX_FORMS
from quizgen.paper.overview import Overview
from quizgen_web.shell.page import page
from quizgen_web.shell.site import site
from quizgen_web.teacher.addresses import Answer, address, blueprint, papers, practise_at
from quizgen_web.teacher.changes import change
from quizgen_web.teacher.draft import INSTRUCTIONS, UNDO, Draft
from quizgen_web.teacher.entries import recipe_draft
from quizgen_web.teacher.files import files
from quizgen_web.teacher.offers import offers
from quizgen_web.teacher.papers import form_of
from quizgen_web.teacher.problems import Told, told
from quizgen_web.teacher.recipe import MOST
from quizgen_web.teacher.saved import drafted, find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkzeug.wrappers import Response


@blueprint.get("")
def choose() -> Answer:
    """Show the form, with what the address says filled in."""
    draft = Draft.of(request.args)
    if not draft.number and not any(wish.count for wish in draft.wishes):
        draft = replace(draft, number=str(DEFAULT_NUMBER))
    return _form(draft)


@blueprint.get("/preview")
def preview() -> Answer | Response:
    """Show the paper and what was just done; the address becomes the shortest for it."""
    draft, action = drafted(request.args), request.args.get("do", "").strip()
    if draft.quiz:
        return show(draft, action)
    if not draft.seed and not draft.code:
        draft = replace(draft, seed=secrets.token_hex(3))
    if draft.code or (action == UNDO and not draft.edits):
        action = ""
    said = draft.fields() + ([("do", action)] if action else [])
    if sorted(said) != sorted(request.args.items(multi=True)):
        return redirect(f"{url_for('.preview')}?{urlencode(said)}", 303)
    after = draft.after(action)
    try:
        return _preview(after, after, action)
    except QuizgenError as error:
        problems = told(error, site().bank)
    # What can be shown is shown: the paper without the words, or as it was before the change.
    for shown, what in (
        (after.unworded(), action),
        (draft, ""),
        (draft.unworded(), ""),
    ):
        try:
            return _preview(shown, after, what, problems), 400
        except QuizgenError:
            continue
    return _form(draft, problems)


def show(draft: Draft, action: str, problems: Sequence[Told] = (), status: int = 200) -> Answer:
    """A kept quiz, and what was just done with it; where its bank has changed, what is wrong."""
    try:
        return _preview(draft, draft, action, problems), status
    except QuizgenError as error:
        told_now = [*problems, *told(error, site().bank)]
        return page("quiz_changed.html", draft=draft, problems=told_now, address=address), 400


def _form(draft: Draft, problems: Sequence[Told] = ()) -> Answer:
    shown = page(
        "paper_form.html",
        draft=draft,
        groups=offers(site().bank, draft),
        problems=problems,
        most=MOST,
        most_forms=MAX_FORMS,
        large_points=LARGE_POINTS,
        usual=INSTRUCTIONS,
    )
    return (shown, 400) if problems else shown


def _preview(draft: Draft, typed: Draft, action: str, problems: Sequence[Told] = ()) -> str:
    quiz = papers().quiz(draft)
    paper = form_of(quiz, draft.form)
    if not draft.code:
        draft = replace(draft, form=paper.form)
    items = item_set(paper)
    return page(
        "paper_preview.html",
        draft=draft,
        typed=typed,
        quiz=quiz,
        paper=paper,
        student=student_page(items),
        solutions=teacher_page(items).solutions,
        overview=Overview.of(paper),
        change=change(action, len(paper.items), len(quiz.papers)),
        files=[file for file in files(quiz) if paper.form in file.forms],
        problems=problems,
        address=address,
        large_points=LARGE_POINTS,
        usual=INSTRUCTIONS,
        online=practise_at(paper),
        qr=Markup(qr_svg(practise_at(paper))) if practise_at(paper) else "",  # our own SVG
        own=any(item.place.own for item in paper.items),
        keeps_before=bool(draft.quiz) and bool(find(draft.quiz).before),
        again=recipe_draft(draft.code, site().bank) if draft.code else None,
    )
