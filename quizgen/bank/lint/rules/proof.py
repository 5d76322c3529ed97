"""Does the proof prove the answer, and does the rationale tell more than the answer?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.bank.lint.rule import Finding, question_rule
from quizgen.text.english import root, roots, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.lint.view import QuestionView

FEWEST_NEW = 2
"""So many content words a rationale adds to question and answer, or it repeats them."""


@question_rule(
    "evidence-without-answer",
    "error",
    "the phrases of the evidence do not hold the words of the answer",
    "quote the words that hold it, in a longer or a further phrase; where the essay has other "
    "words for it write says: {the answer: its words} beside the phrase",
    english=True,
)
def evidence_without_answer(view: QuestionView) -> Iterator[Finding]:
    """A reader who looks at the proof alone should find the answer in it."""
    question, proved = view.question, view.of.proof_roots
    if view.option_roots[0] <= proved:
        return
    forms = (question.key, *question.accept)
    told = {form for piece in question.claim.evidence for form, _ in piece.says}
    if not told.isdisjoint(forms):
        return
    said = [view.option_roots[0], *(roots(words(form)) for form in question.accept)]
    if any(form <= proved for form in said):
        return
    missing = view.option_roots[0] - proved
    named = [word for word in view.option_words[0] if root(word) in missing]
    message = f"no phrase of the evidence holds: {', '.join(named)}"
    if proved.union(roots(words(view.of.text))).isdisjoint(frozenset().union(*said)):
        message = f"neither the claim nor its evidence has a word of {question.key!r}"
    yield Finding(("answer",), message)


@question_rule(
    "rationale-repeats",
    "warning",
    "the rationale adds nothing to question and answer",
    "tell what the essay says beside it: when, why, against whom, with what consequence",
    english=True,
)
def rationale_repeats(view: QuestionView) -> Iterator[Finding]:
    """What a learner has just read twice teaches nothing a third time."""
    if not adds(view):
        yield Finding(("why",), "the rationale only repeats question and answer")


def adds(view: QuestionView) -> bool:
    """Whether a rationale tells more than question, answer and the authors' names."""
    question = view.question
    known = view.stem_roots | view.option_roots[0]
    names = roots(words(" ".join(author.name for author in question.claim.authors)))
    return len(roots(words(question.rationale)) - known - names) >= FEWEST_NEW


@question_rule(
    "few-reasons",
    "info",
    "fewer than two of three distractors have a reason",
    "write {text: ..., why: ...}: where the essay places it, what it confuses, what happened then",
    choice=True,
)
def few_reasons(view: QuestionView) -> Iterator[Finding]:
    """Who chose it wants to know what is wrong with it, and not only what is right."""
    distractors = view.question.distractors
    given = sum(bool(distractor.why) for distractor in distractors)
    if 3 * given < 2 * len(distractors):
        yield Finding(("wrong",), f"{given} of {len(distractors)} distractors have a reason")
