"""The one place that turns a stem into words that a reader sees.

The promise of quizgen is that no fact travels without its source. It is kept by types:
a :class:`Stem` holds words that cannot be shown, an :class:`Attribution` holds the sources,
and only an attribution makes of both the :class:`Prompt` that pages, cards and papers take.
Whoever prints a bare stem gets a TypeError, in a template too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.patterns import Pattern, Patterns
    from quizgen.bank.source import Author, Source

ATTRIBUTE = "According to {authors}, {stem}"
COMPARE = "Comparing the essays of {authors}, {stem}"
WHO = "Which author says that {stem}?"
CITED = "{authors}, citing {speaker}"
"""The English sentences; a bank in another language names its own in `patterns`."""

GAP = "_____"
"""What stands for the words that are asked for."""

BLANK = re.compile(r"\[\[([^\[\]]+)\]\]")


@final
class Prompt(str):
    """Words that name whose claim they are. Made by :class:`Attribution` and nowhere else."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a prompt; ``blank`` counts the blanks from 1 and is 0 outside of one."""

    text: str
    blank: int = 0


@final
class Stem:
    """The continuation of "According to ...": words that cannot stand alone.

    ``[[...]]`` marks a blank. Two stems are equal where their words are.
    """

    __slots__ = ("__words",)

    def __init__(self, words: str) -> None:
        self.__words = words

    @property
    def blanks(self) -> tuple[str, ...]:
        """The terms inside ``[[...]]``, in order."""
        return tuple(BLANK.findall(self.__words))

    def _parts(self) -> Iterator[Stretch]:
        for index, text in enumerate(BLANK.split(self.__words)):
            if text:
                yield Stretch(text, (index + 1) // 2 if index % 2 else 0)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Stem) and self.__words == other.__words

    def __hash__(self) -> int:
        return hash(self.__words)

    def __repr__(self) -> str:
        return "<Stem>"

    def __str__(self) -> NoReturn:
        raise TypeError("a stem has no author: use Attribution.prompt(stem)")

    def __format__(self, spec: str) -> NoReturn:
        self.__str__()

    __html__ = __str__


@final
@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose words these are: the sources of a claim, whom they cite, and the bank's patterns."""

    sources: tuple[Source, ...]
    patterns: Patterns
    speaker: str = ""
    pattern: Pattern = "attribute"
    """``compare`` for what no author says and only the comparison tells."""

    def __post_init__(self) -> None:
        if not self.sources:
            raise ValueError("a claim needs a source")

    @property
    def makers(self) -> tuple[Author, ...]:
        """The authors of its sources, each once: one may have written several of them."""
        if len(self.sources) == 1:
            return self.sources[0].authors
        return tuple(dict.fromkeys(author for source in self.sources for author in source.authors))

    @property
    def authors(self) -> str:
        """The authors' names as one phrase: ``A``, ``A and B``, ``A, B and C``."""
        return self.patterns.join([author.name for author in self.makers])

    @property
    def line(self) -> str:
        """Whose claim it is, in short: the authors, and whom they cite."""
        return self.patterns.citing(self.authors, self.speaker)

    @property
    def _sentence(self) -> str:
        compares = self.pattern == "compare"
        return self.patterns.compare if compares else self.patterns.attribute

    def stretches(self, stem: Stem) -> list[Stretch]:
        """The prompt piece by piece, for whoever shows its blanks (a cloze card, say)."""
        before, _, after = self._sentence.partition("{stem}")
        authors = self.authors
        ends = [Stretch(end.replace("{authors}", authors)) for end in (before, after) if end]
        return [*ends[:1], *stem._parts(), *ends[1:]] if before else [*stem._parts(), *ends]

    def prompt(self, stem: Stem) -> Prompt:
        """The stem with its authors, as in: *According to Jonathan Ng, in which year?*."""
        return Prompt("".join(piece.text for piece in self.stretches(stem)))

    def gapped(self, statement: Stem, blank: int) -> list[Stretch]:
        """The statement with its authors piece by piece, one of its blanks made a gap.

        Args:
            statement: a stem with blanks.
            blank: which one, from 1; others of the same words are gaps too.

        Returns:
            the pieces; in a gap ``GAP`` stands for the words, and only there ``blank`` is not 0.
        """
        hidden = statement.blanks[blank - 1].casefold()
        return [
            Stretch(GAP, blank)
            if piece.blank and piece.text.casefold() == hidden
            else Stretch(piece.text)
            for piece in self.stretches(statement)
        ]

    def cloze(self, statement: Stem, blank: int) -> Prompt:
        """The same as one text."""
        return Prompt("".join(piece.text for piece in self.gapped(statement, blank)))

    def brief(self, stem: Stem, cite: str) -> Prompt:
        """A short stem for a place with little room: *Which year was the first? [Ng ¶19]*.

        Args:
            stem: a question that stands alone but for its author.
            cite: author and paragraph; without it nobody could say whose claim it is.
        """
        if not cite:
            raise ValueError("a short stem needs a citation")
        return Prompt(cited(bare(stem), cite))

    def who(self, statement: Stem) -> Prompt:
        """The question that asks for the author.

        The author is the answer here, so whoever shows it must show ``line`` with the answer.
        """
        return Prompt(self.patterns.who.replace("{stem}", bare(statement)))


def cited(text: str, cite: str) -> str:
    """A question with its citation at the end, for where nothing else travels with it."""
    return f"{text} [{cite}]" if cite else text


def bare(stem: Stem) -> str:
    """The words alone, for a data file that holds the authors in a field beside them."""
    return "".join(part.text for part in stem._parts())
