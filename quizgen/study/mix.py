"""What a sitting asks: first what is due, then what is new, then what would come back next.

Of what is new the central claims come first: they are what a class would be asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.ask.order import draw
from quizgen.study.outlook import due

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizgen.bank.model import Question
    from quizgen.study.memory import Memory


def mix(
    questions: Sequence[Question],
    memories: Mapping[str, Memory],
    today: int,
    seed: str,
    count: int,
) -> Sequence[Question]:
    """Choose questions for a learner.

    Args:
        questions: what there is to choose from.
        memories: what the learner remembers, by the question's id.
        today: the study day.
        seed: gives the order of the new ones.
        count: how many are wanted.
    """
    by_id = {question.id: question for question in questions}
    first = [by_id[id] for id in due(memories, today) if id in by_id]
    new = [question for question in questions if question.id not in memories]
    central = [question for question in new if question.claim.weight == "central"]
    details = [question for question in new if question.claim.weight != "central"]
    later = [q for q in questions if q.id in memories and memories[q.id].due_day > today]
    later.sort(key=lambda question: memories[question.id].due_day)
    return [*first, *draw(central, seed, count), *draw(details, seed, count), *later][:count]
