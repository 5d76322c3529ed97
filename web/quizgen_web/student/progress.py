"""Progress: the work of twelve weeks, what comes back when, and what is known."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING

from flask import Blueprint

from quizgen.study.days import date_of
from quizgen.study.outlook import WORK_WEEKS, Mastery, forecast, mastery, work
from quizgen.words import N_
from quizgen_web.shell.learner import study
from quizgen_web.shell.page import page
from quizgen_web.shell.site import shown
from quizgen_web.student.charts import bars, calendar, work_done

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from quizgen.bank.model import Bank, Claim
    from quizgen.study.memory import Memory, Review
    from quizgen_web.shell.learner import Study
    from quizgen_web.shell.site import Site

blueprint = Blueprint("progress", __name__, url_prefix="/progress")

Row = tuple[str, str, Mastery]
"""A heading: the address of its page, its title, how much is known."""
Table = tuple[str, list[Row]]


@blueprint.get("")
def index() -> str:
    """Show where the learner stands: in the bank, or in all of them."""
    now, sites = study(), shown()
    known = {site: _known(now, site.bank) for site in sites}
    memories = [memory for found in known.values() for memory in found.values()]
    weeks = work(_recent(now, sites), now.today)
    first = now.today - 7 * (len(weeks) - 1) - (len(weeks[-1]) - 1)
    coming = forecast(memories, now.today)
    levels = [mastery(known[site], site.bank.by_id) for site in sites]
    return page(
        "progress.html",
        reviewed=bool(memories or any(map(sum, weeks))),
        due=coming[0],
        zone=now.zone.replace("_", " "),
        all=Mastery(*(sum(figures) for figures in zip(*map(astuple, levels), strict=True))),
        work=calendar(weeks, date_of(first)),
        work_done=work_done(weeks),
        forecast=bars(coming, date_of(now.today)),
        days=[(date_of(now.today + offset), count) for offset, count in enumerate(coming)],
        tables=_tables(known),
    )


def _known(now: Study, bank: Bank) -> dict[str, Memory]:
    """What the learner remembers of the questions that the bank still has."""
    return {id: memory for id, memory in now.memories(bank).items() if id in bank.by_id}


def _recent(now: Study, sites: Sequence[Site]) -> Iterator[Review]:
    """The reviews of the weeks that the page shows."""
    for site in sites:
        yield from now.reviews(site.bank, now.today - 7 * WORK_WEEKS)


def _tables(known: Mapping[Site, Mapping[str, Memory]]) -> list[Table]:
    """Of one bank its topics and authors, of several the banks."""
    if len(known) > 1:
        rows = [
            (f"b/{site.bank.id}/progress", site.bank.title, mastery(found, site.bank.by_id))
            for site, found in known.items()
        ]
        return [(N_("By bank"), rows)]
    ((site, memories),) = known.items()
    bank = site.bank
    topics = ((f"topics/{topic.id}", topic.title) for topic in bank.topics)
    essays = {a.id: f"sources/{s.id}" for s in reversed(bank.sources) for a in s.authors}
    authors = ((author.id, author.name) for author in bank.authors)
    by_author = _by(bank, authors, lambda claim: [a.id for a in claim.authors], memories)
    return [
        (N_("By topic"), _by(bank, topics, _topics, memories)),
        (N_("By author"), [(essays[id], name, known) for id, name, known in by_author]),
    ]


def _topics(claim: Claim) -> list[str]:
    return [f"topics/{topic.id}" for topic in claim.topics]


def _by(
    bank: Bank,
    headings: Iterable[tuple[str, str]],
    under: Callable[[Claim], list[str]],
    memories: Mapping[str, Memory],
) -> list[Row]:
    """How much is known under each heading."""
    held: dict[str, list[str]] = {}
    for question in bank.questions:
        for place in under(question.claim):
            held.setdefault(place, []).append(question.id)
    return [(p, title, mastery(memories, held[p])) for p, title in headings if p in held]
