"""Which mode a question is asked in, by what is remembered of it.

One climbs: first choose among options, later, once the answer is known, type it or recall it.
Nobody is asked for less than he has learnt with, since choosing again what was typed already
would teach that it is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.modes import MODES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgen.bank.model import Question
    from quizgen.study.memory import Memory

MIXED = "mixed"
"""Beside the names of modes: each question in the one that its memory calls for."""

_STEPS = {"choose": 0, "recall": 1, "type": 2}


def mode_for(question: Question, wanted: str, memory: Memory | None, learnt_in: str = "") -> str:
    """The mode to ask a question in.

    Args:
        question: which.
        wanted: the mode that was chosen, or ``MIXED``.
        memory: what is remembered of it; None for a new one.
        learnt_in: the mode of the last review, where it is due: nothing easier will do.
    """
    called_for = wanted
    if wanted not in question.modes:
        called_for = (_known(question) if memory and memory.is_known else "") or _first(question)
    if learnt_in not in question.modes:
        return called_for
    harder = _step(learnt_in) - _step(called_for)
    return learnt_in if harder > 0 or (harder == 0 and called_for != wanted) else called_for


def once_more(question: Question, mode: str) -> str:
    """The mode in which a question that was missed comes back in the same sitting.

    Typed or with a gap where it can be, so that it is the answer that is learnt and not its
    place; a flashcard, and a question whose answer is another one, stay what they are.
    """
    if MODES[mode].way == "recall" or MODES[mode].own_answer:
        return mode
    return _of_way(question, ["type"]) or mode


def _known(question: Question) -> str:
    return _of_way(question, ["type"], whole=True) or _of_way(question, ["recall", "type"])


def _first(question: Question) -> str:
    return _of_way(question, ["choose"]) or question.modes[0]


def _of_way(question: Question, ways: Iterable[str], whole: bool = False) -> str:
    """The first mode of these ways that asks for the question's own answer."""
    modes = [MODES[name] for name in question.modes if not MODES[name].own_answer]
    modes.sort(key=lambda mode: mode.of_claim)  # the question itself before its claim
    for way in ways:
        for mode in modes:
            if mode.way == way and not (whole and mode.of_claim):
                return mode.name
    return ""


def _step(mode: str) -> int:
    return _STEPS[MODES[mode].way]
