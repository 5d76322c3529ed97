"""The application factory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from quizgen_web import teacher
from quizgen_web.library import pages as library
from quizgen_web.shell import assets, banks, cookie, errors, language, page, security
from quizgen_web.shell.site import House
from quizgen_web.shell.watch import Watch
from quizgen_web.student import (
    data,
    deck,
    home,
    practice,
    progress,
    shared_quiz,
    single_question,
)

if TYPE_CHECKING:
    from quizgen_web.shell.settings import Settings
    from quizgen_web.shell.site import Shelf
    from quizgen_web.store import Store


def create_app(shelf: Shelf, settings: Settings, store: Store) -> Flask:
    """The site as a WSGI application.

    Args:
        shelf: the banks that it asks.
        settings: how the site is set.
        store: where answers are kept; its tables must be there already.
    """
    app = Flask("quizgen_web", static_folder=None, template_folder=None)
    cookie.init_app(app, settings)
    app.extensions["quizgen"] = House(shelf, store, settings)
    for part in (security, errors, page, language, assets):
        part.init_app(app)
    for place in (home, practice, single_question, shared_quiz, library, progress, data, deck):
        app.register_blueprint(place.blueprint)
    app.register_blueprint(teacher.blueprint)
    banks.init_app(app, shelf, Watch(shelf).look)
    if settings.proxies:
        count = settings.proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=count, x_proto=count, x_host=count
        )
    return app
