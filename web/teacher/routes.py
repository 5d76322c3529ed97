"""The addresses of the teacher's page."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, current_app, redirect, request, url_for

from quizgen.errors import QuizgenError
from quizgen.export.content import student_page, teacher_page
from quizgen.quiz.blueprint import MAX_FORMS
from quizgen.quiz.overview import Overview
from quizgen.quiz.printable import MAX_TITLE
from web.page import page
from web.site import site
from web.teacher.changes import change
from web.teacher.draft import INSTRUCTIONS, UNDO, Draft
from web.teacher.files import find_file, mimetype, offered
from web.teacher.offers import offers
from web.teacher.papers import MOST, Papers, form_of, layout
from web.teacher.problems import Told, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask import Flask
    from werkzeug.wrappers import Response as AnyResponse

blueprint = Blueprint("teacher", __name__, url_prefix="/paper")

Page = str | tuple[str, int]


def init_app(app: Flask) -> None:
    """Offer the teacher's page."""
    app.extensions["quizgen.papers"] = Papers(app.extensions["quizgen"].bank)
    app.register_blueprint(blueprint)


@blueprint.get("")
def choose() -> Page:
    """Show the form, with what the address says filled in."""
    return _form(Draft.of(request.args) if request.args else Draft(number="20"))


@blueprint.get("/preview")
def preview() -> Page | AnyResponse:
    """Show the paper and what was just done; the address becomes the shortest for it."""
    draft, action = Draft.of(request.args), request.args.get("do", "").strip()
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


@blueprint.get("/pages")
def pages() -> Page:
    """Show pictures of the pages as they print."""
    draft = Draft.of(request.args)
    part = "key" if request.args.get("part") == "key" else "paper"
    try:
        paper = form_of(_papers().quiz(draft), draft.form)
        count = len(_pictures(draft, part))
    except QuizgenError as error:
        return _refused(draft, error)
    return page(
        "paper_pages.html", draft=draft, paper=paper, part=part, count=count, address=_address
    )


@blueprint.get("/pages/<int:number>.png")
def picture(number: int) -> Page | Response:
    """Send the picture of a page."""
    draft = Draft.of(request.args)
    part = "key" if request.args.get("part") == "key" else "paper"
    try:
        made = _pictures(draft, part)
    except QuizgenError as error:
        return _refused(draft, error)
    if not 1 <= number <= len(made):
        abort(404)
    return Response(made[number - 1], mimetype="image/png")


@blueprint.get("/<name>")
def download(name: str) -> Page | Response:
    """Send a file of the paper."""
    form, kind = find_file(site().bank, name) or abort(404)
    draft = Draft.of(request.args)
    try:
        paper = form_of(_papers().quiz(draft), form)
        if paper.form != form:
            abort(404)
        content = kind.render(paper, layout(draft))
    except QuizgenError as error:
        return _refused(draft, error)
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, mimetype=mimetype(kind), headers=disposition)


def _form(draft: Draft, problems: Sequence[Told] = ()) -> Page:
    shown = page(
        "paper_form.html",
        draft=draft,
        groups=offers(site().bank, draft),
        problems=problems,
        most=MOST,
        most_forms=MAX_FORMS,
        max_title=MAX_TITLE,
    )
    return (shown, 400) if problems else shown


def _preview(draft: Draft, typed: Draft, action: str, problems: Sequence[Told] = ()) -> str:
    quiz = _papers().quiz(draft)
    paper = form_of(quiz, draft.form)
    draft = replace(draft, form=paper.form)
    return page(
        "paper_preview.html",
        draft=draft,
        typed=typed,
        quiz=quiz,
        paper=paper,
        student=student_page(paper),
        solutions=teacher_page(paper).solutions,
        overview=Overview.of(paper),
        change=change(action, len(paper.items), len(quiz.papers)),
        files=offered(paper),
        problems=problems,
        default_instructions=INSTRUCTIONS,
        address=_address,
    )


def _refused(draft: Draft, error: QuizgenError) -> Page:
    """Say why a file cannot be made: a package is missing (501), or the draft is at fault."""
    missing = any(problem.code == "not-installed" for problem in error.problems)
    words = [problem.words for problem in told(error, site().bank)]
    shown = page("paper_refused.html", draft=draft, words=words, missing=missing, address=_address)
    return shown, 501 if missing else 400


def _address(endpoint: str, draft: Draft, part: str = "", path: Any = None, **other: Any) -> str:
    """The address of a page or file of a draft.

    Args:
        endpoint: which page.
        draft: what it is about.
        part: ``key`` for the pages of the key.
        path: what the address itself needs.
        other: what is otherwise than in the draft.
    """
    pairs = replace(draft, **other).fields() + ([("part", part)] if part else [])
    return url_for(f".{endpoint}", **path or {}) + (f"?{urlencode(pairs)}" if pairs else "")


def _papers() -> Papers:
    return cast("Papers", current_app.extensions["quizgen.papers"])


def _pictures(draft: Draft, part: str) -> tuple[bytes, ...]:
    form = form_of(_papers().quiz(draft), draft.form).form
    return _papers().pictures(draft, form, "teacher" if part == "key" else "student")
