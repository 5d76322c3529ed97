"""The home page: what this is, whose claims these are, and what to practise."""

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
from quizgen_web.student.choice import COUNTS, Choice
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
    return show_home(Choice()) if here() else _all_banks()


def show_home(choice: Choice, problem: str = "") -> str:
    """The home page with what was chosen and, if there is one, what is wrong with it."""
    found, now = site(), study()
    place = _Place.of(found, now)
    return page(
        "home.html",
        due=place.due,
        coming=place.coming,
        unfinished=place.unfinished,
        site=found,
        choice=choice,
        counts=COUNTS,
        modes=MODES.values(),
        groups=groups(found, choice.selection),
        counted=True,
        problem=problem,
    )


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
        started = store().sittings.left_open(now.learner, bank.id) if now.learner else ()
        unfinished = next((one for one in started if open_items(one, bank)), None)
        return cls(bank, len(now.due(bank)), date_of(day) if day else None, unfinished)
