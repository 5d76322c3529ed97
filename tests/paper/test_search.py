from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.bank.load import default_bank, load_bank
from quizgen.errors import QuizgenError
from quizgen.paper.apart import Asked
from quizgen.paper.blueprint import blueprint
from quizgen.paper.cells import Grid, Room
from quizgen.paper.paper import make_quiz
from quizgen.paper.search import search
from tests.paper.made_up import TOPICS, bank, question

if TYPE_CHECKING:
    from quizgen.paper.blueprint import Axis


@pytest.mark.parametrize("forms", [1, 2])
def test_the_only_two_that_go_together_are_found_with_every_seed(forms: int) -> None:
    shipped = load_bank(default_bank())
    wanted = blueprint(shipped, None, {"topic": ["asia=3"], "author": ["ng=2"]})
    for seed in range(12):
        for paper in make_quiz(shipped, wanted, str(seed), forms).papers:
            asked = [item.question for item in paper.items]
            assert sum("ng" in {s.id for s in q.claim.sources} for q in asked) == 2


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.sampled_from(TOPICS), st.sampled_from(["ada", "ben"])),
        min_size=3,
        max_size=8,
    ),
    st.integers(0, 2),
    st.integers(0, 2),
)
def test_a_form_is_found_where_there_is_one(
    rows: list[tuple[int, str, str]], war: int, ada: int
) -> None:
    """Questions with the same first number are about one claim, so that they never go together."""
    questions = [
        question(f"c{claim}", name=f"n{n}", topics=(topic,), authors=(author,))
        for n, (claim, topic, author) in enumerate(rows)
    ]
    small = bank(*questions)
    counts: dict[Axis, list[str]] = {
        "topic": [f"war={war}"] if war else [],
        "author": [f"ada={ada}"] if ada else [],
    }
    wanted = blueprint(small, 3, counts)
    grid = Grid.of(wanted)
    asked = [(Asked(q), grid.profile(q)) for q in grid.wanted(questions)]

    def right(three: tuple[tuple[Asked, object], ...]) -> bool:
        apart = not any(a.meets(b) for (a, _), (b, _) in combinations(three, 2))
        of_war = sum("war" in {t.id for t in a.question.claim.topics} for a, _ in three)
        of_ada = sum("ada" in {s.id for s in a.question.claim.sources} for a, _ in three)
        return apart and (not war or of_war == war) and (not ada or of_ada == ada)

    found = search(Room.of(grid, (), 0), asked)
    assert (found is not None) == any(right(three) for three in combinations(asked, 3))
    if found:
        assert right(tuple((a, None) for a in found))


def test_what_cannot_be_is_still_told() -> None:
    pool = [question("one", name=str(n)) for n in range(4)] + [question("two", authors=("ben",))]
    small = bank(*pool)
    with pytest.raises(QuizgenError, match="2 asked for, 1 can be had, 1 lacking"):
        make_quiz(small, blueprint(small, 2, {"author": ["ada=2"]}), "1")
