"""Searching a bank: claims, questions and speakers in which all words of a query occur."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from quizgen.ask.judge import is_slip
from quizgen.text.wording import fold
from quizgen_web.shell.site import per_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quizgen.bank.model import Claim, Question
    from quizgen_web.shell.site import Site

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        claims: those that hold all words, or whose speaker does.
        questions: those whose own words do.
        speakers: whom authors cite, each with the number of claims.
        words: what was looked for, made comparable.
        instead: words of the query that occur nowhere, each with those that were taken for it.
    """

    claims: Sequence[Claim]
    questions: Sequence[Question]
    speakers: Sequence[tuple[str, int]]
    words: tuple[str, ...]
    instead: Mapping[str, Sequence[str]]

    @property
    def nothing(self) -> bool:
        """Whether nothing was found at all."""
        return not (self.claims or self.questions or self.speakers)

    def marked(self, text: str) -> Markup:
        """A text with the words that were found marked."""
        return mark(text, self.words)


@dataclass(frozen=True, slots=True)
class Index:
    """The words of a bank, made comparable once."""

    claims: Sequence[tuple[str, Claim]]
    questions: Sequence[tuple[str, Question]]
    speakers: Mapping[str, int]
    vocabulary: frozenset[str]

    @classmethod
    def of(cls, site: Site) -> Index:
        """Read all of a bank."""
        bank, speakers = site.bank, dict[str, int]()
        claims = [(fold(f"{claim.prompt} {claim.speaker}"), claim) for claim in bank.claims]
        questions = [(fold(question.prompt), question) for question in bank.questions]
        for claim in bank.claims:
            if claim.speaker:
                speakers[claim.speaker] = speakers.get(claim.speaker, 0) + 1
        texts = [text for text, _ in (*claims, *questions)]
        return cls(claims, questions, speakers, frozenset(" ".join(texts).split()))

    def find(self, query: str) -> Found:
        """All that holds each word of a query, be it as a part of a word.

        Where a word occurs nowhere, those that are one slip of the finger away are taken.
        """
        wanted = [(word, self._nearest(word)) for word in fold(query).split()]
        instead = {word: near for word, near in wanted if near and near != [word]}
        ways = [near or [word] for word, near in wanted]

        def holds(text: str) -> bool:
            return bool(ways) and all(any(word in text for word in way) for way in ways)

        return Found(
            [claim for text, claim in self.claims if holds(text)],
            [question for text, question in self.questions if holds(text)],
            [(name, count) for name, count in self.speakers.items() if holds(fold(name))],
            tuple(word for way in ways for word in way),
            instead,
        )

    def _nearest(self, word: str) -> list[str]:
        if any(word in known for known in self.vocabulary):
            return [word]
        return sorted(known for known in self.vocabulary if is_slip(word, known))


def mark(text: str, words: Iterable[str]) -> Markup:
    """A text with each word marked that holds one of some words."""
    wanted, parts, at = tuple(words), [Markup("")], 0
    for found in _WORD.finditer(text):
        if any(word in fold(found[0]) for word in wanted):
            parts += [escape(text[at : found.start()]), Markup("<mark>{}</mark>").format(found[0])]
            at = found.end()
    return Markup("").join([*parts, escape(text[at:])])


index = per_site(Index.of)
"""The index of the bank that the current request is for."""
