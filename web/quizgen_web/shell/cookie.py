"""The signed cookie, whose signature is checked once and not at each request."""

from __future__ import annotations

import time
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from itsdangerous import BadSignature

if TYPE_CHECKING:
    from flask import Flask, Request, Response
    from flask.sessions import SessionMixin

    from quizgen_web.shell.settings import Settings

LIFETIME = timedelta(days=400)
"""Browsers keep no cookie for longer."""

MOST = 2_000
"""How many cookies are remembered; each is short, since this site signed it."""


def init_app(app: Flask, settings: Settings) -> None:
    """Tell learners apart by a cookie that only this site can make and no script can read."""
    app.config.from_mapping(
        SECRET_KEY=settings.secret,
        SESSION_COOKIE_NAME="__Host-learner" if settings.https else "learner",
        SESSION_COOKIE_SECURE=settings.https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=LIFETIME,
    )
    app.session_interface = CookieSession(app)


class CookieSession(SecureCookieSessionInterface):
    """Flask's own session, which remembers what was signed as it should be, and when.

    What is remembered is the cookie's own value, never what a browser sends beside it, and only
    where the signature was right: nobody can fill the memory with values of their own.
    """

    def __init__(self, app: Flask) -> None:
        serializer = self.get_signing_serializer(app)  # derives its key once
        assert serializer is not None, "the site has a secret"
        self._name = self.get_cookie_name(app)
        self._lifetime = app.permanent_session_lifetime.total_seconds()

        @lru_cache(MOST)
        def read(value: str) -> tuple[dict[str, Any], float]:
            data, signed = serializer.loads(value, return_timestamp=True)
            return data, signed.timestamp()

        self._read = read

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession:
        """The session of a request; an empty one where the cookie is missing, forged or too old."""
        value = self._value(request.environ.get("HTTP_COOKIE", ""))
        if not value:
            return self.session_class()
        try:
            data, signed = self._read(value)
        except BadSignature:
            return self.session_class()
        in_time = time.time() - signed <= self._lifetime
        return self.session_class(data if in_time else None)

    def _value(self, header: str) -> str:
        """Our own cookie's value, which has no letter that would be written otherwise."""
        for pair in header.split(";"):
            name, _, value = pair.strip().partition("=")
            if name == self._name:
                return value
        return ""

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Set the cookie where the session was changed.

        Flask would also say that an answer varies with the cookie; no cache keeps our pages.
        """
        if session.modified:
            super().save_session(app, session, response)
