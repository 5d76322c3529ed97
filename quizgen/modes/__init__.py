"""The ways to put a question: one module a mode, and each place takes them from here.

The site, the deck, the command line, the loader and the JSON Schema know no mode by its name.
Whoever adds one writes a module like those here and a line below.
"""

from __future__ import annotations

from quizgen.modes.choice import Choice
from quizgen.modes.cloze import Cloze
from quizgen.modes.mode import Asked, Mode
from quizgen.modes.recall import Recall
from quizgen.modes.registry import MODES, ask, modes_of, register
from quizgen.modes.typed import Typed
from quizgen.modes.who import Who

__all__ = ["MODES", "Asked", "Mode", "ask", "modes_of", "register"]

register(Choice())  # in the order in which people are offered them
register(Typed())
register(Recall())
register(Cloze())
register(Who())
