"""Addresses of static files that change with their content, so that browsers may keep them."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from flask import request

if TYPE_CHECKING:
    from flask import Flask, Response

YEAR = 365 * 24 * 3600


def init_app(app: Flask) -> None:
    """Offer ``asset(name)`` to templates and let browsers keep what it names for a year."""
    folder = Path(app.static_folder or "")

    @cache
    def digest(name: str) -> str:
        return sha256((folder / name).read_bytes()).hexdigest()[:12]

    def asset(name: str) -> str:
        return f"{request.script_root}{app.static_url_path}/{name}?v={digest(name)}"

    def keep(response: Response) -> Response:
        if request.endpoint == "static" and "v" in request.args and response.status_code == 200:
            response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
        return response

    app.jinja_env.globals["asset"] = asset
    app.after_request(keep)
