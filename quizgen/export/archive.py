"""A zip that is the same bytes each time, on every machine."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can hold: it says that no date is meant."""
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


def archive(files: Mapping[str, bytes]) -> bytes:
    """The files in the order given, with fixed dates and rights.

    They are not compressed: what zlib makes of them differs from machine to machine.
    """
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as write:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, DATE)
            entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
            write.writestr(entry, data)
    return content.getvalue()
