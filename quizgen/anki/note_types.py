"""The five note types: their fields, their templates and their look.

A field or template is itself by its number here, never by its name or place, so a later
edition may rename it. Numbers are never used for something else. Anki's default import can
neither add nor remove fields and templates: the spare ones are there to be renamed into
whatever a later edition needs.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from genanki.model import Model

from quizgen.anki.identity import note_type_id
from quizgen.anki.text import attribute

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgen.bank.model import Bank, Mode

FIELD_IDS: Mapping[str, int] = {
    "Question": 1001,
    "Text": 1002,
    "Answer": 1003,
    "Also Right": 1004,
    "Options": 1005,
    "Options Explained": 1006,
    "Why": 1007,
    "Claim": 1008,
    "Author": 1009,
    "Source": 1010,
    "Note": 1011,
    "Reference": 1012,
    "Content Note": 1013,
    "Id": 1014,
    "Link": 1015,
    "Retired": 1016,
    "Spare 1": 1101,
    "Spare 2": 1102,
    "Spare 3": 1103,
    "Spare 4": 1104,
}
_CARD, _SPARE = 5001, 5002

_BACK = (
    *("Why", "Claim", "Author", "Source", "Note", "Reference", "Content Note"),
    *("Id", "Link", "Retired"),
)
_SPARES = ("Spare 1", "Spare 2", "Spare 3", "Spare 4")
FIELDS: Mapping[Mode, tuple[str, ...]] = {
    "choice": ("Question", "Options", "Options Explained", "Answer", *_BACK, *_SPARES),
    "cloze": ("Text", *_BACK, *_SPARES),
    "recall": ("Question", "Answer", *_BACK, *_SPARES),
    "typed": ("Question", "Answer", "Also Right", *_BACK, *_SPARES),
    "who": ("Question", "Answer", *_BACK, *_SPARES),
}
"""The fields of each kind of note, in an order that stays."""

_RETIRED = """\
{{#Retired}}<section class="care">
<h2 lang="en">Retired: you can suspend this card</h2><p dir=auto>{{Retired}}</p>
</section>{{/Retired}}
"""
_RETIRED_FRONT = """\
{{#Retired}}<p class="care" lang="en">This question is retired.</p>{{/Retired}}
"""
_WARNING = """\
{{#Content Note}}<section class="care">
<h2 lang="en">Content note</h2><p dir=auto>{{Content Note}}</p>
</section>{{/Content Note}}
"""
_QUESTION = '<p class="question" dir=auto>{{Question}}</p>\n'
_ANSWER = '<p class="answer" id=answer dir=auto>{{Answer}}</p>\n'
_TYPE = '<div class="typed">{{type:Answer}}</div>\n'
_CLOZE = '<p class="question" dir=auto>{{cloze:Text}}</p>\n'
_ALSO_RIGHT = """\
{{#Also Right}}<p class="also" dir=auto><span lang="en">Also right:</span> {{Also Right}}</p>
{{/Also Right}}
"""
_BASIS = """\
<section class="why"><h2 lang="en">Why</h2>{{Why}}</section>
<section class="source">
<h2 lang="en">{{Claim}}</h2>
<p class="author" dir=auto>{{Author}}</p>
{{Source}}
</section>
{{#Note}}<section class="note">
<h2 lang="en">Editors’ note</h2><p dir=auto>{{Note}}</p>
{{#Reference}}<p class="reference" dir=auto>{{Reference}}</p>{{/Reference}}
</section>{{/Note}}
"""
_ID = '<p class="id">{{Id}}</p>\n'
_LINK = '<p class="id"><a href="%s/q/{{text:Link}}" lang="en">This question on the site</a></p>\n'

_FRONTS: Mapping[Mode, str] = {
    "choice": _QUESTION + "{{Options}}\n",
    "cloze": _CLOZE,
    "recall": _QUESTION,
    "typed": _QUESTION + _TYPE,
    "who": _QUESTION,
}
_BACKS: Mapping[Mode, str] = {
    "choice": _QUESTION + "<div id=answer>{{Options Explained}}</div>\n",
    "cloze": _CLOZE + '<div id=answer class="rule"></div>\n',
    "recall": _QUESTION + _ANSWER,
    "typed": _QUESTION + _ANSWER + _TYPE + _ALSO_RIGHT,
    "who": _QUESTION + _ANSWER,
}


class NoteType(Model):
    """A note type with a modification time of its own."""

    def __init__(self, bank: Bank, mode: Mode, mtime: int, site: str = "") -> None:
        """Build the note type of one kind for a bank.

        Args:
            bank: gives the id and the language.
            mode: the kind of its notes.
            mtime: when it last changed, in seconds since 1970.
            site: the address of a site on which each question has a page; empty for no link.
        """
        super().__init__(  # type: ignore[no-untyped-call]
            note_type_id(bank.id, mode),
            type_name(bank, mode),
            fields=[_field(name) for name in FIELDS[mode]],
            templates=_templates(mode, bank.language, site),
            css=(files(__package__) / "card.css").read_text(encoding="utf-8"),
            model_type=self.CLOZE if mode == "cloze" else self.FRONT_BACK,
        )
        self.mtime = mtime

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        """What goes into the package, with the note type's own time instead of the package's."""
        json: dict[str, Any] = super().to_json(self.mtime, deck_id)
        return json


def type_name(bank: Bank, mode: Mode) -> str:
    """What Anki calls the bank's note type of a kind."""
    return f"quizgen {bank.id} {mode}"


def _field(name: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "id": FIELD_IDS[name], "preventDeletion": True}
    if name in _SPARES:
        field |= {"collapsed": True, "description": "Empty: kept free for later editions."}
    return field


def _templates(mode: Mode, language: str, site: str) -> list[dict[str, Any]]:
    end = (_LINK.replace("%s", attribute(site)) if site else "") + _ID
    card = {
        "name": mode.capitalize(),
        "id": _CARD,
        "qfmt": _page(_RETIRED_FRONT + _WARNING + _FRONTS[mode], language),
        "afmt": _page(_RETIRED + _WARNING + _BACKS[mode] + _BASIS + end, language),
    }
    spare = {
        "name": "Spare",
        "id": _SPARE,
        "qfmt": "{{#Spare 4}}{{Spare 4}}{{/Spare 4}}",
        "afmt": "{{FrontSide}}",
    }
    # Anki allows a cloze type a single template.
    return [card] if mode == "cloze" else [card, spare]


def _page(content: str, language: str) -> str:
    # The classes keep MathJax away from texts that happen to hold its marks.
    classes = "quizgen tex2jax_ignore mathjax_ignore"
    return f'<div class="{classes}" lang="{language}" dir=auto>\n{content}</div>\n'
