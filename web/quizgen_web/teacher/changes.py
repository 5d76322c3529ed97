"""What a change did, in words, and where on the page a reader goes on after it."""

from __future__ import annotations

from dataclasses import dataclass

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
    edit = parse_edit(action)
    said = {"number": edit.number, "form": edit.form}
    if edit.change == "swap":
        if forms > 1:
            words = _("Question %(number)s of form %(form)s was swapped.", **said)
        else:
            words = _("Question %(number)s was swapped.", **said)
        return Change(words, edit.number, action)
    if edit.change == "drop":
        if forms > 1:
            words = _("Question %(number)s was dropped in every form.", **said)
        else:
            words = _("Question %(number)s was dropped.", **said)
        return Change(words, min(edit.number, questions))
    now = edit.number + (1 if edit.change == "down" else -1)
    if forms > 1:
        words = _("Question %(number)s is now question %(now)s in every form.", now=now, **said)
    else:
        words = _("Question %(number)s is now question %(now)s.", now=now, **said)
    # The same button again, so that it can be pressed again; at the end, the one that leads back.
    onward = {1: "down", questions: "up"}.get(now, edit.change)
    return Change(words, now, f"{onward}.{now}")
