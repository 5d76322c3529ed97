"""Taking a paper away: pictures of its pages, and its files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flask import Response, abort, request

from quizgen.errors import QuizgenError
from quizgen_web.shell.page import page
from quizgen_web.shell.site import site
from quizgen_web.teacher.addresses import Answer, address, blueprint, papers, practise_at
from quizgen_web.teacher.entries import layout
from quizgen_web.teacher.files import files
from quizgen_web.teacher.papers import form_of
from quizgen_web.teacher.problems import told
from quizgen_web.teacher.saved import drafted

if TYPE_CHECKING:
    from quizgen_web.teacher.draft import Draft


@blueprint.get("/pages")
def pages() -> Answer:
    """Show pictures of the pages as they print."""
    draft = drafted(request.args)
    part = "key" if request.args.get("part") == "key" else "paper"
    try:
        paper = form_of(papers().quiz(draft), draft.form)
        count = len(_pictures(draft, part))
    except QuizgenError as error:
        return refused(draft, error)
    return page(
        "paper_pages.html", draft=draft, paper=paper, part=part, count=count, address=address
    )


@blueprint.get("/pages/<int:number>.png")
def picture(number: int) -> Answer | Response:
    """Send the picture of a page."""
    draft = drafted(request.args)
    part = "key" if request.args.get("part") == "key" else "paper"
    try:
        made = _pictures(draft, part)
    except QuizgenError as error:
        return refused(draft, error)
    if not 1 <= number <= len(made):
        abort(404)
    return Response(made[number - 1], mimetype="image/png")


@blueprint.get("/<name>")
def download(name: str) -> Answer | Response:
    """Send a file of the paper."""
    draft = drafted(request.args)
    try:
        how = layout(draft)
        if request.args.get("online"):
            form = name.removeprefix(f"{site().bank.id}-")[:1]
            how = replace(how, online=practise_at(form_of(papers().quiz(draft), form)))
        file = next((f for f in files(papers().quiz(draft)) if f.name == name), None) or abort(404)
        content = file.content(how)
    except QuizgenError as error:
        return refused(draft, error)
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, mimetype=file.mimetype, headers=disposition)


def refused(draft: Draft, error: QuizgenError) -> Answer:
    """Say why a file cannot be made: a package is missing (501), or the draft is at fault."""
    missing = any(problem.code == "not-installed" for problem in error.problems)
    words = [problem.words for problem in told(error, site().bank)]
    shown = page("paper_refused.html", draft=draft, words=words, missing=missing, address=address)
    return shown, 501 if missing else 400


def _pictures(draft: Draft, part: str) -> tuple[bytes, ...]:
    return papers().pictures(draft, "teacher" if part == "key" else "student")
