"""The Anki deck: the reader's part of it to download, and how to import and update it."""

from __future__ import annotations

import time
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from flask import Blueprint, Response, abort, request

from quizgen.bank.filters import Selection
from quizgen.errors import QuizgenError
from quizgen.modes import MODES
from quizgen_web.shell.language import say
from quizgen_web.shell.page import page
from quizgen_web.shell.site import per_site, site
from quizgen_web.student.boxes import groups

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgen.anki.edition import Edition
    from quizgen.anki.part import Part
    from quizgen.bank.load import Loaded
    from quizgen_web.shell.site import Site

blueprint = Blueprint("deck", __name__, url_prefix="/anki")

_KEPT = 8
"""How many decks are kept: a class downloads the same one within minutes."""


class Decks:
    """The decks of one bank, built when they are first asked for.

    What is kept does not hold its keeper, so that all of it goes with the bank.
    """

    def __init__(self, loaded: Loaded) -> None:
        self.edition = lru_cache(1)(partial(_edition, loaded))
        self.package = lru_cache(_KEPT)(partial(_package, self.edition))


def _edition(loaded: Loaded) -> Edition:
    from quizgen.anki.releasing import draft  # heavy, and not needed by most readers

    return draft(loaded, int(time.time()))


def _package(edition: Callable[[], Edition], part: Part) -> bytes:
    from quizgen.anki.package import package_bytes

    with TemporaryDirectory() as folder:
        return package_bytes(edition(), Path(folder), part)


@blueprint.get("")
def show() -> str:
    """Show what can be downloaded and how it comes into Anki."""
    return _page()


@blueprint.get("/deck.apkg")
def download() -> Response | tuple[str, int]:
    """Send the part of the deck that the reader chose."""
    from quizgen.anki.part import Part

    wanted = request.args
    modes = wanted.getlist("mode")
    if not set(modes) <= set(MODES):
        return _page(say().gettext("There is no such kind of card.")), 400
    try:
        part = Part(
            Selection.of(
                site().bank,
                wanted.getlist("topic"),
                wanted.getlist("author"),
                wanted.getlist("kind"),
            ),
            frozenset(modes),
            "without-content-notes" not in wanted,
        )
        content = _decks().package(part)
    except QuizgenError as error:
        return _page("; ".join(problem.message for problem in error.problems)), 400
    name = f"{site().bank.id}.apkg"
    return Response(
        content,
        mimetype="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _of(site: Site) -> Decks:
    return Decks(site.loaded or abort(404))


_decks = per_site(_of)


def _page(problem: str = "") -> str:
    edition = _decks().edition()
    return page(
        "deck.html",
        modes=MODES.values(),
        groups=groups(site()),
        edition=edition.before.releases[-1].edition if edition.before.releases else "",
        problem=problem,
    )
