"""What a mode puts into a field, as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.anki.text import cloze, html
from quizgen.modes.card import Gapped, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.modes.card import Content, Row
    from quizgen.words import Words

_MARK = '<span class="mark" lang=say><say>✓ Right answer</say></span>'


def shown(content: Content, numbers: Sequence[int], say: Words) -> str:
    """The content as a field of a note holds it.

    Args:
        content: what a mode gives.
        numbers: those of the claim's blanks, in the order of the text.
        say: the words of the bank's language.

    Raises:
        UnshowableError: where a text cannot be shown in Anki.
    """
    if isinstance(content, str):
        return html(content) if content else ""
    if isinstance(content, Rows):
        return (
            f'<ol class="options" type="A">{"".join(_row(row, say) for row in content.rows)}</ol>'
        )
    if isinstance(content, Gapped):
        return "".join(
            cloze(piece.text, numbers[piece.blank - 1]) if piece.blank else _between(piece.text)
            for piece in content.stretches
        )
    return " · ".join(map(html, content))


def _row(row: Row, say: Words) -> str:
    text = html(row.text)
    if row.right:
        return f'<li class="right" dir=auto>{text}{say.in_html(_MARK)}</li>'
    reason = f'<span class="reason" dir=auto>{html(row.why)}</span>' if row.why else ""
    return f"<li dir=auto>{text}{reason}</li>"


def _between(text: str) -> str:
    """A stretch between two blanks, which may well be a single space."""
    return html(text) if text.strip() else " "
