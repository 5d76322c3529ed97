"""What a bank holds once it is loaded: sources, claims and questions, all immutable."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from quizgen.bank.citation import Citation, citations
from quizgen.bank.patterns import ENGLISH, Patterns
from quizgen.text.names import NO_NAMES, Names
from quizgen.words import N_, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgen.bank.attribution import Attribution, Prompt, Stem
    from quizgen.bank.source import Author, Evidence, Source

Kind = Literal["fact", "quote", "interpretation"]
Skill = Literal["recall", "sourcing", "evidence", "corroboration", "reasoning"]
Weight = Literal["central", "detail"]
Difficulty = Literal[1, 2, 3]

KIND_LABELS: Mapping[Kind, str] = {
    "fact": N_("Claim of fact"),
    "quote": N_("Quotation"),
    "interpretation": N_("The author’s interpretation"),
}
KIND_LABELS_OF_SEVERAL: Mapping[Kind, str] = {
    **KIND_LABELS,
    "interpretation": N_("The authors’ interpretation"),
}
"""The same for a claim of several authors."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading under which claims of all authors stand."""

    id: str
    title: str
    standards: tuple[str, ...] = ()
    """Codes of standards that it serves, as its bank names them."""


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
    def authors(self) -> tuple[Author, ...]:
        """Who makes it, each once, in the order of the sources."""
        return self.attribution.makers

    @property
    def label(self) -> str:
        """What kind of claim it is, in English words for a reader: a sentence of the catalogue."""
        labels = KIND_LABELS_OF_SEVERAL if len(self.authors) > 1 else KIND_LABELS
        return labels[self.kind]

    @property
    def speaker(self) -> str:
        """Whom the authors cite; empty where they speak themselves."""
        return self.attribution.speaker

    @property
    def prompt(self) -> Prompt:
        """The claim as a sentence with its authors."""
        return self.attribution.prompt(self.statement)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where it is found, one for each essay."""
        return citations(self.evidence, self.attribution.patterns)

    @property
    def citation(self) -> str:
        """Essay and paragraph of all evidence, as one phrase."""
        return self.attribution.patterns.semicolon.join(cited.text for cited in self.citations)

    @property
    def short_citation(self) -> str:
        """The same in as few words as a small place has room for: *Mott ¶3; Ng ¶19*."""
        return self.attribution.patterns.semicolon.join(cited.short for cited in self.citations)

    def cite(self, piece: Evidence) -> Citation:
        """The citation of one piece of the evidence."""
        return Citation(piece.source, (piece,), self.attribution.patterns)


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
    modes: tuple[str, ...]
    """The names of the ways to ask it, in the order in which they are offered."""
    retired: str = ""
    """Why it is asked no more, or the id of its successor; empty while it is asked."""
    allow: tuple[tuple[str, str], ...] = ()
    """Rules of ``quizgen check`` that are silenced here, each with the reason."""
    short: Stem | None = None
    """The question in fewer words, for formats with little room."""

    @property
    def prompt(self) -> Prompt:
        """What a reader sees: the stem with its authors."""
        return self.claim.attribution.prompt(self.stem)

    @property
    def brief(self) -> Prompt | None:
        """What a reader sees where there is little room: the short stem, then who says it."""
        if self.short is None:
            return None
        return self.claim.attribution.brief(self.short, self.claim.short_citation)


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making. It is neither a claim nor a question, so that nothing asks it."""

    id: str
    todo: tuple[str, ...]
    """What a person has yet to do; empty where only its source is unfinished."""
    evidence: tuple[Evidence, ...]


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
    drafts: tuple[Draft, ...] = ()
    """Claims in the making, which nothing asks or shows to a student."""
    licence: str = ""
    """Under which the bank's own words are shared."""
    editors: tuple[str, ...] = ()
    """Who wrote the bank."""
    patterns: Patterns = ENGLISH
    """The bank's sentences."""
    names: Names = NO_NAMES
    """By which other names answers may call things and people."""
    by_id: Mapping[str, Question] = field(repr=False, compare=False, default_factory=dict)

    @property
    def authors(self) -> tuple[Author, ...]:
        """All authors, each once, in the order of the sources."""
        return tuple(dict.fromkeys(author for source in self.sources for author in source.authors))

    @property
    def with_evidence(self) -> tuple[Claim | Draft, ...]:
        """All that cites an essay, the finished and what is in the making."""
        return (*self.claims, *self.drafts)

    @property
    def credit(self) -> str:
        """Who wrote the bank's own words and on what terms they are shared, as far as it says."""
        editors = self.patterns.join(self.editors) if self.editors else ""
        licence = ""
        if self.licence:
            _ = words(self.language).gettext
            licence = _("licence: %(licence)s", licence=self.licence)
        return self.patterns.comma.join(filter(None, [editors, licence]))
