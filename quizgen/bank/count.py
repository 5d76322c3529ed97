"""Paragraphs as a reader of the published page counts them.

An essay's text file holds more than the essay: title, standfirst, byline, blank lines, captions,
pull-quotes, teasers, licence lines. A source's file says which of its lines are not counted and
which are headings; all others are the paragraphs, counted from 1.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of an essay: its line in the text file, from 1, and its words."""

    line: int
    title: str


@dataclass(frozen=True)
class Count:
    """Which lines of a text are paragraphs. Lines and paragraphs count from 1."""

    uncounted: tuple[int, ...] = ()
    """Lines that are no part of the body, ascending; a heading is not listed again."""
    headings: tuple[Heading, ...] = ()
    """In the order of their lines."""

    @classmethod
    def of(cls, ranges: Iterable[str], headings: Mapping[str, str]) -> Count:
        """Read the notation of a bank.

        Args:
            ranges: lines such as ``7`` and stretches such as ``1-4``.
            headings: the words of each heading by its line.
        """
        lines = {line for text in ranges for line in span(text)}
        found = sorted((int(line), title) for line, title in headings.items())
        return cls(tuple(sorted(lines)), tuple(Heading(line, title) for line, title in found))

    @cached_property
    def skipped(self) -> tuple[int, ...]:
        """All lines that are no paragraphs, ascending."""
        return tuple(sorted({*self.uncounted, *(heading.line for heading in self.headings)}))

    def paragraph(self, line: int) -> int:
        """The paragraph that stands in a line; 0 where the line is not counted."""
        skipped = self.skipped
        before = bisect(skipped, line)
        return 0 if before and skipped[before - 1] == line else line - before

    def line(self, paragraph: int) -> int:
        """The line in which a paragraph stands."""
        line = paragraph
        for skipped in self.skipped:
            line += skipped <= line
        return line

    def heading(self, paragraph: int) -> str:
        """The heading under which a paragraph stands; empty before the first one."""
        above = bisect(self._lines_of_headings, self.line(paragraph))
        return self.headings[above - 1].title if above else ""

    @cached_property
    def _lines_of_headings(self) -> list[int]:
        return [heading.line for heading in self.headings]


ALL_LINES = Count()
"""Each line is a paragraph."""


def span(text: str) -> range:
    """The lines that ``7`` or ``1-4`` names."""
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)
