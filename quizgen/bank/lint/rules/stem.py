"""Flaws of a stem: what it asks, and how it reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.bank.lint.rule import Finding, question_rule
from quizgen.text.english import QUESTION_WORDS, STOP, WORD, terms
from quizgen.text.readability import flesch_kincaid, syllables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.lint.view import QuestionView

_ASK = ("ask",)
MAX_STEM = 240
_MAX_GRADE = 22
_SHORT_STEM = 110
_NEGATION = re.compile(
    r"\b(?:not|never|except|excluding|cannot|(?<!at )least)\b|n[’']t\b"
    r"|(?<=which ).*\b(?:is|are) (?:untrue|incorrect|false|wrong)\b"
)
_NEGATIONS = terms("not never except excluding cannot least untrue incorrect false wrong")
_PERSONS = terms("you your yours yourself yourselves we us our ours my i")
_OPINION = re.compile(r"\b(?:[Yy]ou(?:r|rs|rself|rselves)?|[Ww]e|us|[Oo]urs?|[Ii]n my|I)\b")
_SECOND_QUESTION = re.compile(
    r"\?.*\?|\band (?:what|who|whom|whose|when|where|why|how|(?:what|which) \w+)"
    r" (?:did|do|does|is|are|was|were|has|have|had|can|could|will|would|should|must)\b"
)


@question_rule(
    "fill-in-stem",
    "error",
    "the stem holds a gap to fill in",
    "ask a question; blanks belong into the claim's text, as [[term]]",
)
def fill_in_stem(view: QuestionView) -> Iterator[Finding]:
    """A gap in the middle makes a reader hold half a sentence in mind."""
    if "__" in view.stem or "...." in view.stem or "……" in view.stem:
        yield Finding(_ASK, "the stem holds a gap")


@question_rule(
    "negative-stem",
    "error",
    "the stem asks for what is not so",
    "ask for what is so; where that cannot be, write NOT or EXCEPT in capitals",
    english=True,
)
def negative_stem(view: QuestionView) -> Iterator[Finding]:
    """A small *not* is overlooked by those who know the answer.

    A quotation keeps its own, and so does what a claim says after *that*.
    """
    if _NEGATIONS.isdisjoint(view.stem_words) and "n’t" not in view.stem and "n't" not in view.stem:
        return
    match = _NEGATION.search(view.own_words)
    if match and " that " not in view.own_words[: match.start()]:
        yield Finding(_ASK, f"{match[0]!r} turns the question round")


@question_rule(
    "unfocused-stem",
    "warning",
    "the stem has no question word, or too few words to tell what is asked",
    "ask one thing so that it can be answered with the options covered",
    english=True,
)
def unfocused_stem(view: QuestionView) -> Iterator[Finding]:
    """The options should not be needed to find out what the question is."""
    if QUESTION_WORDS.isdisjoint(view.stem_words):
        yield Finding(_ASK, "the stem has no question word, so it asks for a yes or a no")
    elif len(view.stem_roots) < 2:
        yield Finding(_ASK, "the stem does not tell what is asked")


@question_rule(
    "two-questions",
    "warning",
    "the stem asks two things at once",
    "ask one thing: nobody can tell which half a wrong answer got wrong",
    english=True,
)
def two_questions(view: QuestionView) -> Iterator[Finding]:
    """Half an answer is neither right nor wrong."""
    if match := _SECOND_QUESTION.search(view.own_words):
        yield Finding(_ASK, f"a second question begins at {match[0].strip(', ')[:40]!r}")


@question_rule(
    "long-stem",
    "warning",
    f"the stem has more than {MAX_STEM} characters",
    "keep what is needed to answer; the rest belongs into the rationale or the context",
)
def long_stem(view: QuestionView) -> Iterator[Finding]:
    """A stem is no place to teach."""
    if len(view.stem) > MAX_STEM:
        yield Finding(_ASK, f"the stem has {len(view.stem)} characters")


@question_rule(
    "hard-to-read",
    "warning",
    "the stem reads like a learned treatise",
    "use shorter words, or make the stem shorter",
    english=True,
)
def hard_to_read(view: QuestionView) -> Iterator[Finding]:
    """The Flesch-Kincaid grade of a longer stem; names and quotations do not count as hard."""
    if len(view.stem) < _SHORT_STEM:
        return
    own = [word for word in WORD.findall(view.own_words) if word.islower()] or ["a"]
    grade = flesch_kincaid(len(view.stem_words), sum(map(syllables, own)) / len(own))
    if grade > _MAX_GRADE:
        yield Finding(_ASK, f"the stem reads as if written for grade {grade:.0f}")


@question_rule(
    "asks-opinion",
    "error",
    "the stem asks or addresses the student",
    "ask what the author says: no quiz may ask for a student's own politics",
    english=True,
)
def asks_opinion(view: QuestionView) -> Iterator[Finding]:
    """An answer would be a record of political beliefs, and it could not be marked."""
    if _PERSONS.isdisjoint(view.stem_words):
        return
    if match := _OPINION.search(view.own_words):
        yield Finding(_ASK, f"{match[0]!r} addresses the student")


@question_rule(
    "capital-start",
    "warning",
    "the stem begins with a capital, though it reads on after 'According to ..., '",
    "begin with a small letter",
    english=True,
)
def capital_start(view: QuestionView) -> Iterator[Finding]:
    """Names keep their capital; a common word inside a sentence has none."""
    first = view.stem.split(" ", 1)[0]
    if first[:1].isupper() and first.lower() in STOP and first != "I":
        yield Finding(_ASK, f"{first!r} stands inside a sentence")
