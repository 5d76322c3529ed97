"""What is on a paper and on its key, as plain texts that every format lays out.

Two types, so that no format can print a key on a student's paper by mistake: a
:class:`StudentPage` holds none.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.paper.forms import LETTERS

if TYPE_CHECKING:
    from quizgen.bank.attribution import Prompt
    from quizgen.bank.model import Bank, Claim
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
class Cited:
    """Author, essay and place, and the address to which they lead; empty where there is none."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a student reads it."""

    number: int
    prompt: Prompt
    options: tuple[Option, ...]
    citation: tuple[Cited, ...]
    """One for each essay. It leads to the essay only: at the phrase stands the answer."""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What a reader should know about a source."""

    heading: str
    about: str
    argues: str
    licence: str
    url: str


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
    credit: str
    """Who wrote the questions and on what terms they are shared; empty where the bank is silent."""
    notice: str = NOTICE
    opinion: str = OPINION


@dataclass(frozen=True, slots=True)
class Proof:
    """A phrase with author, essay and place, and the address of the very words."""

    phrase: str
    place: str
    url: str


@dataclass(frozen=True, slots=True)
class Solved:
    """A question with its key and all that backs it."""

    number: int
    letter: str
    key: str
    prompt: Prompt
    rationale: str
    evidence: tuple[Proof, ...]
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
    credit: str
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
                tuple(
                    Cited(cited.text, cited.source.url) for cited in item.question.claim.citations
                ),
            )
            for item in paper.items
        ),
        sources=_sources(paper),
        letters=LETTERS[: max((len(item.options) for item in paper.items), default=0)],
        credit=credit(paper.bank),
    )


def teacher_page(paper: Paper) -> TeacherPage:
    """What only a teacher gets."""
    return TeacherPage(
        title=paper.title,
        language=paper.bank.language,
        form=paper.form,
        code=paper.code,
        solutions=tuple(map(_solved, paper.items)),
        sources=_sources(paper),
        balance=_balance(paper),
        credit=credit(paper.bank),
    )


def credit(bank: Bank) -> str:
    """Whose words the questions are, as a sentence; empty where the bank does not say."""
    return f"Questions, reasons and notes: {bank.credit}." if bank.credit else ""


def _solved(item: Item) -> Solved:
    question, claim = item.question, item.question.claim
    letters = dict(zip(item.options, LETTERS, strict=False))
    return Solved(
        number=item.number,
        letter=item.key,
        key=question.key,
        prompt=question.prompt,
        rationale=question.rationale,
        evidence=_proof(claim),
        label=claim.label + (f", citing {claim.speaker}" if claim.speaker else ""),
        wrong=tuple(sorted((letters[d.text], d.why) for d in question.distractors if d.why)),
        context=claim.context,
        reference=claim.reference,
        note=claim.content_note,
        about=f"difficulty {question.difficulty} of 3 · {question.skill} · {question.id}",
    )


def _proof(claim: Claim) -> tuple[Proof, ...]:
    cited = [(piece.quote, claim.cite(piece)) for piece in claim.evidence]
    return tuple(Proof(phrase, place.text, place.url) for phrase, place in cited)


def _sources(paper: Paper) -> tuple[SourceNote, ...]:
    return tuple(
        SourceNote(
            f"{paper.bank.patterns.essay_of(source)}, {source.genre}",
            source.about,
            source.argues,
            f"licence: {source.licence}",
            source.url,
        )
        for source in paper.sources
    )


def _balance(paper: Paper) -> str:
    """How many questions each author has; a comparison counts for each of its authors."""
    counts = Counter(author for item in paper.items for author in item.question.claim.authors)
    return ", ".join(f"{a.name} {counts[a]}" for a in paper.bank.authors if counts[a])
