"""A mode's card in Anki: its fields, its two sides, and its turn.

A mode says what stands in its fields as plain words; the deck alone makes HTML of them, so that
no mode can forget to escape. On the sides ``{{Name}}`` stands for a field, and words are
sentences of the catalogue: ``<say>`` within an element that has ``lang=say``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quizgen.bank.attribution import Stretch

ROUNDS = 13
"""How many rounds of new cards there is room for: one kind of card a round."""

SEED = "anki"
"""Another seed would move the options of every note that is out there."""


class Field(NamedTuple):
    """A field of a note type. Anki knows it by its id, which never stands for anything else."""

    name: str
    id: int


QUESTION = Field("Question", 1001)
TEXT = Field("Text", 1002)
ANSWER = Field("Answer", 1003)
ALSO_RIGHT = Field("Also Right", 1004)
OPTIONS = Field("Options", 1005)
OPTIONS_EXPLAINED = Field("Options Explained", 1006)
# 1007 to 1016 and 1101 to 1104 are the fields that all cards share: anki/note_types.

ASKED = '<p class="question" dir=auto>{{Question}}</p>\n'
ANSWERED = '<p class="answer" id=answer dir=auto>{{Answer}}</p>\n'


@dataclass(frozen=True, slots=True)
class Card:
    """What a note of one mode looks like.

    Attributes:
        round: when Anki introduces it, from 0: all cards of a round before those of the next.
            No two modes share one, and a released one stays.
        fields: its own, before those that all cards share; the first one is never empty.
        front: the HTML of the question side.
        back: that of the answer side, before the reasons and the source.
        cloze: whether Anki hides a blank a card.
    """

    round: int
    fields: tuple[Field, ...]
    front: str = ASKED
    back: str = ASKED + ANSWERED
    cloze: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """An option, whether it is right, and why it is wrong where there is something to say."""

    text: str
    right: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Options one below the other."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Gapped:
    """A sentence whose blanks Anki hides."""

    stretches: tuple[Stretch, ...]


Content = str | tuple[str, ...] | Rows | Gapped
"""What stands in a field: words, several spellings side by side, options, or a text with gaps."""
