"""What a teacher weighs before handing out a paper: balance, notes, reading level, time."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from quizgen.text.readability import grade

if TYPE_CHECKING:
    from quizgen.bank.source import Author, Source
    from quizgen.paper.paper import Paper

ONE_SIDED = 0.6
"""From beyond this share of questions about one author alone a paper is called one-sided."""

SECONDS = 60
"""For each question: the usual rule for questions with options. Students of one course took 39
seconds on average (Kennette 2025, https://doi.org/10.20343/teachlearninqu.13.35), so that those
who read slowly have time left."""

MORE_TIME = 1.5
"""Of those who are granted extra time."""


@dataclass(frozen=True, slots=True)
class Share:
    """An author's part of a paper."""

    author: Author
    sources: tuple[Source, ...]
    """What this author wrote, alone or with others."""
    count: int
    """Questions on claims of this author; a comparison counts for each of its authors."""
    alone: int
    """Those that no other author shares."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What is weighed.

    Attributes:
        questions: how many there are.
        shares: of each author who has questions in the bank, in the bank's order.
        comparisons: how many questions name several authors.
        notes: each content note with the numbers of its questions.
        grade: the reading level of the questions; None where the bank is not in English.
    """

    questions: int
    shares: tuple[Share, ...]
    comparisons: int
    notes: tuple[tuple[str, tuple[int, ...]], ...]
    grade: float | None

    @classmethod
    def of(cls, paper: Paper) -> Overview:
        """Weigh a paper."""
        makers = [item.question.claim.authors for item in paper.items]
        asked = {author for q in paper.bank.questions for author in q.claim.authors}
        asked.update(author for made in makers for author in made)
        numbers: dict[str, list[int]] = {}
        for item in paper.items:
            if item.question.claim.content_note:
                numbers.setdefault(item.question.claim.content_note, []).append(item.number)
        return cls(
            len(paper.items),
            tuple(
                Share(
                    author,
                    tuple(source for source in paper.bank.sources if author in source.authors),
                    sum(author in made for made in makers),
                    makers.count((author,)),
                )
                for author in paper.bank.authors
                if author in asked
            ),
            sum(len(made) > 1 for made in makers),
            tuple((note, tuple(where)) for note, where in numbers.items()),
            grade(item.question.prompt for item in paper.items)
            if paper.bank.language.partition("-")[0] == "en"
            else None,
        )

    @property
    def one_sided(self) -> Share | None:
        """The author who has too much of it alone; None where the bank has no other."""
        for share in self.shares if len(self.shares) > 1 else ():
            if share.alone > ONE_SIDED * self.questions:
                return share
        return None

    @property
    def minutes(self) -> int:
        """Time to answer, rounded up."""
        return ceil(self.questions * SECONDS / 60)

    @property
    def more_minutes(self) -> int:
        """Time for those who are granted extra time."""
        return ceil(self.questions * SECONDS * MORE_TIME / 60)
