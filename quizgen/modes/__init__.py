"""The ways to put a question: one module a mode, and each place takes them from here.

The site, the deck, the command line, the loader and the JSON Schema know no mode by its name.
Whoever adds one writes a module like those here and a line in the registry.
"""

from __future__ import annotations

from quizgen.modes.mode import Asked, Mode
from quizgen.modes.registry import MODES, ask, modes_of, register

__all__ = ["MODES", "Asked", "Mode", "ask", "modes_of", "register"]
