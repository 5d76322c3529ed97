"""What is on a paper and on its key, as plain texts that every format lays out.

Two types, so that no format can print a key on a student's paper by mistake: a
:class:`StudentPage` holds none. All words are here, those of headings and labels too, so that
a format has none of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.paper.forms import LETTERS
from quizgen.paper.paper import INSTRUCTIONS
from quizgen.words import N_, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.attribution import Prompt
    from quizgen.bank.model import Skill, Source
    from quizgen.export.items import Item, ItemSet, Option
    from quizgen.words import Words

NOTICE = N_("Items ask what a named author claims. They are not statements of fact.")
OPINION = N_("No question asks what you think: your own opinion is yours.")
NOT_THE_ONLY_VIEW = N_(
    "The keys say what the authors say. Theirs is not the only view; discuss it beside others."
)
SKILLS: dict[Skill, str] = {
    "recall": N_("recall"),
    "sourcing": N_("sourcing"),
    "evidence": N_("evidence"),
    "corroboration": N_("corroboration"),
    "reasoning": N_("reasoning"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a student reads it."""

    number: int
    prompt: Prompt
    options: tuple[Option, ...]
    lines: int
    """To write on, where there are no options."""
    citation: str


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What a reader should know about a source."""

    heading: str
    about: str
    argues: str
    licence: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A paragraph with a word before it that says what it is."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Blanks:
    """What is to be filled in by hand, each word before a line to write on."""

    name: str
    group: str
    date: str
    score: str
    """Before the points, of as many as there are questions."""


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """The words of the page with the circles."""

    heading: str
    full: str
    """The heading with the form."""
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What paper and key have in common."""

    title: str
    language: str
    form: str
    code: str
    form_label: str
    """Before the letter of the form."""
    form_name: str
    """The form with its letter, and whether it is a key."""
    full: str
    """The title with the form: for a list of files, or a reader that reads aloud."""
    code_label: str
    """Before the code."""
    sources_heading: str
    sources: tuple[SourceNote, ...]
    notice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentPage(_Page):
    """All of a student's paper. It depends on no key but for the letters' order, by the seed."""

    blanks: Blanks
    instructions: str
    opinion: str
    before: Remark | None
    """What to know before reading, where a question touches on something hard."""
    questions: tuple[Asked, ...]
    sheet: AnswerSheet
    letters: str
    """As many letters as the longest list of options has."""


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
    remarks: tuple[Remark, ...]
    """Why others are wrong or right as well, the editors' note, the content note."""
    label: str
    about: str
    """Difficulty and skill, and the id by which to report a problem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeacherPage(_Page):
    """All of a key."""

    heading: str
    """What stands beside the title: that it is a key."""
    balance: Remark
    """How many questions each author has."""
    solutions: tuple[Solved, ...]


def student_page(items: ItemSet) -> StudentPage:
    """What a student gets."""
    say = words(items.language)
    _ = say.gettext
    name = _("Form %(form)s", form=items.form)
    return StudentPage(
        title=items.title,
        language=items.language,
        form=items.form,
        code=items.code,
        form_label=_("Form"),
        form_name=name,
        full=f"{items.title} · {name}",
        code_label=_("Paper code"),
        sources_heading=_("Where the questions come from"),
        sources=tuple(source_note(source, say) for source in items.sources),
        notice=_(NOTICE),
        blanks=Blanks(_("Name"), _("Class"), _("Date"), _("Score")),
        instructions=_instructions(items, say),
        opinion=_(OPINION),
        before=_before(items, say),
        questions=tuple(
            Asked(item.number, item.prompt, item.options, item.lines, item.citation)
            for item in items.items
        ),
        sheet=AnswerSheet(
            _("Answer sheet"),
            _("Answer sheet · Form %(form)s", form=items.form),
            _("Fill in one circle for each question. Erase fully what you change."),
        ),
        letters=LETTERS[: max((len(item.options) for item in items.items), default=0)],
    )


def teacher_page(items: ItemSet) -> TeacherPage:
    """What only a teacher gets."""
    say = words(items.language)
    _ = say.gettext
    name = _("Form %(form)s · Key", form=items.form)
    return TeacherPage(
        title=items.title,
        language=items.language,
        form=items.form,
        code=items.code,
        form_label=_("Form"),
        form_name=name,
        full=f"{items.title} · {name}",
        code_label=_("Paper code"),
        sources_heading=_("Sources"),
        sources=tuple(source_note(source, say) for source in items.sources),
        notice=_(NOT_THE_ONLY_VIEW),
        heading=_("Answer key for the teacher"),
        balance=Remark(_("Questions by author:"), _balance(items)),
        solutions=tuple(_solved(item, say) for item in items.items),
    )


def source_note(source: Source, say: Words) -> SourceNote:
    """A source for whoever reads a paper, a key or a page on it."""
    heading = f"{source.author}, “{source.title}”"
    heading += f" ({source.publisher}, {source.published}), {source.genre}"
    licence = say.gettext("licence: %(licence)s", licence=source.licence)
    return SourceNote(heading, source.about, source.argues, licence)


def _instructions(items: ItemSet, say: Words) -> str:
    """The teacher's own words stay as they are; the usual ones are those of the language."""
    given = items.heading.instructions
    return say.gettext(INSTRUCTIONS) if given == INSTRUCTIONS else given


def _before(items: ItemSet, say: Words) -> Remark | None:
    _ = say.gettext
    if not items.content_notes:
        return None
    notes = "; ".join(note.rstrip(".") for note in items.content_notes)
    text = _(
        "Some questions touch on hard subjects: %(notes)s. "
        "You may skip a question and speak to your teacher.",
        notes=notes,
    )
    return Remark(_("Before you read."), text)


def _solved(item: Item, say: Words) -> Solved:
    _ = say.gettext
    about = _(
        "difficulty %(difficulty)s of 3 · %(skill)s · %(id)s",
        difficulty=item.difficulty,
        skill=_(SKILLS[item.skill]),
        id=item.id,
    )
    return Solved(
        number=item.number,
        letter=item.letter,
        key=item.key,
        prompt=item.prompt,
        rationale=item.rationale,
        evidence=tuple((proof.phrase, proof.place) for proof in item.evidence),
        remarks=tuple(_remarks(item, say)),
        label=item.label,
        about=about,
    )


def _remarks(item: Item, say: Words) -> Iterator[Remark]:
    _ = say.gettext
    if item.accept and not item.options:
        yield Remark(_("Also right."), "; ".join(item.accept))
    for letter, why in item.reasons:
        yield Remark(_("Not %(letter)s.", letter=letter), why)
    if item.context:
        reference = f" ({item.reference})" if item.reference else ""
        yield Remark(_("Editors’ note."), item.context + reference)
    if item.content_note:
        yield Remark(_("Content note."), item.content_note)


def _balance(items: ItemSet) -> str:
    """How many questions each author has; a comparison counts for each of its authors."""
    counts = [
        (source.author, sum(source in item.sources for item in items.items))
        for source in items.sources
    ]
    return ", ".join(f"{author} {count}" for author, count in counts)
