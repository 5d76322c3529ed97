"""QR codes of addresses: as a picture for a page, and as characters for a terminal."""

from __future__ import annotations

import io

import segno

_QUIET = 2
"""So many empty squares around it; a reader needs them to find it."""


def qr_svg(address: str) -> str:
    """The code as SVG, without a size of its own."""
    out = io.BytesIO()
    code = segno.make(address, micro=False, error="m")
    code.save(out, kind="svg", xmldecl=False, border=_QUIET, omitsize=True, light="white")
    return out.getvalue().decode()


def qr_text(address: str) -> str:
    """The code as lines of half blocks, dark on a light ground."""
    out = io.StringIO()
    segno.make(address, micro=False, error="m").terminal(out, border=_QUIET, compact=True)
    return out.getvalue()
