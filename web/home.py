"""The home page: what this is, whose claims these are, and what to practise."""

from __future__ import annotations

from flask import Blueprint

from quizgen.bank.model import KIND_LABELS
from web.choice import COUNTS, MODE_NAMES, Choice
from web.page import page
from web.site import site

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
def index() -> str:
    """Show the home page."""
    return show_home(Choice())


def show_home(choice: Choice, problem: str = "") -> str:
    """The home page with what was chosen and, if there is one, what is wrong with it."""
    return page(
        "home.html",
        site=site(),
        choice=choice,
        counts=COUNTS,
        modes=MODE_NAMES,
        kinds=KIND_LABELS,
        problem=problem,
    )
