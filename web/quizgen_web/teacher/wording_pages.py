"""Pages for one question: others to choose from, its words, a question of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import abort, request

from quizgen.bank.attribution import bare
from quizgen.errors import QuizgenError
from quizgen.paper.candidates import candidates, searched
from quizgen.paper.edits import slots
from quizgen.paper.file import parse_quiz, recipe_of
from quizgen_web.shell.page import page
from quizgen_web.shell.site import site
from quizgen_web.teacher import saved
from quizgen_web.teacher.addresses import Answer, address, blueprint, papers
from quizgen_web.teacher.downloads import refused
from quizgen_web.teacher.papers import form_of
from quizgen_web.teacher.recipe import recipe_of_draft
from quizgen_web.teacher.wordings import MOST_WRONG

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizgen.bank.model import Question
    from quizgen.paper.entry import OwnEntry, QuizEntry
    from quizgen.paper.paper import Item
    from quizgen_web.teacher.draft import Draft
    from quizgen_web.teacher.problems import Told

MOST_FOUND = 40


@blueprint.get("/choices")
def choices() -> Answer:
    """Show what could stand in a place, with the answers; or what a search of the bank finds."""
    draft = saved.drafted(request.args)
    query = request.args.get("q", "").strip()[:200]
    try:
        paper = form_of(papers().quiz(draft), draft.form)
        place = drawn_place(draft, _number(request.args.get("place", "")), paper.items)
    except QuizgenError as error:
        return refused(draft, error)
    form = [item.question for item in paper.items if not item.place.own]
    form = [site().bank.by_id.get(q.id, q) for q in form]
    found: Sequence[Question] = ()
    if query:
        found = [*searched(site().bank.questions, query, form)]
    elif place:
        found = candidates(site().bank.questions, recipe_of_draft(site().bank, draft), form, place)
    return page(
        "quiz_choices.html",
        draft=draft,
        paper=paper,
        place=place,
        number=_number(request.args.get("place", "")),
        old=form[place - 1] if place else None,
        query=query,
        count=len(found),
        found=[(q, f"pick.{paper.form}.{place}.{q.id}" if place else f"add.{q.id}") for q in found][
            :MOST_FOUND
        ],
        most=MOST_FOUND,
        address=address,
    )


@blueprint.get("/question")
def question() -> Answer:
    """Show the form for the words of a question, and for what stands around it."""
    draft = saved.drafted(request.args)
    if not draft.quiz:
        abort(404)
    paper = form_of(papers().quiz(draft), draft.form)
    number = _number(request.args.get("place", ""))
    entry = parse_quiz(draft.body.encode(), "quiz")
    if not number:
        return _own(draft.quiz, 0, {"after": str(last_slot(entry))})
    if number > len(paper.items):
        abort(404)
    item = paper.items[number - 1]
    if item.place.own:
        own = int(item.question.id.removeprefix("own-"))
        return _own(draft.quiz, own, own_values(entry.own[own - 1]))
    slot = slot_of(draft, entry, number, paper.items)
    return _question(draft.quiz, item.question.id, slot, values_of(item), draft.form)


def shown_again(
    quiz: str, entry: QuizEntry, form: Mapping[str, str], problems: Sequence[Told]
) -> str:
    """The page of a form that could not be kept, with all that was typed."""
    what, _, number = form.get("do", "").partition(".")
    if what == "own":
        return _own(quiz, int(number or 0), form, problems)
    return _question(
        quiz, form.get("question", ""), int(number or 0), form, form.get("form", "A"), problems
    )


def _question(
    quiz: str,
    id: str,
    slot: int,
    values: Mapping[str, Any],
    form: str,
    problems: Sequence[Told] = (),
) -> str:
    asked = site().bank.by_id.get(id) or abort(404)
    return page(
        "quiz_question.html",
        quiz=quiz,
        form=form,
        slot=slot,
        question=asked,
        stem=bare(asked.stem),
        values=values,
        problems=problems,
    )


def _own(quiz: str, number: int, values: Mapping[str, Any], problems: Sequence[Told] = ()) -> str:
    return page(
        "quiz_own.html",
        quiz=quiz,
        number=number,
        values=values,
        problems=problems,
        wrongs=range(MOST_WRONG),
    )


def own_values(own: OwnEntry) -> dict[str, Any]:
    """What the form shows of a question of one's own."""
    values = own.model_dump(exclude_defaults=True)
    values |= {f"wrong{place}": text for place, text in enumerate(own.wrong)}
    return values | {"after": str(own.after)}


def values_of(item: Item) -> dict[str, Any]:
    """What the form shows of a question of the bank, in the words that it has now."""
    place = item.place
    values: dict[str, Any] = {"ask": bare(item.question.stem), "answer": item.question.key}
    values |= {f"wrong{n}": d.text for n, d in enumerate(item.question.distractors)}
    return values | {
        "points": place.points or "",
        "section": place.section,
        "new_page": place.new_page,
        "lines": place.lines or "",
    }


def drawn_place(draft: Draft, number: int, items: Sequence[Item]) -> int:
    """The place of a question among those of the bank; 0 for no place."""
    if not number:
        return 0
    if number > len(items) or items[number - 1].place.own:
        abort(404)
    return sum(not item.place.own for item in items[:number])


def slot_of(draft: Draft, entry: QuizEntry, number: int, items: Sequence[Item]) -> int:
    """The slot of a question of form A's order, by its place on the page."""
    order = slots(int(entry.recipe.number), recipe_of(entry, site().bank).edits)
    if "same" in draft.edits and draft.form != "A":
        first = form_of(papers().quiz(draft), "A").items
        ids = [item.question.id for item in first]
        number, items = ids.index(items[number - 1].question.id) + 1, first
    return order[drawn_place(draft, number, items) - 1]


def last_slot(entry: QuizEntry) -> int:
    """The slot at the end, behind which a new question stands."""
    return slots(int(entry.recipe.number), recipe_of(entry, site().bank).edits)[-1]


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
