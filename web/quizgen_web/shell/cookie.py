"""The signed cookie, as Flask has it, without what costs time and says nothing here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask.sessions import SecureCookieSessionInterface

if TYPE_CHECKING:
    from flask import Flask, Response
    from flask.sessions import SessionMixin
    from itsdangerous import URLSafeTimedSerializer


class CookieSession(SecureCookieSessionInterface):
    """Flask's own session, whose key is derived once from the secret, not at each request."""

    def __init__(self) -> None:
        self._serializer: URLSafeTimedSerializer | None = None

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Set the cookie where the session was changed.

        Flask would also say that an answer varies with the cookie; no cache keeps our pages.
        """
        if session.modified:
            super().save_session(app, session, response)

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """The serializer of the app."""
        if self._serializer is None:
            self._serializer = super().get_signing_serializer(app)
        return self._serializer
