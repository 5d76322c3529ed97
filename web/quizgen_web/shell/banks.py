"""The address of a bank: ``/b/<bank id>`` before an address of the site is that page of that bank.

The rest of the site need not know of it. As far as it is concerned, a bank's pages lie at the top,
as they do where there is one bank: the part before them is what a server calls the script's name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizgen_web.shell.site import SITE, TOP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from flask import Flask

    from quizgen_web.shell.site import Shelf

PREFIX = "/b/"


def init_app(app: Flask, shelf: Shelf, look: Callable[[], None]) -> None:
    """Find the bank of each request, after a look whether banks have changed."""
    app.wsgi_app = by_bank(app.wsgi_app, shelf, look)  # type: ignore[method-assign, assignment]


def by_bank(
    application: WSGIApplication, shelf: Shelf, look: Callable[[], None]
) -> WSGIApplication:
    """The application behind the addresses of banks."""

    def found(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        look()
        top, path = environ.get("SCRIPT_NAME", ""), environ.get("PATH_INFO", "")
        changed: dict[str, Any] = {TOP: top, SITE: shelf.only}
        if path.startswith(PREFIX):
            id, slash, rest = path.removeprefix(PREFIX).partition("/")
            if site := shelf.get(id):
                changed = {TOP: top, SITE: site}
                changed |= {"SCRIPT_NAME": top + PREFIX + id, "PATH_INFO": slash + rest}
        return application({**environ, **changed}, start_response)

    return found
