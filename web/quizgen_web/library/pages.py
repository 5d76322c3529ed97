"""Places to look things up: an essay, a topic, and the search over a bank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint, abort, request

from quizgen.bank.model import KIND_LABELS
from quizgen.study.outlook import Mastery, mastery
from quizgen_web.library.parts import FEW, Filter, paragraph, parts_of
from quizgen_web.library.search import index
from quizgen_web.shell.learner import study
from quizgen_web.shell.page import page
from quizgen_web.shell.site import site

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizgen.bank.model import Bank, Claim
    from quizgen.bank.source import Source
    from quizgen.study.memory import Memory
    from quizgen.study.sets import Set

blueprint = Blueprint("places", __name__)

MOST_WORDS = 200
MOST_FOUND = 50
MOST_QUESTIONS = 20


@blueprint.get("/sources/<id>")
def source(id: str) -> str:
    """An essay: who wrote it, what it argues, and all its claims in its order."""
    found = next((source for source in site().bank.sources if source.id == id), None) or abort(404)
    wanted = Filter.of(request.args)
    claims = [claim for claim in site().bank.claims if found in claim.sources]
    claims.sort(key=lambda claim: paragraph(claim, found))
    shown = wanted.of_these(claims)
    return page(
        "source.html",
        source=found,
        count=len(claims),
        shown=len(shown),
        parts=parts_of(shown, found),
        first_of={paragraph(claim, found): claim.id for claim in reversed(shown)},
        open=bool(wanted) or len(shown) <= FEW,
        wanted=wanted,
        kinds=KIND_LABELS,
        ask=site().ask_of,
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """A set as it is shown: what of it is wanted, by author, and how much of it is known."""

    set: Set
    known: Mastery
    together: Sequence[Claim]
    """Claims that rest on more than one essay."""
    alone: Sequence[tuple[Source, Sequence[Claim]]]

    @classmethod
    def of(cls, one: Set, wanted: Filter, bank: Bank, memories: Mapping[str, Memory]) -> _Step:
        claims = wanted.of_these(one.claims)
        alone = [(source, [c for c in claims if c.sources == (source,)]) for source in bank.sources]
        return cls(
            one,
            mastery(memories, one.questions),
            [claim for claim in claims if len(claim.sources) > 1],
            [(source, own) for source, own in alone if own],
        )


@blueprint.get("/topics/<id>")
def topic(id: str) -> str:
    """The claims of all authors on a topic, in sets to learn one after the other."""
    bank = site().bank
    found = next((topic for topic in bank.topics if topic.id == id), None) or abort(404)
    wanted, memories = Filter.of(request.args), study().memories(bank)
    steps = [_Step.of(one, wanted, bank, memories) for one in site().sets.get(id, ())]
    steps = [step for step in steps if step.together or step.alone]
    heard = {author for claim in bank.claims if found in claim.topics for author in claim.authors}
    return page(
        "topic.html",
        topic=found,
        steps=steps,
        started=bool(memories),
        open=bool(wanted) or len(steps) == 1,
        wanted=wanted,
        kinds=KIND_LABELS,
        silent=[author.name for author in bank.authors if author not in heard],
        ask=site().ask_of,
    )


@blueprint.get("/search")
def search() -> str:
    """The claims, questions and speakers in which all words of a query occur."""
    query = " ".join(request.args.get("q", "").split())[:MOST_WORDS]
    found = index().find(query)
    return page(
        "search.html",
        query=query,
        found=found,
        claims=found.claims[:MOST_FOUND],
        questions=found.questions[:MOST_QUESTIONS],
        count=len(found.claims),
        ask=site().ask_of,
    )
