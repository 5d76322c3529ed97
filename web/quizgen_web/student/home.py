"""The home page: where the learner stands and what to do next; for a newcomer, what this is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint

from quizgen.modes import MODES
from quizgen.study.days import date_of
from quizgen_web.shell.learner import study
from quizgen_web.shell.page import page
from quizgen_web.shell.site import here, shelf, site, store
from quizgen_web.student.boxes import groups
from quizgen_web.student.choice import COUNTS, MODE_MIXED, Choice
from quizgen_web.student.desk import Desk
from quizgen_web.student.sittings import open_items

if TYPE_CHECKING:
    from datetime import date

    from quizgen.bank.model import Bank
    from quizgen_web.shell.learner import Study
    from quizgen_web.shell.site import Site
    from quizgen_web.store import Sitting

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
def index() -> str:
    """Show the home page: that of the bank, or the list of all banks."""
    return show_home() if here() else _all_banks()


def show_home(choice: Choice | None = None, problem: str = "") -> str:
    """The home page.

    Args:
        choice: what was chosen just now; what was chosen last if not given.
        problem: what is wrong with it.
    """
    found, now = site(), study()
    choice = choice or remembered(now, found.bank)
    return page(
        "home.html",
        desk=Desk.of(found, now, choice),
        unfinished=left_open(found.bank, now),
        site=found,
        choice=choice,
        counts=COUNTS,
        modes=[MODE_MIXED, *MODES.values()],
        groups=groups(found, choice.selection),
        counted=True,
        problem=problem,
    )


def remembered(now: Study, bank: Bank) -> Choice:
    """What the learner chose to practise last."""
    return Choice.remembered(now.wish(bank), bank)


def left_open(bank: Bank, now: Study) -> Sitting | None:
    """The newest sitting in which something can still be answered."""
    started = store().sittings.left_open(now.learner, bank.id) if now.learner else ()
    return next((one for one in started if open_items(one, bank)), None)


def _all_banks() -> str:
    now = study()
    places = [_Place.of(site, now) for site in shelf()]
    coming = min((place.coming for place in places if place.coming), default=None)
    due = sum(place.due for place in places)
    return page("banks.html", places=places, due=due, coming=coming)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a learner stands in a bank."""

    bank: Bank
    due: int
    coming: date | None
    """The next day on which something comes back; None where nothing was reviewed."""
    unfinished: Sitting | None

    @classmethod
    def of(cls, site: Site, now: Study) -> _Place:
        bank, day = site.bank, now.next_day(site.bank)
        due = len(now.due(bank))
        return cls(bank, due, date_of(day) if day else None, left_open(bank, now))
