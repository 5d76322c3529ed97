"""The site's own files: read once, made small, and named by their content.

Style sheets and scripts lose the spaces that only people need, and each file is compressed
once when the site starts, not at each request. Pages are not compressed: their length would
tell whoever can put words into them something about the rest.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from flask import Response, abort, request
from markupsafe import Markup

if TYPE_CHECKING:
    from flask import Flask

HOUSE = Path(__file__).parents[1]
KEPT = f"public, max-age={365 * 24 * 3600}, immutable"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AROUND = re.compile(r"\s*([{};,>])\s*|:\s+")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent."""

    mimetype: str
    plain: bytes
    packed: bytes
    digest: str

    @classmethod
    def of(cls, path: Path) -> Asset:
        """Read a file and make it small."""
        text = path.read_text("utf-8")
        if path.suffix == ".css":
            text = small_css(text)
        elif path.suffix == ".js":
            text = small_js(text)
        plain = text.encode()
        packed = gzip.compress(plain, mtime=0)
        kind = guess_type(path.name)[0] or "application/octet-stream"
        return cls(kind, plain, packed, sha256(plain).hexdigest()[:12])


def small_css(text: str) -> str:
    """A style sheet without comments and without the spaces that mean nothing.

    A space before a colon means something (``a :hover``), as does one around ``+`` in ``calc``.
    """
    text = " ".join(_COMMENT.sub("", text).split())
    text = _AROUND.sub(lambda found: found[1] or ":", text)
    return text.replace(";}", "}").strip()


def small_js(text: str) -> str:
    """A script without indentation, empty lines and comments that stand after a space."""
    lines = [f" {line.strip()}".split(" // ")[0].strip() for line in text.splitlines()]
    return "\n".join(filter(None, lines)) + "\n"


def init_app(app: Flask) -> None:
    """Serve the files, and offer their addresses, ``asset[name]``, to templates."""
    assets = {path.name: Asset.of(path) for path in sorted(HOUSE.glob("*/static/*"))}
    addresses = {name: Markup(f"/static/{name}?v={found.digest}") for name, found in assets.items()}

    def serve(name: str) -> Response:
        found = assets.get(name) or abort(404)
        packed = "gzip" in request.headers.get("Accept-Encoding", "")
        response = Response(found.packed if packed else found.plain, mimetype=found.mimetype)
        response.headers["Vary"] = "Accept-Encoding"
        if packed:
            response.headers["Content-Encoding"] = "gzip"
        named = request.args.get("v") == found.digest
        response.headers["Cache-Control"] = KEPT if named else "no-cache"
        return response

    app.add_url_rule("/static/<name>", "static", serve)
    app.jinja_env.globals["asset"] = addresses
    # The icon stands in the page itself: it is shorter than a request for it would be.
    icon = quote((HOUSE / "shell" / "static" / "icon.svg").read_text("utf-8").strip(), safe=" /:='")
    app.jinja_env.globals["icon"] = Markup(f"data:image/svg+xml,{icon}")
