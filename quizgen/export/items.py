"""A paper -> items: what every format gets, whatever mode a question is put in.

An item holds all that is known of one question as it is asked. What only students may see is
taken from it by :mod:`quizgen.export.content`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.bank.attribution import cited
from quizgen.paper.forms import LETTERS
from quizgen.paper.paper import PLAIN
from quizgen.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.bank.attribution import Prompt
    from quizgen.bank.citation import Citation
    from quizgen.bank.model import (
        Bank,
        Claim,
        Difficulty,
        Kind,
        Question,
        Skill,
        Topic,
        Weight,
    )
    from quizgen.bank.source import Author, Source
    from quizgen.paper.paper import Heading, Paper, Place


@dataclass(frozen=True, slots=True)
class Option:
    """A letter and a text."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A phrase of a source, and the place where a reader finds it."""

    phrase: str
    place: str
    """Author, essay and place."""
    url: str
    """The address of the very words; empty where that is not known."""
    source: Source
    paragraph: int
    heading: str
    """The heading that the paragraph stands under; empty before the first one."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question as asked, with its key and all that backs it. Empty is what it has not."""

    mode: str
    """The name of the way in which it is asked."""
    number: int
    id: str
    prompt: Prompt
    options: tuple[Option, ...]
    lines: int
    """To write on, where there is nothing to choose from."""
    key: str
    letter: str
    """Of the right option."""
    accept: tuple[str, ...]
    """Other spellings that are right."""
    reasons: tuple[tuple[str, str], ...]
    """The letter of each wrong option that has a reason, and the reason."""
    rationale: str
    evidence: tuple[Proof, ...]
    citations: tuple[Citation, ...]
    """Where it is found, one for each essay; their addresses hold the phrases."""
    kind: Kind
    label: str
    """The kind in words, and whom the author cites."""
    speaker: str
    context: str
    """The editors' note."""
    reference: str
    """What backs the editors' note."""
    content_note: str
    difficulty: Difficulty
    skill: Skill
    weight: Weight
    topics: tuple[Topic, ...]
    authors: tuple[Author, ...]
    sources: tuple[Source, ...]
    place: Place
    """Where it stands in the quiz, and what the teacher changed."""
    cite: str = ""
    """Authors and paragraphs in as few words as tell them apart: *Ng ¶19*."""
    brief: Prompt | None = None
    """The question in few words, with ``cite`` at its end, where the bank has one."""

    @property
    def cited(self) -> str:
        """The question with ``cite`` at its end, for where nothing else travels with it."""
        return cited(self.prompt, self.cite)


@dataclass(frozen=True, slots=True)
class ItemSet:
    """The items of one form, and what stands above and below them."""

    bank: Bank
    form: str
    code: str
    heading: Heading
    items: tuple[Item, ...]
    file: str = ""
    """The text of the quiz file; empty where there is none."""

    @property
    def title(self) -> str:
        """The heading's title, or the bank's."""
        return self.heading.title or self.bank.title

    @property
    def language(self) -> str:
        """Of the questions."""
        return self.bank.language

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the items, in the bank's order."""
        asked = {source.id: source for item in self.items for source in item.sources}
        ours = tuple(source for source in self.bank.sources if source.id in asked)
        others = asked.keys() - {source.id for source in ours}
        return ours + tuple(asked[id] for id in asked if id in others)

    @property
    def essays(self) -> dict[str, str]:
        """Each source by its id, as the patterns of its questions name it."""
        cited = (citation for item in self.items for citation in item.citations)
        return {citation.source.id: citation.essay for citation in cited}

    @property
    def most(self) -> int:
        """All points; without any, each question is worth one."""
        given = [item.place.points for item in self.items]
        return sum(given) if any(given) else len(given)

    @property
    def content_notes(self) -> tuple[str, ...]:
        """What a reader should know before the first item, each note once."""
        return tuple(dict.fromkeys(filter(None, (item.content_note for item in self.items))))


def item_set(paper: Paper) -> ItemSet:
    """A paper as items."""
    return ItemSet(
        paper.bank,
        paper.form,
        paper.code,
        paper.heading,
        tuple(
            item_of(
                item.question,
                item.number,
                paper.bank.language,
                options=item.options,
                place=item.place,
            )
            for item in paper.items
        ),
        paper.file,
    )


def item_of(
    question: Question,
    number: int,
    language: str,
    *,
    options: Sequence[str] = (),
    lines: int = 0,
    place: Place = PLAIN,
) -> Item:
    """A question of a bank as an item: to choose from options, or to be answered in writing.

    Args:
        question: what is asked.
        number: its place.
        language: that its labels are in.
        options: in the order asked; one of them is the key.
        lines: to write on, where there are no options.
        place: where it stands in the quiz.
    """
    claim = question.claim
    letters = dict(zip(options, LETTERS, strict=False))
    return Item(
        mode="choice" if options else "typed",
        number=number,
        id=question.id,
        prompt=question.prompt,
        options=tuple(Option(letter, text) for text, letter in letters.items()),
        lines=place.lines or lines,
        key=question.key,
        letter=letters.get(question.key, ""),
        accept=question.accept,
        reasons=tuple(
            sorted(
                (letters[d.text], d.why)
                for d in question.distractors
                if d.why and d.text in letters
            )
        ),
        rationale=question.rationale,
        evidence=_proof(claim),
        citations=claim.citations,
        kind=claim.kind,
        label=label(claim, language),
        speaker=claim.speaker,
        context=claim.context,
        reference=claim.reference,
        content_note=claim.content_note,
        difficulty=question.difficulty,
        skill=question.skill,
        weight=claim.weight,
        topics=claim.topics,
        authors=claim.authors,
        sources=claim.sources,
        place=place,
        cite=claim.short_citation,
        brief=question.brief,
    )


def _proof(claim: Claim) -> tuple[Proof, ...]:
    cited = [(piece, claim.cite(piece)) for piece in claim.evidence]
    return tuple(
        Proof(piece.quote, place.text, place.url, piece.source, piece.paragraph, piece.heading)
        for piece, place in cited
        if piece.quote
    )


def label(claim: Claim, language: str) -> str:
    """What kind of claim it is, and whom its author cites."""
    _ = words(language).gettext
    kind = _(claim.label)
    if not claim.speaker:
        return kind
    return _("%(kind)s, citing %(speaker)s", kind=kind, speaker=claim.speaker)
