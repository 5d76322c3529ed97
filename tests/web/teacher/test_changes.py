from __future__ import annotations

import pytest
from quizgen_web.teacher.changes import Change, change


@pytest.mark.parametrize(
    ("action", "forms", "told"),
    [
        ("", 1, Change()),
        ("undo", 1, Change("The last change was undone.")),
        ("swap.B.3", 2, Change("Question 3 of form B was swapped.", 3, "swap.B.3")),
        ("swap.A.3", 1, Change("Question 3 was swapped.", 3, "swap.A.3")),
        ("drop.3", 2, Change("Question 3 was dropped in every form.", 3)),
        ("drop.6", 1, Change("Question 6 was dropped.", 5)),
        ("up.3", 1, Change("Question 3 is now question 2.", 2, "up.2")),
        ("up.2", 1, Change("Question 2 is now question 1.", 1, "down.1")),
        ("down.3", 3, Change("Question 3 is now question 4 in every form.", 4, "down.4")),
        ("down.4", 1, Change("Question 4 is now question 5.", 5, "up.5")),
    ],
)
def test_a_change_is_told_where_it_was_made(action: str, forms: int, told: Change) -> None:
    assert change(action, 5, forms) == told
