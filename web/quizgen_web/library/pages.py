"""Places to look things up: a question, an essay, a topic, and the search over claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, abort, request

from quizgen_web.shell.page import page
from quizgen_web.shell.site import site

if TYPE_CHECKING:
    from quizgen.bank.model import Claim
    from quizgen.bank.source import Source

blueprint = Blueprint("places", __name__)

MOST_WORDS = 200
MOST_FOUND = 50


@blueprint.get("/sources/<id>")
def source(id: str) -> str:
    """An essay: who wrote it, what it argues, and all its claims in its order."""
    found = next((source for source in site().bank.sources if source.id == id), None) or abort(404)
    claims = [claim for claim in site().bank.claims if found in claim.sources]
    claims.sort(key=lambda claim: _paragraph(claim, found))
    return page("source.html", source=found, claims=claims, ask=site().ask_of)


@blueprint.get("/topics/<id>")
def topic(id: str) -> str:
    """The claims of all authors on a topic, side by side."""
    bank = site().bank
    found = next((topic for topic in bank.topics if topic.id == id), None) or abort(404)
    claims = [claim for claim in bank.claims if found in claim.topics]
    alone = [
        (source, [claim for claim in claims if claim.sources == (source,)])
        for source in bank.sources
    ]
    heard = {author for claim in claims for author in claim.authors}
    return page(
        "topic.html",
        topic=found,
        together=[claim for claim in claims if len(claim.sources) > 1],
        alone=[(source, own) for source, own in alone if own],
        silent=[author.name for author in bank.authors if author not in heard],
        ask=site().ask_of,
    )


@blueprint.get("/search")
def search() -> str:
    """The claims in which all words of a query occur."""
    query = " ".join(request.args.get("q", "").split())[:MOST_WORDS]
    found = site().search(query)
    return page(
        "search.html",
        query=query,
        found=found[:MOST_FOUND],
        count=len(found),
        ask=site().ask_of,
    )


def _paragraph(claim: Claim, source: Source) -> int:
    return min(piece.paragraph for piece in claim.evidence if piece.source == source)
