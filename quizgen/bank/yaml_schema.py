"""The shape of a bank's YAML files, as pydantic models.

They say which keys there are and what a value may look like; what one value means for
another is the business of ``assemble``. The JSON Schema for editors is made from them.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from quizgen.bank.model import Kind, Skill, Weight
from quizgen.bank.patterns import Pattern
from quizgen.bank.values import (
    CitationPattern,
    Language,
    Level,
    Line,
    Lines,
    ModeName,
    Name,
    Paragraph,
    Text,
    Url,
    with_parts,
)


class Entry(BaseModel):
    """A mapping of a bank's file: no unknown keys, no change once it is read."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        defer_build=True,  # what nests in another model needs no validator of its own
    )


def one_or_many(value: Any) -> Any:
    """A single mapping as a list of one."""
    return [value] if isinstance(value, dict) else value


class EvidenceEntry(Entry):
    """Where the essay says it."""

    source: Name | None = Field(
        None, description="The source's id; only where several are compared."
    )
    paragraph: Paragraph = Field(
        description="The paragraph's number, from 1, as a reader of the published page counts."
    )
    quote: Text = Field(description="3 to 12 words that stand there word for word.")
    says: dict[Text, Text] = Field(
        default_factory=dict,
        description="Where the phrase says an answer in other words: {the answer: those words}.",
    )


class DistractorEntry(Entry):
    """A wrong option with the reason why it is wrong."""

    text: Text
    why: Text


AS_TEXT, AS_MAPPING = "<text>", "<mapping>"

Distractors = Annotated[
    list[
        Annotated[
            Annotated[Text, Tag(AS_TEXT)] | Annotated[DistractorEntry, Tag(AS_MAPPING)],
            Discriminator(lambda value: AS_MAPPING if isinstance(value, dict) else AS_TEXT),
        ]
    ],
    Field(max_length=8, description="Wrong options, as texts or as {text: ..., why: ...}."),
]


class QuestionEntry(Entry):
    """One question about a claim."""

    ask: Text = Field(description="Reads on after 'According to ..., ' and ends with '?'.")
    short: Text | None = Field(
        None,
        description="The same in a few words, as a question that stands alone, for formats with "
        "120 characters; [author and paragraph] are added to it.",
    )
    answer: Text = Field(description="The right answer.")
    accept: list[Text] = Field(
        default_factory=list, description="Other spellings that are right when typed."
    )
    wrong: Distractors = Field(default_factory=list)
    why: Text = Field(description="The rationale, shown after the answer.")
    difficulty: Level = Field(2, description="1 a headline, 2 a detail, 3 a fine distinction.")
    skill: Skill = Field("recall", description="What the question trains.")
    retired: Text | None = Field(
        None,
        description="Asked no more: the reason, or the id of the question that takes its place.",
    )
    modes: list[ModeName] | None = Field(
        None, description="Only these ways to ask it; all that it has the parts for if left out."
    )
    allow: dict[Name, Text] = Field(
        default_factory=dict,
        description="Rules of `quizgen check` to silence here, each with the reason.",
    )


class ClaimEntry(Entry):
    """One assertion that the essay makes."""

    id: Name = Field(description="Permanent: a student's progress hangs on it.")
    kind: Kind
    text: Text = Field(
        description="Reads on after 'According to ..., ' without a full stop; [[...]] marks blanks."
    )
    speaker: Text | None = Field(None, description="Whom the author cites or quotes.")
    sources: list[Name] | None = Field(None, description="Only in a file of comparisons.")
    rests_on: list[Name] = Field(
        default_factory=list, description="The claims that a comparison compares."
    )
    evidence: Annotated[list[EvidenceEntry], BeforeValidator(one_or_many), Field(min_length=1)]
    topics: Annotated[list[Name], Field(min_length=1)]
    weight: Weight = Field("detail", description="central: what a class would be asked for.")
    pattern: Pattern = Field(
        "attribute",
        description="compare: the editors compare, and no author says it; only of several sources.",
    )
    also: list[Name] = Field(
        default_factory=list, description="Other sources that make the same claim."
    )
    context: Text | None = Field(None, description="An editors' note, shown after the answer.")
    reference: Text | None = Field(None, description="Where a reader finds what the note says.")
    content_note: Text | None = Field(None, description="A warning shown before violent content.")
    questions: dict[Name, QuestionEntry] = Field(default_factory=dict)
    allow: dict[Name, Text] = Field(default_factory=dict)


