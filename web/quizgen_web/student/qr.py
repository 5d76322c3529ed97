"""A study code as a picture that another device's camera reads."""

from __future__ import annotations

import segno
from markupsafe import Markup


def picture(address: str, code: str) -> Markup:
    """A QR code that opens the page of one's data with the study code filled in.

    The code stands behind ``#``, which a browser keeps to itself: no server's log holds it.

    Args:
        address: of the page, with host.
        code: the study code.
    """
    made = segno.make(f"{address}#code={code}", error="m", micro=False)
    drawn = made.svg_inline(scale=4, border=3, light="#fff", dark="#000", omitsize=True)
    return Markup(drawn)
