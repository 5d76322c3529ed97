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
    from collections.abc import Iterable, Mapping, Sequence

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
        return cite(self.patterns, self.source, self._under)

    @property
    def essay(self) -> str:
        """Author and essay without the place."""
        return essay_of(self.patterns, self.source)

    @property
    def place(self) -> str:
        """Heading and paragraph: *under “Razing Yugoslavia”, paragraph 19*."""
        places = self._under.items()
        return self.patterns.semicolon.join(place_of(self.patterns, *place) for place in places)

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


def essay_of(patterns: Patterns, source: Source) -> str:
    """An essay as a list of sources names it."""
    return filled(patterns.essay, **_essay(source))


def place_of(patterns: Patterns, heading: str, paragraphs: Sequence[int]) -> str:
    """Where in an essay some paragraphs stand: *under “Razing Yugoslavia”, paragraph 19*.

    Args:
        patterns: the bank's sentences.
        heading: that under which they stand; empty before the first one.
        paragraphs: as a reader of the published page counts.
    """
    pattern = patterns.paragraphs if len(paragraphs) > 1 else patterns.paragraph
    place = filled(pattern, paragraph=patterns.join([str(number) for number in paragraphs]))
    return filled(patterns.under, heading=heading, place=place) if heading else place


def cite(patterns: Patterns, source: Source, places: Mapping[str, Sequence[int]]) -> str:
    """The whole citation of one essay.

    Args:
        patterns: the bank's sentences.
        source: the essay.
        places: by each heading the paragraphs under it.
    """
    numbers = [str(number) for paragraphs in places.values() for number in paragraphs]
    return filled(
        patterns.citation,
        **_essay(source),
        essay=essay_of(patterns, source),
        place=patterns.semicolon.join(place_of(patterns, *place) for place in places.items()),
        paragraph=patterns.comma.join(numbers),
    )


def _essay(source: Source) -> dict[str, str]:
    return {
        "author": source.author,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
    }
