"""Quizzes that the teacher keeps: under the browser's learner, each as the text of its file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flask import abort

from quizgen.paper.file import parse_quiz, quiz_of
from quizgen.paper.file_text import quiz_text
from quizgen_web.shell.learner import current_learner, make_learner, random_id, required_learner
from quizgen_web.shell.site import site, store
from quizgen_web.store.quizzes import Kept
from quizgen_web.teacher.draft import Draft
from quizgen_web.teacher.entries import draft_of

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

    from quizgen.paper.entry import QuizEntry

MOST = 200
"""So many quizzes of a bank are kept for one browser."""


def drafted(args: MultiDict[str, str]) -> Draft:
    """The draft of an address; of a kept quiz as its file says. 404 for anybody else's."""
    draft = Draft.of(args)
    if not draft.quiz:
        return draft
    kept = find(draft.quiz)
    return replace(draft_of(parse_quiz(kept.body.encode(), "quiz"), kept.id), form=draft.form)


def find(id: str) -> Kept:
    """A kept quiz; ends with 404 where this browser has none of that id."""
    if "\0" in id:
        abort(404)
    return store().quizzes.find(required_learner(), site().bank.id, id) or abort(404)


def mine() -> list[Kept]:
    """All quizzes that this browser keeps of the bank."""
    learner = current_learner()
    return store().quizzes.all(learner, site().bank.id) if learner else []


def keep_new(entry: QuizEntry) -> str:
    """Keep a quiz under a new id.

    Raises:
        QuizgenError: where the bank cannot make it; nothing is kept then.
    """
    learner = make_learner()
    store().learners.add(learner)
    if len(store().quizzes.all(learner, site().bank.id)) >= MOST:
        abort(400, "too many quizzes are kept: let some go")
    id = random_id()
    body = quiz_text(with_codes(entry))
    store().quizzes.put(learner, site().bank.id, Kept(id, entry.title, body, "", 0))
    return id


def keep(kept: Kept, entry: QuizEntry, before: str) -> None:
    """Keep a quiz as it is now.

    Raises:
        QuizgenError: where it cannot be made so; it stays as it was.
    """
    body = quiz_text(with_codes(entry))
    parse_quiz(body.encode(), "quiz")
    changed = replace(kept, title=entry.title, body=body, before=before)
    store().quizzes.put(required_learner(), site().bank.id, changed)


def with_codes(entry: QuizEntry) -> QuizEntry:
    """A quiz with the codes of its forms as they are made now."""
    quiz = quiz_of(entry.model_copy(update={"codes": {}}), site().bank)
    made = {p.form: p.code for p in quiz.papers if p.form in entry.codes or not entry.codes}
    return entry.model_copy(update={"codes": made})
