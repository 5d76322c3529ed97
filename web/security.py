"""Headers that every answer carries, and the refusal of forms from other sites.

The check of a form's origin follows Filippo Valsorda's algorithm (Go 1.25, net/http
CrossOriginProtection): browsers say by themselves where a form comes from, so no token is
needed that could expire and take an answer with it. See docs/decisions/0003.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import abort, request

if TYPE_CHECKING:
    from flask import Flask, Response

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


def init_app(app: Flask) -> None:
    """Check each request and dress each answer."""
    app.before_request(refuse_foreign_forms)
    app.after_request(add_headers)


def refuse_foreign_forms() -> None:
    """End with 403 where a form was sent from another site."""
    if request.method in SAFE_METHODS:
        return
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:  # browsers send it to https and to this very machine
        if site not in {"same-origin", "none"}:
            abort(403)
        return
    origin = request.headers.get("Origin")  # all browsers send it with a form
    if origin is not None and urlsplit(origin).netloc != request.host:
        abort(403)


def add_headers(response: Response) -> Response:
    """Add the headers; pages are never kept by caches, as they differ by learner."""
    response.headers.extend(HEADERS)
    if response.mimetype == "text/html":
        response.headers["Cache-Control"] = "no-store"
    return response
