"""Does the proof prove the answer, and does the rationale tell more than the answer?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.bank.lint.registry import Finding, question_rule
from quizgen.text.english import roots, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.lint.view import QuestionView
    from quizgen.bank.model import Question

FEWEST_NEW = 2
"""So many content words a rationale adds to question and answer, or it repeats them."""


@question_rule(
    "evidence-without-answer",
    "warning",
    "the phrases of the evidence do not hold the words of the answer",
    "quote the words that hold it, in a longer or a further phrase; where the essay has other "
    "words for it write says: {the answer: its words} beside the phrase",
    english=True,
)
def evidence_without_answer(view: QuestionView) -> Iterator[Finding]:
    """A reader who looks at the proof alone should find the answer in it."""
    question = view.question
    proved = _phrase_roots(question)
    forms = (question.key, *question.accept)
    told = {form for piece in question.claim.evidence for form, _ in piece.says}
    if told.isdisjoint(forms) and not any(roots(words(form)) <= proved for form in forms):
        missing = ", ".join(sorted(roots(words(question.key)) - proved))
        yield Finding(("answer",), f"no phrase of the evidence holds: {missing}")


def _phrase_roots(question: Question) -> frozenset[str]:
    phrases = " ".join(piece.quote for piece in question.claim.evidence)
    return roots(words(phrases))


@question_rule(
    "rationale-repeats",
    "warning",
    "the rationale adds nothing to question and answer",
    "tell what the essay says beside it: when, why, against whom, with what consequence",
    english=True,
)
def rationale_repeats(view: QuestionView) -> Iterator[Finding]:
    """What a learner has just read twice teaches nothing a third time."""
    question = view.question
    known = view.stem_roots | roots(words(question.key))
    names = roots(words(" ".join(author.name for author in question.claim.authors)))
    new = roots(words(question.rationale)) - known - names
    if len(new) < FEWEST_NEW:
        yield Finding(("why",), "the rationale only repeats question and answer")
