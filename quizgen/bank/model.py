"""What a bank holds once it is loaded: sources, claims and questions, all immutable."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from quizgen.bank.count import ALL_LINES, Count
from quizgen.text.names import NO_NAMES, Names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizgen.bank.attribution import Attribution, Prompt, Stem

Kind = Literal["fact", "quote", "interpretation"]
Mode = Literal["choice", "typed", "recall", "cloze", "who"]
Skill = Literal["recall", "sourcing", "evidence", "corroboration", "reasoning"]
Weight = Literal["central", "detail"]
Pattern = Literal["attribute", "compare"]
Difficulty = Literal[1, 2, 3]

KIND_LABELS: Mapping[Kind, str] = {
    "fact": "Claim of fact",
    "quote": "Quotation",
    "interpretation": "The author’s interpretation",
}


@dataclass(frozen=True, slots=True)
class Patterns:
    """The bank's sentences, so that a bank in another language has its own."""

    attribute: str = "According to {authors}, {stem}"
    compare: str = "Comparing the essays of {authors}, {stem}"
    who: str = "Which author says that {stem}?"
    cited: str = "{authors}, citing {speaker}"
    citation: str = "{author}, “{title}” ({publisher}, {published}), paragraph {paragraph}"
    comma: str = ", "
    last: str = " and "

    def join(self, names: Sequence[str]) -> str:
        """Several names as one phrase."""
        return self.last.join(filter(None, [self.comma.join(names[:-1]), names[-1]]))

    def citing(self, authors: str, speaker: str) -> str:
        """The authors, and the speaker whom they cite if there is one."""
        if not speaker:
            return authors
        return self.cited.replace("{authors}", authors).replace("{speaker}", speaker)

    def cite(self, source: Source, paragraph: int) -> str:
        """Where a reader finds the claim."""
        return self.citation.format(
            author=source.author,
            title=source.title,
            publisher=source.publisher,
            published=source.published,
            paragraph=paragraph,
        )


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading under which claims of all authors stand."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Source:
    """An essay."""

    id: str
    author: str
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
    count: Count = ALL_LINES
    """Which lines of its text file are paragraphs."""


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


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong option, and why it is wrong where there is something to say."""

    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion that one source makes, or several make together."""

    id: str
    kind: Kind
    statement: Stem
    attribution: Attribution
    evidence: tuple[Evidence, ...]
    topics: tuple[Topic, ...]
    weight: Weight = "detail"
    context: str = ""
    reference: str = ""
    content_note: str = ""
    also: tuple[str, ...] = ()
    """Ids of other sources that make the same claim, so that it cannot be asked whose it is."""
    rests_on: tuple[str, ...] = ()
    """For a comparison: the ids of the claims that it compares."""
    allow: tuple[tuple[str, str], ...] = ()
    """Rules of ``quizgen check`` that are silenced here, each with the reason."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that make the claim, in the bank's order."""
        return self.attribution.sources

    @property
    def speaker(self) -> str:
        """Whom the authors cite; empty where they speak themselves."""
        return self.attribution.speaker

    @property
    def prompt(self) -> Prompt:
        """The claim as a sentence with its authors."""
        return self.attribution.prompt(self.statement)

    @property
    def citation(self) -> str:
        """Essay and paragraph of each piece of evidence."""
        cite = self.attribution.patterns.cite
        places = (cite(piece.source, piece.paragraph) for piece in self.evidence)
        return "; ".join(dict.fromkeys(places))


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked about a claim. ``id`` is ``claim.name`` and is permanent."""

    id: str
    claim: Claim
    stem: Stem
    key: str
    accept: tuple[str, ...]
    distractors: tuple[Distractor, ...]
    rationale: str
    difficulty: Difficulty
    skill: Skill
    modes: tuple[Mode, ...]
    retired: str = ""
    """Why it is asked no more, or the id of its successor; empty while it is asked."""
    allow: tuple[tuple[str, str], ...] = ()
    """Rules of ``quizgen check`` that are silenced here, each with the reason."""

    @property
    def prompt(self) -> Prompt:
        """What a reader sees: the stem with its authors."""
        return self.claim.attribution.prompt(self.stem)


@dataclass(frozen=True, slots=True)
class Bank:
    """All of a bank. Everything is in the order of the files, which are read by name."""

    id: str
    title: str
    about: str
    language: str
    topics: tuple[Topic, ...]
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    questions: tuple[Question, ...]
    retired: tuple[Question, ...] = ()
    """Questions that are asked no more; only those who learnt with them still meet them."""
    licence: str = ""
    """Under which the bank's own words are shared."""
    editors: tuple[str, ...] = ()
    """Who wrote the bank."""
    names: Names = NO_NAMES
    """By which other names answers may call things and people."""
    by_id: Mapping[str, Question] = field(repr=False, compare=False, default_factory=dict)
