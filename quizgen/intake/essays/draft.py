"""An essay -> its paragraphs and proposals, and the draft bank that holds them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.bank.drafting import DraftClaim, DraftSource, draft_files, slug
from quizgen.files import write_all
from quizgen.intake.essays.lines import Told, count, recognise
from quizgen.intake.essays.proposals import Proposal, propose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgen.bank.count import Count
    from quizgen.intake.essays.page import Page

WORD_IT = "say in your own words what stands there (text), then ask (questions); or delete this"
NAME_THE_SPEAKER = "see whether it is this speaker"


@dataclass(frozen=True)
class Essay:
    """An essay with what was recognised in it."""

    page: Page
    told: tuple[Told, ...]
    """The lines that are no paragraphs, each with the reason."""
    count: Count

    @classmethod
    def of(cls, page: Page) -> Essay:
        """Recognise which lines are paragraphs."""
        told = tuple(recognise(page.lines))
        return cls(page, told, count(told, page.lines))

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, str, str], ...]:
        """Each counted paragraph, in order: its line, the heading above it, its text."""
        headings = {heading.line: heading.title for heading in self.count.headings}
        skipped = {one.line for one in self.told}
        heading = ""
        found = []
        for number, line in enumerate(self.page.lines, 1):
            heading = headings.get(number, heading)
            if number not in skipped:
                found.append((number, heading, line.text))
        return tuple(found)

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        """What is worth a claim, the likeliest first."""
        return tuple(propose([(heading, text) for _, heading, text in self.paragraphs]))

    @property
    def facts(self) -> dict[str, str]:
        """What the file tells of title, author and date, by itself or by its first lines."""
        found = dict(self.page.facts)
        for one in self.told:
            text = self.page.lines[one.line - 1].text.strip()
            if one.reason == "the title":
                found.setdefault("title", text)
            elif one.reason == "the byline":
                found.setdefault("author", text.split(None, 1)[1].strip(" ,"))
            elif one.reason == "the date":
                found.setdefault("published", text)
        return found


def files(
    essay: Essay, folder: Path, name: str, facts: Mapping[str, str] | None = None
) -> dict[str, bytes]:
    """What a draft of the essay writes into a folder, by path.

    Args:
        essay: the essay.
        folder: a new or empty folder, or that of a bank which gets one more source.
        name: of the essay's file; the source is called after it.
        facts: what a person knows of the source; it comes before what the file tells.

    Raises:
        QuizgenError: where the folder holds other things, or a source of this name.
    """
    source = DraftSource(
        id=slug(Path(name).stem, "essay"),
        facts={**essay.facts, **(facts or {})},
        lines=[line.text for line in essay.page.lines],
        headings={heading.line: heading.title for heading in essay.count.headings},
        uncounted={one.line: one.reason for one in essay.told if not one.heading},
    )
    claims = [_claim(essay, proposal) for proposal in essay.proposals]
    return draft_files(folder, source, claims)


def write_draft(essay: Essay, folder: Path, name: str) -> list[Path]:
    """Write a draft bank, or one more source into a bank.

    Returns:
        the files written.

    Raises:
        QuizgenError: as ``files`` does, and where the folder cannot be written to.
    """
    return write_all(folder, files(essay, folder, name))


def _claim(essay: Essay, proposal: Proposal) -> DraftClaim:
    todo = [WORD_IT]
    if proposal.speaker:
        todo.append(NAME_THE_SPEAKER)
    return DraftClaim(
        paragraph=proposal.paragraph,
        line=essay.paragraphs[proposal.paragraph - 1][0],
        quote=proposal.phrase,
        kind=proposal.kind,
        todo=todo,
        speaker=proposal.speaker,
        heading=proposal.heading,
        blanks=proposal.blanks,
        candidates=proposal.candidates,
        score=proposal.score,
    )
