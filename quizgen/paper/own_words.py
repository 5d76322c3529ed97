"""A drawn paper + the teacher's own words -> the paper that is printed.

The drawing and its code stay what they are; this is laid over them. A question of one's own is a
question with a source like any other: the author and where that the teacher names, or the teacher.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgen.bank.attribution import Attribution, Stem, bare
from quizgen.bank.model import Claim, Distractor, Question
from quizgen.bank.source import Author, Evidence, Source
from quizgen.paper.edits import slots
from quizgen.paper.entry import LINES, AroundEntry
from quizgen.paper.paper import Item, Place, options_of
from quizgen.words import N_, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.bank.model import Bank
    from quizgen.paper.code import Recipe
    from quizgen.paper.entry import OwnEntry, QuizEntry, WordsEntry
    from quizgen.paper.paper import Paper

TEACHER = N_("your teacher")
PLAIN_AROUND = AroundEntry()


@dataclass(frozen=True, slots=True)
class _Piece:
    """One question with what stands around it."""

    question: Question
    around: AroundEntry
    slot: int
    """0 for one of the teacher's own."""
    before: tuple[tuple[str, str], ...] = ()
    section: int = 0
    """The section that it stands in, counted from 0."""

    @property
    def own(self) -> bool:
        """Whether it is the teacher's."""
        return not self.slot


def worded(papers: Sequence[Paper], entry: QuizEntry, recipe: Recipe) -> tuple[Paper, ...]:
    """Lay own words, own questions, points and sections over the forms of a quiz.

    Args:
        papers: all forms, as drawn.
        entry: the quiz file.
        recipe: what they were drawn from.
    """
    if not (entry.places or entry.words or entry.own):
        return tuple(papers)
    order = slots(recipe.blueprint.number, recipe.edits)
    at = {item.question.id: slot for item, slot in zip(papers[0].items, order, strict=True)}
    first = _in_sections(_pieces(papers[0], order, entry))
    made = [_paper(papers[0], first, recipe)]
    for paper in papers[1:]:
        own_order = [at[item.question.id] for item in paper.items] if recipe.same else order
        pieces = _pieces(paper, own_order, entry)
        if recipe.same:
            pieces = _as_in(first, pieces)
        made.append(_paper(paper, pieces, recipe))
    return tuple(made)


def _pieces(paper: Paper, order: Sequence[int], entry: QuizEntry) -> list[_Piece]:
    places = {place.slot: place for place in entry.places}
    own = [
        (own.after, _Piece(own_question(own, number, paper.bank), own, 0))
        for number, own in enumerate(entry.own, 1)
    ]
    here = {*order}
    pieces = [piece for after, piece in own if after not in here]
    for item, slot in zip(paper.items, order, strict=True):
        question, before = item.question, list[tuple[str, str]]()
        if given := entry.words.get(question.id):
            question, before = reworded(question, given)
        pieces.append(_Piece(question, places.get(slot, PLAIN_AROUND), slot, tuple(before)))
        pieces += [piece for after, piece in own if after == slot]
    return pieces


def _in_sections(pieces: Sequence[_Piece]) -> list[_Piece]:
    section, made = 0, []
    for piece in pieces:
        section += bool(piece.around.section)
        made.append(replace(piece, section=section))
    return made


def _as_in(first: Sequence[_Piece], pieces: Sequence[_Piece]) -> list[_Piece]:
    """The same questions in another order, in the same sections, whose headings stay in place."""
    sections = {piece.question.id: piece.section for piece in first}
    ordered = sorted(pieces, key=lambda piece: sections[piece.question.id])
    made = []
    for piece, there in zip(ordered, first, strict=True):
        update = {"section": there.around.section, "new_page": there.around.new_page}
        made.append(replace(piece, around=piece.around.model_copy(update=update)))
    return made


def _paper(paper: Paper, pieces: Sequence[_Piece], recipe: Recipe) -> Paper:
    items = tuple(_item(piece, number, paper, recipe) for number, piece in enumerate(pieces, 1))
    return replace(paper, items=items)


def _item(piece: _Piece, number: int, paper: Paper, recipe: Recipe) -> Item:
    around, question = piece.around, piece.question
    lines = around.lines or (0 if question.distractors else LINES)
    place = Place(
        around.points,
        around.section or "",
        around.new_page == "yes",
        lines,
        piece.before,
        piece.own,
    )
    return Item(number, question, () if lines else options_of(question, recipe, paper.form), place)


def reworded(question: Question, given: WordsEntry) -> tuple[Question, list[tuple[str, str]]]:
    """A question in the teacher's words, and what was changed as it was before."""
    before: list[tuple[str, str]] = []
    stem, key, distractors = question.stem, question.key, [*question.distractors]
    if given.ask and given.ask != bare(stem):
        before.append(("ask", bare(stem)))
        stem = Stem(given.ask)
    if given.answer and given.answer != key:
        before.append(("answer", key))
        key = given.answer
    for place, old in enumerate(distractors):
        new = given.wrong.get(old.text, old.text)
        if new != old.text:
            before.append(("wrong", old.text))
            distractors[place] = Distractor(new)  # the reason was about other words
    changed = replace(question, stem=stem, key=key, distractors=tuple(distractors))
    return changed, before


def own_question(own: OwnEntry, number: int, bank: Bank) -> Question:
    """A question of the teacher's own, with its source."""
    _ = words(bank.language).gettext
    name = own.author or _(TEACHER)
    where = own.where or ""
    cited = "{author}, {title}" if where else "{author}"
    patterns = replace(bank.patterns, essay=cited, citation=cited, short="{author}")
    id = f"own-{number}"
    short = f"{name}, {where}" if where else name
    author = Author(f"{id}-{name}", name)
    source = Source(id, name, where, "", "", "", "", authors=(author,), short=short)
    claim = Claim(
        id,
        "fact",
        Stem(own.ask),
        Attribution((source,), patterns),
        (Evidence(source, 1, ""),),
        (),
    )
    wrong = tuple(map(Distractor, own.wrong))
    modes = ("choice",) if wrong else ("typed",)
    why = own.why or ""
    return Question(id, claim, Stem(own.ask), own.answer, (), wrong, why, 1, "recall", modes)
