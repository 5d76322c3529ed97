"""What a change did, in words, and where on the page a reader goes on after it."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.errors import QuizgenError
from quizgen.paper.edits import parse_edit
from quizgen_web.shell.language import say
from quizgen_web.teacher.draft import UNDO


@dataclass(frozen=True, slots=True)
class Change:
    """What was done with the last button."""

    words: str = ""
    """Empty where nothing was done."""
    number: int = 0
    """Beside which question it is told; 0 is above all of them."""
    focus: str = ""
    """The value of the button that has the focus; without one the words have it."""


def change(action: str, questions: int, forms: int) -> Change:
    """What an action did.

    Args:
        action: an edit that was made, or ``undo``, or nothing.
        questions: how many there are now.
        forms: how many forms there are.
    """
    _ = say().gettext
    if action == UNDO:
        return Change(_("The last change was undone."))
    if not action:
        return Change()
    told = {
        "keep": _("The quiz is kept. From now on every change is kept at once."),
        "take": _("The quiz file was taken back. Every change is kept at once."),
        "heading": _("Heading, instructions and page were changed."),
        "place": _("The question was changed."),
        "own": _("Your question was kept."),
        "drop-own": _("Your question was dropped."),
        "same": _("The order of the forms was changed."),
        "sorted": _("The order of the options was changed."),
    }
    if words := told.get(action.partition(".")[0]):
        return Change(words)
    try:
        edit = parse_edit(action)
    except QuizgenError:
        return Change()
    said = {"number": edit.number, "form": edit.form}
    if edit.change == "swap":
        if forms > 1:
            words = _("Question %(number)s of form %(form)s was swapped.", **said)
        else:
            words = _("Question %(number)s was swapped.", **said)
        return Change(words, edit.number, action)
    if edit.change == "pick":
        if forms > 1:
            words = _("Question %(number)s of form %(form)s is another one now.", **said)
        else:
            words = _("Question %(number)s is another one now.", **said)
        return Change(words, min(edit.number, questions))
    if edit.change == "add":
        return Change(_("A question was added at the end."), questions)
    if edit.change == "drop":
        if forms > 1:
            words = _("Question %(number)s was dropped in every form.", **said)
        else:
            words = _("Question %(number)s was dropped.", **said)
        return Change(words, min(edit.number, questions))
    now = edit.to if edit.change == "move" else edit.number + (1 if edit.change == "down" else -1)
    if forms > 1:
        words = _("Question %(number)s is now question %(now)s in every form.", now=now, **said)
    else:
        words = _("Question %(number)s is now question %(now)s.", now=now, **said)
    # The same button again, so that it can be pressed again; at the end, the one that leads back.
    if edit.change == "move":
        return Change(words, now)
    onward = {1: "down", questions: "up"}.get(now, edit.change)
    return Change(words, now, f"{onward}.{now}")
