"""The shape of whole files of claims, with the claims that are still in the making."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Discriminator, Field, Tag

from quizgen.bank.model import Kind, Skill, Weight
from quizgen.bank.patterns import Pattern
from quizgen.bank.values import Level, ModeName, Name, Text
from quizgen.bank.yaml_schema import (
    ClaimEntry,
    Distractors,
    Entry,
    EvidenceEntry,
    SourceEntry,
    Todo,
    one_or_many,
)


class ProposalEntry(Entry):
    """What `quizgen draft` found at the place: to be used and then removed."""

    score: Text | None = Field(None, description="The higher, the more there is to ask.")
    blanks: list[Text] = Field(default=[], description="Words worth a blank, or an answer.")
    candidates: list[Text] = Field(
        default=[], description="Others of the same kind in the same essay, for wrong options."
    )


class DraftQuestionEntry(Entry):
    """A question in the making: whatever is known of it."""

    ask: Text | None = None
    answer: Text | None = None
    accept: list[Text] = []
    wrong: Distractors = []
    why: Text | None = None
    difficulty: Level | None = None
    skill: Skill | None = None
    retired: Text | None = None
    modes: list[ModeName] | None = None
    allow: dict[Name, Text] = {}


class DraftEntry(Entry):
    """A claim in the making: it says what is to do, and nothing of it is ever asked."""

    todo: Todo
    id: Name = Field(description="Permanent once the claim is finished.")
    kind: Kind | None = None
    text: Text | None = None
    speaker: Text | None = None
    sources: list[Name] | None = None
    rests_on: list[Name] = []
    evidence: Annotated[list[EvidenceEntry], BeforeValidator(one_or_many)] = []
    topics: list[Name] = []
    weight: Weight = "detail"
    pattern: Pattern = "attribute"
    also: list[Name] = []
    context: Text | None = None
    reference: Text | None = None
    content_note: Text | None = None
    questions: dict[Name, DraftQuestionEntry] = {}
    allow: dict[Name, Text] = {}
    proposal: ProposalEntry | None = None


AS_CLAIM, AS_DRAFT = "<claim>", "<draft>"

Claims = list[
    Annotated[
        Annotated[ClaimEntry, Tag(AS_CLAIM)] | Annotated[DraftEntry, Tag(AS_DRAFT)],
        Discriminator(
            lambda value: AS_DRAFT if isinstance(value, dict) and "todo" in value else AS_CLAIM
        ),
    ]
]


class SourceFile(Entry):
    """A file with one essay and its claims."""

    source: SourceEntry
    claims: Claims = []


class CompareFile(Entry):
    """A file of claims that compare sources."""

    claims: Claims
