"""The shape of a bank's YAML files, as pydantic models.

They say which keys there are and what a value may look like; what one value means for
another is the business of ``assemble``. The JSON Schema for editors is made from them.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
)
from pydantic_core import PydanticCustomError

from quizgen.bank.model import Difficulty, Kind, Skill, Weight
from quizgen.bank.patterns import Pattern
from quizgen.modes import MODES

NAME = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
LINE = r"^[1-9][0-9]{0,4}$"
LINES = r"^[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})?$"
URL = r'^https?://[^\s/?#@<>"{}|\\^`]+([/?#][^\s<>"{}|\\^`]*)?$'
"""No name or password before the host, and nothing that an address must write with %."""


def _with(one: str, other: str) -> str:
    """A pattern that holds both, in either order."""
    return rf"\{{{one}\}}.*\{{{other}\}}|\{{{other}\}}.*\{{{one}\}}"


CITATION = _with("(essay|author)", "(place|paragraph)")

Text = Annotated[str, Field(min_length=1, max_length=2000)]
Name = Annotated[str, Field(pattern=NAME, max_length=80)]
Line = Annotated[str, Field(pattern=LINE)]
Lines = Annotated[str, Field(pattern=LINES)]


class Entry(BaseModel):
    """A mapping of a bank's file: no unknown keys, no change once it is read."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        defer_build=True,  # what nests in another model needs no validator of its own
    )


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


def _number(value: Any) -> Any:
    """Only plain figures are a number: pydantic alone would take ``1_000`` and ``+3``, too."""
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value


def _mode(name: str) -> str:
    if name not in MODES:
        raise PydanticCustomError(
            "literal_error", "no such mode", {"expected": " or ".join(map(repr, MODES))}
        )
    return name


ModeName = Annotated[
    str,
    AfterValidator(_mode),
    Field(json_schema_extra=lambda schema: schema.update({"enum": list(MODES)})),
]


class EvidenceEntry(Entry):
    """Where the essay says it."""

    source: Name | None = Field(
        None, description="The source's id; only where several are compared."
    )
    paragraph: Annotated[int, BeforeValidator(_number), Field(ge=1, le=100_000, strict=True)] = (
        Field(
            description="The paragraph's number, from 1, as a reader of the published page counts."
        )
    )
    quote: Text = Field(description="3 to 12 words that stand there word for word.")
    says: dict[Text, Text] = Field(
        default={},
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
    answer: Text = Field(description="The right answer.")
    accept: list[Text] = Field(default=[], description="Other spellings that are right when typed.")
    wrong: Distractors = []
    why: Text = Field(description="The rationale, shown after the answer.")
    difficulty: Annotated[Difficulty, BeforeValidator(_number)] = Field(
        2, description="1 a headline, 2 a detail, 3 a fine distinction."
    )
    skill: Skill = Field("recall", description="What the question trains.")
    retired: Text | None = Field(
        None,
        description="Asked no more: the reason, or the id of the question that takes its place.",
    )
    modes: list[ModeName] | None = Field(
        None, description="Only these ways to ask it; all that it has the parts for if left out."
    )
    allow: dict[Name, Text] = Field(
        default={}, description="Rules of `quizgen check` to silence here, each with the reason."
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
    rests_on: list[Name] = Field(default=[], description="The claims that a comparison compares.")
    evidence: Annotated[list[EvidenceEntry], BeforeValidator(_one_or_many), Field(min_length=1)]
    topics: Annotated[list[Name], Field(min_length=1)]
    weight: Weight = Field("detail", description="central: what a class would be asked for.")
    pattern: Pattern = Field(
        "attribute",
        description="compare: the editors compare, and no author says it; only of several sources.",
    )
    also: list[Name] = Field(default=[], description="Other sources that make the same claim.")
    context: Text | None = Field(None, description="An editors' note, shown after the answer.")
    reference: Text | None = Field(None, description="Where a reader finds what the note says.")
    content_note: Text | None = Field(None, description="A warning shown before violent content.")
    questions: dict[Name, QuestionEntry] = {}
    allow: dict[Name, Text] = {}


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
    url: Annotated[str, Field(pattern=URL, max_length=2000)] | None = Field(
        None, description="Where the essay is published; it is linked to and never fetched."
    )
    headings: dict[Line, Text] = Field(
        default={}, description="The essay's headings by their line in the text file."
    )
    uncounted: list[Lines] = Field(
        default=[],
        description="Lines of the text file that are no paragraph: blank lines, title, byline, "
        "captions, pull-quotes, teasers. A line or a stretch: [1-4, 7].",
    )
    about: Text | None = Field(None, description="Who the author is.")
    argues: Text | None = Field(None, description="What the essay argues, in neutral words.")


class SourceFile(Entry):
    """A file with one essay and its claims."""

    source: SourceEntry
    claims: list[ClaimEntry] = []


class CompareFile(Entry):
    """A file of claims that compare sources."""

    claims: list[ClaimEntry]


class TopicEntry(Entry):
    """A heading under which claims of all authors stand."""

    id: Name
    title: Text


class PatternsEntry(Entry):
    """The bank's sentences. Spaces at their ends count: they part one name from the next."""

    model_config = ConfigDict(str_strip_whitespace=False)

    attribute: Annotated[str, Field(pattern=_with("authors", "stem"))] | None = None
    compare: Annotated[str, Field(pattern=_with("authors", "stem"))] | None = None
    who: Annotated[str, Field(pattern=r"\{stem\}")] | None = None
    cited: Annotated[str, Field(pattern=_with("authors", "speaker"))] | None = None
    essay: Annotated[str, Field(pattern=_with("author", "title"))] | None = None
    citation: Annotated[str, Field(pattern=CITATION)] | None = None
    short: Annotated[str, Field(pattern=_with("author", "paragraph"))] | None = None
    paragraph: Annotated[str, Field(pattern=r"\{paragraph\}")] | None = None
    paragraphs: Annotated[str, Field(pattern=r"\{paragraph\}")] | None = None
    under: Annotated[str, Field(pattern=_with("heading", "place"))] | None = None
    semicolon: str | None = None
    comma: str | None = None
    last: str | None = None


class BankEntry(Entry):
    """What the whole bank is called."""

    id: Name
    title: Text
    about: Text | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] = "en"
    patterns: PatternsEntry = PatternsEntry()
    licence: Text | None = Field(None, description="Under which the bank's own words are shared.")
    editors: list[Text] = Field(default=[], description="Who wrote the bank.")


class BankFile(Entry):
    """bank.yaml."""

    bank: BankEntry
    topics: Annotated[list[TopicEntry], Field(min_length=1)]
