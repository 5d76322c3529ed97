"""The note types, one a mode: their fields, their templates and their look.

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
from quizgen.modes import MODES
from quizgen.modes.card import Field
from quizgen.words import words

if TYPE_CHECKING:
    from quizgen.bank.model import Bank

_CARD, _SPARE = 5001, 5002

BACK = (
    Field("Why", 1007),
    Field("Claim", 1008),
    Field("Author", 1009),
    Field("Source", 1010),
    Field("Note", 1011),
    Field("Reference", 1012),
    Field("Content Note", 1013),
    Field("Id", 1014),
    Field("Link", 1015),
    Field("Retired", 1016),
)
"""The fields of every kind of note, after its own."""
SPARES = (
    Field("Spare 1", 1101),
    Field("Spare 2", 1102),
    Field("Spare 3", 1103),
    Field("Spare 4", 1104),
)

_RETIRED = """\
{{#Retired}}<section class="care">
<h2 lang=say><say>Retired: you can suspend this card</say></h2><p dir=auto>{{Retired}}</p>
</section>{{/Retired}}
"""
_RETIRED_FRONT = """\
{{#Retired}}<p class="care" lang=say><say>This question is retired.</say></p>{{/Retired}}
"""
_WARNING = """\
{{#Content Note}}<section class="care">
<h2 lang=say><say>Content note</say></h2><p dir=auto>{{Content Note}}</p>
</section>{{/Content Note}}
"""
_BASIS = """\
<section class="why"><h2 lang=say><say>Why</say></h2>{{Why}}</section>
<section class="source">
<h2 lang=say>{{Claim}}</h2>
<p class="author" dir=auto>{{Author}}</p>
{{Source}}
</section>
{{#Note}}<section class="note">
<h2 lang=say><say>Editors’ note</say></h2><p dir=auto>{{Note}}</p>
{{#Reference}}<p class="reference" dir=auto>{{Reference}}</p>{{/Reference}}
</section>{{/Note}}
"""
_ID = '<p class="id">{{Id}}</p>\n'
_LINK = """\
<p class="id"><a href="SITE/q/{{text:Link}}" lang=say><say>This question on the site</say></a></p>
"""


def fields_of(mode: str) -> tuple[Field, ...]:
    """The fields of a kind of note, in an order that stays."""
    return (*MODES[mode].card.fields, *BACK, *SPARES)


class NoteType(Model):
    """A note type with a modification time of its own."""

    def __init__(self, bank: Bank, mode: str, mtime: int, site: str = "") -> None:
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
            fields=[_field(field) for field in fields_of(mode)],
            templates=_templates(mode, bank.language, site),
            css=(files(__package__) / "card.css").read_text(encoding="utf-8"),
            model_type=self.CLOZE if MODES[mode].card.cloze else self.FRONT_BACK,
        )
        self.mtime = mtime

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        """What goes into the package, with the note type's own time instead of the package's."""
        json: dict[str, Any] = super().to_json(self.mtime, deck_id)
        return json


def type_name(bank: Bank, mode: str) -> str:
    """What Anki calls the bank's note type of a kind."""
    return f"quizgen {bank.id} {mode}"


def _field(field: Field) -> dict[str, Any]:
    settings: dict[str, Any] = {"name": field.name, "id": field.id, "preventDeletion": True}
    if field in SPARES:
        settings |= {"collapsed": True, "description": "Empty: kept free for later editions."}
    return settings


def _templates(mode: str, language: str, site: str) -> list[dict[str, Any]]:
    end = (_LINK.replace("SITE", attribute(site)) if site else "") + _ID
    card = MODES[mode].card
    page = {
        "name": mode.capitalize(),
        "id": _CARD,
        "qfmt": _page(_RETIRED_FRONT + _WARNING + card.front, language),
        "afmt": _page(_RETIRED + _WARNING + card.back + _BASIS + end, language),
    }
    spare = {
        "name": "Spare",
        "id": _SPARE,
        "qfmt": "{{#Spare 4}}{{Spare 4}}{{/Spare 4}}",
        "afmt": "{{FrontSide}}",
    }
    # Anki allows a cloze type a single template.
    return [page] if card.cloze else [page, spare]


def _page(content: str, language: str) -> str:
    # The classes keep MathJax away from texts that happen to hold its marks.
    classes = "quizgen tex2jax_ignore mathjax_ignore"
    content = words(language).in_html(content)
    return f'<div class="{classes}" lang="{language}" dir=auto>\n{content}</div>\n'
