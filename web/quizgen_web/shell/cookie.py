"""The signed cookie, whose signature is checked once and not at each request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask.sessions import SecureCookieSession, SecureCookieSessionInterface

if TYPE_CHECKING:
    from flask import Flask, Request, Response
    from flask.sessions import SessionMixin
    from itsdangerous import URLSafeTimedSerializer

MOST = 2_000
"""How many cookies are remembered before all are checked anew."""


class CookieSession(SecureCookieSessionInterface):
    """Flask's own session, which remembers the headers whose cookie was signed as it should be.

    A header is remembered by all its letters, so that another one gains nothing from it.
    """

    def __init__(self) -> None:
        self._serializer: URLSafeTimedSerializer | None = None
        self._known: dict[str, dict[str, Any]] = {}

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The session of a request; an empty one where the cookie is missing or forged."""
        cookies = request.environ.get("HTTP_COOKIE", "")
        if cookies in self._known:
            return self.session_class(self._known[cookies])
        session = super().open_session(app, request)
        if session:
            if len(self._known) >= MOST:
                self._known.clear()
            self._known[cookies] = dict(session)
        return session

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Set the cookie where the session was changed.

        Flask would also say that an answer varies with the cookie; no cache keeps our pages.
        """
        if session.modified:
            super().save_session(app, session, response)

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """The serializer, with its key derived once from the app's secret."""
        if self._serializer is None:
            self._serializer = super().get_signing_serializer(app)
        return self._serializer
