"""Flaws between questions: the same one twice, and one that answers another."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from math import ceil, log
from typing import TYPE_CHECKING

from quizgen.bank.lint.rule import Finding, bank_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quizgen.bank.lint.rule import Located
    from quizgen.bank.lint.view import BankView, QuestionView

_SAME_ROOTS = 0.8
_SAME_WORDS = 0.85
_TOLD = 0.65
"""A stem tells another's key where it covers so much of what the other asks, by weight."""


@bank_rule(
    "near-duplicate",
    "warning",
    "two stems about the same authors ask nearly the same",
    "delete one, or make plain in what they differ",
    english=True,
)
def near_duplicate(bank: BankView) -> Iterator[Located]:
    """In one paper the second is a gift, and in a deck a burden.

    Two sets of which four fifths are the same share one of their few rarest members, so that
    only stems with such a root in common are compared.
    """
    seen: defaultdict[str, list[QuestionView]] = defaultdict(list)
    for view in bank.questions:
        rare = _rarest(view, bank.stem_counts)
        twins = (other for name in rare for other in seen[name] if _alike(other, view))
        if twin := next(twins, None):
            message = f"this asks nearly the same as {twin.question.id}"
            yield view.question.id, Finding(("ask",), message)
        for name in rare:
            seen[name].append(view)


def _rarest(view: QuestionView, counts: Mapping[str, int]) -> list[str]:
    roots = sorted(view.stem_roots, key=lambda name: (counts[name], name))
    return roots[: len(roots) - ceil(_SAME_ROOTS * len(roots)) + 1]


def _alike(one: QuestionView, other: QuestionView) -> bool:
    both = len(one.stem_roots & other.stem_roots)
    if both < _SAME_ROOTS * (len(one.stem_roots) + len(other.stem_roots) - both):
        return False
    if one.question.claim.authors != other.question.claim.authors:
        return False
    matcher = SequenceMatcher(None, one.stem_words, other.stem_words, autojunk=False)
    return matcher.ratio() >= _SAME_WORDS


@bank_rule(
    "gives-away",
    "warning",
    "a stem holds the key of a question about another claim and most of what that one asks",
    "reword this stem, or leave out what the other question asks for",
    english=True,
)
def gives_away(bank: BankView) -> Iterator[Located]:
    """Both can come in one paper; two questions about one claim seldom do."""
    weights = {
        name: round(1000 * log((len(bank.questions) + 1) / count))
        for name, count in bank.stem_counts.items()
    }
    holding: defaultdict[str, list[QuestionView]] = defaultdict(list)
    for view in bank.questions:
        for name in view.stem_roots:
            holding[name].append(view)
    for view in bank.questions:
        key = view.option_roots[0]
        asked = view.stem_roots - key
        if not key or not key <= weights.keys() or len(asked) < 2:
            continue
        needed = _TOLD * sum(weights[name] for name in asked)
        for other in _told(asked, needed, weights, holding):
            if key <= other.stem_roots and _tells(other, view):
                message = f"{view.key!r} is the key of {view.question.id}, which asks about this"
                yield other.question.id, Finding(("ask",), message)


def _told(
    asked: frozenset[str],
    needed: float,
    weights: Mapping[str, int],
    holding: Mapping[str, Sequence[QuestionView]],
) -> Iterator[QuestionView]:
    """The questions whose stems hold so much of what is asked.

    Each shares one of the heaviest roots, without which the rest weighs too little; these are
    rare, so that few stems are looked at.
    """
    heavy = sorted(asked, key=lambda name: (-weights[name], name))
    rest = sum(weights[name] for name in asked)
    seen: set[str] = set()
    for name in heavy:
        if rest < needed:
            break
        rest -= weights[name]
        for other in holding[name]:
            if other.question.id not in seen:
                seen.add(other.question.id)
                if sum(weights[name] for name in asked & other.stem_roots) >= needed:
                    yield other


def _tells(other: QuestionView, view: QuestionView) -> bool:
    """Whether another claim's stem holds the key, word after word."""
    key = view.option_words[0]
    key = key[1:] if key[0] in ("a", "an", "the") else key
    words, size = other.stem_words, len(key)
    return view.question.claim is not other.question.claim and any(
        words[i : i + size] == key for i in range(len(words) - size + 1)
    )
