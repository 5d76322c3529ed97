"""How long a text is to a spreadsheet, and how long a short stem may be."""

from __future__ import annotations

SHORT_STEM = 120
"""So many characters the most widely used formats of school systems have for a question."""


def length(text: str) -> int:
    """How many characters a spreadsheet counts: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
