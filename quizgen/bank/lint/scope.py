"""What the essay's own sentence tells: a condition that was lost, a phrase that was only cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.bank.lint.registry import Finding, question_rule
from quizgen.text.english import quotations
from quizgen.text.wording import straight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.lint.view import ClaimView, QuestionView

_CONDITION = re.compile(
    r"\b(?:so long as|as long as|unless|provided that|on condition"
    r"|(?<!as )(?<!even )if(?! (?:anything|any|not|only|\w+ly)\b))\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.?!])[\"']? (?=[\"'A-Z])")


@question_rule(
    "condition-lost",
    "info",
    "the essay's sentence has a condition that neither the stem nor the claim has",
    "keep the author's condition: a claim under a condition is another claim",
    english=True,
    essays=True,
)
def condition_lost(view: QuestionView) -> Iterator[Finding]:
    """A third of what it finds is true: the condition may belong to another half sentence."""
    if _CONDITION.search(view.stem) or _CONDITION.search(view.of.text):
        return
    for sentence in _sentences(view.of):
        if match := _CONDITION.search(sentence):
            yield Finding(("ask",), f"the essay's sentence has {match[0]!r}: {_short(sentence)}")
            return


def _sentences(view: ClaimView) -> Iterator[str]:
    """The sentences of the essays that hold the phrases of the evidence."""
    for piece, paragraph in view.cited:
        phrase = straight(piece.quote)
        yield from (text for text in _SENTENCE.split(paragraph) if phrase in text)


def _short(sentence: str) -> str:
    match = _CONDITION.search(sentence)
    start = match.start() if match else 0
    return f"“{sentence[start : start + 60].strip()}…”"


@question_rule(
    "answer-beside-quotation",
    "warning",
    "the key stands in the essay right beside words that the stem quotes",
    "ask what is meant, not which word comes next",
    english=True,
    essays=True,
)
def answer_beside_quotation(view: QuestionView) -> Iterator[Finding]:
    """Such a question is answered by whoever remembers the sound of the sentence.

    Where the essay itself quotes the words, its mark stands between, and the key is no next word.
    """
    for quotation in quotations(view.stem):
        if " " not in quotation:
            continue
        key, quoted = (re.escape(_ARTICLE.sub("", straight(t))) for t in (view.key, quotation))
        beside = re.compile(
            rf"\b{key}(?:'s)? (?:an? |the )?{quoted}\b|\b{quoted} (?:an? |the )?{key}\b",
            re.IGNORECASE,
        )
        if any(beside.search(paragraph) for _, paragraph in view.of.cited):
            yield Finding(("ask",), f"in the essay {view.key!r} stands beside “{quotation}”")
            return
