"""The quiz site: a Flask application on a bank and a store."""

from quizgen_web.app import create_app

__all__ = ["create_app"]
