"""The home page: what this is, whose claims these are, and what to practise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint

from quizgen.bank.model import KIND_LABELS
from quizgen.modes import MODES
from quizgen.study.days import date_of
from quizgen_web.shell.learner import current_learner, study
from quizgen_web.shell.page import page
from quizgen_web.shell.site import site
from quizgen_web.student.choice import COUNTS, Choice
from quizgen_web.student.sittings import open_items

if TYPE_CHECKING:
    from datetime import date

    from quizgen_web.shell.learner import Study

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
def index() -> str:
    """Show the home page."""
    return show_home(Choice())


def show_home(choice: Choice, problem: str = "") -> str:
    """The home page with what was chosen and, if there is one, what is wrong with it."""
    learner = current_learner()
    now = study() if learner else None
    started = site().store.left_open(learner) if learner else ()
    return page(
        "home.html",
        due=len(now.due) if now else 0,
        coming=_coming(now) if now else None,
        unfinished=next(filter(open_items, started), None),
        site=site(),
        choice=choice,
        counts=COUNTS,
        modes=MODES.values(),
        kinds=KIND_LABELS,
        problem=problem,
    )


def _coming(now: Study) -> date | None:
    """The next day on which something comes back; None where nothing was reviewed."""
    days = [memory.due_day for memory in now.memories.values() if memory.due_day > now.today]
    return date_of(min(days)) if days else None
