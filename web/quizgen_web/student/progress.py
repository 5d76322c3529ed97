"""Progress: the work of twelve weeks, what comes back when, and what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint

from quizgen.study.days import date_of
from quizgen.study.outlook import forecast, mastery, work
from quizgen_web.shell.learner import study
from quizgen_web.shell.page import page
from quizgen_web.shell.site import site
from quizgen_web.student.charts import bars, calendar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from quizgen.bank.model import Claim
    from quizgen.study.memory import Memory
    from quizgen.study.outlook import Mastery

blueprint = Blueprint("progress", __name__, url_prefix="/progress")


@blueprint.get("")
def index() -> str:
    """Show where the learner stands."""
    now, bank = study(), site().bank
    memories = {id: memory for id, memory in now.memories.items() if id in bank.by_id}
    weeks = work(now.reviews, now.today)
    first = now.today - 7 * (len(weeks) - 1) - (len(weeks[-1]) - 1)
    coming = forecast(memories.values(), now.today)
    return page(
        "progress.html",
        reviewed=len(now.reviews),
        due=coming[0],
        zone=now.zone.replace("_", " "),
        all=mastery(memories, bank.by_id),
        work=calendar(weeks, date_of(first)),
        busy=sum(count > 0 for week in weeks for count in week),
        answered=sum(map(sum, weeks)),
        forecast=bars(coming, date_of(now.today)),
        days=[(date_of(now.today + offset), count) for offset, count in enumerate(coming)],
        topics=_by(((t.id, t.title) for t in bank.topics), _topics, memories),
        authors=_by(((a.id, a.name) for a in bank.authors), _authors, memories),
        essays={a.id: s.id for s in reversed(bank.sources) for a in s.authors},
    )


def _topics(claim: Claim) -> list[str]:
    return [topic.id for topic in claim.topics]


def _authors(claim: Claim) -> list[str]:
    return [author.id for author in claim.authors]


def _by(
    headings: Iterable[tuple[str, str]],
    under: Callable[[Claim], list[str]],
    memories: dict[str, Memory],
) -> list[tuple[str, str, Mastery]]:
    """The mastery of each heading: its id, its title, how much is known."""
    held: dict[str, list[str]] = {}
    for question in site().bank.questions:
        for id in under(question.claim):
            held.setdefault(id, []).append(question.id)
    return [(id, title, mastery(memories, held[id])) for id, title in headings if id in held]
