"""quizgen: quizzes and flashcards in which no fact travels without its source.

What programs may use stands here, and nothing else is promised to them: see docs/python.md. The
names are loaded when they are first asked for, so that ``quizgen --help`` stays quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.api import (
        Bank,
        Paper,
        Problem,
        Question,
        Quiz,
        QuizgenError,
        as_record,
        build_deck,
        default_bank,
        load_bank,
        make_quiz,
        paper_again,
        questions,
        render,
    )

__version__ = "0.1.0"

__all__ = [
    "Bank",
    "Paper",
    "Problem",
    "Question",
    "Quiz",
    "QuizgenError",
    "__version__",
    "as_record",
    "build_deck",
    "default_bank",
    "load_bank",
    "make_quiz",
    "paper_again",
    "questions",
    "render",
]


if not TYPE_CHECKING:  # to a type checker, a name that is not above does not exist

    def __getattr__(name: str) -> object:
        """One of the public names, from the module that holds them all."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        import quizgen.api

        return getattr(quizgen.api, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
