"""The answer sheet as geometry: what is printed where, and what its QR code says.

Whoever prints a sheet and whoever reads it again use this one description, so that the two can
never differ: from a :class:`Ticket`, which the QR code holds, follows the whole :class:`Plan`.
"""

from __future__ import annotations

from quizgen.paper.sheet.plan import Plan, Row, plan_of
from quizgen.paper.sheet.styles import STYLES, Size, Style
from quizgen.paper.sheet.ticket import MAX_OPTIONS, MAX_SEAT, Ticket, is_ticket, tickets_of

__all__ = [
    "MAX_OPTIONS",
    "MAX_SEAT",
    "STYLES",
    "Plan",
    "Row",
    "Size",
    "Style",
    "Ticket",
    "is_ticket",
    "plan_of",
    "tickets_of",
]
