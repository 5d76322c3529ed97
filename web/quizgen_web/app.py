"""The application factory."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from quizgen_web import teacher
from quizgen_web.library import pages as library
from quizgen_web.shell import assets, errors, page, security
from quizgen_web.shell.cookie import CookieSession
from quizgen_web.shell.site import Site
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
    from quizgen.bank.load import Loaded
    from quizgen.bank.model import Bank
    from quizgen_web.shell.settings import Settings
    from quizgen_web.store import Store


def create_app(bank: Bank, settings: Settings, store: Store, loaded: Loaded | None = None) -> Flask:
    """The site as a WSGI application.

    Args:
        bank: what is asked.
        settings: how the site is set.
        store: where answers are kept; its tables must be there already.
        loaded: the bank with its files; the site offers the Anki deck only with them.
    """
    app = Flask("quizgen_web", static_folder=None, template_folder=None)
    app.config.from_mapping(
        SECRET_KEY=settings.secret,
        SESSION_COOKIE_NAME="__Host-learner" if settings.https else "learner",
        SESSION_COOKIE_SECURE=settings.https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=timedelta(days=400),
        MAX_CONTENT_LENGTH=64 * 1024,
        MAX_FORM_MEMORY_SIZE=64 * 1024,
        MAX_FORM_PARTS=200,
    )
    app.session_interface = CookieSession()
    app.extensions["quizgen"] = Site.of(bank, store)
    app.jinja_env.globals["bank"] = bank
    for part in (security, errors, page, assets):
        part.init_app(app)
    for place in (home, practice, single_question, shared_quiz, library, progress, data):
        app.register_blueprint(place.blueprint)
    teacher.init_app(app, bank)
    if loaded is not None:
        deck.init_app(app, loaded)
    if settings.proxies:
        count = settings.proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=count, x_proto=count, x_host=count
        )
    return app
