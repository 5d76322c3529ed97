"""One citation in one place: an essay and where in it, in parts and as words.

Whoever shows a citation takes its parts from here (author, title, publisher and date, heading,
paragraph, link), so that no joined text is ever taken apart again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.bank.locator import address
from quizgen.bank.patterns import filled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgen.bank.patterns import Patterns
    from quizgen.bank.source import Evidence, Source


@dataclass(frozen=True, slots=True)
class Citation:
    """One essay and the evidence that is cited from it."""

    source: Source
    pieces: tuple[Evidence, ...]
    patterns: Patterns

    @property
    def text(self) -> str:
        """Author, essay and place as one phrase."""
        return self.patterns.cite(self.source, self._under)

    @property
    def essay(self) -> str:
        """Author and essay without the place."""
        return self.patterns.essay_of(self.source)

    @property
    def place(self) -> str:
        """Heading and paragraph: *under “Razing Yugoslavia”, paragraph 19*."""
        places = self._under.items()
        return self.patterns.semicolon.join(self.patterns.place(*place) for place in places)

    @property
    def short(self) -> str:
        """Only what tells the place from others of the bank: *Ng ¶19*."""
        numbers = self.patterns.comma.join(map(str, self._paragraphs))
        return filled(self.patterns.short, author=self.source.short, paragraph=numbers)

    @property
    def url(self) -> str:
        """The published essay at the phrases; empty where its address is not known.

        It holds the phrases, which hold the answer: nothing that is read before the answer may
        show it (``source.url`` is free of them).
        """
        return address(self.source.url, self.phrases)

    @property
    def phrases(self) -> tuple[str, ...]:
        """The words that stand there, each once."""
        return tuple(dict.fromkeys(piece.quote for piece in self.pieces))

    @property
    def places(self) -> tuple[Citation, ...]:
        """A citation for each paragraph."""
        return tuple(
            Citation(
                self.source,
                tuple(piece for piece in self.pieces if piece.paragraph == number),
                self.patterns,
            )
            for number in self._paragraphs
        )

    @property
    def _paragraphs(self) -> list[int]:
        return sorted({piece.paragraph for piece in self.pieces})

    @property
    def _under(self) -> dict[str, list[int]]:
        """The paragraphs under each heading, in the order of the essay."""
        found: dict[str, list[int]] = {}
        for number in self._paragraphs:
            found.setdefault(self.source.count.heading(number), []).append(number)
        return found


def citations(evidence: Iterable[Evidence], patterns: Patterns) -> tuple[Citation, ...]:
    """A citation for each essay that some evidence is from, in the order of the evidence."""
    by_source: dict[str, list[Evidence]] = {}
    for piece in evidence:
        by_source.setdefault(piece.source.id, []).append(piece)
    return tuple(
        Citation(pieces[0].source, tuple(pieces), patterns) for pieces in by_source.values()
    )
