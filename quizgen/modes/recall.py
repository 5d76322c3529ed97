"""Remember the answer, turn the card, and say whether it was known."""

from __future__ import annotations

from quizgen.modes.card import ANSWER, QUESTION, Card
from quizgen.modes.mode import Mode
from quizgen.words import N_


class Recall(Mode):
    """Remember the answer, turn the card, and say whether it was known."""

    name = "recall"
    label = N_("Flashcards")
    explained = N_("Remember the answer, turn the card, and say whether you knew it.")
    way = "recall"
    card = Card(round=2, fields=(QUESTION, ANSWER))
