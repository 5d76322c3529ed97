"""Which questions must not stand in one paper: the same claim, or one answers the other."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from quizgen.bank.attribution import bare
from quizgen.text.english import roots, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgen.bank.model import Question

_TOLD = 0.4
"""A stem that holds another's key gives it away where it covers so much of what that asks."""
_ALIKE = 0.8
"""Two stems ask the same where so much of what either asks is asked by both."""


class Known:
    """What drawings from one bank found out of its questions, for those that come after.

    Attributes:
        asked: each question that was looked at, by its id.
        looks: how many questions were looked for so far, be it in vain.
    """

    def __init__(self) -> None:
        self.asked: dict[str, Asked] = {}
        self.looks = 0

    def of(self, question: Question) -> Asked:
        """The question with what is known of it."""
        asked = self.asked.get(question.id)
        if asked is None:
            asked = self.asked[question.id] = Asked(question)
        return asked


class Asked:
    """A question and the words by which it may meet another.

    The linter's rule ``gives-away`` weighs each word by how rare it is in the bank. Here every
    word weighs the same and less is needed: whether two questions go together must not change
    when a third one joins the bank, and in a paper it costs little to take another question.
    """

    def __init__(self, question: Question) -> None:
        self.question = question
        claim = question.claim
        self.claims = frozenset((claim.id, *claim.rests_on))
        self._met: dict[Asked, bool] = {}

    @cached_property
    def stem(self) -> tuple[str, ...]:
        """The words of the stem."""
        return words(bare(self.question.stem))

    @cached_property
    def stem_roots(self) -> frozenset[str]:
        """The roots of the stem's words."""
        return roots(self.stem)

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The words of the key, without an article; none where they carry no meaning."""
        key = words(self.question.key)
        key = key[1:] if key[:1] in (("a",), ("an",), ("the",)) else key
        return key if roots(key) else ()

    @cached_property
    def asks(self) -> frozenset[str]:
        """The roots of what is asked, without those of the key."""
        return self.stem_roots - roots(self.key)

    def meets(self, other: Asked) -> bool:
        """Whether the two must not stand in one paper."""
        met = self._met.get(other)
        if met is None:
            met = self._find_out(other)
            self._met[other] = other._met[self] = met
        return met

    def _find_out(self, other: Asked) -> bool:
        return (
            self.question.claim.id in other.claims
            or other.question.claim.id in self.claims
            or self._tells(other)
            or other._tells(self)
            or self._same(other)
        )

    def meets_any(self, others: Iterable[Asked]) -> bool:
        """Whether it meets one of the others."""
        known = self._met  # what is known is looked up here: large forms ask a million times
        for other in others:
            met = known.get(other)
            if self.meets(other) if met is None else met:
                return True
        return False

    def _tells(self, other: Asked) -> bool:
        """Whether this stem holds the other's key beside much of what that asks."""
        key, size = other.key, len(other.key)
        if not key or key[0] not in self.stem:
            return False
        shared = len(other.asks & self.stem_roots)
        if not other.asks or shared < max(1, _TOLD * len(other.asks)):
            return False
        return any(self.stem[i : i + size] == key for i in range(len(self.stem) - size + 1))

    def _same(self, other: Asked) -> bool:
        both = len(self.stem_roots & other.stem_roots)
        either = len(self.stem_roots) + len(other.stem_roots) - both
        return (
            both >= _ALIKE * either > 0
            and self.question.claim.authors == other.question.claim.authors
        )
