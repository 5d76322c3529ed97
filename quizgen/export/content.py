"""What is on a paper and on its key, as plain texts that every format lays out.

Two types, so that no format can print a key on a student's paper by mistake: a
:class:`StudentPage` holds none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.bank.model import KIND_LABELS
from quizgen.paper.forms import LETTERS

if TYPE_CHECKING:
    from quizgen.bank.attribution import Prompt
    from quizgen.bank.model import Claim
    from quizgen.bank.source import Source
    from quizgen.paper.paper import Item, Paper

NOTICE = "Items ask what a named author claims. They are not statements of fact."
OPINION = "No question asks what you think: your own opinion is yours."
NOT_THE_ONLY_VIEW = (
    "The keys say what the authors say. Theirs is not the only view; discuss it beside others."
)


@dataclass(frozen=True, slots=True)
class Option:
    """A letter and a text."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a student reads it."""

    number: int
    prompt: Prompt
    options: tuple[Option, ...]
    citation: str


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What a reader should know about a source."""

    heading: str
    about: str
    argues: str
    licence: str


@dataclass(frozen=True, slots=True)
class StudentPage:
    """All of a student's paper. It depends on no key but for the letters' order, by the seed."""

    title: str
    language: str
    form: str
    code: str
    instructions: str
    notes: tuple[str, ...]
    questions: tuple[Asked, ...]
    sources: tuple[SourceNote, ...]
    letters: str
    """As many letters as the longest list of options has."""
    notice: str = NOTICE
    opinion: str = OPINION


@dataclass(frozen=True, slots=True)
class Solved:
    """A question with its key and all that backs it."""

    number: int
    letter: str
    key: str
    prompt: Prompt
    rationale: str
    evidence: tuple[tuple[str, str], ...]
    """Phrases, each with author, essay and paragraph."""
    label: str
    wrong: tuple[tuple[str, str], ...]
    """The letter and the reason of each distractor that has one."""
    context: str
    reference: str
    note: str
    about: str
    """Difficulty and skill, and the id by which to report a problem."""


@dataclass(frozen=True, slots=True)
class TeacherPage:
    """All of a key."""

    title: str
    language: str
    form: str
    code: str
    solutions: tuple[Solved, ...]
    sources: tuple[SourceNote, ...]
    balance: str
    notice: str = NOT_THE_ONLY_VIEW


def student_page(paper: Paper) -> StudentPage:
    """What a student gets."""
    return StudentPage(
        title=paper.title,
        language=paper.bank.language,
        form=paper.form,
        code=paper.code,
        instructions=paper.heading.instructions,
        notes=paper.content_notes,
        questions=tuple(
            Asked(
                item.number,
                item.question.prompt,
                tuple(Option(*pair) for pair in zip(LETTERS, item.options, strict=False)),
                citation(item.question.claim),
            )
            for item in paper.items
        ),
        sources=tuple(map(_source, paper.sources)),
        letters=LETTERS[: max((len(item.options) for item in paper.items), default=0)],
    )


def teacher_page(paper: Paper) -> TeacherPage:
    """What only a teacher gets."""
    return TeacherPage(
        title=paper.title,
        language=paper.bank.language,
        form=paper.form,
        code=paper.code,
        solutions=tuple(map(_solved, paper.items)),
        sources=tuple(map(_source, paper.sources)),
        balance=_balance(paper),
    )


def citation(claim: Claim) -> str:
    """Author, essay and paragraph, each place once."""
    cite = claim.attribution.patterns.cite
    return "; ".join(dict.fromkeys(cite(p.source, p.paragraph) for p in claim.evidence))


def _solved(item: Item) -> Solved:
    question, claim = item.question, item.question.claim
    cite = claim.attribution.patterns.cite
    letters = dict(zip(item.options, LETTERS, strict=False))
    return Solved(
        number=item.number,
        letter=item.key,
        key=question.key,
        prompt=question.prompt,
        rationale=question.rationale,
        evidence=tuple((p.quote, cite(p.source, p.paragraph)) for p in claim.evidence),
        label=KIND_LABELS[claim.kind] + (f", citing {claim.speaker}" if claim.speaker else ""),
        wrong=tuple(sorted((letters[d.text], d.why) for d in question.distractors if d.why)),
        context=claim.context,
        reference=claim.reference,
        note=claim.content_note,
        about=f"difficulty {question.difficulty} of 3 · {question.skill} · {question.id}",
    )


def _source(source: Source) -> SourceNote:
    heading = f"{source.author}, “{source.title}”"
    heading += f" ({source.publisher}, {source.published}), {source.genre}"
    return SourceNote(heading, source.about, source.argues, f"licence: {source.licence}")


def _balance(paper: Paper) -> str:
    """How many questions each author has; a comparison counts for each of its authors."""
    counts = [
        (source.author, sum(source in item.question.claim.sources for item in paper.items))
        for source in paper.sources
    ]
    return ", ".join(f"{author} {count}" for author, count in counts)
