"""One plain page for each thing that can go wrong, with a way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkzeug.exceptions import HTTPException

from quizgen.words import N_
from quizgen_web.shell.learner import NoCookieError
from quizgen_web.shell.page import page
from quizgen_web.shell.site import shelf

if TYPE_CHECKING:
    from flask import Flask

NO_COOKIE = 0
"""In the place of a status, which is 404 as for all that a browser has no part in."""
WORDS = {
    400: (N_("This form cannot be read"), N_("Go back, reload the page and try again.")),
    403: (N_("This form came from another site"), N_("Start again from this site’s own pages.")),
    404: (
        N_("There is no such page"),
        N_("The address may be mistyped, or it belongs to practice in another browser."),
    ),
    NO_COOKIE: (
        N_("Practice needs a cookie"),
        N_(
            "Your browser sent none: it refuses cookies, or this page belongs to another browser. "
            "The cookie holds a random number, so that your answers find their way back to you, "
            "and nothing else. Without it you can still read essays and topics, search, make a "
            "quiz on paper and download the Anki deck."
        ),
    ),
    405: (N_("This page takes no such request"), N_("Start again from the home page.")),
    413: (N_("That is too much text"), N_("An answer needs a few words only.")),
    500: (
        N_("Something went wrong here"),
        N_("Your answers up to now are kept. Try again in a moment."),
    ),
}


def init_app(app: Flask) -> None:
    """Show the page for each error."""
    app.register_error_handler(HTTPException, show)


def show(error: HTTPException) -> tuple[str, int, list[tuple[str, str]]]:
    """The page for an HTTP error; an error with no words of its own gets those of its class."""
    code = error.code or 500
    name = NO_COOKIE if isinstance(error, NoCookieError) else code
    heading, advice = WORDS.get(name) or WORDS[400 if code < 500 else 500]
    # Some say what else to do, such as which methods are allowed.
    headers = [(name, value) for name, value in error.get_headers() if name != "Content-Type"]
    banks = [site.bank for site in shelf()] if code == 404 and len(shelf()) > 1 else []
    shown = page("error.html", code=code, heading=heading, advice=advice, banks=banks)
    return shown, code, headers
