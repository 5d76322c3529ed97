"""A bank as the rules look at it: plain texts, and their words cut only once."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from quizgen.bank.attribution import bare
from quizgen.text.english import roots, without_quotations, words
from quizgen.text.numbers import number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from quizgen.bank.builder import Route
    from quizgen.bank.evidence import Essays
    from quizgen.bank.model import Bank, Claim, Question
    from quizgen.bank.source import Evidence


_EVERYDAY_STEMS = 3
_PERCENT = re.compile(r" ?(?:%|percent|per cent)$")


@cache
def _surname(author: str) -> tuple[str, re.Pattern[str]]:
    name = author.split()[-1]
    return name, re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


@dataclass(frozen=True, eq=False)
class ClaimView:
    """A claim's words."""

    claim: Claim
    text: str
    """The sentence without the marks of its blanks."""
    essays: Essays | None

    @cached_property
    def own_words(self) -> str:
        """The text without its quotations."""
        return without_quotations(self.text)

    @cached_property
    def proof_roots(self) -> frozenset[str]:
        """The roots of all phrases of the evidence."""
        return roots(words(" ".join(piece.quote for piece in self.claim.evidence)))

    @cached_property
    def cited(self) -> tuple[tuple[Evidence, str], ...]:
        """Each piece of evidence with its paragraph, where the essay is at hand."""
        known = self.essays.paragraphs if self.essays else {}
        return tuple(
            (piece, known[piece.source.id][piece.paragraph - 1])
            for piece in self.claim.evidence
            if piece.paragraph <= len(known.get(piece.source.id, ()))
        )

    @cached_property
    def surnames(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The last name of each author, and the pattern that finds it as a whole word."""
        return tuple(_surname(author.name) for author in self.claim.authors)


@dataclass(frozen=True, eq=False)
class QuestionView:
    """A question's words."""

    question: Question
    of: ClaimView
    stem: str
    key: str
    wrong: tuple[str, ...]

    @cached_property
    def options(self) -> tuple[str, ...]:
        """The key and the distractors, in this order."""
        return (self.key, *self.wrong)

    @cached_property
    def numbers(self) -> tuple[Decimal | None, ...]:
        """The value of each option that is a bare number or a share."""
        return tuple([number(_PERCENT.sub("", option)) for option in self.options])

    @cached_property
    def offered(self) -> frozenset[str]:
        """The words of all options, to find out fast what none of them holds."""
        return frozenset().union(*self.option_words)

    @cached_property
    def own_words(self) -> str:
        """The stem without its quotations."""
        return without_quotations(self.stem)

    @cached_property
    def stem_words(self) -> tuple[str, ...]:
        """All words of the stem."""
        return words(self.stem)

    @cached_property
    def stem_roots(self) -> frozenset[str]:
        """The roots of the stem's words that carry a meaning."""
        return roots(self.stem_words)

    @cached_property
    def option_words(self) -> tuple[tuple[str, ...], ...]:
        """All words of each option."""
        return tuple([words(option) for option in self.options])

    @cached_property
    def option_roots(self) -> tuple[frozenset[str], ...]:
        """The roots of each option's words that carry a meaning."""
        return tuple([roots(tokens) for tokens in self.option_words])


class Passage(NamedTuple):
    """A text that a reader sees, whose it is and where it stands."""

    id: str
    route: Route
    text: str
    of: ClaimView


@dataclass(frozen=True, eq=False)
class BankView:
    """All claims and questions."""

    bank: Bank
    claims: tuple[ClaimView, ...]
    questions: tuple[QuestionView, ...]
    essays: Essays | None

    @classmethod
    def of(cls, bank: Bank, essays: Essays | None = None) -> BankView:
        """Look at a bank, and at the essays where they are at hand."""
        claims = {
            claim.id: ClaimView(claim, bare(claim.statement), essays) for claim in bank.claims
        }
        questions = tuple(
            QuestionView(
                question,
                claims[question.claim.id],
                bare(question.stem),
                question.key,
                tuple([distractor.text for distractor in question.distractors]),
            )
            for question in bank.questions
        )
        return cls(bank, tuple(claims.values()), questions, essays)

    @cached_property
    def stem_counts(self) -> Counter[str]:
        """In how many stems each root stands."""
        return Counter([name for view in self.questions for name in view.stem_roots])

    @cached_property
    def everyday(self) -> frozenset[str]:
        """Roots of so many stems that they tell nothing, as the bank's subject does."""
        limit = max(_EVERYDAY_STEMS, len(self.questions) // 20)
        return frozenset(name for name, count in self.stem_counts.items() if count > limit)

    @cached_property
    def choices(self) -> tuple[QuestionView, ...]:
        """The questions that show options."""
        return tuple(view for view in self.questions if "choice" in view.question.modes)

    @cached_property
    def sentences(self) -> tuple[Passage, ...]:
        """What reads on after 'According to ..., ': the claims' texts and the stems."""
        return (
            *[Passage(view.claim.id, ("text",), view.text, view) for view in self.claims],
            *[Passage(v.question.id, ("ask",), v.stem, v.of) for v in self.questions],
        )

    @cached_property
    def assertions(self) -> tuple[Passage, ...]:
        """What speaks of the source: the sentences, the keys and the rationales."""
        return (
            *self.sentences,
            *[Passage(v.question.id, ("answer",), v.key, v.of) for v in self.questions],
            *[Passage(v.question.id, ("why",), v.question.rationale, v.of) for v in self.questions],
        )

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All that a reader sees of claims and questions."""
        return (*self.assertions, *self._contexts(), *self._distractors())

    def _contexts(self) -> Iterator[Passage]:
        for view in self.claims:
            if view.claim.context:
                yield Passage(view.claim.id, ("context",), view.claim.context, view)

    def _distractors(self) -> Iterator[Passage]:
        for view in self.questions:
            for index, distractor in enumerate(view.question.distractors):
                id = view.question.id
                yield Passage(id, ("wrong", index), distractor.text, view.of)
                if distractor.why:
                    yield Passage(id, ("wrong", index, "why"), distractor.why, view.of)
