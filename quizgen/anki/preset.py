"""Deck options that a teacher may hand out with the deck."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizgen.anki.identity import preset_id
from quizgen.anki.ledger import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgen.anki.edition import Edition


def preset(default: Mapping[str, Any], edition: Edition) -> dict[str, Any]:
    """A preset that shows at most one card of a note a day, so that no card tells another's answer.

    Args:
        default: Anki's own preset, for all else.
        edition: gives the name, and the time for good, so that no import undoes a student's
            own changes.
    """
    return {
        **default,
        "id": preset_id(edition.bank.id),
        "name": f"{edition.ledger.decks[ROOT].name}: one card of a note a day",
        "mod": edition.ledger.first,
        "new": {**default["new"], "bury": True, "perDay": 10},
        "rev": {**default["rev"], "bury": True, "perDay": 200},
        "buryInterdayLearning": True,
    }
