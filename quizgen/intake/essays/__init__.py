"""Somebody's essay -> its paragraphs, and proposals of claims with their evidence.

The door: ``read`` or ``read_bytes`` gives a ``Page``, ``Essay.of(page)`` its paragraphs and
proposals, ``write_draft`` a draft bank. No network, no model: rules, which propose places and
never wording.
"""

from quizgen.intake.essays.draft import Essay, files, write_draft
from quizgen.intake.essays.lines import Told
from quizgen.intake.essays.page import Line, Page
from quizgen.intake.essays.proposals import Proposal
from quizgen.intake.essays.read import read, read_bytes

__all__ = [
    "Essay",
    "Line",
    "Page",
    "Proposal",
    "Told",
    "files",
    "read",
    "read_bytes",
    "write_draft",
]
