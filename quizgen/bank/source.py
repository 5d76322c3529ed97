"""An essay, who wrote it, and a place in it where it says something."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.bank.count import ALL_LINES, Count


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote one source or several."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Source:
    """An essay."""

    id: str
    author: str
    """The names of its authors as one phrase, by the bank's patterns."""
    title: str
    publisher: str
    published: str
    genre: str
    licence: str
    file: str = ""
    about: str = ""
    argues: str = ""
    url: str = ""
    """Where it is published; empty where that is not known."""
    todo: tuple[str, ...] = ()
    """What is still to be found out of it; until then no claim of it is asked."""
    count: Count = ALL_LINES
    """Which lines of its text file are paragraphs."""
    authors: tuple[Author, ...] = ()
    """One or several; where none is given, one who is known by the source's id."""
    short: str = ""
    """The authors in as few words as tell the source from the bank's others."""

    def __post_init__(self) -> None:
        if not self.authors:
            object.__setattr__(self, "authors", (Author(self.id, self.author),))
        if not self.short:
            object.__setattr__(self, "short", self.author)

    def __hash__(self) -> int:
        """Quick, since each claim is looked up by its sources; equal sources have one id."""
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a source says it: a paragraph, counted from 1, and a phrase found there."""

    source: Source
    paragraph: int
    quote: str
    says: tuple[tuple[str, str], ...] = ()
    """Answers that the phrase gives in other words, each with those words."""

    @property
    def heading(self) -> str:
        """The heading under which the paragraph stands; empty before the first one."""
        return self.source.count.heading(self.paragraph)
