"""The teacher's page: choose what a paper holds, change it, download it.

All of a paper in the making stands in its address: nothing is kept, and a link can be shared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen_web.teacher import downloads, pages
from quizgen_web.teacher.addresses import blueprint
from quizgen_web.teacher.papers import Papers

if TYPE_CHECKING:
    from flask import Flask

    from quizgen.bank.model import Bank

__all__ = ["downloads", "init_app", "pages"]


def init_app(app: Flask, bank: Bank) -> None:
    """Offer the teacher's page on a bank."""
    app.extensions["quizgen.papers"] = Papers(bank)
    app.register_blueprint(blueprint)
