"""Flaws that the ear finds: stems that cannot be read aloud in one breath."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.bank.lint.rule import Finding, question_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.lint.view import QuestionView

_OPENING = re.compile(
    r"(?:about|after|against|among|as|at|before|behind|between|beyond|by|during|for|from|in|into"
    r"|of|on|over|through|to|toward|towards|under|upon|with|within|without) (?:what|whom|whose)\b"
)
_FINITE = r"(?:is|are|was|were|has|have|had|can|could|will|would|may|might|must|should|do|does|did)"
_TORN = re.compile(
    r"\b(?:do|does|did|can|could|will|would|must|should)\b"  # the auxiliary of the question,
    r"(?: [\w’'-]+){0,3} [\w’'-]+s"  # a subject in the plural,
    r" [\w’'-]+(?<!s)"  # its verb,
    rf" that {_FINITE}\b"  # and a clause that belongs to the subject
)


@question_rule(
    "torn-relative",
    "warning",
    "the verb of the stem stands between a noun and the clause that belongs to it",
    "let the clause follow its noun: what gives the countries that ... an advantage?",
    english=True,
)
def torn_relative(view: QuestionView) -> Iterator[Finding]:
    """*In what do those countries engage that are at an advantage?* is read twice."""
    if match := _TORN.search(view.own_words):
        yield Finding(("ask",), f"{match[0]!r} tears a clause from its noun")


@question_rule(
    "opens-with-preposition",
    "info",
    "the stem opens with a preposition and what, whom or whose",
    "read it aloud: what kind of ... is mostly easier than in what ...",
    english=True,
)
def opens_with_preposition(view: QuestionView) -> Iterator[Finding]:
    """Half of such stems are stiff, and half are good English: a person decides."""
    if match := _OPENING.match(view.stem.lower()):
        yield Finding(("ask",), f"the stem opens with {match[0]!r}")
