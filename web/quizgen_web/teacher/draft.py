"""A paper in the making, as its address tells it: what a teacher typed, right or wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgen.paper.blueprint import AXES
from quizgen.paper.edits import OF_ALL
from quizgen.paper.paper import Heading
from quizgen_web.shell.language import say

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

    from quizgen.paper.blueprint import Axis

INSTRUCTIONS = Heading().instructions
UNDO = "undo"
FLAGS = ("large", "roomy", "sheet")
"""How it is printed, each on or off."""

_LINE_END = re.compile("\r\n?")
_NAMES = {
    "n": "number",
    "forms": "forms",
    "seed": "seed",
    "code": "code",
    "page": "page",
    "title": "title",
    "instructions": "instructions",
    "form": "form",
    "quiz": "quiz",
}
"""Where each field of an address goes that holds one text."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A value that the paper shall hold; without a count it only filters."""

    axis: Axis
    value: str
    count: str = ""

    def __str__(self) -> str:
        return f"{self.value}={self.count}" if self.count else self.value


@dataclass(frozen=True, slots=True)
class Draft:
    """What the address says. Texts are as they were typed; an empty one is as if left out."""

    number: str = ""
    wishes: tuple[Wish, ...] = ()
    forms: str = "1"
    seed: str = ""
    code: str = ""
    """Of a printed paper; nothing else says what the paper holds then."""
    page: str = "letter"
    large: bool = False
    roomy: bool = False
    sheet: bool = False
    title: str = ""
    instructions: str = INSTRUCTIONS
    edits: tuple[str, ...] = ()
    form: str = "A"
    quiz: str = ""
    """The id of a kept quiz; its file says all else."""
    body: str = ""
    """The text of that file; no address holds it."""

    @classmethod
    def of(cls, args: MultiDict[str, str]) -> Draft:
        """Read an address.

        A value is wanted as ``topic=asia`` or ``topic=asia=5``; the page's own fields for numbers
        are named ``topic:asia``.
        """
        given = {name: clean(args[key]) for key, name in _NAMES.items() if key in args}
        if given.get("instructions") == say().gettext(INSTRUCTIONS):
            given["instructions"] = INSTRUCTIONS
        draft = cls(
            wishes=tuple(_wishes(args)),
            large=bool(args.get("large")),
            roomy=bool(args.get("roomy")),
            sheet=bool(args.get("sheet")),
            edits=tuple(filter(None, map(clean, args.getlist("edit")))),
            **{name: text for name, text in given.items() if text},
        )
        if draft.quiz:
            return cls(quiz=draft.quiz, form=draft.form)
        if draft.code:
            how = ("code", "page", *FLAGS, "title", "instructions")
            draft = cls(**{name: getattr(draft, name) for name in how})
        return draft

    def fields(self) -> list[tuple[str, str]]:
        """The shortest address that says the same, as names and values."""
        if self.quiz:
            return [("quiz", self.quiz)] + ([("form", self.form)] if self.form != "A" else [])
        pairs = [
            (key, getattr(self, name))
            for key, name in _NAMES.items()
            if getattr(self, name) != getattr(_NOTHING, name)
        ]
        pairs += [(wish.axis, str(wish)) for wish in self.wishes]
        pairs += [(flag, "1") for flag in FLAGS if getattr(self, flag)]
        return pairs + [("edit", edit) for edit in self.edits]

    def after(self, action: str) -> Draft:
        """The draft once a button was pressed: an edit, or ``undo``."""
        if not action or self.code or self.quiz:
            return self
        if action in OF_ALL and action in self.edits:  # pressed again: as it was
            edits = tuple(edit for edit in self.edits if edit != action)
        else:
            edits = self.edits[:-1] if action == UNDO else (*self.edits, action)
        return replace(self, edits=edits)

    def unworded(self) -> Draft:
        """The draft without the teacher's own heading and instructions."""
        return replace(self, title="", instructions=INSTRUCTIONS)


_NOTHING = Draft()


def _wishes(args: MultiDict[str, str]) -> list[Wish]:
    counts: dict[tuple[Axis, str], str] = {}
    for axis in AXES:
        words = args.getlist(axis)
        for key, text in args.items():
            if key.startswith(f"{axis}:") and clean(text):
                words.append(f"{key.partition(':')[2]}={text}")
        for word in words:
            value, _, count = word.partition("=")
            counts[axis, clean(value)] = clean(count)
    return [Wish(axis, value, count) for (axis, value), count in counts.items() if value]


def clean(text: str) -> str:
    """A text without space at its ends; a browser ends the lines of a form with two characters."""
    return _LINE_END.sub("\n", text).strip()
