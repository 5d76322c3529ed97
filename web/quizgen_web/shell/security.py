"""Headers that every answer carries, and the refusal of forms from other sites.

The check of a form's origin follows Filippo Valsorda's algorithm (Go 1.25, net/http
CrossOriginProtection): browsers say by themselves where a form comes from, so no token is
needed that could expire and take an answer with it. See docs/decisions/0003.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from flask import abort, request

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from flask import Flask

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
MOST_BYTES, MOST_FIELDS = 64 * 1024, 200
"""Of a request's body, and fields of a form."""

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


def init_app(app: Flask) -> None:
    """Check each request and dress each answer."""
    app.config.from_mapping(
        MAX_CONTENT_LENGTH=MOST_BYTES, MAX_FORM_MEMORY_SIZE=MOST_BYTES, MAX_FORM_PARTS=MOST_FIELDS
    )
    app.before_request(refuse_forms)
    app.wsgi_app = with_headers(app.wsgi_app)  # type: ignore[method-assign, assignment]


def refuse_forms() -> None:
    """Let pass what only reads; a form must be from this site and of characters that are text."""
    if request.method in SAFE_METHODS:
        return
    refuse_foreign()
    if any("\0" in text for text in request.form.values()):
        abort(400)  # PostgreSQL could not keep it


def refuse_foreign() -> None:
    """End with 403 where a form was sent from another site."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:  # browsers send it to https and to this very machine
        if site not in {"same-origin", "none"}:
            abort(403)
        return
    origin = request.headers.get("Origin")  # all browsers send it with a form
    if origin is not None and urlsplit(origin).netloc != request.host:
        abort(403)


def with_headers(application: WSGIApplication) -> WSGIApplication:
    """The application with the headers on every answer, also on those that Flask never sees.

    What has no word about caches is a page or leads to one: it differs by learner, so that no
    cache may keep it.
    """
    constant = list(HEADERS.items())
    uncached = [*constant, ("Cache-Control", "no-store")]

    def dressed(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            cached = any(name == "Cache-Control" for name, _ in headers)
            return start_response(status, headers + (constant if cached else uncached), *rest)

        return application(environ, start)

    return dressed
