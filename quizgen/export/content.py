"""Items -> the words of a paper and of its key, in the language of the bank."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from quizgen.export.pages import (
    AnswerSheet,
    Asked,
    Blanks,
    Cited,
    Phrase,
    Remark,
    Solved,
    SourceNote,
    StudentPage,
    TeacherPage,
)
from quizgen.paper.forms import LETTERS
from quizgen.paper.paper import INSTRUCTIONS
from quizgen.words import N_, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.model import Bank, Skill
    from quizgen.bank.source import Author
    from quizgen.export.items import Item, ItemSet
    from quizgen.words import Words

NOTICE = N_("Items ask what a named author claims. They are not statements of fact.")
OPINION = N_("No question asks what you think: your own opinion is yours.")
NOT_THE_ONLY_VIEW = N_(
    "The keys say what the authors say. Theirs is not the only view; discuss it beside others."
)
COUNTED = N_("¶ 19 is the nineteenth paragraph of an essay, as a reader of its page counts.")
CHANGED = N_(
    "Some words are your own; the notes below tell which, and how they were. The code brings back "
    "the bank’s questions; keep the quiz file, which holds your words as well."
)
PARTS = {
    "ask": N_("The question in the bank"),
    "answer": N_("The right answer in the bank"),
    "wrong": N_("A wrong answer in the bank"),
}
"""What a teacher can word anew, as it is called before how it was."""
SKILLS: dict[Skill, str] = {
    "recall": N_("recall"),
    "sourcing": N_("sourcing"),
    "evidence": N_("evidence"),
    "corroboration": N_("corroboration"),
    "reasoning": N_("reasoning"),
}


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
        code_label=_("Quiz code"),
        sources_heading=_("Where the questions come from"),
        sources=_sources(items, say),
        credit=credit(items.bank),
        notice=_(NOTICE),
        blanks=Blanks(_("Name"), _("Class"), _("Date"), _("Score"), items.most),
        instructions=_instructions(items, say),
        opinion=_(OPINION),
        counted=_(COUNTED),
        online=_("Practise online:"),
        before=_before(items, say),
        questions=tuple(_asked(item, say) for item in items.items),
        sheet=AnswerSheet(
            _("Answer sheet"),
            _("Answer sheet · Form %(form)s", form=items.form),
            _("Fill in one circle for each question. Erase fully what you change."),
            _("Not so:"),
            _("Seat"),
            _("Sheet %(page)s of %(pages)s", page="%(page)s", pages="%(pages)s"),
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
        code_label=_("Quiz code"),
        sources_heading=_("Sources"),
        sources=_sources(items, say),
        credit=credit(items.bank),
        notice=_(NOT_THE_ONLY_VIEW),
        heading=_("Answer key for the teacher"),
        balance=Remark(_("Questions by author:"), _balance(items)),
        solutions=tuple(_solved(item, say) for item in items.items),
        letters_heading=_("Answer key: letters only"),
        most=_most(items, say),
        changed=_(CHANGED) if any(_is_changed(item) for item in items.items) else "",
    )


def credit(bank: Bank) -> str:
    """Whose words the questions are, as a sentence; empty where the bank does not say."""
    _ = words(bank.language).gettext
    return _("Questions, reasons and notes: %(who)s.", who=bank.credit) if bank.credit else ""


def _asked(item: Item, say: Words) -> Asked:
    return Asked(
        item.number,
        item.prompt,
        item.options,
        item.lines,
        tuple(Cited(cited.text, cited.source.url) for cited in item.citations),
        tuple(Cited(cited.short, cited.source.url) for cited in item.citations),
        _points(item, say),
        item.place.section,
        item.place.new_page,
    )


def _points(item: Item, say: Words) -> str:
    count = item.place.points
    return say.ngettext("%(num)s point", "%(num)s points", count) if count else ""


def _most(items: ItemSet, say: Words) -> Remark | None:
    if not any(item.place.points for item in items.items):
        return None
    return Remark(say.gettext("Points in all:"), str(items.most))


def _is_changed(item: Item) -> bool:
    return item.place.own or bool(item.place.before)


def _sources(items: ItemSet, say: Words) -> tuple[SourceNote, ...]:
    return tuple(
        SourceNote(
            "" if items.essays[source.id] == source.short else source.short,
            ", ".join(filter(None, (items.essays[source.id], source.genre))),
            source.about,
            source.argues,
            say.gettext("licence: %(licence)s", licence=source.licence) if source.licence else "",
            source.url,
        )
        for source in items.sources
    )


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
    if item.weight == "central":
        about = _("central claim · %(about)s", about=about)
    standards = dict.fromkeys(code for topic in item.topics for code in topic.standards)
    if standards:
        about = _("%(about)s · standards: %(codes)s", about=about, codes=", ".join(standards))
    if item.place.own:
        about = item.id
    return Solved(
        number=item.number,
        letter=item.letter,
        key=item.key,
        prompt=item.prompt,
        rationale=item.rationale,
        evidence=tuple(Phrase(proof.phrase, proof.place, proof.url) for proof in item.evidence),
        remarks=tuple(_remarks(item, say)),
        label=_("Your own question") if item.place.own else item.label,
        points=_points(item, say),
        about=about,
    )


def _remarks(item: Item, say: Words) -> Iterator[Remark]:
    _ = say.gettext
    if item.place.own:
        yield Remark(_("Your own question."), _("It is not from the bank."))
    for part, before in item.place.before:
        yield Remark(_("Your wording."), f"{_(PARTS[part])}: {before}")
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
    counts = Counter(author for item in items.items for author in item.authors)
    return ", ".join(f"{author.name} {count}" for author, count in _in_order(counts, items.bank))


def _in_order(counts: Counter[Author], bank: Bank) -> Iterator[tuple[Author, int]]:
    """The bank's authors in its order, then others in theirs."""
    for author in dict.fromkeys((*bank.authors, *counts)):
        if counts[author]:
            yield author, counts[author]
