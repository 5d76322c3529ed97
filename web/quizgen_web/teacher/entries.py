"""Draft <-> quiz file, and what a form of the page changes in a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from quizgen.export import Layout, Page
from quizgen.paper.blueprint import AXES
from quizgen.paper.code import Recipe, decode, seed_number, seed_text
from quizgen.paper.edits import parse_edit
from quizgen.paper.entry import LayoutEntry
from quizgen.paper.file import heading_of
from quizgen.paper.file_text import entry_of, quiz_text
from quizgen_web.teacher.draft import Draft, Wish

if TYPE_CHECKING:
    from quizgen.bank.model import Bank
    from quizgen.paper.entry import QuizEntry
    from quizgen.paper.paper import Quiz
    from quizgen_web.teacher.recipe import Order


def draft_of(entry: QuizEntry, id: str) -> Draft:
    """A kept quiz as a draft: what it holds, and its file."""
    heading, made, layout = heading_of(entry), entry.recipe, entry.layout
    wishes = []
    for axis in AXES:
        for word in getattr(made, axis):
            value, _, count = word.partition("=")
            wishes.append(Wish(axis, value, count))
    return Draft(
        number=str(made.number),
        wishes=tuple(wishes),
        forms=str(made.forms),
        seed=made.seed,
        page=layout.page,
        large=layout.large == "yes",
        roomy=layout.roomy == "yes",
        sheet=layout.sheet == "yes",
        title=heading.title,
        instructions=heading.instructions,
        edits=tuple(entry.edits),
        quiz=id,
        body=quiz_text(entry),
    )


def layout(draft: Draft) -> Layout:
    """How a draft is printed; a page that nobody has is the usual one."""
    page: Page = next((page for page in get_args(Page) if page == draft.page), "letter")
    return Layout(page, draft.large, draft.roomy, draft.sheet)


def layout_entry(draft: Draft) -> LayoutEntry:
    """The same for a quiz file."""
    how = layout(draft)
    flags: dict[str, Any] = {
        name: "yes" if getattr(how, name) else "no" for name in ("large", "roomy", "sheet")
    }
    return LayoutEntry(page=how.page, **flags)


def file_of(draft: Draft, order: Order, quiz: Quiz) -> QuizEntry:
    """The file of a draft that is not kept."""
    recipe = Recipe(
        seed_number(draft.seed), order.forms, 0, order.blueprint, edits=tuple(order.edits)
    )
    return entry_of(quiz.papers, recipe, order.heading, layout_entry(draft))


def changed(entry: QuizEntry, action: str) -> QuizEntry:
    """A quiz file after an edit, with nothing left behind of what is gone.

    Raises:
        QuizgenError: where the action is no edit.
    """
    edit = parse_edit(action)
    edits = [*entry.edits]
    if action in ("same", "sorted") and action in edits:
        edits.remove(action)
    else:
        edits.append(str(edit))
    return entry.model_copy(update={"edits": edits})


def recipe_draft(code: str, bank: Bank) -> Draft:
    """A printed code as a draft that can be changed."""
    recipe = decode(code, bank)
    cells = recipe.blueprint.cells
    return replace(
        Draft(),
        number=str(recipe.blueprint.number),
        wishes=tuple(Wish(c.axis, c.value, str(c.count) if c.count else "") for c in cells),
        forms=str(recipe.forms),
        seed=seed_text(recipe),
        edits=tuple(map(str, recipe.edits)),
        form="ABCDEFGHIJKLMNOPQRSTUVWXYZ"[recipe.form],
    )
