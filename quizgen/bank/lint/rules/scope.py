"""What the essay's own sentence tells: a condition that was lost, a phrase that was only cut."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.bank.evidence import stands_in
from quizgen.bank.lint.rule import Finding, question_rule
from quizgen.text.english import quotations
from quizgen.text.wording import straight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.lint.view import QuestionView

_CONDITION = re.compile(
    r"\b(?:so long as|as long as|unless|provided that|on condition"
    r"|(?<!as )(?<!even )if(?! (?:anything|any|not|only|\w+ly)\b))\b",
    re.IGNORECASE,
)
_BETWEEN = (" ", "'s ", " a ", " an ", " the ")
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
    """A third of what it finds is true: the condition may belong to another half sentence.

    A comparison is exempt: it sets claims side by side that keep their conditions.
    """
    if view.of.claim.attribution.pattern == "compare":
        return
    if _CONDITION.search(view.stem) or _CONDITION.search(view.of.text):
        return
    for piece, paragraph in view.of.cited:
        for sentence, start in _conditions(paragraph):
            if straight(piece.quote) in sentence:
                said = f"“{sentence[start : start + 60].strip()}…”"
                yield Finding(("ask",), f"the essay's sentence has a condition: {said}")
                return


@lru_cache(1000)
def _conditions(paragraph: str) -> tuple[tuple[str, int], ...]:
    """The sentences of a paragraph that have a condition, and where in them it begins."""
    if not _CONDITION.search(paragraph):
        return ()
    found = ((text, _CONDITION.search(text)) for text in _SENTENCE.split(paragraph))
    return tuple((text, match.start()) for text, match in found if match)


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
        key, quoted = (_ARTICLE.sub("", straight(text)).lower() for text in (view.key, quotation))
        beside = {f"{a}{b}{c}" for a, c in ((key, quoted), (quoted, key)) for b in _BETWEEN}
        for _, paragraph in view.of.cited:
            small = paragraph.lower()
            if key in small and quoted in small and any(stands_in(run, small) for run in beside):
                yield Finding(("ask",), f"in the essay {view.key!r} stands beside “{quotation}”")
                return
