"""What the forms for own words say -> the quiz file with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from quizgen.bank.attribution import bare
from quizgen.errors import Problem, QuizgenError
from quizgen.paper.entry import MAX_LINES, MAX_POINTS, OwnEntry, PlaceEntry, WordsEntry
from quizgen.paper.paper import INSTRUCTIONS
from quizgen.words import N_
from quizgen_web.shell.language import say
from quizgen_web.teacher.draft import clean
from quizgen_web.teacher.problems import problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgen.bank.model import Question
    from quizgen.paper.entry import QuizEntry

MOST_WRONG = 5
NAMES = {
    "ask": N_("The question"),
    "answer": N_("The right answer"),
    "wrong": N_("A wrong answer"),
    "section": N_("Heading of a section"),
    "author": N_("Author"),
    "where": N_("Where it stands"),
    "why": N_("Why it is right"),
    "title": N_("Heading"),
    "instructions": N_("Instructions"),
}
"""The fields as the page calls them."""


def with_heading(entry: QuizEntry, form: Mapping[str, str]) -> QuizEntry:
    """With another heading, other instructions, another look."""
    given = clean(form.get("instructions", ""))
    layout = {"page": form.get("page", "letter")}
    for flag in ("large", "roomy", "sheet"):
        layout[flag] = "yes" if form.get(flag) else "no"
    return _checked(
        entry,
        title=clean(form.get("title", "")),
        instructions=None if given in ("", INSTRUCTIONS) else given,
        layout=layout,
    )


def with_place(entry: QuizEntry, slot: int, form: Mapping[str, str]) -> QuizEntry:
    """With other things around the question of a slot: section, points, page break, lines."""
    around = _around(form)
    places = [place for place in entry.places if place.slot != slot]
    if any(around.values()):
        places.append(_made(PlaceEntry, slot=str(slot), **around))
    return entry.model_copy(update={"places": sorted(places, key=lambda place: place.slot)})


def with_words(entry: QuizEntry, question: Question, form: Mapping[str, str]) -> QuizEntry:
    """With a question of the bank in other words; those of the bank take the words away."""
    wrong = {}
    for place, old in enumerate(question.distractors):
        new = clean(form.get(f"wrong{place}", "")) or old.text
        if new != old.text:
            wrong[old.text] = new
    ask, answer = clean(form.get("ask", "")), clean(form.get("answer", ""))
    words = {**entry.words}
    words.pop(question.id, None)
    given = {
        "ask": ask if ask not in ("", bare(question.stem)) else None,
        "answer": answer if answer not in ("", question.key) else None,
        "wrong": wrong,
    }
    if any(given.values()):
        words[question.id] = _made(WordsEntry, **given)
    options = [answer or question.key]
    options += [wrong.get(d.text, d.text) for d in question.distractors]
    if len(set(options)) < len(options):
        _ = say().gettext
        raise _wrong("own", _("two answers are the same"), _("word one of them otherwise"))
    return entry.model_copy(update={"words": words})


def with_own(entry: QuizEntry, number: int, form: Mapping[str, str]) -> QuizEntry:
    """With a question of one's own: a new one (number 0), or another in its place."""
    wrong = [clean(form.get(f"wrong{place}", "")) for place in range(MOST_WRONG)]
    made = _made(
        OwnEntry,
        after=form.get("after", "0"),
        ask=clean(form.get("ask", "")),
        answer=clean(form.get("answer", "")),
        wrong=[text for text in wrong if text],
        author=clean(form.get("author", "")) or None,
        where=clean(form.get("where", "")) or None,
        why=clean(form.get("why", "")) or None,
        **_around(form),
    )
    _ = say().gettext
    if bool(made.author) != bool(made.where):
        raise _wrong(
            "own",
            _("a question of your own needs its author and where it stands"),
            _("write both, or neither: then it says “your teacher”"),
        )
    if len({made.answer, *made.wrong}) <= len(made.wrong):
        raise _wrong("own", _("two answers are the same"), _("word one of them otherwise"))
    own = [*entry.own]
    if number:
        own[number - 1] = made
    else:
        own.append(made)
    return entry.model_copy(update={"own": own})


def without_own(entry: QuizEntry, number: int) -> QuizEntry:
    """Without a question of one's own."""
    own = [one for place, one in enumerate(entry.own, 1) if place != number]
    return entry.model_copy(update={"own": own})


def _around(form: Mapping[str, str]) -> dict[str, Any]:
    _ = say().gettext
    for name, most in (("points", MAX_POINTS), ("lines", MAX_LINES)):
        text = clean(form.get(name, ""))
        digits = text.isascii() and text.isdigit() and len(text) < 10
        if text and not (digits and int(text) <= most):
            message = _("%(text)s is no number from 0 to %(most)s", text=repr(text), most=most)
            raise _wrong(name, message, _("write it in figures, or leave it empty"))
    around: dict[str, Any] = {"section": clean(form.get("section", "")) or None}
    for name in ("points", "lines"):
        if clean(form.get(name, "")).strip("0"):
            around[name] = clean(form[name])
    if form.get("new_page"):
        around["new_page"] = "yes"
    return around


def _made(model: Any, **values: Any) -> Any:
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise _refused(error) from error


def _checked(entry: QuizEntry, **values: Any) -> QuizEntry:
    data = {**entry.model_dump(exclude_defaults=True), **values}
    try:
        return type(entry).model_validate(data)
    except ValidationError as error:
        raise _refused(error) from error


def _refused(error: ValidationError) -> QuizgenError:
    _ = say().gettext
    problems = []
    for detail in error.errors(include_url=False):
        name = str(detail["loc"][0])
        if detail["type"] == "string_too_long":
            most = detail["ctx"]["max_length"]
            message, advice = _("this is too long"), _("write at most %(most)s signs", most=most)
        else:
            message, advice = _("this is empty"), _("write something, or go back")
        problems.append(problem("own", f"{_(NAMES.get(name, name))}: {message}", advice))
    return QuizgenError(*problems)


def _wrong(field: str, message: str, advice: str) -> QuizgenError:
    return QuizgenError(Problem(field, 0, 0, "page", message, advice))
