"""Quizzes that are kept: my quizzes, taking a file back, and every change of one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from flask import Response as FlaskResponse
from flask import redirect, request, url_for

from quizgen.errors import QuizgenError
from quizgen.paper.edits import slots
from quizgen.paper.file import MAX_BYTES, parse_quiz, recipe_of
from quizgen.paper.file_text import file_name
from quizgen_web.shell.language import say
from quizgen_web.shell.learner import required_learner
from quizgen_web.shell.page import page
from quizgen_web.shell.site import site, store
from quizgen_web.teacher import saved
from quizgen_web.teacher.addresses import Answer, blueprint, papers
from quizgen_web.teacher.draft import UNDO, Draft
from quizgen_web.teacher.entries import changed, file_of
from quizgen_web.teacher.problems import Told, told
from quizgen_web.teacher.recipe import Order
from quizgen_web.teacher.wordings import with_heading, with_own, with_place, with_words, without_own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkzeug.datastructures import MultiDict
    from werkzeug.wrappers import Response

    from quizgen.paper.entry import QuizEntry

HEADING, PLACE, OWN, DROP_OWN = "heading", "place", "own", "drop-own"
"""What a form of the page does beside the edits of a drawing."""


@blueprint.get("/mine")
def mine() -> Answer:
    """Show the quizzes that this browser keeps."""
    return _mine()


@blueprint.post("/keep")
def keep() -> Answer | Response:
    """Keep the quiz of a draft, and go on with it."""
    draft = Draft.of(request.form)
    try:
        quiz = papers().quiz(draft)
        entry = file_of(draft, Order.of(site().bank, draft), quiz)
        id = saved.keep_new(entry)
    except QuizgenError as error:
        return _mine(told(error, site().bank)), 400
    return redirect(f"{url_for('.preview')}?{urlencode({'quiz': id, 'do': 'keep'})}", 303)


@blueprint.post("/take")
def take() -> Answer | Response:
    """Take a quiz file back."""
    request.max_content_length = 2 * MAX_BYTES  # a form brings its own words beside the file
    file = request.files.get("file")
    try:
        entry = parse_quiz(file.read() if file else b"", (file and file.filename) or "file")
        recipe_of(entry, site().bank)
        id = saved.keep_new(entry)
    except QuizgenError as error:
        return _mine(told(error, site().bank)), 400
    return redirect(f"{url_for('.preview')}?{urlencode({'quiz': id, 'do': 'take'})}", 303)


@blueprint.get("/mine/<quiz>")
def kept_file(quiz: str) -> Response:
    """Send the file of a kept quiz, also of one that can no longer be made."""
    kept = saved.find(quiz)
    name = file_name(site().bank.id)
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return FlaskResponse(kept.body, mimetype="application/yaml", headers=disposition)


@blueprint.post("/let-go")
def let_go() -> Response:
    """Let a kept quiz go."""
    kept = saved.find(request.form.get("quiz", ""))
    store().quizzes.remove(required_learner(), site().bank.id, kept.id)
    return redirect(url_for(".mine"), 303)


@blueprint.post("/change")
def change() -> Answer | Response:
    """Change a kept quiz. It is kept at once; what cannot be leaves it as it was."""
    form = request.form
    kept = saved.find(form.get("quiz", ""))
    entry = parse_quiz(kept.body.encode(), "quiz")
    action = form.get("do", "")
    try:
        if action == UNDO:
            if kept.before:
                saved.keep(kept, parse_quiz(kept.before.encode(), "quiz"), "")
        else:
            saved.keep(kept, _changed(entry, action, form), kept.body)
    except QuizgenError as error:
        problems = told(error, site().bank)
        if action.partition(".")[0] in (PLACE, OWN):
            from quizgen_web.teacher.wording_pages import shown_again

            return shown_again(kept.id, entry, form, problems), 400
        from quizgen_web.teacher.pages import show

        return show(saved.drafted(form), "", problems, 400)
    said = {"quiz": kept.id, "do": action}
    if form.get("form", "A") != "A":
        said["form"] = form["form"]
    return redirect(f"{url_for('.preview')}?{urlencode(said)}", 303)


def _changed(entry: QuizEntry, action: str, form: MultiDict[str, str]) -> QuizEntry:
    """The quiz after a button.

    Raises:
        QuizgenError: where it cannot be changed so.
    """
    what, _, number = action.partition(".")
    place = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
    if what == HEADING:
        return with_heading(entry, form)
    if what == OWN:
        return with_own(entry, place if place <= len(entry.own) else 0, form)
    if what == DROP_OWN:
        return without_own(entry, place)
    if what == PLACE:
        question = site().bank.by_id.get(form.get("question", ""))
        with_around = with_place(entry, place, form)
        return with_words(with_around, question, form) if question else with_around
    return _tidied(entry, changed(entry, action))


def _tidied(before: QuizEntry, entry: QuizEntry) -> QuizEntry:
    """Without what stood around a question that was dropped; own questions behind it move up."""
    old = [0, *slots(entry.recipe.number, recipe_of(before, site().bank).edits)]
    try:
        order = [0, *slots(entry.recipe.number, recipe_of(entry, site().bank).edits)]
    except IndexError:  # the drawing refuses it, with words
        return entry
    own = []
    for one in entry.own:
        here = old.index(one.after) if one.after in old else 0
        while old[here] not in order:
            here -= 1
        own.append(one.model_copy(update={"after": old[here]}))
    places = [place for place in entry.places if place.slot in order]
    return entry.model_copy(update={"places": places, "own": own})


def _mine(problems: Sequence[Told] = ()) -> str:
    _ = say().gettext
    return page("quiz_mine.html", quizzes=saved.mine(), problems=problems)
