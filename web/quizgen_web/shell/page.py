"""Rendering a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flask import request
from jinja2 import FileSystemLoader

from quizgen_web.shell.language import environment
from quizgen_web.shell.learner import current_learner
from quizgen_web.shell.names import name_of
from quizgen_web.shell.site import TOP, here, shelf

if TYPE_CHECKING:
    from flask import Flask

HOUSE = Path(__file__).parents[1]
"""Each room keeps its templates; their names are unique in the house."""


def init_app(app: Flask) -> None:
    """Find the templates of all rooms."""
    app.jinja_env.loader = FileSystemLoader(sorted(HOUSE.glob("*/templates")))
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def page(template: str, **context: object) -> str:
    """A page from its template.

    It is in the language of :func:`quizgen_web.shell.language.say`. Beside what it is given, a
    template knows ``bank`` (none on a page about several),
    ``has_deck``, ``several`` (whether there are other banks), ``me`` (the
    learner's two words; none for a newcomer), ``root`` (what stands before the
    addresses of the bank) and ``top`` (the same for the pages about all banks).

    This leaves out the signals and context processors of ``flask.render_template``, which
    nothing here listens to and which cost a tenth of the time of a question page.
    """
    found = here()
    return (
        environment()
        .get_template(template)
        .render(
            bank=found.bank if found else None,
            has_deck=found is not None and found.loaded is not None,
            several=len(shelf()) > 1,
            me=name_of(learner) if (learner := current_learner()) else "",
            root=request.root_path.rstrip("/"),
            top=request.environ[TOP],
            **context,
        )
    )