Todo = Annotated[
    list[Text],
    Field(min_length=1, description="What a person has yet to do; nothing of it is asked."),
]


class AuthorEntry(Entry):
    """Who wrote a source."""

    id: Name | None = Field(None, description="What to call the author by; permanent.")
    name: Text


Authors = Annotated[
    list[
        Annotated[
            Annotated[Text, Tag(AS_TEXT)] | Annotated[AuthorEntry, Tag(AS_MAPPING)],
            Discriminator(lambda value: AS_MAPPING if isinstance(value, dict) else AS_TEXT),
        ]
    ],
    Field(min_length=1, max_length=20),
]


class SourceEntry(Entry):
    """An essay."""

    id: Name
    author: Text | None = Field(None, description="Who wrote it, where it is one.")
    authors: Authors | None = Field(
        None, description="Who wrote it, where there are several: names, or {id: ..., name: ...}."
    )
    title: Text
    publisher: Text
    published: Text
    genre: Text
    licence: Text
    file: Text | None = Field(None, description="The essay's text file, looked for in --essays.")
    url: Url | None = Field(
        None, description="Where the essay is published; it is linked to and never fetched."
    )
    headings: dict[Line, Text] = Field(
        default_factory=dict, description="The essay's headings by their line in the text file."
    )
    uncounted: list[Lines] = Field(
        default_factory=list,
        description="Lines of the text file that are no paragraph: blank lines, title, byline, "
        "captions, pull-quotes, teasers. A line or a stretch: [1-4, 7].",
    )
    about: Text | None = Field(None, description="Who the author is.")
    argues: Text | None = Field(None, description="What the essay argues, in neutral words.")
    todo: Todo | None = Field(
        None, description="What is still to be found out; until then no claim of it is asked."
    )


class TopicEntry(Entry):
    """A heading under which claims of all authors stand."""

    id: Name
    title: Text
    standards: list[Text] = Field(
        [], description="Codes of standards that it serves, as in D2.Civ.8.9-12 (C3)."
    )


class PatternsEntry(Entry):
    """The bank's sentences. Spaces at their ends count: they part one name from the next."""

    model_config = ConfigDict(str_strip_whitespace=False)

    attribute: Annotated[str, Field(pattern=with_parts("authors", "stem"))] | None = None
    compare: Annotated[str, Field(pattern=with_parts("authors", "stem"))] | None = None
    who: Annotated[str, Field(pattern=r"\{stem\}")] | None = None
    cited: Annotated[str, Field(pattern=with_parts("authors", "speaker"))] | None = None
    essay: Annotated[str, Field(pattern=with_parts("author", "title"))] | None = None
    citation: CitationPattern | None = None
    short: Annotated[str, Field(pattern=with_parts("author", "paragraph"))] | None = None
    paragraph: Annotated[str, Field(pattern=r"\{paragraph\}")] | None = None
    paragraphs: Annotated[str, Field(pattern=r"\{paragraph\}")] | None = None
    under: Annotated[str, Field(pattern=with_parts("heading", "place"))] | None = None
    semicolon: str | None = None
    comma: str | None = None
    last: str | None = None


class BankEntry(Entry):
    """What the whole bank is called."""

    id: Name
    title: Text
    about: Text | None = None
    language: Language = "en"
    patterns: PatternsEntry = PatternsEntry()
    licence: Text | None = Field(None, description="Under which the bank's own words are shared.")
    editors: list[Text] = Field(default_factory=list, description="Who wrote the bank.")


class BankFile(Entry):
    """bank.yaml."""

    bank: BankEntry
    topics: Annotated[list[TopicEntry], Field(min_length=1)]
    names: dict[Text, Annotated[list[Text], Field(min_length=1)]] = Field(
        default_factory=dict,
        description="Other names that count when typed: {United States: [U.S., USA]}.",
    )
    people: list[Text] = Field(
        default_factory=list,
        description="Full names of people whose last name is enough when typed.",
    )
