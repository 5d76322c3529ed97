"""The signed cookie, with its key derived once instead of at each request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask.sessions import SecureCookieSessionInterface

if TYPE_CHECKING:
    from flask import Flask
    from itsdangerous import URLSafeTimedSerializer


class CookieSession(SecureCookieSessionInterface):
    """Flask's own session, which derives the key from a secret that never changes here."""

    def __init__(self) -> None:
        self._serializer: URLSafeTimedSerializer | None = None

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """The serializer for the app's secret."""
        if self._serializer is None:
            self._serializer = super().get_signing_serializer(app)
        return self._serializer
